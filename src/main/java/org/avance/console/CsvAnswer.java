package org.avance.console;

import java.io.PrintWriter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.avance.warehouse.Cell;

/**
 * An answer as CSV, UTF-8: no value is an empty cell, an empty text is a quoted one. No text can be
 * taken for a formula by who opens the file in a spreadsheet: one that begins like a formula gets
 * an apostrophe in front, and so does one that begins with apostrophes before that, so that taking
 * away one apostrophe gives every text back. Numbers stay as they are.
 */
final class CsvAnswer implements AnswerPage {
  /** Of a cell's beginning; the apostrophes are those of the text itself. */
  private static final Pattern LIKE_A_FORMULA = Pattern.compile("'*[=+\\-@\\t\\r]");

  /** A text that is a plain number does no harm, and is one to its reader. */
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

  private final PrintWriter out;

  CsvAnswer(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void columns(List<String> names) {
    line(names.stream().map(CsvAnswer::text).toList());
  }

  @Override
  public void row(List<Cell> cells) {
    line(cells.stream().map(CsvAnswer::cell).toList());
  }

  @Override
  public void end() {
    out.flush();
  }

  private void line(List<String> cells) {
    out.print(cells.stream().collect(Collectors.joining(",", "", "\n")));
  }

  private static String cell(Cell cell) {
    if (cell instanceof Cell.Null) {
      return "";
    }
    return cell instanceof Cell.Numeric ? cell.text() : text(cell.text());
  }

  private static String text(String text) {
    return text.isEmpty() ? "\"\"" : quoted(defused(text));
  }

  static String defused(String text) {
    boolean harmless = !LIKE_A_FORMULA.matcher(text).lookingAt() || NUMBER.matcher(text).matches();
    return harmless ? text : "'" + text;
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
