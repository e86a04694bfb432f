package org.avance.load;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows as the text of LOAD DATA: tabs between, backslashes before what would be read as structure,
 * {@code \N} for NULL.
 */
final class BulkRows {
  /** Stands for NULL where a list can't hold one. */
  static final Object NULL = new Object();

  private final Utf8Text text = new Utf8Text();
  private int count;
  private int markedLength;
  private int markedCount;

  void add(@Nullable Object... cells) {
    for (@Nullable Object cell : cells) {
      cell(cell);
    }
    end();
  }

  /** The next cell of the row. */
  BulkRows cell(@Nullable Object cell) {
    append(cell);
    text.add('\t');
    return this;
  }

  /** How many bytes there are since the last {@link #cut}. */
  int length() {
    return text.length();
  }

  /** Adds what was added from a place on to a digest. */
  void update(MessageDigest digest, int place) {
    text.update(digest, place);
  }

  /** Notes how far the rows go now. */
  void mark() {
    markedLength = text.length();
    markedCount = count;
  }

  /** Forgets what was added since the last {@link #mark}; nothing was cut since. */
  void reset() {
    text.cutTo(markedLength);
    count = markedCount;
  }

  /** Ends the row. */
  void end() {
    text.end('\n');
    count++;
  }

  /** Ends the part that goes into a table, and begins another; empty where there is no row. */
  Optional<BulkPart> cut(BulkTable into) {
    if (count == 0) {
      return Optional.empty();
    }
    BulkPart part = new BulkPart(into, text.take(), count);
    count = 0;
    return Optional.of(part);
  }

  private void append(@Nullable Object cell) {
    if (cell == null || cell == NULL) {
      text.add("\\N");
    } else if (cell instanceof BigDecimal number) {
      text.add(number);
    } else if (cell instanceof Integer || cell instanceof Long) {
      text.add(cell.toString());
    } else {
      escape(cell.toString());
    }
  }

  private void escape(String cell) {
    int plain = 0;
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      String escaped = isPlain(c) ? "" : escaped(c);
      if (!escaped.isEmpty()) {
        text.add(cell, plain, i);
        text.add(escaped);
        plain = i + 1;
      }
    }
    text.add(cell, plain, cell.length());
  }

  /** Nearly every one is; the rest may be. */
  private static boolean isPlain(char c) {
    return c > '\\' || (c >= ' ' && c < '\\');
  }

  private static String escaped(char c) {
    return switch (c) {
      case '\\' -> "\\\\";
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\0' -> "\\0";
      default -> "";
    };
  }
}
