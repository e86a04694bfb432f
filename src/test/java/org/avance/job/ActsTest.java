package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.avance.load.Archive;
import org.avance.load.TestWarehouse;
import org.avance.model.BackfillItem;
import org.avance.model.Delivery;
import org.avance.model.LoadExecution;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries that an operator chooses: gone on with, loaded again, in ranges. */
class ActsTest {
  private static TestWarehouse warehouse;

  @TempDir private Path folder;
  private TestLoads loads;
  private String failsAt = "";

  @BeforeAll
  static void warehouse() throws Exception {
    warehouse = TestWarehouse.migrated("acts");
  }

  @BeforeEach
  void loads() {
    loads =
        new TestLoads(
            folder,
            warehouse,
            (feed, file, step, records) -> {
              if (step.equals(failsAt)) {
                throw new IllegalStateException("the disk is full");
              }
            });
  }

  @AfterEach
  void close() {
    loads.close();
  }

  /** Two editions of one scope: the later one restates one figure and states another programme. */
  private void twoEditions(String feed) {
    loads
        .feed(feed, TestLoads.COVERAGE, "scope: feed")
        .file(feed + "/2020-01.csv", TestLoads.COVERAGE_HEADER, "E001,Uno,Personas,100,90")
        .file(
            feed + "/2020-02.csv",
            TestLoads.COVERAGE_HEADER,
            "E001,Uno,Personas,100,95",
            "E002,Dos,Personas,7,6");
    assertThat(loads.run())
        .containsExactly(feed + "/2020-01.csv PUBLISHED", feed + "/2020-02.csv PUBLISHED");
  }

  private static final List<String> AS_OF_THE_OLDER =
      List.of("E001 | TARGET | 2020 | 100 | 2", "E001 | SERVED | 2020 | 90 | 2");

  private static final List<String> AS_OF_THE_NEWER =
      List.of(
          "E001 | TARGET | 2020 | 100 | 2",
          "E001 | SERVED | 2020 | 95 | 2",
          "E002 | TARGET | 2020 | 7 | 3",
          "E002 | SERVED | 2020 | 6 | 3");

  private Delivery delivery(String file) {
    long id =
        Long.parseLong(
            loads.one("SELECT delivery_id FROM v_delivery WHERE file_name = '%s'".formatted(file)));
    return loads.open().executions().findDelivery(id).orElseThrow();
  }

  private List<String> load(Selection.Chosen chosen) {
    return TestLoads.shown(loads.open().load(Selection.of(List.of(chosen))));
  }

