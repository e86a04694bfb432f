package org.avance.feed.mapping;

import java.util.List;

/** Where the text of a word comes from. */
public sealed interface Source {

  /** The record's cell under this column name. */
  record Column(String name) implements Source {}

  /** A text the descriptor gives. */
  record Constant(String text) implements Source {}

  /** The texts of several origins, one behind the other. */
  record Composed(List<Origin> parts) implements Source {
    public Composed {
      parts = List.copyOf(parts);
    }
  }

  /** What a pattern takes from the whole file name. */
  record FileName(Extract extract) implements Source {}

  /** What a pattern finds in the first cell of preamble or header that has it. */
  record HeaderCell(Extract extract) implements Source {}

  /**
   * What the melt pattern takes from a column's name; its group {@code value} is that column's
   * cell.
   */
  record Melted(String group) implements Source {
    public static final String VALUE = "value";
  }
}
