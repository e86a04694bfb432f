package org.avance.extract.csv;

import java.util.List;
import java.util.Optional;
import org.avance.extract.OtherDelimiter;
import org.avance.extract.RawRow;
import org.avance.extract.csv.QuotedCell.Ending;
import org.avance.issue.IssueCode;
import org.avance.issue.RefusedFile;

/** Says what is wrong with a record whose quotes or length can't be believed. */
final class BrokenRecord {
  private static final int CHARS_SHOWN = 60;
  private static final int FEWEST_COLUMNS = 3;

  private BrokenRecord() {}

  /** The tokeniser gave up on this text, the rest of the file as far as it was read. */
  static RefusedFile badQuote(String rest, long line, Dialect dialect) {
    List<QuotedCell> cells = QuotedCell.of(rest, line, dialect);
    QuotedCell last = cells.get(cells.size() - 1);
    String sentence =
        last.ending() == Ending.NEVER_CLOSED
            ? "a quote opens a cell here and is never closed"
            : "a quote opens a cell here and closes in mid-cell at line " + last.closes();
    return unbalanced(last, sentence + otherDelimiter(last, dialect));
  }

  /** Cells that are all quoted, with another delimiter between them, close in mid-cell, too. */
  private static String otherDelimiter(QuotedCell cell, Dialect dialect) {
    String quote = String.valueOf(dialect.quoteChar());
    return OtherDelimiter.hint(
        cell.behind(), names -> names.get(0).isEmpty() && cell.behind().startsWith(quote, 1));
  }

  /** More characters than the dialect allows, and no end in sight. */
  static RefusedFile tooLong(String beginning, long line, Dialect dialect) {
    int limit = dialect.maxRecordChars();
    Optional<QuotedCell> open =
        QuotedCell.of(beginning, line, dialect).stream()
            .filter(cell -> cell.ending() == Ending.NEVER_CLOSED && cell.spansLines())
            .findFirst();
    if (open.isPresent()) {
      return unbalanced(
          open.get(),
          "a quote opens a cell here and is not closed within " + limit + " characters");
    }
    return Refusal.at(
        line,
        IssueCode.RECORD_TOO_LONG,
        "expected a record of at most " + limit + " characters, found a longer one",
        shortened(beginning),
        "`maxRecordChars` of more than " + limit);
  }

  /**
   * The fault of a record over several lines that has likely swallowed others: a stray quote opened
   * a cell, and by chance another one closed it where a cell may end. Signs of it:
   *
   * <ul>
   *   <li>the record has another number of cells than the header;
   *   <li>a line of the cell reads as a whole record: the right number of cells, at least three,
   *       and no space behind a delimiter, as prose has.
   * </ul>
   */
  static Optional<RefusedFile> swallowedRows(RawRow row, int columns, Dialect dialect) {
    int found = row.cells().size();
    return QuotedCell.of(row.raw(), row.firstLine(), dialect).stream()
        .filter(QuotedCell::spansLines)
        .filter(cell -> found != columns || holdsRecord(cell.text(), columns, dialect))
        .findFirst()
        .map(cell -> unbalanced(cell, swallowing(cell, found, columns)));
  }

  private static String swallowing(QuotedCell cell, int found, int columns) {
    String sign =
        found == columns
            ? "a line of it reads as a record of %d cells".formatted(columns)
            : "the record then has %d cells, the header %d".formatted(found, columns);
    return "a quote opens a cell here and closes at line %d; %s".formatted(cell.closes(), sign);
  }

  private static boolean holdsRecord(String text, int columns, Dialect dialect) {
    return text.lines().skip(1).anyMatch(line -> isLikeRecord(line, columns, dialect));
  }

  private static boolean isLikeRecord(String line, int columns, Dialect dialect) {
    char delimiter = dialect.delimiter();
    return columns >= FEWEST_COLUMNS
        && line.chars().filter(c -> c == delimiter).count() == columns - 1
        && line.indexOf(delimiter + " ") < 0;
  }

  private static RefusedFile unbalanced(QuotedCell cell, String sentence) {
    return Refusal.at(
        cell.opens(),
        IssueCode.QUOTE_UNBALANCED,
        sentence,
        shortened(cell.text()),
        "a quote inside a cell doubled, or `quoteChar` as the file has it");
  }

  private static String shortened(String text) {
    return text.length() > CHARS_SHOWN ? text.substring(0, CHARS_SHOWN) + "…" : text;
  }
}
