package org.avance.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.avance.model.Delivery;
import org.avance.model.DeliveryCounts;
import org.avance.model.DeliveryStatus;
import org.avance.model.FeedHolder;
import org.avance.model.LoadExecution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused says what was found and what would be allowed. */
final class RunStateTest {
  private static final FeedHolder ALIVE =
      new FeedHolder(17, "etl", "10.0.0.5:4711", 3, "", FeedHolder.Life.LIVES);
  private static final FeedHolder SILENT =
      new FeedHolder(17, "etl", "10.0.0.5:4711", 300, "", FeedHolder.Life.SILENT);
  private static final FeedHolder GONE =
      new FeedHolder(17, "etl", "10.0.0.5:4711", 26, "UPDATE fct_coverage", FeedHolder.Life.GONE);
  private static final FeedHolder STRANGER =
      new FeedHolder(18, "", "", 0, "", FeedHolder.Life.STRANGER);

  private static LoadExecution run(String status) {
    return new LoadExecution(
        12, "people", "ab12", "people/2020.csv", 5, 0, status, "publish", "", "", 12, "vm:4711");
  }

  private static Delivery delivery(DeliveryStatus status, long quarantined, int rerun) {
    return new Delivery(
        5,
        "people",
        "people/2020.csv",
        "ab12",
        "2020",
        2020,
        "",
        status,
        rerun,
        "d",
        "r",
        new DeliveryCounts(9, 9 - quarantined, quarantined, 0, 0, 0, 0, 0, 0, 0, 0, 0),
        List.of());
  }

  private static String noRestart(LoadExecution run, Delivery delivery, FeedHolder... holder) {
    return RunState.noRestart(
            run, Optional.of(delivery), List.of(holder).stream().findFirst(), Optional.of(run))
        .orElse("allowed");
  }

  @ParameterizedTest
  @CsvSource({"FAILED", "STOPPED", "STARTED", "STARTING", "STOPPING", "UNKNOWN"})
  void what_did_not_come_to_its_end_is_restarted_where_nobody_holds_its_feed(String status) {
    assertThat(noRestart(run(status), delivery(DeliveryStatus.STAGED, 0, 0))).isEqualTo("allowed");
  }

  @Test
  void what_failed_is_restarted_though_its_feed_is_held_for_the_loader_waits() {
    assertThat(noRestart(run("FAILED"), delivery(DeliveryStatus.STAGED, 0, 0), ALIVE))
        .isEqualTo("allowed");
  }

