package org.avance.load;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows as the text of LOAD DATA: tabs between, backslashes before what would be read as structure,
 * {@code \N} for NULL.
 */
final class BulkRows {
  /** Stands for NULL where a list can't hold one. */
  static final Object NULL = new Object();

  private final StringBuilder text = new StringBuilder();
  private int count;

  void add(@Nullable Object... cells) {
    for (@Nullable Object cell : cells) {
      cell(cell);
    }
    end();
  }

  /** The next cell of the row. */
  BulkRows cell(@Nullable Object cell) {
    append(cell);
    text.append('\t');
    return this;
  }

  /** How many characters there are since the last {@link #cut}. */
  int length() {
    return text.length();
  }

  /** What was added from a place on. */
  String since(int place) {
    return text.substring(place);
  }

  /** Ends the row. */
  void end() {
    text.setCharAt(text.length() - 1, '\n');
    count++;
  }

  /** Ends the part that goes into a table, and begins another; empty where there is no row. */
  Optional<BulkPart> cut(BulkTable into) {
    if (count == 0) {
      return Optional.empty();
    }
    BulkPart part = new BulkPart(into, text.toString().getBytes(StandardCharsets.UTF_8), count);
    text.setLength(0);
    count = 0;
    return Optional.of(part);
  }

  private void append(@Nullable Object cell) {
    if (cell == null || cell == NULL) {
      text.append("\\N");
    } else if (cell instanceof BigDecimal number) {
      text.append(number.toPlainString());
    } else if (cell instanceof Integer || cell instanceof Long) {
      text.append(((Number) cell).longValue());
    } else {
      escape(cell.toString());
    }
  }

  private void escape(String cell) {
    int plain = 0;
    for (int i = 0; i < cell.length(); i++) {
      String escaped = escaped(cell.charAt(i));
      if (!escaped.isEmpty()) {
        text.append(cell, plain, i).append(escaped);
        plain = i + 1;
      }
    }
    text.append(cell, plain, cell.length());
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
