package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.avance.job.SeamDriver.Seam;
import org.avance.job.SeamDriver.When;
import org.avance.load.TestWarehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an older build, or a clock that was ahead, has left behind. */
class LeftoversTest {
  @TempDir private Path folder;
  private TestWarehouse warehouse;
  private TestLoads loads;

  @BeforeEach
  void warehouse() throws Exception {
    warehouse = TestWarehouse.migrated("leftovers");
    loads = new TestLoads(folder, warehouse);
  }

  @AfterEach
  void close() {
    loads.close();
  }

  private void deliver(String name, int target) {
    loads
        .feed("feed", TestLoads.COVERAGE)
        .file("feed/" + name, TestLoads.COVERAGE_HEADER, "E01,Uno,Personas," + target + ",90");
  }

  private void execute(String sql) {
    warehouse.admin().sql(sql).update();
  }

  private void changeTomorrow(String update) {
    String tomorrow = loads.one("SELECT UNIX_TIMESTAMP(NOW(6) + INTERVAL 1 DAY)");
    execute(
        "SET STATEMENT timestamp = %s FOR UPDATE %s.%s"
            .formatted(tomorrow, warehouse.endpoint().warehouse(), update));
  }

  @Test
  void a_delivery_that_another_build_staged_is_staged_anew() {
    deliver("2020.csv", 100);
    loads.cutOff("feed", new Seam("UPDATE delivery SET status", 2, When.AFTER_COMMIT));
    String schema = warehouse.endpoint().stagingSchema();
    for (String table : loads.stagingTables()) {
      if (table.endsWith("_fct_coverage_keyed")) {
        execute("ALTER TABLE %s.%s DROP COLUMN figure".formatted(schema, table));
      }
      if (table.endsWith("_programme")) {
        execute("ALTER TABLE %s.%s COMMENT 'layout of another build'".formatted(schema, table));
      }
    }
    assertThat(loads.run()).containsExactly("feed/2020.csv PUBLISHED");
    assertThat(steps())
        .containsExactly(
            "FAILED | receive, stage, classify, judge",
            "COMPLETED | receive, stage, classify, judge, publish");
    assertThat(loads.stagingTables()).isEmpty();
  }

  @Test
  void a_delivery_that_this_build_staged_is_not() {
    deliver("2020.csv", 100);
    loads.cutOff("feed", new Seam("UPDATE delivery SET status", 2, When.AFTER_COMMIT));
    assertThat(loads.run()).containsExactly("feed/2020.csv PUBLISHED");
    assertThat(steps())
        .containsExactly("FAILED | receive, stage, classify, judge", "COMPLETED | judge, publish");
  }

  private List<String> steps() {
    return loads.rows(
        """
        SELECT e.STATUS, GROUP_CONCAT(s.STEP_NAME ORDER BY s.STEP_EXECUTION_ID SEPARATOR ', ')
        FROM BATCH_JOB_EXECUTION e JOIN BATCH_STEP_EXECUTION s USING (JOB_EXECUTION_ID)
        GROUP BY JOB_EXECUTION_ID, e.STATUS ORDER BY JOB_EXECUTION_ID
        """);
  }

  @Test
  void staging_tables_of_early_builds_are_swept_and_what_is_not_avances_is_left() {
    String schema = warehouse.endpoint().stagingSchema();
    for (String table : List.of("d7_coverage", "d7_coverage_keyed", "d1234567_points", "dim_own")) {
      execute("CREATE TABLE %s.%s (a INT)".formatted(schema, table));
    }
    assertThat(loads.run()).isEmpty();
    assertThat(loads.stagingTables()).containsExactly("dim_own");
  }

  /** The clock was a day ahead when the first delivery was published, and is set right since. */
  @Test
  void a_clock_that_steps_back_loses_no_version() {
    deliver("2020.csv", 100);
    loads.feed("ahead", TestLoads.COVERAGE);
    loads.file("ahead/2020.csv", TestLoads.COVERAGE_HEADER, "E99,Otro,Personas,1,1");
    loads.run("ahead");
    for (String table : List.of("delivery", "delivery_publication")) {
      execute(
          "UPDATE %s.%s SET published_at = NOW(6) + INTERVAL 1 DAY"
              .formatted(warehouse.endpoint().warehouse(), table));
    }
    loads.run("feed");
    execute(
        "UPDATE %s.delivery JOIN %1$s.dim_feed USING (feed_id) SET published_at = NOW(6) WHERE feed = 'ahead'"
            .formatted(warehouse.endpoint().warehouse()));
    changeTomorrow("dim_feed SET title = 'Of tomorrow' WHERE feed = 'feed'");
    changeTomorrow("dim_price_index SET average = 1 WHERE year_key = 2019");
    deliver("2020-02.csv", 101);
    assertThat(loads.run("feed")).containsExactly("feed/2020-02.csv PUBLISHED");
    assertThat(
            loads.rows(
                "SELECT title, row_end > row_start FROM dim_feed FOR SYSTEM_TIME ALL WHERE feed = 'feed' ORDER BY row_start"))
        .containsExactly("T | 1", "Of tomorrow | 1", "T | 1");
    assertThat(
            loads.rows(
                "SELECT average = 1, row_end > row_start FROM dim_price_index FOR SYSTEM_TIME ALL WHERE year_key = 2019 ORDER BY row_start"))
        .containsExactly("0 | 1", "1 | 1", "0 | 1");
    assertThat(
            loads.rows(
                """
                SELECT figure, f.row_start = published_at, f.row_start > NOW(6), f.row_end > f.row_start
                FROM fct_coverage FOR SYSTEM_TIME ALL f JOIN delivery USING (delivery_id) JOIN dim_feed g ON g.feed_id = f.feed_id
                WHERE feed = 'feed' AND population_key = (SELECT population_key FROM dim_population_kind WHERE code = 'TARGET')
                ORDER BY f.row_start
                """))
        .containsExactly("100 | 1 | 1 | 1", "101 | 1 | 1 | 1");
    assertThat(
            loads.rows(
                """
                SELECT d.file_name, (SELECT SUM(figure) FROM v_coverage_history FOR SYSTEM_TIME AS OF TIMESTAMP'%s' WHERE feed = 'feed')
                FROM delivery d JOIN dim_feed USING (feed_id) WHERE feed = 'feed' AND file_name = 'feed/2020.csv'
                """
                    .formatted(
                        loads.one(
                            "SELECT published_at FROM delivery WHERE file_name = 'feed/2020.csv'"))))
        .containsExactly("feed/2020.csv | 190");
  }
}
