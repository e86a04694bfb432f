package org.avance.warehouse;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Collects an answer as lines of text, for tests: cells between bars, NULL for none. */
final class Table implements Query.Answer {
  private final List<String> lines = new ArrayList<>();

  /** The rows, without the line of column names. */
  static List<String> of(DataSource reader, String sql) {
    List<String> lines = withColumns(reader, sql);
    return lines.subList(1, lines.size());
  }

  static List<String> withColumns(DataSource reader, String sql) {
    Table table = new Table();
    Query.run(reader, sql, table);
    return table.lines;
  }

  @Override
  public void columns(List<String> names) {
    lines.add(String.join(" | ", names));
  }

  @Override
  public void row(List<Cell> cells) {
    lines.add(
        cells.stream()
            .map(cell -> cell instanceof Cell.Null ? "NULL" : cell.text())
            .collect(Collectors.joining(" | ")));
  }
}
