package org.avance.feed.mapping;

import org.avance.extract.RawRow;

/** What a record is that has fewer cells than the header. */
public enum RaggedRows {
  REFUSE,
  /** The cells left out are blank. */
  PAD;

  /** True for too few cells, unless they are padded, and for text beyond the header's columns. */
  boolean refuses(RawRow row, int columns) {
    int found = row.cells().size();
    return found < columns
        ? this == REFUSE
        : found > columns
            && row.cells().subList(columns, found).stream().anyMatch(cell -> !cell.isBlank());
  }
}
