package org.avance.console;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.avance.warehouse.Cell;

/** An answer with a line for each cell: for rows wider than a terminal, and long texts whole. */
final class ListAnswer implements AnswerPage {
  private final PrintWriter out;
  private final List<String> names = new ArrayList<>();
  private int widest;
  private long count;

  ListAnswer(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void columns(List<String> columns) {
    names.addAll(columns);
    widest = columns.stream().mapToInt(String::length).max().orElse(0);
  }

  @Override
  public void row(List<Cell> cells) {
    count++;
    out.println("row " + count);
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      String label = "  " + name + " ".repeat(widest - name.length()) + "  ";
      Text.paragraph(label, shown(cells.get(i))).forEach(line -> out.println(line.stripTrailing()));
    }
  }

  @Override
  public void end() {
    out.printf("(%d %s)%n", count, count == 1 ? "row" : "rows");
  }

  private static String shown(Cell cell) {
    return cell instanceof Cell.Null ? "–" : Text.safe(cell.text());
  }
}
