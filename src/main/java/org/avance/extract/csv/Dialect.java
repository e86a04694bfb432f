package org.avance.extract.csv;

import java.nio.charset.Charset;
import java.util.Set;
import org.avance.extract.HeaderPlace;

/**
 * How a delimited file is written; the words are those of the Frictionless Table Dialect.
 *
 * @param encoding used unless the file begins with a byte order mark, which is believed
 * @param delimiter between cells
 * @param quoteChar around cells, doubled inside them; {@link #NONE} where quotes are plain text
 * @param commentChar a row that begins with it is skipped and not counted; {@link #NONE} for none
 * @param commentRows numbers of rows to skip, 1-based from the top of the file
 * @param header where the header stands
 * @param maxRecordChars longest record that is believed
 */
public record Dialect(
    Charset encoding,
    char delimiter,
    char quoteChar,
    char commentChar,
    Set<Integer> commentRows,
    HeaderPlace header,
    int maxRecordChars) {
  /** No such character. */
  public static final char NONE = '\0';

  public static final int MAX_RECORD_CHARS = 1_000_000;

  /**
   * Takes the words as they are.
   *
   * @throws IllegalArgumentException where two characters are the same, or one is a line end
   */
  public Dialect {
    commentRows = Set.copyOf(commentRows);
    boolean same =
        delimiter == quoteChar
            || delimiter == commentChar
            || (quoteChar == commentChar && quoteChar != NONE);
    if (same || isLineEnd(delimiter) || isLineEnd(quoteChar) || isLineEnd(commentChar)) {
      throw new IllegalArgumentException(
          "delimiter, quoteChar and commentChar must differ and be no line ends");
    }
    if (maxRecordChars < 1) {
      throw new IllegalArgumentException("maxRecordChars must be positive: " + maxRecordChars);
    }
  }

  /** Double quotes, no comments, the usual limit. */
  public static Dialect of(Charset encoding, char delimiter, HeaderPlace header) {
    return new Dialect(encoding, delimiter, '"', NONE, Set.of(), header, MAX_RECORD_CHARS);
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }
}
