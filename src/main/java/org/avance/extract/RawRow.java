package org.avance.extract;

import java.util.List;

/**
 * One record of a table as it stands in the file.
 *
 * @param number 1-based number of the record under the header, blank ones counted
 * @param firstLine 1-based line the record begins on
 * @param lastLine line it ends on; later than {@code firstLine} where quoted cells hold line breaks
 * @param cells the cells' text, quotes removed, otherwise untouched; as many as the record has,
 *     save blank ones under unnamed columns at the header's end
 * @param raw the record's text as received, without its line end
 */
public record RawRow(long number, long firstLine, long lastLine, List<String> cells, String raw) {
  public RawRow {
    cells = List.copyOf(cells);
  }

  /** True where every cell is empty or white space: a blank line, or a row of separators only. */
  public boolean isBlank() {
    for (String cell : cells) {
      if (!cell.isBlank()) {
        return false;
      }
    }
    return true;
  }
}
