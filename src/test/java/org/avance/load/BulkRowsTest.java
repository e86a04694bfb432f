package org.avance.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BulkRowsTest {
  private static final BulkTable TABLE = new BulkTable("t", List.of("a"));

  private final BulkRows rows = new BulkRows();

  @Test
  void cells_stand_between_tabs_and_rows_end_in_newlines() {
    rows.add("a", 1, 2L);
    rows.add("", "b", "c");
    BulkPart part = rows.cut(TABLE).orElseThrow();
    assertThat(words(part)).isEqualTo("a\t1\t2\n\tb\tc\n");
    assertThat(part.count()).isEqualTo(2);
    assertThat(part.into()).isEqualTo(TABLE);
  }

  @Test
  void a_part_begins_where_the_last_one_was_cut() {
    rows.add("a");
    assertThat(text()).isEqualTo("a\n");
    assertThat(rows.cut(TABLE)).isEmpty();
    rows.add("b");
    assertThat(text()).isEqualTo("b\n");
  }

  @Test
  void no_value_is_not_the_text_of_no_value() {
    rows.add(null, BulkRows.NULL, "\\N", "NULL", "");
    assertThat(text()).isEqualTo("\\N\t\\N\t\\\\N\tNULL\t\n");
  }

  @Test
  void numbers_are_written_out() {
    rows.add(new BigDecimal("1E+3"), new BigDecimal("-0.0000000001"), new BigDecimal("2.50"));
    assertThat(text()).isEqualTo("1000\t-0.0000000001\t2.50\n");
  }

  @Test
  void what_would_be_read_as_structure_is_escaped() {
    rows.add("tab\there", "line\nend\r\n", "back\\slash\\", "nul\0", "\u00241 \"'`\u001a\u0001");
    assertThat(text())
        .isEqualTo(
            "tab\\there\tline\\nend\\r\\n\tback\\\\slash\\\\\tnul\\0\t\u00241 \"'`\u001a\u0001\n");
  }

  private String text() {
    return words(rows.cut(TABLE).orElseThrow());
  }

  private static String words(BulkPart part) {
    return new String(part.text(), StandardCharsets.UTF_8);
  }
}
