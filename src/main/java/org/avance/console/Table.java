package org.avance.console;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows in columns as wide as they need, numbers to the right; lines of a hundred characters where
 * it can be done.
 */
final class Table {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();
  private final List<Boolean> numeric = new ArrayList<>();

  Table(String... header) {
    rows.add(List.of(header));
    for (String name : header) {
      numeric.add(name.startsWith("#"));
    }
    rows.set(0, List.of(header).stream().map(name -> name.replaceFirst("^#", "")).toList());
  }

  Table row(Object... cells) {
    List<String> texts = new ArrayList<>();
    for (Object cell : cells) {
      texts.add(Text.safe(String.valueOf(cell)));
    }
    rows.add(texts);
    return this;
  }

  /** The table's lines, header first. */
  List<String> lines() {
    int[] widths = new int[numeric.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String padding = " ".repeat(widths[i] - row.get(i).length());
      line.append(i == 0 ? "" : GAP);
      line.append(numeric.get(i) ? padding + row.get(i) : row.get(i) + padding);
    }
    return line.toString().stripTrailing();
  }
}
