package org.avance.load;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
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
    for (int i = 0; i < cells.length; i++) {
      if (i > 0) {
        text.append('\t');
      }
      append(cells[i]);
    }
    text.append('\n');
    count++;
  }

  int count() {
    return count;
  }

  InputStream stream() {
    return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void append(@Nullable Object cell) {
    if (cell == null || cell == NULL) {
      text.append("\\N");
    } else if (cell instanceof BigDecimal number) {
      text.append(number.toPlainString());
    } else {
      escape(cell.toString());
    }
  }

  private void escape(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\0' -> text.append("\\0");
        default -> text.append(c);
      }
    }
  }
}