  @Test
  void what_is_at_work_is_not_restarted() {
    assertThat(noRestart(run("STARTED"), delivery(DeliveryStatus.STAGED, 0, 0), ALIVE))
        .isEqualTo(
            "run 12 of people (delivery 5, people/2020.csv) is STARTED and can't be restarted now: another process is loading this feed: connection 17 from 10.0.0.5:4711, between statements for 3 s, run 12 of people (delivery 5, people/2020.csv), step publish, process vm:4711");
    assertThat(noRestart(run("STARTED"), delivery(DeliveryStatus.STAGED, 0, 0), GONE))
        .isEqualTo(
            "run 12 of people (delivery 5, people/2020.csv) is STARTED and can't be restarted now: the server still works for a process that is gone: connection 17 from 10.0.0.5:4711, at work for 26 s, run 12 of people (delivery 5, people/2020.csv), step publish, process vm:4711; it lets go once the statement has ended or is rolled back, or `recover 12 --kill-owner` ends the connection");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PUBLISHED | 0 | `rerun` loads it again",
        "PUBLISHED | 2 | `rerun` loads it again, `replay` its quarantined records once what kept them out is mended",
        "REJECTED | 2 | `run` loads it again once its descriptor, the rulebook or a side file has changed",
        "SUPERSEDED | 0 | `rerun` loads it again, in the place of the newer one",
      })
  void a_completed_run_is_not_restarted(DeliveryStatus status, long quarantined, String allowed) {
    assertThat(noRestart(run("COMPLETED"), delivery(status, quarantined, 0)))
        .isEqualTo(
            "run 12 of people (delivery 5, people/2020.csv) is COMPLETED and its delivery %s: %s; only a run that failed or was stopped can be restarted"
                .formatted(status, allowed));
  }

  @Test
  void a_run_that_another_one_followed_is_not_restarted() {
    LoadExecution followed =
        new LoadExecution(
            12, "people", "ab12", "people/2020.csv", 5, 0, "FAILED", "stage", "", "", 15, "");
    assertThat(noRestart(followed, delivery(DeliveryStatus.PUBLISHED, 0, 0)))
        .isEqualTo(
            "run 12 of people (delivery 5, people/2020.csv) was restarted since, as run 15; `show 15` says what can be done now");
    assertThat(noRestart(run("COMPLETED"), delivery(DeliveryStatus.PUBLISHED, 0, 2)))
        .isEqualTo(
            "run 12 of people (delivery 5, people/2020.csv) is COMPLETED, and its delivery was loaded anew since (rerun 2); `files` says how it stands");
  }

  private static String noRerun(DeliveryStatus status, LoadExecution... last) {
    return RunState.noRerun(delivery(status, 0, 0), List.of(last).stream().findFirst())
        .orElse("allowed");
  }

  @Test
  void only_what_was_accepted_is_rerun() {
    assertThat(noRerun(DeliveryStatus.PUBLISHED)).isEqualTo("allowed");
    assertThat(noRerun(DeliveryStatus.SUPERSEDED)).isEqualTo("allowed");
    assertThat(noRerun(DeliveryStatus.REJECTED))
        .isEqualTo(
            "delivery 5 (people/2020.csv) is REJECTED: nothing was accepted that could be loaded again; `run` loads it once its descriptor, the rulebook or a side file has changed");
    assertThat(noRerun(DeliveryStatus.STAGED, run("FAILED")))
        .isEqualTo(
            "delivery 5 (people/2020.csv) is STAGED: its load has not come to its end; `restart 12` goes on with it (run 12 is FAILED)");
    assertThat(noRerun(DeliveryStatus.RECEIVED))
        .isEqualTo(
            "delivery 5 (people/2020.csv) is RECEIVED: its load has not come to its end; `run` goes on with it");
  }

  private static String noRecovery(String status, boolean killOwner, FeedHolder... holder) {
    LoadExecution run = run(status);
    return RunState.noRecovery(
            run, List.of(holder).stream().findFirst(), Optional.of(run), killOwner)
        .orElse("allowed");
  }

  @Test
  void what_nobody_holds_is_recovered_and_what_has_ended_is_not() {
    assertThat(noRecovery("STARTED", false)).isEqualTo("allowed");
    assertThat(noRecovery("UNKNOWN", false)).isEqualTo("allowed");
    assertThat(noRecovery("FAILED", false))
        .isEqualTo(
            "run 12 of people (delivery 5, people/2020.csv) is FAILED already: there is nothing to recover; `restart 12` goes on with it");
    assertThat(noRecovery("COMPLETED", true))
        .isEqualTo(
            "run 12 of people (delivery 5, people/2020.csv) is COMPLETED already: there is nothing to recover; `show 12` says what can be done now");
  }

  @Test
  void an_owner_is_ended_only_where_its_process_does_not_live() {
    assertThat(noRecovery("STARTED", true, GONE)).isEqualTo("allowed");
    assertThat(noRecovery("STARTED", true, SILENT)).isEqualTo("allowed");
    String lives =
        "run 12 of people (delivery 5, people/2020.csv) is STARTED, and another process is loading this feed: connection 17 from 10.0.0.5:4711, between statements for 3 s, run 12 of people (delivery 5, people/2020.csv), step publish, process vm:4711; wait for it, or stop that process (Ctrl-C, SIGTERM): a process that lives is not ended";
    assertThat(noRecovery("STARTED", true, ALIVE)).isEqualTo(lives);
    assertThat(noRecovery("STARTED", false, ALIVE)).isEqualTo(lives);
    assertThat(noRecovery("STARTED", false, SILENT))
        .isEqualTo(
            "run 12 of people (delivery 5, people/2020.csv) is STARTED, and another process holds this feed and has not been heard for a minute: connection 17 from 10.0.0.5:4711, between statements for 300 s, run 12 of people (delivery 5, people/2020.csv), step publish, process vm:4711; if it is gone, `recover 12 --kill-owner` ends the connection");
    assertThat(noRecovery("STARTED", true, STRANGER))
        .isEqualTo(
            "run 12 of people (delivery 5, people/2020.csv) is STARTED, and the feed's lock is held by connection 18 of another database account, which is no process of Avance; `./avance doctor` says whose it is and how to end it");
  }

  @Test
  void years_are_one_or_a_range() {
    assertThat(Backfill.Years.of("2019")).isEqualTo(new Backfill.Years(2019, 2019));
    assertThat(Backfill.Years.of("2016..2021")).isEqualTo(new Backfill.Years(2016, 2021));
    assertThatThrownBy(() -> Backfill.Years.of("2016-2021"))
        .hasMessage("expected years such as 2016..2021 or 2019, found \"2016-2021\"");
    assertThatThrownBy(() -> Backfill.Years.of("2021..2016"))
        .hasMessage(
            "expected years from the first to the last, such as 2016..2021, found \"2021..2016\"");
  }
}
