package org.avance.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.avance.server.Endpoint;
import org.avance.server.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Rows on their way through LOAD DATA into a table of the real server. */
class BulkLoadTest {
  private JdbcClient sql;
  private BulkLoad load;
  private String table;

  @BeforeEach
  void table() throws Exception {
    Endpoint endpoint = TestServer.freshWarehouse("bulk_load");
    DataSource source =
        new DriverManagerDataSource(
            endpoint.jdbcUrl() + "?allowLocalInfile=true",
            endpoint.etl().user(),
            endpoint.etl().password());
    sql = JdbcClient.create(source);
    load = new BulkLoad(source);
    table = endpoint.stagingSchema() + ".bulk";
    sql.sql("CREATE TABLE " + table + " (n INT PRIMARY KEY, t TEXT NULL, d DECIMAL(30,10) NULL)")
        .update();
  }

  @Test
  void any_text_comes_back_as_it_went() {
    List<String> texts =
        new ArrayList<>(List.of("", "\\N", "\\", "a\\", "\t", "\n", "\r\n", "\\t"));
    texts.addAll(
        List.of(
            "NULL",
            "'\"`;--",
            "ñÑáü",
            "😀 𝒳 \uD83D\uDC69\u200D\uD83D\uDE80",
            "\u202E\u00A0\uFEFF"));
    for (char c = 0; c < 0x20; c++) {
      texts.add("control " + c + " character");
    }
    texts.addAll(anything(500));
    BulkRows rows = new BulkRows();
    for (int i = 0; i < texts.size(); i++) {
      rows.add(i, texts.get(i), null);
    }
    load.load(table, List.of("n", "t", "d"), rows);
    assertThat(sql.sql("SELECT t FROM " + table + " ORDER BY n").query(String.class).list())
        .isEqualTo(texts);
    assertThat(
            sql.sql("SELECT COUNT(*) FROM " + table + " WHERE d IS NOT NULL")
                .query(Long.class)
                .single())
        .isZero();
  }

  private static List<String> anything(int count) {
    Random random = new Random(11);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(30); length > 0; length--) {
        int sort = random.nextInt(4);
        text.appendCodePoint(
            switch (sort) {
              case 0 -> "\\\t\n\r\0Nn0tr".charAt(random.nextInt(10));
              case 1 -> 0x1F600 + random.nextInt(50);
              default -> random.nextInt(0xD800);
            });
      }
      texts.add(text.toString());
    }
    return texts;
  }

  @Test
  void no_rows_are_no_load() {
    load.load("no_such_table", List.of("n"), new BulkRows());
  }

  @Test
  void a_value_that_does_not_fit_fails_the_load_rather_than_warn() {
    BulkRows rows = new BulkRows();
    rows.add(1, "x", "12 viviendas");
    assertThatThrownBy(() -> load.load(table, List.of("n", "t", "d"), rows))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageMatching(
            "bulk load into bulk_load_stage\\.bulk: 1 rows sent, 1 loaded; Data truncated for column 'd' at row 1");
  }

  @Test
  void a_key_that_repeats_fails_the_load_rather_than_skip() {
    BulkRows rows = new BulkRows();
    rows.add(1, "x", null);
    rows.add(1, "y", null);
    assertThatThrownBy(() -> load.load(table, List.of("n", "t", "d"), rows))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "bulk load into bulk_load_stage.bulk: 2 rows sent, 1 loaded; Duplicate entry '1' for key 'PRIMARY'");
  }
}
