package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.avance.load.Ownership;
import org.avance.load.TestWarehouse;
import org.avance.model.FeedHolder;
import org.avance.model.LoadExecution;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that a dead process left, and feeds that one holds: what is told, ended and marked. */
class StuckRunsTest {
  private static TestWarehouse warehouse;

  @TempDir private Path folder;
  private TestLoads loads;
  private String failsAt = "";

  @BeforeAll
  static void warehouse() throws Exception {
    warehouse = TestWarehouse.migrated("stuck_runs");
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

  private List<String> load(Selection.Chosen chosen) {
    return TestLoads.shown(loads.open().load(Selection.of(List.of(chosen))));
  }

  private LoadExecution unfinished(String feed) {
    return loads.open().executions().listUnfinished().stream()
        .filter(run -> run.feed().equals(feed))
        .findFirst()
        .orElseThrow();
  }

  /** As a process leaves it that died in its last step. */
  private LoadExecution left(String feed, String status) {
    loads
        .feed(feed, TestLoads.COVERAGE)
        .file(feed + "/2020.csv", TestLoads.COVERAGE_HEADER, "E001,Uno,Personas,100,90");
    failsAt = "publish";
    loads.run();
    failsAt = "";
    long run = unfinished(feed).run();
    TestLoads.sql(warehouse)
        .sql(
            "UPDATE BATCH_JOB_EXECUTION SET STATUS = ?, END_TIME = NULL WHERE JOB_EXECUTION_ID = ?")
        .params(status, run)
        .update();
    TestLoads.sql(warehouse)
        .sql(
            "UPDATE BATCH_STEP_EXECUTION SET STATUS = ?, END_TIME = NULL WHERE JOB_EXECUTION_ID = ? AND STEP_NAME = 'publish'")
        .params(status, run)
        .update();
    // Another process comes to it.
    loads.close();
    return loads.open().executions().find(run).orElseThrow();
  }

  private List<String> statuses(LoadExecution run) {
    return loads.rows(
        """
        SELECT e.STATUS, e.END_TIME IS NULL, s.STATUS, s.END_TIME IS NULL FROM BATCH_JOB_EXECUTION e
        JOIN BATCH_STEP_EXECUTION s ON s.JOB_EXECUTION_ID = e.JOB_EXECUTION_ID AND s.STEP_NAME = 'publish'
        WHERE e.JOB_EXECUTION_ID = %d
        """
            .formatted(run.run()));
  }

  @Test
  void a_run_that_a_dead_process_left_is_marked_and_restarted() {
    LoadExecution run = left("stuck", "STARTED");
    assertThat(loads.open().executions().findHolder("stuck")).isEmpty();
    assertThat(loads.open().executions().recover(run, Duration.ZERO)).isTrue();
    assertThat(statuses(run)).containsExactly("FAILED | 0 | FAILED | 0");
    assertThat(load(Selection.Chosen.toItsEnd("stuck", run.digest(), 0)))
        .containsExactly("stuck/2020.csv PUBLISHED");
  }

  @Test
  void the_run_that_finishes_it_says_so() throws Exception {
    LoadExecution run = left("finished", "STARTED");
    List<String> said = new ArrayList<>();
    Progress progress =
        (feed, words, step, records) -> {
          if (step.equals("wait")) {
            said.add(feed + ": " + words);
          }
        };
    try (Loader loader = Loader.open(loads.settings(Duration.ZERO), progress)) {
      assertThat(TestLoads.shown(loader.run(Set.of("finished"))))
          .containsExactly("finished/2020.csv PUBLISHED");
    }
    assertThat(said)
        .singleElement()
        .asString()
        .matches(
            "finished: run %d, begun \\d{4}-\\d\\d-\\d\\dT[\\d:]+Z, was left behind by a process that is gone; goes on from step publish"
                .formatted(run.run()));
  }

  @Test
  void an_unknown_run_is_recovered_too() {
    LoadExecution run = left("unknown", "UNKNOWN");
    assertThat(loads.open().executions().recover(run, Duration.ZERO)).isTrue();
    assertThat(statuses(run)).containsExactly("FAILED | 0 | FAILED | 0");
  }

  @Test
  @SuppressWarnings("try") // held for as long as the block lasts
  void a_run_whose_process_lives_is_left_alone() throws Exception {
    LoadExecution run = left("alive", "STARTED");
    Executions executions = loads.open().executions();
    try (Ownership other = claim("alive")) {
      FeedHolder holder = executions.findHolder("alive").orElseThrow();
      assertThat(holder.process()).isEqualTo(FeedHolder.Life.LIVES);
      assertThat(executions.recover(run, Duration.ZERO)).isFalse();
      assertThat(statuses(run)).containsExactly("STARTED | 1 | STARTED | 1");
      assertThat(Held.inWords(holder, executions.findOpen("alive")))
          .matches(
              "another process is loading this feed: connection \\d+ from [\\w.:]+, between statements for \\d+ s, run %d of alive \\(delivery %d, alive/2020.csv\\), step publish, process [^ ]+:\\d+"
                  .formatted(run.run(), run.delivery()));
      // Who was found before has let go since: the new owner is not ended in its place.
      executions.endHolder("alive", new FeedHolder(1, "", "", 90, "", FeedHolder.Life.SILENT));
      assertThat(other.isHeld()).isTrue();
      assertThat(executions.findHolder("alive").map(FeedHolder::connection))
          .contains(holder.connection());
    }
    assertThat(executions.findHolder("alive")).isEmpty();
  }

  @Test
  void a_connection_that_works_on_for_a_dead_process_is_told_and_ended() throws Exception {
    LoadExecution run = left("orphan", "STARTED");
    Executions executions = loads.open().executions();
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (Connection orphan = TestLoads.database(warehouse.endpoint()).single().getConnection()) {
      // The feed's lock without a sign of life, as after a SIGKILL in mid-statement.
      lock(orphan, "avance/%s/feed/orphan".formatted(warehouse.endpoint().warehouse()));
      Future<String> work = thread.submit(() -> sleep(orphan));
      FeedHolder holder = holderAtWork(executions);
      assertThat(holder.process()).isEqualTo(FeedHolder.Life.GONE);
      assertThat(holder.statement()).isEqualTo("SELECT SLEEP(60)");
      String gone =
          "the server still works for a process that is gone: connection \\d+ from [\\w.:]+, at work for \\d+ s, run %1$d of orphan \\(delivery %2$d, orphan/2020.csv\\), step publish, process [^ ]+:\\d+; it lets go once the statement has ended or is rolled back, or `recover %1$d --kill-owner` ends the connection"
              .formatted(run.run(), run.delivery());
      assertThat(runOf("orphan", Duration.ofSeconds(1)))
          .singleElement()
          .asString()
          .matches(" BUSY; " + gone);
      assertThat(whyNotRetracted(run)).matches(gone);
      executions.endHolder("orphan", holder);
      assertThat(executions.recover(run, Duration.ofSeconds(20))).isTrue();
      assertThat(work.get()).isEqualTo("ended");
    } finally {
      thread.shutdownNow();
    }
    assertThat(statuses(run)).containsExactly("FAILED | 0 | FAILED | 0");
    assertThat(loads.run()).containsExactly("orphan/2020.csv PUBLISHED");
  }

  private List<String> runOf(String feed, Duration patience) throws Exception {
    try (Loader loader = Loader.open(loads.settings(patience), Progress.NONE)) {
      return TestLoads.shown(loader.run(Set.of(feed)));
    }
  }

  private String whyNotRetracted(LoadExecution run) throws Exception {
    try (Retractor retractor = Retractor.open(loads.settings(Duration.ZERO), Progress.NONE)) {
      return retractor.retract(retractor.find(run.delivery()).orElseThrow(), "wrong").reason();
    }
  }

  private static FeedHolder holderAtWork(Executions executions) throws InterruptedException {
    FeedHolder holder = executions.findHolder("orphan").orElseThrow();
    while (holder.statement().isEmpty()) {
      Thread.sleep(20);
      holder = executions.findHolder("orphan").orElseThrow();
    }
    return holder;
  }

  private static void lock(Connection connection, String name) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("DO GET_LOCK(?, 0)")) {
      statement.setString(1, name);
      statement.execute();
    }
  }

  private static String sleep(Connection connection) {
    try (PreparedStatement statement = connection.prepareStatement("SELECT SLEEP(60)")) {
      statement.execute();
      return "slept";
    } catch (SQLException ended) {
      return "ended";
    }
  }

  private static Ownership claim(String feed) throws Exception {
    Database database = TestLoads.database(warehouse.endpoint());
    return Ownership.claim(database.single(), database.warehouse(), feed, Duration.ZERO)
        .orElseThrow();
  }
}
