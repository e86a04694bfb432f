package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.avance.load.TestWarehouse;
import org.avance.schedule.Serving;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two that serve one warehouse: a process, and this one. */
class ServingTest {
  private static final long LONGEST_NANOS = 120_000_000_000L;

  @TempDir private Path folder;
  private final List<String> hereHeard = new CopyOnWriteArrayList<>();
  private TestWarehouse warehouse;
  private TestLoads loads;

  @Test
  void two_share_the_work_and_what_one_stops_the_other_finishes() throws Exception {
    warehouse = TestWarehouse.migrated("serving");
    loads = new TestLoads(folder, warehouse);
    loads.feed("nightly", TestLoads.COVERAGE, "schedule: '* * * * * *'");
    loads.feed("dropped", TestLoads.COVERAGE);
    loads.feed("yearly", TestLoads.COVERAGE, "schedule: '0 0 0 1 1 *'", "zone: Europe/Madrid");
    deadExecution("yearly");
    List.of(2015, 2016, 2017).forEach(year -> file("nightly", year));
    file("dropped", 2015);
    file("yearly", 2015);
    try (ServingProcess there =
        ServingProcess.start(TestLoads.database(warehouse.endpoint()), folder)) {
      Serving here = serve();
      there.hear("STARTED");
      shareTheWork(there);
      here.stop();
      assertThat(hereHeard).endsWith("STOPPED  stopped");
      assertThat(
              loads.rows(
                  "SELECT process, stopped_at IS NULL FROM serve_process ORDER BY started_at"))
          .hasSize(2)
          .contains("here | 0");
      stopInMidLoad(there);
    }
    Serving next = serve();
    await(() -> published("large", 1), List.of());
    next.stop();
    assertThat(
            loads.rows(
                "SELECT COUNT(*) FROM fct_coverage JOIN dim_feed USING (feed_id) WHERE feed = 'large'"))
        .containsExactly("44000");
    loads.close();
  }

  private Serving serve() {
    LoadSettings settings = loads.settings(Duration.ofSeconds(1));
    Serving serving =
        new Serving(
            new ServingMain.Fixed(settings),
            "here",
            2,
            ServingMain.HURRY,
            Clock.systemUTC(),
            new ServingMain.Told(hereHeard::add));
    Thread thread =
        new Thread(
            () -> {
              try {
                serving.run();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
    return serving;
  }

  private void shareTheWork(ServingProcess there) throws InterruptedException {
    await(
        () -> published("nightly", 3) && published("dropped", 1) && published("yearly", 1),
        there.heard());
    file("nightly", 2018);
    file("dropped", 2016);
    loads.feed("added", TestLoads.COVERAGE);
    file("added", 2015);
    List<String> expected =
        Stream.of(
                "nightly/2015",
                "nightly/2016",
                "nightly/2017",
                "nightly/2018",
                "dropped/2015",
                "dropped/2016",
                "yearly/2015",
                "added/2015")
            .map(
                file ->
                    "LOADED %s %s.csv PUBLISHED, 1 read, 1 staged, 0 in quarantine"
                        .formatted(file.replaceFirst("/.*", ""), file))
            .toList();
    await(() -> loaded(there).size() >= expected.size(), there.heard());
    assertThat(loaded(there)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(
            loads.rows(
                """
                SELECT JOB_NAME, COUNT(*), COUNT(DISTINCT JOB_INSTANCE_ID), MIN(STATUS), MAX(STATUS)
                FROM BATCH_JOB_INSTANCE JOIN BATCH_JOB_EXECUTION USING (JOB_INSTANCE_ID)
                GROUP BY JOB_NAME ORDER BY 1
                """))
        .containsExactly(
            "load-added | 1 | 1 | COMPLETED | COMPLETED",
            "load-dropped | 2 | 2 | COMPLETED | COMPLETED",
            "load-nightly | 4 | 4 | COMPLETED | COMPLETED",
            "load-yearly | 1 | 1 | COMPLETED | COMPLETED");
  }

  private List<String> loaded(ServingProcess there) {
    return Stream.concat(hereHeard.stream(), there.heard().stream())
        .filter(line -> line.startsWith("LOADED"))
        .toList();
  }

  /**
   * What it was loading is in the agenda, for whoever serves next; its file may be gone by then.
   */
  private void stopInMidLoad(ServingProcess there) throws Exception {
    Files.delete(folder.resolve("jobs/nightly.yaml"));
    loads.feed("large", TestLoads.COVERAGE);
    List<String> lines = new ArrayList<>(List.of(TestLoads.COVERAGE_HEADER));
    for (int i = 0; i < 22_000; i++) {
      lines.add("P%d,Uno,Personas,100,90".formatted(i));
    }
    loads.file("large/2020.csv", lines.toArray(String[]::new));
    await(
        () -> !loads.rows("SELECT 1 FROM delivery WHERE status = 'RECEIVED'").isEmpty(),
        there.heard());
    long began = System.nanoTime();
    assertThat(there.terminate()).isEqualTo(143);
    assertThat(System.nanoTime() - began).isLessThan(30_000_000_000L);
    assertThat(there.heard())
        .contains("STOPPING  loads under way stop at their next chunk")
        .anyMatch(line -> line.startsWith("LOADED large large/2020.csv STOPPED"))
        .endsWith("STOPPED  stopped");
    assertThat(loads.figures("large")).isEmpty();
    assertThat(loads.rows("SELECT picked FROM serve_agenda WHERE task_instance = 'large'"))
        .containsExactly("0");
    Files.delete(folder.resolve("inbox/large/2020.csv"));
  }

  /** As a killed process leaves it: it was at the feed, and its heartbeats stay away. */
  private void deadExecution(String feed) {
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

  private void file(String feed, int year) {
    loads.file(
        "%s/%d.csv".formatted(feed, year),
        TestLoads.COVERAGE_HEADER,
        "%s,Uno,Personas,%d,90".formatted(feed, year));
  }

  private boolean published(String feed, int files) {
    return loads
        .one(
            "SELECT COUNT(*) FROM delivery JOIN dim_feed USING (feed_id) WHERE feed = '%s' AND status = 'PUBLISHED'"
                .formatted(feed))
        .equals(String.valueOf(files));
  }

  private void await(BooleanSupplier condition, List<String> thereHeard)
      throws InterruptedException {
    long began = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - began > LONGEST_NANOS) {
        throw new AssertionError("waited in vain; heard " + hereHeard + thereHeard);
      }
      Thread.sleep(50);
    }
  }
}
