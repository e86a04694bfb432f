package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.avance.load.TestWarehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that serve one warehouse. */
class ServingTest {
  private static final String EVERY_SECOND = "schedule: '* * * * * *'";
  private static final long LONGEST_NANOS = 60_000_000_000L;
  private static TestWarehouse warehouse;

  @TempDir private Path folder;
  private TestLoads loads;

  @BeforeAll
  static void warehouse() throws Exception {
    warehouse = TestWarehouse.migrated("serving");
  }

  /** What an earlier test left in the agenda would be worked on. */
  @BeforeEach
  void loads() {
    loads = new TestLoads(folder, warehouse);
    TestLoads.sql(warehouse).sql("DELETE FROM serve_agenda").update();
  }

  @AfterEach
  void close() {
    loads.close();
  }

  private ServingProcess serve() throws Exception {
    return ServingProcess.start(TestLoads.database(warehouse.endpoint()), folder);
  }

  private void file(String feed, int year) {
    loads.file(
        "%s/%d.csv".formatted(feed, year),
        TestLoads.COVERAGE_HEADER,
        "%s,Uno,Personas,%d,90".formatted(feed, year));
  }

  private static void await(BooleanSupplier condition, ServingProcess... processes)
      throws InterruptedException {
    long began = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - began > LONGEST_NANOS) {
        throw new AssertionError("waited in vain; heard " + said(processes));
      }
      Thread.sleep(20);
    }
  }

  private boolean published(String feed, int files) {
    return loads
        .one(
            "SELECT COUNT(*) FROM delivery JOIN dim_feed USING (feed_id) WHERE feed = '%s' AND status = 'PUBLISHED'"
                .formatted(feed))
        .equals(String.valueOf(files));
  }

  private static List<String> said(ServingProcess... processes) {
    return Stream.of(processes).flatMap(process -> process.heard().stream()).toList();
  }

  private static List<String> loaded(ServingProcess... processes) {
    return said(processes).stream().filter(line -> line.startsWith("LOADED")).sorted().toList();
  }

  @Test
  void two_share_schedules_and_arrivals_and_load_each_file_once() throws Exception {
    loads.feed("nightly", TestLoads.COVERAGE, EVERY_SECOND);
    loads.feed("dropped", TestLoads.COVERAGE);
    loads.feed("yearly", TestLoads.COVERAGE, "schedule: '0 0 0 1 1 *'", "zone: Europe/Madrid");
    deadExecution("yearly");
    List.of(2015, 2016, 2017).forEach(year -> file("nightly", year));
    file("dropped", 2015);
    file("yearly", 2015);
    List<String> expected = new ArrayList<>();
    try (ServingProcess one = serve();
        ServingProcess other = serve()) {
      one.hear("STARTED");
      other.hear("STARTED");
      await(
          () -> published("nightly", 3) && published("dropped", 1) && published("yearly", 1),
          one,
          other);
      file("nightly", 2018);
      file("dropped", 2016);
      loads.feed("added", TestLoads.COVERAGE);
      file("added", 2015);
      await(
          () -> published("nightly", 4) && published("dropped", 2) && published("added", 1),
          one,
          other);
      for (String file : List.of("nightly/2015", "nightly/2016", "nightly/2017", "nightly/2018")) {
        expected.add(published("nightly", file));
      }
      expected.add(published("dropped", "dropped/2015"));
      expected.add(published("dropped", "dropped/2016"));
      expected.add(published("added", "added/2015"));
      expected.add(published("yearly", "yearly/2015"));
      await(() -> loaded(one, other).size() >= expected.size(), one, other);
      assertThat(List.of(one.terminate(), other.terminate())).containsExactly(143, 143);
      assertThat(loaded(one, other)).containsExactlyInAnyOrderElementsOf(expected);
      assertThat(one.heard()).endsWith("STOPPED  stopped");
    }
    assertThat(
            loads.rows(
                """
                SELECT JOB_NAME, COUNT(*), COUNT(DISTINCT JOB_INSTANCE_ID), MIN(STATUS), MAX(STATUS)
                FROM BATCH_JOB_INSTANCE JOIN BATCH_JOB_EXECUTION USING (JOB_INSTANCE_ID)
                WHERE JOB_NAME IN ('load-nightly', 'load-dropped', 'load-added', 'load-yearly')
                GROUP BY JOB_NAME ORDER BY 1
                """))
        .containsExactly(
            "load-added | 1 | 1 | COMPLETED | COMPLETED",
            "load-dropped | 2 | 2 | COMPLETED | COMPLETED",
            "load-nightly | 4 | 4 | COMPLETED | COMPLETED",
            "load-yearly | 1 | 1 | COMPLETED | COMPLETED");
    assertThat(
            loads.rows(
                "SELECT task_instance, picked FROM serve_agenda WHERE task_data LIKE '%;SCHEDULE;%' ORDER BY 1"))
        .containsExactly("nightly | 0", "yearly | 0");
    assertThat(loads.rows("SELECT COUNT(*) FROM serve_process WHERE stopped_at IS NOT NULL"))
        .containsExactly("2");
  }

  private static String published(String feed, String file) {
    return "LOADED %s %s.csv PUBLISHED, 1 read, 1 staged, 0 in quarantine".formatted(feed, file);
  }

  /** As a killed process leaves it: it was at the feed, and its heartbeats stay away. */
  private static void deadExecution(String feed) {
    TestLoads.sql(warehouse)
        .sql(
            """
            INSERT INTO serve_agenda (task_name, task_instance, task_data, execution_time, picked, picked_by,
              last_heartbeat, version)
            VALUES ('feed', :feed, '0 0 0 1 1 *;Europe/Madrid;SCHEDULE;0;', '2026-01-01', TRUE, 'gone:1',
              UTC_TIMESTAMP(6) - INTERVAL 1 HOUR, 1)
            """)
        .param("feed", feed)
        .update();
  }

  @Test
  void a_load_is_stopped_at_its_next_chunk_and_goes_on_with_the_next_process() throws Exception {
    loads.feed("large", TestLoads.COVERAGE);
    List<String> lines = new ArrayList<>(List.of(TestLoads.COVERAGE_HEADER));
    for (int i = 0; i < 30_000; i++) {
      lines.add("P%d,Uno,Personas,100,90".formatted(i));
    }
    loads.file("large/2020.csv", lines.toArray(String[]::new));
    try (ServingProcess first = serve()) {
      await(() -> !loads.rows("SELECT 1 FROM delivery WHERE status = 'RECEIVED'").isEmpty(), first);
      long began = System.nanoTime();
      assertThat(first.terminate()).isEqualTo(143);
      assertThat(System.nanoTime() - began).isLessThan(25_000_000_000L);
      assertThat(first.heard())
          .contains("STOPPING  loads under way stop at their next chunk")
          .anyMatch(line -> line.startsWith("LOADED large large/2020.csv STOPPED"))
          .endsWith("STOPPED  stopped");
    }
    assertThat(loads.figures("large")).isEmpty();
    assertThat(loads.rows("SELECT task_instance, picked FROM serve_agenda"))
        .containsExactly("large | 0");
    // Its file may have left the inbox: the archive has it.
    Files.delete(folder.resolve("inbox/large/2020.csv"));
    try (ServingProcess second = serve()) {
      second.hear("LOADED large large/2020.csv PUBLISHED, 30000 read, 30000 staged");
      assertThat(second.terminate()).isEqualTo(143);
    }
  }
}
