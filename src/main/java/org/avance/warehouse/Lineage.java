package org.avance.warehouse;

import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a view that say where a row comes from. A row that puts two figures side by side
 * has them twice, with a word before or after.
 *
 * @param which what the word says of it, such as {@code before}; empty where there is one only
 * @param delivery column of the delivery
 * @param line column of the first line; empty where rows are of a delivery as a whole
 * @param lastLine column of the last line; empty where there is none
 */
record Lineage(String which, String delivery, String line, String lastLine) {
  private static final String DELIVERY = "delivery_id";

  /** All that a view has; none where its rows are counts or lists. */
  static List<Lineage> of(List<String> columns) {
    List<Lineage> found = new ArrayList<>();
    for (String column : columns) {
      String word = word(column);
      if (column.equals(DELIVERY) || !word.isEmpty()) {
        found.add(
            new Lineage(
                word.replace("_", ""),
                column,
                present(columns, lines(word, "line")),
                present(columns, lines(word, "line_last"))));
      }
    }
    return List.copyOf(found);
  }

  /** {@code _a} of {@code delivery_id_a}, {@code _before} of {@code delivery_before}. */
  private static String word(String column) {
    if (column.matches("delivery_id_\\w+")) {
      return column.substring(DELIVERY.length());
    }
    if (column.matches("delivery_(before|after)")) {
      return column.substring("delivery".length());
    }
    return column.matches("\\w+_delivery_id")
        ? column.substring(0, column.length() - DELIVERY.length())
        : "";
  }

  private static String lines(String word, String line) {
    return word.endsWith("_") ? word + line : line + word;
  }

  private static String present(List<String> columns, String name) {
    return columns.contains(name) ? name : "";
  }
}
