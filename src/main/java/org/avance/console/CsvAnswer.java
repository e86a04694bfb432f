package org.avance.console;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.avance.warehouse.Cell;

/** An answer as CSV, UTF-8: no value is an empty cell, an empty text is a quoted one. */
final class CsvAnswer implements AnswerPage {
  private final PrintWriter out;

  CsvAnswer(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void columns(List<String> names) {
    line(names.stream().map(CsvAnswer::quoted).toList());
  }

  @Override
  public void row(List<Cell> cells) {
    line(cells.stream().map(CsvAnswer::cell).toList());
  }

  @Override
  public void end() {
    out.flush();
  }

  private void line(List<String> cells) {
    out.print(cells.stream().collect(Collectors.joining(",", "", "\n")));
  }

  private static String cell(Cell cell) {
    if (cell instanceof Cell.Null) {
      return "";
    }
    return cell.text().isEmpty() ? "\"\"" : quoted(cell.text());
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
