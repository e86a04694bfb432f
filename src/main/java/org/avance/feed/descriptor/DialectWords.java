package org.avance.feed.descriptor;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.avance.extract.HeaderPlace;
import org.avance.extract.csv.Dialect;
import org.avance.extract.xlsx.WorkbookDialect;
import org.avance.extract.xlsx.WorksheetChoice;
import org.avance.extract.yaml.YamlText;
import org.avance.feed.mapping.RaggedRows;

/**
 * {@code dialect}: how the table is written, in the words of the Frictionless Table Dialect, and
 * which worksheet holds it.
 */
final class DialectWords {
  private static final Reader<Character> CHARACTER_OR_NONE =
      new Reader<>(
          "one character, tab or none",
          (node, spot) ->
              node instanceof YamlText text && text.text().equals("none")
                  ? Optional.of(Dialect.NONE)
                  : Readers.CHARACTER.read(node, spot),
          Shape.TEXT);

  private static final Word<Charset> ENCODING =
      Word.optional(
          "encoding", Readers.CHARSET, StandardCharsets.UTF_8, "Character set of the file.");
  private static final Word<Character> DELIMITER =
      Word.optional("delimiter", Readers.CHARACTER, ',', "Between cells.");
  private static final Word<Character> QUOTE_CHAR =
      Word.optional("quoteChar", CHARACTER_OR_NONE, '"', "Around cells; none where never.");
  private static final Word<HeaderPlace> HEADER =
      Word.optional(
          "header", HeaderWords.HEADER, HeaderWords.FIRST_ROW, "Where the header stands.");
  private static final Word<HeaderPlace> HEADER_ROWS =
      Word.maybe("headerRows", HeaderWords.ROWS, "The header by numbers, as Frictionless says it.");
  private static final Word<Character> COMMENT_CHAR =
      Word.optional(
          "commentChar", CHARACTER_OR_NONE, Dialect.NONE, "Rows that begin with it are skipped.");
  private static final Word<List<Integer>> COMMENT_ROWS =
      Word.optional(
          "commentRows", Readers.listOf(Readers.COUNT), List.of(), "Numbers of rows to skip.");
  private static final Word<RaggedRows> RAGGED_ROWS =
      Word.optional(
          "raggedRows",
          Readers.oneOf(List.of(RaggedRows.values())),
          RaggedRows.REFUSE,
          "What a record is that has fewer cells than the header.");
  private static final Word<Integer> MAX_RECORD_CHARS =
      Word.optional(
          "maxRecordChars", Readers.COUNT, Dialect.MAX_RECORD_CHARS, "Longest record believed.");

  private static final Word<WorksheetChoice> WORKSHEET =
      Word.optional(
          "worksheet",
          WorksheetWords.CHOICE,
          new WorksheetChoice.Visible(),
          "Which worksheet holds the table; else the first visible one that has the header.");

  private static final Words DELIMITED =
      Words.of(
          ENCODING,
          DELIMITER,
          QUOTE_CHAR,
          HEADER,
          HEADER_ROWS,
          COMMENT_CHAR,
          COMMENT_ROWS,
          RAGGED_ROWS,
          MAX_RECORD_CHARS);

  /** Words of delimited text. */
  static final List<String> OF_TEXT = DELIMITED.names();

  /** Words of workbooks. */
  static final List<String> OF_WORKBOOKS =
      Words.of(WORKSHEET, HEADER, HEADER_ROWS, COMMENT_ROWS, MAX_RECORD_CHARS).names();

  /** The words of every format; which of them mean something depends on it. */
  static final Words ALL =
      new Words(Stream.concat(Stream.of(WORKSHEET), DELIMITED.words().stream()).toList());

  /** A table of delimited text or of a workbook. */
  static final Reader<Table> TABLE =
      ALL.as("a map of how the table is written", DialectWords::table);

  /** A table of delimited text. */
  static final Reader<Table> TEXT_TABLE =
      DELIMITED.as("a map of how the table is written", DialectWords::table);

  /** What holds where no dialect is said: UTF-8, commas, double quotes, a header in row 1. */
  static final Table USUAL =
      new Table(
          Dialect.of(StandardCharsets.UTF_8, ',', HeaderWords.FIRST_ROW),
          WorkbookDialect.of(HeaderWords.FIRST_ROW),
          RaggedRows.REFUSE);

  private DialectWords() {}

  private static Optional<Table> table(Said said) {
    if (said.has(HEADER) && said.has(HEADER_ROWS)) {
      said.fault(HEADER_ROWS, "expected either header or headerRows but found both");
      return Optional.empty();
    }
    try {
      return Optional.of(new Table(dialect(said), workbook(said), said.get(RAGGED_ROWS)));
    } catch (IllegalArgumentException e) {
      said.fault(
          said.has(DELIMITER) ? DELIMITER : QUOTE_CHAR,
          "expected delimiter, quoteChar and commentChar to differ and to be no line ends");
      return Optional.empty();
    }
  }

  private static Dialect dialect(Said said) {
    return new Dialect(
        said.get(ENCODING),
        said.get(DELIMITER),
        said.get(QUOTE_CHAR),
        said.get(COMMENT_CHAR),
        new HashSet<>(said.get(COMMENT_ROWS)),
        header(said),
        said.get(MAX_RECORD_CHARS));
  }

  private static WorkbookDialect workbook(Said said) {
    return new WorkbookDialect(
        said.get(WORKSHEET),
        new HashSet<>(said.get(COMMENT_ROWS)),
        header(said),
        said.get(MAX_RECORD_CHARS));
  }

  private static HeaderPlace header(Said said) {
    return said.find(HEADER_ROWS).orElseGet(() -> said.get(HEADER));
  }
}
