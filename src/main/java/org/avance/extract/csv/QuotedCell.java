package org.avance.extract.csv;

import java.util.ArrayList;
import java.util.List;

/**
 * A quoted cell of a record, by where its quotes stand; asked for only where a record is in doubt.
 *
 * @param text between the quotes, doubled ones as they stand
 * @param opens 1-based line of the opening quote
 * @param closes line of the closing quote; where there is none, of the text's end
 * @param behind what stands between the closing quote and the cell's end
 */
record QuotedCell(String text, long opens, long closes, Ending ending, String behind) {

  /** What follows the text. */
  enum Ending {
    /** A quote, and behind it a delimiter or the record's end. */
    CLOSED,
    /** A quote, and behind it more text. */
    CLOSED_IN_MID_CELL,
    /** Nothing: the file ends. */
    NEVER_CLOSED
  }

  boolean spansLines() {
    return closes > opens;
  }

  /** The quoted cells of one record, up to the first that is not properly closed. */
  static List<QuotedCell> of(String record, long firstLine, Dialect dialect) {
    List<QuotedCell> cells = new ArrayList<>();
    int at = 0;
    long line = firstLine;
    while (at < record.length()) {
      if (record.charAt(at) == dialect.quoteChar()) {
        int close = closingQuote(record, at + 1, dialect.quoteChar());
        String text = record.substring(at + 1, close);
        long closes = line + lineEnds(text);
        String behind = behind(record, close, dialect);
        cells.add(new QuotedCell(text, line, closes, ending(record, close, behind), behind));
        if (cells.get(cells.size() - 1).ending != Ending.CLOSED) {
          return cells;
        }
        line = closes;
        at = close + 1;
      }
      at = cellEnd(record, at, dialect.delimiter());
      if (at < record.length() && record.charAt(at) != dialect.delimiter()) {
        return cells;
      }
      at++;
    }
    return cells;
  }

  private static int closingQuote(String record, int from, char quote) {
    int at = from;
    while (at < record.length()) {
      if (record.charAt(at) == quote) {
        if (at + 1 == record.length() || record.charAt(at + 1) != quote) {
          return at;
        }
        at++;
      }
      at++;
    }
    return record.length();
  }

  private static String behind(String record, int close, Dialect dialect) {
    int from = Math.min(close + 1, record.length());
    return record.substring(from, cellEnd(record, from, dialect.delimiter()));
  }

  private static Ending ending(String record, int close, String behind) {
    if (close == record.length()) {
      return Ending.NEVER_CLOSED;
    }
    return behind.isBlank() ? Ending.CLOSED : Ending.CLOSED_IN_MID_CELL;
  }

  private static int cellEnd(String record, int from, char delimiter) {
    int at = from;
    while (at < record.length() && !isCellEnd(record.charAt(at), delimiter)) {
      at++;
    }
    return at;
  }

  private static boolean isCellEnd(char c, char delimiter) {
    return c == delimiter || c == '\n' || c == '\r';
  }

  /** How many lines end in a text; a CR with its LF is one end. */
  static long lineEnds(String text) {
    long count = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\r' || (c == '\n' && (i == 0 || text.charAt(i - 1) != '\r'))) {
        count++;
      }
    }
    return count;
  }
}