  private LoadExecution unfinished(String feed) {
    return loads.open().executions().listUnfinished().stream()
        .filter(run -> run.feed().equals(feed))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_rerun_under_the_same_descriptor_makes_no_version() {
    twoEditions("same");
    Map<String, Long> before = loads.versions();
    assertThat(load(Selection.Chosen.again(delivery("same/2020-02.csv"))))
        .containsExactly("same/2020-02.csv PUBLISHED");
    assertThat(loads.versions()).isEqualTo(before);
    assertThat(
            loads.rows(
                """
                SELECT status, rerun, facts_new, facts_changed, facts_unchanged, facts_ended
                FROM v_delivery WHERE file_name = 'same/2020-02.csv'
                """))
        .containsExactly("PUBLISHED | 1 | 0 | 0 | 4 | 0");
    assertThat(loads.run()).isEmpty();
  }

  @Test
  void a_rerun_takes_bytes_from_the_archive_and_the_descriptor_of_now() {
    twoEditions("mended");
    loads.remove("mended/2020-02.csv");
    loads.feed(
        "mended", TestLoads.COVERAGE.replace("value: Atendida", "value: Meta"), "scope: feed");
    assertThat(load(Selection.Chosen.again(delivery("mended/2020-02.csv"))))
        .containsExactly("mended/2020-02.csv PUBLISHED");
    assertThat(loads.figures("mended"))
        .containsExactly(
            "E001 | TARGET | 2020 | 100 | 2",
            "E001 | SERVED | 2020 | 100 | 2",
            "E002 | TARGET | 2020 | 7 | 3",
            "E002 | SERVED | 2020 | 7 | 3");
  }

  @Test
  void an_older_edition_takes_the_place_of_a_newer_one_only_by_name() {
    twoEditions("named");
    Delivery older = delivery("named/2020-01.csv");
    assertThat(load(Selection.Chosen.again(older)))
        .containsExactly(
            "named/2020-01.csv SUPERSEDED; edition 2020-02 of the same scope is published already (named/2020-02.csv, delivery %d)"
                .formatted(delivery("named/2020-02.csv").id()));
    assertThat(loads.figures("named")).isEqualTo(AS_OF_THE_NEWER);
    assertThat(load(Selection.Chosen.byName(delivery("named/2020-01.csv"))))
        .containsExactly("named/2020-01.csv PUBLISHED");
    assertThat(loads.figures("named")).isEqualTo(AS_OF_THE_OLDER);
    // Whose doing it was is told by the instant of each of its loads.
    assertThat(
            loads.rows(
                """
                SELECT programme_code, measure_code, what, figure_before, file_before, figure_after, file_after
                FROM v_restatements WHERE feed = 'named' ORDER BY restated_at, programme_code, measure_code
                """))
        .containsExactly(
            "E001 | SERVED | changed | 90 | named/2020-01.csv | 95 | named/2020-02.csv",
            "E001 | SERVED | changed | 95 | named/2020-02.csv | 90 | named/2020-01.csv",
            "E002 | SERVED | ended | 6 | named/2020-02.csv | null | named/2020-01.csv",
            "E002 | TARGET | ended | 7 | named/2020-02.csv | null | named/2020-01.csv");
    assertThat(load(Selection.Chosen.again(delivery("named/2020-02.csv"))))
        .containsExactly("named/2020-02.csv PUBLISHED");
    assertThat(loads.figures("named")).isEqualTo(AS_OF_THE_NEWER);
    assertThat(
            loads.one(
                "SELECT COUNT(*) FROM v_restatements WHERE feed = 'named' AND what = 'ended' AND file_after IS NULL"))
        .isEqualTo("0");
  }

  @Test
  void a_rerun_that_is_rejected_leaves_what_was_published() {
    twoEditions("refused");
    Map<String, Long> before = loads.versions();
    loads.feed(
        "refused", TestLoads.COVERAGE.replace("value: Atendida", "value: Programa"), "scope: feed");
    String published =
        loads.one(
            "SELECT CAST(published_at AS CHAR(19)) FROM v_delivery WHERE file_name = 'refused/2020-02.csv'");
    List<String> outcome = load(Selection.Chosen.again(delivery("refused/2020-02.csv")));
    assertThat(outcome).hasSize(1);
    assertThat(outcome.get(0))
        .startsWith("refused/2020-02.csv REJECTED; ")
        .endsWith("; what was published of it at %s UTC stands as it was".formatted(published));
    assertThat(loads.versions()).isEqualTo(before);
    assertThat(loads.figures("refused")).isEqualTo(AS_OF_THE_NEWER);
    assertThat(
            loads.one(
                "SELECT last_edition, delivery_id IS NOT NULL FROM v_freshness WHERE feed = 'refused'"))
        .isEqualTo("2020-02 | 1");
    // It still stands in the way of older editions.
    loads
        .feed("refused", TestLoads.COVERAGE, "scope: feed", "# other bytes")
        .file("refused/2019-12.csv", TestLoads.COVERAGE_HEADER, "E001,Uno,Personas,1,1");
    assertThat(loads.run())
        .containsExactly(
            "refused/2019-12.csv SUPERSEDED; edition 2020-02 of the same scope is published already (refused/2020-02.csv, delivery %d)"
                .formatted(delivery("refused/2020-02.csv").id()),
            "refused/2020-02.csv PUBLISHED");
    assertThat(loads.versions()).isEqualTo(before);
  }

  @Test
  void a_rerun_that_fails_is_finished_by_the_next_run_with_what_it_was_told() {
    twoEditions("broken");
    failsAt = "judge";
    assertThat(load(Selection.Chosen.byName(delivery("broken/2020-01.csv"))))
        .containsExactly("broken/2020-01.csv FAILED; step judge: the disk is full");
    assertThat(loads.figures("broken")).isEqualTo(AS_OF_THE_NEWER);
    failsAt = "";
    assertThat(loads.run()).containsExactly("broken/2020-01.csv PUBLISHED");
    assertThat(loads.figures("broken")).isEqualTo(AS_OF_THE_OLDER);
  }

  @Test
  void what_failed_is_gone_on_with_from_its_step_and_once() {
    loads
        .feed("failed", TestLoads.COVERAGE)
        .file("failed/2020.csv", TestLoads.COVERAGE_HEADER, "E001,Uno,Personas,100,90");
    failsAt = "publish";
    assertThat(loads.run())
        .containsExactly("failed/2020.csv FAILED; step publish: the disk is full");
    failsAt = "";
    LoadExecution run = unfinished("failed");
    assertThat(run)
        .isEqualTo(
            new LoadExecution(
                run.run(),
                "failed",
                run.digest(),
                "failed/2020.csv",
                run.delivery(),
                0,
                "FAILED",
                "publish",
                run.began(),
                run.ended(),
                run.run(),
                ThisProcess.name()));
    Selection.Chosen chosen = Selection.Chosen.toItsEnd("failed", run.digest(), run.rerun());
    assertThat(load(chosen)).containsExactly("failed/2020.csv PUBLISHED");
    assertThat(
            loads.rows(
                """
                SELECT STEP_NAME FROM BATCH_STEP_EXECUTION
                WHERE JOB_EXECUTION_ID = (SELECT MAX(JOB_EXECUTION_ID) FROM BATCH_JOB_EXECUTION JOIN BATCH_JOB_INSTANCE USING (JOB_INSTANCE_ID)
                                          WHERE JOB_NAME = 'load-failed')
                """))
        .containsExactly("publish");
    assertThat(load(chosen))
        .containsExactly("failed/2020.csv PUBLISHED; another process has loaded it meanwhile");
    assertThat(loads.open().executions().find(run.run()).orElseThrow().lastRun())
        .isGreaterThan(run.run());
  }

  /** Begun over under a mended descriptor, and killed before it came to judge once more. */
  @Test
  void a_step_that_ended_before_the_load_was_begun_over_is_done_again() {
    loads
        .feed("anew", TestLoads.COVERAGE)
        .file("anew/2020.csv", TestLoads.COVERAGE_HEADER, "E001,Uno,Personas,100,90");
    failsAt = "publish";
    loads.run();
    loads.feed("anew", TestLoads.COVERAGE, "# mended");
    failsAt = "judge";
    assertThat(loads.run()).containsExactly("anew/2020.csv FAILED; step judge: the disk is full");
    for (String table : List.of("BATCH_STEP_EXECUTION_CONTEXT", "BATCH_STEP_EXECUTION")) {
      TestLoads.sql(warehouse)
          .sql("DELETE FROM " + table + " ORDER BY STEP_EXECUTION_ID DESC LIMIT 1")
          .update();
    }
    failsAt = "";
    assertThat(loads.run()).containsExactly("anew/2020.csv PUBLISHED");
    assertThat(
            loads.rows(
                """
                SELECT STEP_NAME FROM BATCH_STEP_EXECUTION
                WHERE JOB_EXECUTION_ID = (SELECT MAX(JOB_EXECUTION_ID) FROM BATCH_JOB_EXECUTION) ORDER BY STEP_EXECUTION_ID
                """))
        .containsExactly("judge", "publish");
  }

  @Test
  void two_who_rerun_the_same_delivery_at_once_load_it_once() throws Exception {
    twoEditions("twice");
    Selection selection =
        Selection.of(List.of(Selection.Chosen.again(delivery("twice/2020-02.csv"))));
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (Loader one = Loader.open(loads.settings(TestLoads.PATIENCE), Progress.NONE);
        Loader other = Loader.open(loads.settings(TestLoads.PATIENCE), Progress.NONE)) {
      List<Callable<RunResult>> both =
          List.of(() -> one.load(selection), () -> other.load(selection));
      List<String> outcomes = new ArrayList<>();
      for (Future<RunResult> result : threads.invokeAll(both)) {
        outcomes.addAll(TestLoads.shown(result.get()));
      }
      assertThat(outcomes)
          .containsExactlyInAnyOrder(
              "twice/2020-02.csv PUBLISHED",
              "twice/2020-02.csv PUBLISHED; another process has loaded it meanwhile");
    } finally {
      threads.shutdownNow();
    }
    assertThat(loads.one("SELECT rerun FROM v_delivery WHERE file_name = 'twice/2020-02.csv'"))
        .isEqualTo("1");
  }

  @Test
  void a_chosen_delivery_whose_bytes_are_gone_is_named() throws Exception {
    twoEditions("gone");
    Delivery older = delivery("gone/2020-01.csv");
    loads.remove("gone/2020-01.csv");
    Files.delete(new Archive(folder.resolve("archive")).file(older.digest()));
    RunResult result = loads.open().load(Selection.of(List.of(Selection.Chosen.again(older))));
    assertThat(result.loads()).isEmpty();
    assertThat(result.unreadable())
        .containsExactly(
            "gone/2020-01.csv: can't be read (its bytes are neither in the archive nor in the inbox)");
  }

  private List<String> plan(String feed, boolean onlyMissing) {
    return loads.open().editions(feed, 2018, 2021).orElseThrow().plan(onlyMissing).stream()
        .map(EditionRange.Planned::item)
        .map(ActsTest::line)
        .toList();
  }

  private static String line(BackfillItem item) {
    return "%s %d %s: %s, %s"
        .formatted(item.edition(), item.editionYear(), item.status(), item.act(), item.why());
  }

  @Test
  void a_backfill_does_each_once_though_it_is_broken_off() {
    loads.feed("range", TestLoads.COVERAGE);
    for (int year = 2018; year <= 2022; year++) {
      loads.file(
          "range/%d.csv".formatted(year),
          TestLoads.COVERAGE_HEADER,
          "E001,Uno,Personas,%s,90".formatted(year == 2019 ? "falta" : year));
      if (year == 2020) {
        loads.run();
      }
    }
    failsAt = "judge";
    loads.remove("range/2022.csv");
    assertThat(loads.run()).containsExactly("range/2021.csv FAILED; step judge: the disk is full");
    failsAt = "";
    loads.file("range/2022.csv", TestLoads.COVERAGE_HEADER, "E001,Uno,Personas,2022,90");
    loads.file("range/b-2018.csv", TestLoads.COVERAGE_HEADER, "E001,Uno,Personas,2018,91");
    String rejected = "2019 2019 REJECTED: LEAVE, rejected, and nothing about it has changed since";
    String failed = "2021 2021 STAGED: RESTART, its last load did not come to its end";
    String fresh = "2018 2018 : LOAD, new";
    assertThat(plan("range", true))
        .containsExactly(
            "2018 2018 PUBLISHED: LEAVE, published",
            fresh,
            rejected,
            "2020 2020 PUBLISHED: LEAVE, published",
            failed);
    assertThat(plan("range", false))
        .containsExactly(
            "2018 2018 PUBLISHED: RERUN, published",
            fresh,
            rejected,
            "2020 2020 PUBLISHED: RERUN, published",
            failed);
    EditionRange range = loads.open().editions("range", 2018, 2021).orElseThrow();
    range.begin();
    Selection.Chosen first = range.plan(false).get(0).chosen().orElseThrow();
    assertThat(load(first)).containsExactly("range/2018.csv PUBLISHED");
    String done = "2018 2018 PUBLISHED: DONE, loaded since this backfill was begun";
    assertThat(plan("range", false))
        .containsExactly(done, fresh, rejected, "2020 2020 PUBLISHED: RERUN, published", failed);
    assertThat(loads.run()).hasSize(3);
    range.begin();
    assertThat(plan("range", false))
        .containsExactly(
            done,
            done,
            rejected,
            "2020 2020 PUBLISHED: RERUN, published",
            "2021 2021 PUBLISHED: DONE, loaded since this backfill was begun");
    assertThat(range.brokenOff()).isPresent();
    range.end();
    assertThat(range.brokenOff()).isEmpty();
    assertThat(plan("range", false))
        .containsExactly(
            "2018 2018 PUBLISHED: LEAVE, edition 2018 of the same scope is published already (range/b-2018.csv, delivery %d)"
                .formatted(delivery("range/b-2018.csv").id()),
            "2018 2018 PUBLISHED: RERUN, published",
            rejected,
            "2020 2020 PUBLISHED: RERUN, published",
            "2021 2021 PUBLISHED: RERUN, published");
    // Under another descriptor what was done before is not done.
    range.begin();
    loads.feed("range", TestLoads.COVERAGE, "missingValues: {falta: NOT_AVAILABLE}");
    assertThat(loads.open().editions("range", 2018, 2021).orElseThrow().brokenOff()).isEmpty();
    assertThat(plan("range", true))
        .contains(
            "2019 2019 REJECTED: LOAD, rejected; its descriptor, rulebook or side files have changed since");
  }
}
