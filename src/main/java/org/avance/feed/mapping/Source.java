package org.avance.feed.mapping;

import java.util.List;

/** Where the text of a word comes from. */
public sealed interface Source {

  /** Origins that this source is made of in turn. */
  default List<Origin> nested() {
    if (this instanceof Looked looked) {
      return looked.lookup.by();
    }
    if (this instanceof Composed composed) {
      return composed.parts;
    }
    return this instanceof Joined joined ? joined.join.lookup().by() : List.of();
  }

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

  /** A column of the side record that is the record's partner in a lookup. */
  record Looked(Lookup lookup, String column) implements Source {}

  /** The same once the file is open and the side records are at hand. */
  record Joined(Join join, String column) implements Source {
    Taken take(Cells cells) {
      return join.take(cells, column);
    }

    /** As messages name it. */
    @Override
    public String toString() {
      return column + " of lookup " + join.lookup().name();
    }
  }
}
