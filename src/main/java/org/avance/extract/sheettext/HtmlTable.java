package org.avance.extract.sheettext;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rows of a table, each cell in its column: a cell that spans several columns or rows leaves the
 * others that it covers empty.
 */
final class HtmlTable {
  /** As in a browser. */
  private static final int MOST_COLUMNS = 1_000;

  private final List<String> row = new ArrayList<>();

  /** How many more rows the cell of each column covers. */
  private final List<Integer> covered = new ArrayList<>();

  void add(String text, int columns, int rows) {
    skipCovered();
    for (int i = 0; i < columns && row.size() < MOST_COLUMNS; i++) {
      cover(row.size(), rows - 1);
      row.add(i == 0 ? text : "");
    }
  }

  /** The row, cells parted by tabs; empty if it had none. */
  Optional<String> endRow() {
    skipCovered();
    if (row.isEmpty()) {
      return Optional.empty();
    }
    String line = String.join("\t", row);
    row.clear();
    return Optional.of(line);
  }

  private void skipCovered() {
    while (row.size() < covered.size() && covered.get(row.size()) > 0) {
      cover(row.size(), covered.get(row.size()) - 1);
      row.add("");
    }
  }

  private void cover(int column, int rows) {
    if (column < covered.size()) {
      covered.set(column, rows);
    } else {
      covered.add(rows);
    }
  }
}
