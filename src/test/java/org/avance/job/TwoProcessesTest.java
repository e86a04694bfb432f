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
    try (LoadingProcess one = LoadingProcess.ready(settings, feeds, "");
        LoadingProcess other = LoadingProcess.ready(settings, feeds, "")) {
      one.go();
      other.go();
      List<String> outcomes =
          Stream.concat(one.outcomes().stream(), other.outcomes().stream()).toList();
      assertThat(outcomes.stream().filter(line -> !line.equals("done")))
          .containsExactlyInAnyOrderElementsOf(expected);
      assertThat(List.of(one.exitCode(), other.exitCode())).containsExactly(0, 0);
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

  @Test
  @SuppressWarnings("try") // held, never named
  void a_feed_that_another_holds_is_reported_and_the_others_are_loaded() throws Exception {
    files("held");
    files("free");
    LoadSettings settings = loads.settings(Duration.ofSeconds(1));
    try (Ownership other = claim("held");
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
