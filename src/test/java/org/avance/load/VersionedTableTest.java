package org.avance.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VersionedTableTest {
  private static final VersionedTable TABLE =
      new VersionedTable(
          "fct",
          List.of("feed_id", "year_key"),
          List.of("figure"),
          List.of("note"),
          List.of("line"));

  @Test
  void statements_are_made_of_its_columns() {
    assertThat(TABLE.columnList()).isEqualTo("feed_id, year_key, figure, note, line");
    assertThat(TABLE.columnListOf("k"))
        .isEqualTo("k.feed_id, k.year_key, k.figure, k.note, k.line");
    assertThat(TABLE.sameKey()).isEqualTo("f.feed_id = k.feed_id AND f.year_key = k.year_key");
  }

  /**
   * NULL equals NULL: a figure still not stated is no change. An accent is one, whatever the
   * collation says.
   */
  @Test
  void where_it_was_read_from_is_written_but_never_compared() {
    assertThat(TABLE.sameValues())
        .isEqualTo("TRUE AND f.figure <=> k.figure AND BINARY f.note <=> BINARY k.note");
    assertThat(TABLE.assignments())
        .isEqualTo("f.figure = k.figure, f.note = k.note, f.line = k.line");
  }
}
