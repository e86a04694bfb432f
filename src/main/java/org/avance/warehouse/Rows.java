package org.avance.warehouse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An answer of few rows, kept: each a value by the name of its column, in their order. */
final class Rows implements Query.Answer {
  private final List<String> names = new ArrayList<>();
  private final List<Map<String, Cell>> rows = new ArrayList<>();

  @Override
  public void columns(List<String> columns) {
    names.addAll(columns);
  }

  @Override
  public void row(List<Cell> cells) {
    Map<String, Cell> row = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      row.put(names.get(i), cells.get(i));
    }
    rows.add(row);
  }

  List<Map<String, Cell>> all() {
    return List.copyOf(rows);
  }
}
