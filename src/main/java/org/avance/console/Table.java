package org.avance.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows in columns as wide as they need. A header's first letter may be {@code #}: numbers, set to
 * the right; or {@code ~}: gives way, the widest first, so that lines have at most a hundred
 * characters.
 */
final class Table {
  private static final String GAP = "  ";
  private static final int NARROWEST = 12;

  private final List<List<String>> rows = new ArrayList<>();
  private final List<String> header;

  Table(String... header) {
    this.header = List.of(header);
    rows.add(this.header.stream().map(name -> name.replaceFirst("^[#~]", "")).toList());
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
    int[] widths = widths();
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  /** Whether two rows show the same text in a column, as it is cut. */
  boolean hasTwins(int column) {
    int width = widths()[column];
    return rows.stream().map(row -> Text.shortened(row.get(column), width)).distinct().count()
        < rows.size();
  }

  private int[] widths() {
    int[] widths = new int[header.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    int over = IntStream.of(widths).sum() + GAP.length() * (widths.length - 1) - Text.WIDTH;
    for (; over > 0 && widest(widths) >= 0; over--) {
      widths[widest(widths)]--;
    }
    return widths;
  }

  /** The column to give way; -1 where none can any more. */
  private int widest(int[] widths) {
    return IntStream.range(0, widths.length)
        .filter(i -> header.get(i).startsWith("~") && widths[i] > NARROWEST)
        .boxed()
        .max(Comparator.comparingInt(i -> widths[i]))
        .orElse(-1);
  }

  private String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = Text.shortened(row.get(i), widths[i]);
      String padding = " ".repeat(widths[i] - cell.length());
      line.append(i == 0 ? "" : GAP);
      line.append(header.get(i).startsWith("#") ? padding + cell : cell + padding);
    }
    return line.toString().stripTrailing();
  }
}
