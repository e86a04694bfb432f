package org.avance.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.avance.load.TestWarehouse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

final class QueryTest {
  private static DataSource reader;
  private static DataSource owner;

  @BeforeAll
  static void migrate() throws Exception {
    TestWarehouse warehouse = TestWarehouse.migrated("test_query");
    reader = warehouse.as(warehouse.endpoint().bi());
    owner = warehouse.as(warehouse.endpoint().owner());
  }

  @Test
  void an_answer_has_its_column_names_and_its_rows() {
    assertThat(
            Table.withColumns(
                reader, "SELECT code, label_es AS nombre FROM dim_sex ORDER BY sex_key;"))
        .containsExactly(
            "code | nombre",
            "UNKNOWN | No indicado",
            "TOTAL | Total",
            "WOMEN | Mujeres",
            "MEN | Hombres",
            "OTHER | Otro grupo");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "CAST(61851 AS DECIMAL(30,10))|61851",
        "CAST(-0.5 AS DECIMAL(30,10))|-0.5",
        "CAST(0 AS DECIMAL(30,10))|0",
        "CAST(2700000 AS DECIMAL(30,10))|2700000",
        "1e3|1000",
        "18446744073709551615|18446744073709551615",
        "TRUE|1",
        "''|~~",
        "NULL|NULL",
        "CAST(NULL AS DECIMAL(30,10))|NULL",
        "CAST(NULL AS DATE)|NULL",
        "DATE'2017-12-31'|2017-12-31",
        "TIMESTAMP'2030-01-01 00:00:00.250000'|2030-01-01T00:00:00.25",
        "TIMESTAMP'2030-01-01 00:00:00'|2030-01-01T00:00:00",
        "TIME'12:30:00'|12:30:00",
        "x'0aff'|0aff",
        "'población'|población"
      })
  void values_print_fit_for_reading(String expression, String printed) {
    assertThat(Table.of(reader, "SELECT " + expression)).containsExactly(printed);
  }

  @Test
  void a_number_a_text_and_no_value_are_told_apart() {
    List<Cell> cells = new ArrayList<>();

    Query.run(reader, "SELECT 1.50, '1.50', '', NULL", new OneRow(cells));

    assertThat(cells)
        .containsExactly(
            new Cell.Numeric(new BigDecimal("1.50")),
            new Cell.Text("1.50"),
            new Cell.Text(""),
            new Cell.Null());
  }

  @Test
  void instants_are_utc() {
    assertThat(Table.of(reader, "SELECT @@session.time_zone")).containsExactly("+00:00");
  }

  @Test
  void small_integers_and_years_are_numbers() {
    JdbcClient.create(owner).sql("CREATE TABLE odd (a TINYINT(1), b BIT(1), c YEAR)").update();
    JdbcClient.create(owner)
        .sql("INSERT INTO odd VALUES (5, 1, 2017), (NULL, NULL, NULL)")
        .update();

    assertThat(Table.of(owner, "SELECT * FROM odd"))
        .containsExactly("5 | 1 | 2017", "NULL | NULL | NULL");
  }

  /**
   * Sixteen thousand million rows: only streamed ones begin to arrive, and only a stop ends them.
   */
  @Test
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void rows_arrive_one_by_one_and_who_stops_need_not_wait_for_the_rest() {
    assertThatThrownBy(
            () ->
                Query.run(
                    reader,
                    "SELECT a.name_es FROM dim_geography a, dim_geography b, dim_geography c",
                    new Impatient()))
        .hasMessage("enough");
  }

  @Test
  void even_an_account_that_may_write_only_reads() {
    assertRefused(
        owner,
        "SELECT NEXT VALUE FOR BATCH_JOB_INSTANCE_SEQ",
        "Queries only read: Cannot execute statement in a READ ONLY transaction.");
    assertThat(Table.of(owner, "SELECT next_not_cached_value FROM BATCH_JOB_INSTANCE_SEQ"))
        .containsExactly("1");
  }

  @Test
  void a_misspelt_view_is_answered_with_the_nearest() {
    assertRefused(
        reader,
        "SELECT * FROM v_covrage_history",
        "No table or view named v_covrage_history that queries may read. Nearest: v_coverage_history, v_score_history.");
    assertRefused(
        owner,
        "SELECT * FROM v_covrage_history",
        "No table or view named v_covrage_history that queries may read. Nearest: v_coverage_history, v_score_history.");
    assertRefused(
        reader,
        "SELECT * FROM test_query.issues",
        "No table or view named issues that queries may read. Nearest: v_issues.");
    assertRefused(
        reader,
        "SELECT * FROM nothing_like_it",
        "No table or view named nothing_like_it that queries may read. SELECT * FROM v_dictionary lists what there is.");
  }

  @Test
  void a_misspelt_column_is_answered_with_the_nearest_of_its_view() {
    assertRefused(
        reader,
        "SELECT h.figures FROM v_coverage_history AS h",
        "No column named figures. Nearest: figure.");
  }

  @Test
  void a_slip_of_syntax_is_answered_with_its_place() {
    assertRefused(
        reader, "SELECT code\nFORM dim_sex", "Not understood as SQL, line 2, near: dim_sex");
    assertRefused(reader, "SELECT 1 +", "Not understood as SQL, line 1, at its end");
  }

  @Test
  void other_refusals_of_the_server_are_handed_on() {
    assertRefused(
        reader,
        "SELECT NO_SUCH()",
        "The server refused the query: execute command denied to user 'avance_bi'@'127.0.0.1' for routine 'test_query.NO_SUCH'.");
  }

  private static void assertRefused(DataSource account, String sql, String message) {
    assertThatThrownBy(() -> Table.of(account, sql))
        .isInstanceOf(QueryRefused.class)
        .hasMessage(message);
  }

  private record OneRow(List<Cell> cells) implements Query.Answer {
    @Override
    public void columns(List<String> names) {}

    @Override
    public void row(List<Cell> row) {
      cells.addAll(row);
    }
  }

  private record Impatient() implements Query.Answer {
    @Override
    public void columns(List<String> names) {}

    @Override
    public void row(List<Cell> row) {
      throw new IllegalStateException("enough");
    }
  }
}
