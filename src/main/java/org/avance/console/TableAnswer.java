package org.avance.console;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.avance.warehouse.Cell;

/**
 * An answer as a table: widths come from the first rows, so that an answer of any length is printed
 * as it comes.
 */
final class TableAnswer implements AnswerPage {
  private static final int MEASURED = 200;
  private static final int WIDEST = 48;

  private final PrintWriter out;
  private final List<String> names = new ArrayList<>();
  private final List<List<Cell>> waiting = new ArrayList<>();
  private int[] widths = {};
  private long count;

  TableAnswer(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void columns(List<String> columns) {
    names.addAll(columns);
  }

  @Override
  public void row(List<Cell> cells) {
    count++;
    if (widths.length > 0) {
      print(cells);
      return;
    }
    waiting.add(cells);
    if (waiting.size() == MEASURED) {
      begin();
    }
  }

  @Override
  public void end() {
    if (widths.length == 0) {
      begin();
    }
    out.printf("(%d %s)%n", count, count == 1 ? "row" : "rows");
  }

  private void begin() {
    widths = new int[names.size()];
    for (int i = 0; i < widths.length; i++) {
      int column = i;
      int widest =
          waiting.stream().mapToInt(row -> shown(row.get(column)).length()).max().orElse(0);
      widths[i] = Math.max(names.get(i).length(), widest);
    }
    StringBuilder header = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      append(header, names.get(i), widths[i], false);
    }
    out.println(header.toString().stripTrailing());
    waiting.forEach(this::print);
    waiting.clear();
  }

  private void print(List<Cell> cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      append(line, shown(cells.get(i)), widths[i], cells.get(i) instanceof Cell.Numeric);
    }
    out.println(line.toString().stripTrailing());
  }

  private static void append(StringBuilder line, String cell, int width, boolean right) {
    String padding = " ".repeat(Math.max(0, width - cell.length()));
    line.append(line.isEmpty() ? "" : "  ").append(right ? padding + cell : cell + padding);
  }

  private static String shown(Cell cell) {
    return cell instanceof Cell.Null ? "–" : Text.shortened(Text.safe(cell.text()), WIDEST);
  }
}
