package org.avance.extract.xlsx;

import java.util.List;

/**
 * A row of a worksheet in which something stands.
 *
 * @param number as the worksheet numbers it, from 1
 * @param cells the texts up to the last that is not blank
 * @param uncomputed indexes of the cells that hold a formula without a value
 */
record SheetRow(long number, List<String> cells, List<Integer> uncomputed) {
  SheetRow {
    cells = List.copyOf(cells);
    uncomputed = List.copyOf(uncomputed);
  }

  boolean isBlank() {
    return cells.isEmpty();
  }
}
