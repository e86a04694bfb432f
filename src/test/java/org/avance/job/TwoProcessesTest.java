package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.avance.load.Ownership;
import org.avance.load.TestWarehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes on one inbox and one warehouse. */
class TwoProcessesTest {
  /** src/test/at-once.sh makes it 100. */
  private static final int TRIES = Integer.getInteger("avance.tries", 8);

  private static TestWarehouse warehouse;

  @TempDir private Path folder;
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private TestLoads loads;

  @BeforeAll
  static void warehouse() throws Exception {
    warehouse = TestWarehouse.migrated("two_processes");
  }

  @BeforeEach
  void loads() {
    loads =
        new TestLoads(
            folder, warehouse, (feed, file, step, records) -> heard.add(feed + " " + step));
  }

  @AfterEach
  void close() {
    loads.close();
  }

  private void files(String feed) {
    loads.feed(feed, TestLoads.COVERAGE);
    for (int year = 2015; year <= 2020; year++) {
      loads.file(
          "%s/%d.csv".formatted(feed, year),
          TestLoads.COVERAGE_HEADER,
          "%s,Uno,Personas,%d,90".formatted(feed, year));
    }
  }

  @Test
  void two_at_once_load_each_delivery_once() throws Exception {
    List<String> expected = new ArrayList<>();
    for (String feed : List.of("north", "south", "west")) {
      files(feed);
      for (int year = 2015; year <= 2020; year++) {
        expected.add("%s/%d.csv PUBLISHED".formatted(feed, year));
      }
    }
    LoadSettings settings = loads.settings(TestLoads.PATIENCE);
    String feeds = "north,south,west";
    try (LoadingProcess one = LoadingProcess.started(settings);
        LoadingProcess other = LoadingProcess.started(settings)) {
      assertThat(atOnce(one.ready(), other.ready(), feeds))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
    assertThat(
            loads.rows(
                """
                SELECT JOB_NAME, COUNT(*), COUNT(DISTINCT JOB_INSTANCE_ID), MIN(STATUS), MAX(STATUS)
                FROM BATCH_JOB_INSTANCE JOIN BATCH_JOB_EXECUTION USING (JOB_INSTANCE_ID)
                WHERE JOB_NAME IN ('load-north', 'load-south', 'load-west') GROUP BY JOB_NAME ORDER BY 1
                """))
        .containsExactly(
            "load-north | 6 | 6 | COMPLETED | COMPLETED",
            "load-south | 6 | 6 | COMPLETED | COMPLETED",
            "load-west | 6 | 6 | COMPLETED | COMPLETED");
    for (String feed : List.of("north", "south", "west")) {
      assertThat(loads.figures(feed)).hasSize(12);
      assertThat(
              loads.rows(
                  "SELECT COUNT(*) FROM fct_coverage FOR SYSTEM_TIME ALL f JOIN dim_feed USING (feed_id) WHERE feed = '%s'"
                      .formatted(feed)))
          .containsExactly("12");
    }
    assertThat(
            loads.rows("SELECT COUNT(*) FROM v_delivery GROUP BY published_at HAVING COUNT(*) > 1"))
        .isEmpty();
    assertThat(loads.stagingTables()).isEmpty();
  }

  /** What two processes say that load the same at the same time. */
  private static List<String> atOnce(LoadingProcess one, LoadingProcess other, String feeds)
      throws Exception {
    one.go(feeds);
    other.go(feeds);
    return Stream.concat(one.outcomes().stream(), other.outcomes().stream()).toList();
  }

  @Test
  void of_two_that_start_a_delivery_at_once_one_executes_it() throws Exception {
    tryAtOnce("start", "COMPLETED");
  }

  @Test
  void of_two_that_restart_a_delivery_at_once_one_executes_it() throws Exception {
    for (int i = 0; i < TRIES; i++) {
      file("restart" + i);
    }
    String full = "SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = 1114, MESSAGE_TEXT = 'full'";
    warehouse
        .owner()
        .sql("CREATE TRIGGER full BEFORE INSERT ON fct_coverage FOR EACH ROW " + full)
        .update();
    assertThat(loads.run()).hasSize(TRIES).allMatch(line -> line.contains(" FAILED; "));
    warehouse.owner().sql("DROP TRIGGER full").update();
    tryAtOnce("restart", "FAILED, COMPLETED");
  }

  private void file(String feed) {
    loads
        .feed(feed, TestLoads.COVERAGE)
        .file(feed + "/2020.csv", TestLoads.COVERAGE_HEADER, "E1,Uno,Personas,100,90");
  }

  /** One of two processes loads each; every try is another feed's. */
  private void tryAtOnce(String name, String expected) throws Exception {
    for (int i = 0; i < TRIES; i++) {
      file(name + i);
    }
    LoadSettings settings = loads.settings(TestLoads.PATIENCE);
    try (LoadingProcess one = LoadingProcess.started(settings);
        LoadingProcess other = LoadingProcess.started(settings)) {
      one.ready();
      other.ready();
      for (int i = 0; i < TRIES; i++) {
        String feed = name + i;
        boolean isEven = i % 2 == 0;
        assertThat(atOnce(isEven ? one : other, isEven ? other : one, feed))
            .containsExactly(feed + "/2020.csv PUBLISHED");
      }
    }
    assertThat(
            loads.rows(
                """
                SELECT s, COUNT(*) FROM (
                  SELECT GROUP_CONCAT(STATUS ORDER BY JOB_EXECUTION_ID SEPARATOR ', ') AS s
                  FROM BATCH_JOB_INSTANCE JOIN BATCH_JOB_EXECUTION USING (JOB_INSTANCE_ID)
                  WHERE JOB_NAME LIKE 'load-%s%%' GROUP BY JOB_INSTANCE_ID) e GROUP BY s
                """
                    .formatted(name)))
        .containsExactly(expected + " | " + TRIES);
    assertThat(
            loads.rows(
                "SELECT COUNT(*), COUNT(DISTINCT feed_id) FROM fct_coverage FOR SYSTEM_TIME ALL f JOIN dim_feed USING (feed_id) WHERE feed LIKE '%s%%'"
                    .formatted(name)))
        .containsExactly(2 * TRIES + " | " + TRIES);
  }

  @Test
  @SuppressWarnings("try") // held for as long as the block lasts
  void a_feed_that_another_holds_is_reported_and_the_others_are_loaded() throws Exception {
    files("held");
    files("free");
    LoadSettings settings = loads.settings(Duration.ofSeconds(1));
    try (@SuppressWarnings("try")
            Ownership other = claim("held");
        Loader loader = Loader.open(settings, Progress.NONE)) {
      List<String> outcomes = TestLoads.shown(loader.run(java.util.Set.of()));
      assertThat(outcomes.subList(0, 6)).allMatch(line -> line.matches("free/\\d+.csv PUBLISHED"));
      assertThat(outcomes.get(6))
          .matches(
              " BUSY; another process is loading this feed: connection \\d+ from [\\w.:]+, between statements for \\d+ s");
      assertThat(outcomes).hasSize(7);
      assertThat(loads.figures("held")).isEmpty();
    }
  }

  @Test
  void a_feed_that_another_lets_go_is_waited_for() throws Exception {
    files("later");
    Ownership other = claim("later");
    Thread letGo =
        new Thread(
            () -> {
              while (!heard.contains("later wait")) {
                Thread.onSpinWait();
              }
              other.close();
            });
    letGo.start();
    assertThat(loads.run()).hasSize(6).allMatch(line -> line.matches("later/\\d+.csv PUBLISHED"));
    letGo.join();
    assertThat(heard.get(0)).isEqualTo("later wait");
  }

  private static Ownership claim(String feed) throws Exception {
    Database database = TestLoads.database(warehouse.endpoint());
    return Ownership.claim(database.single(), database.warehouse(), feed, Duration.ZERO)
        .orElseThrow();
  }
}
