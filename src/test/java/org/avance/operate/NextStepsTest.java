package org.avance.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.avance.job.Standing;
import org.avance.model.Delivery;
import org.avance.model.DeliveryCounts;
import org.avance.model.DeliveryStatus;
import org.avance.model.FeedHolder;
import org.avance.model.LoadExecution;
import org.avance.warehouse.Execution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which commands are named for an execution in the state it is in. */
final class NextStepsTest {

  private static final long KEPT_OUT = 1021;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RUNNING|PUBLISHED|./avance show 7",
        "LEFT AT WORK|STAGED|./avance run --feed a-feed; ./avance recover 7 --kill-owner",
        "LEFT BEHIND|STAGED|./avance run --feed a-feed; ./avance recover 7",
        "FAILED|STAGED|./avance restart 7; ./avance run --feed a-feed",
        "STOPPED|STAGED|./avance restart 7; ./avance run --feed a-feed",
        "REJECTED|REJECTED|./avance quarantine list --delivery 5; ./avance feed try a-feed '/in box/a.csv'; ./avance run --feed a-feed",
        "REJECTED|PUBLISHED|./avance runs --feed a-feed",
        "PUBLISHED|PUBLISHED|./avance quarantine list --delivery 5; ./avance replay 5; ./avance rerun 7; ./avance retract 5 --reason WHY",
        "PUBLISHED|RETRACTED|./avance rerun 7",
        "PUBLISHED|STAGED|./avance show 12",
        "SUPERSEDED|SUPERSEDED|./avance rerun 7",
        "COMPLETED|PUBLISHED|''"
      })
  void each_state_has_its_commands(String outcome, DeliveryStatus status, String commands) {
    assertThat(commands(outcome, standing(status, KEPT_OUT), List.of(3L))).isEqualTo(commands);
  }

  @Test
  void what_went_on_elsewhere_is_told_there() {
    Standing standing = standing(DeliveryStatus.STAGED, 0);
    assertThat(commands("FAILED", standing, List.of(3L, 9L))).isEqualTo("./avance show 9");
    assertThat(commands("RUNNING", standing, List.of(9L))).isEqualTo("./avance show 7");
  }

  @Test
  void nothing_open_in_quarantine_nothing_to_replay_or_list() {
    assertThat(commands("PUBLISHED", standing(DeliveryStatus.PUBLISHED, 0), List.of()))
        .isEqualTo("./avance rerun 7; ./avance retract 5 --reason WHY");
    assertThat(commands("REJECTED", standing(DeliveryStatus.REJECTED, 0), List.of()))
        .isEqualTo("./avance feed try a-feed '/in box/a.csv'; ./avance run --feed a-feed");
  }

  @Test
  void records_of_an_overtaken_delivery_are_shown_and_not_replayed() {
    Standing here = standing(DeliveryStatus.PUBLISHED, KEPT_OUT);
    Standing overtaken =
        new Standing(
            here.run(),
            here.delivery(),
            here.last(),
            here.holder(),
            here.atWork(),
            KEPT_OUT,
            Optional.of("edition 2021 of the same scope is published already (b.csv, delivery 6)"));
    assertThat(steps("PUBLISHED", overtaken, List.of()).get(0))
        .isEqualTo(
            new RunDetails.Advice(
                "./avance quarantine list --delivery 5",
                "shows the 1,021 records that stayed out; nothing has to be done: edition 2021 of the same scope is published already (b.csv, delivery 6)"));
    assertThat(commands("PUBLISHED", overtaken, List.of())).doesNotContain("replay");
  }

  @Test
  void while_a_process_is_at_work_on_the_feed_there_is_but_to_look_again() {
    Standing here = standing(DeliveryStatus.STAGED, KEPT_OUT);
    Standing held =
        new Standing(
            here.run(),
            here.delivery(),
            here.last(),
            Optional.of(new FeedHolder(9, "avance", "127.0.0.1", 3, "", FeedHolder.Life.LIVES)),
            here.last(),
            KEPT_OUT,
            Optional.empty());
    assertThat(steps("PUBLISHED", held, List.of()))
        .containsExactly(
            new RunDetails.Advice(
                "./avance show 12",
                "run 12 is at work on this feed: look again when it has ended"));
  }

  @Test
  void a_failed_run_whose_delivery_was_loaded_anew_can_t_be_restarted() {
    Standing here = standing(DeliveryStatus.PUBLISHED, 0);
    Standing anew =
        new Standing(
            Optional.of(execution(7, 0)),
            here.delivery().map(NextStepsTest::reloaded),
            here.last(),
            here.holder(),
            here.atWork(),
            0,
            Optional.empty());
    assertThat(steps("FAILED", anew, List.of()))
        .containsExactly(
            new RunDetails.Advice(
                "./avance runs --feed a-feed",
                "run 7 of a-feed (delivery 5, a.csv) is FAILED, and its delivery was loaded anew since (rerun 1); `files` says how it stands"));
  }

  private static String commands(String outcome, Standing standing, List<Long> others) {
    return String.join(
        "; ", steps(outcome, standing, others).stream().map(RunDetails.Advice::command).toList());
  }

  private static List<RunDetails.Advice> steps(
      String outcome, Standing standing, List<Long> others) {
    return new NextSteps(run(outcome), others, standing, Optional.of(Path.of("/in box/a.csv")))
        .list();
  }

  private static Standing standing(DeliveryStatus status, long quarantined) {
    return new Standing(
        Optional.of(execution(7, 0)),
        Optional.of(delivery(status, 0)),
        Optional.of(execution(12, 1)),
        Optional.empty(),
        Optional.empty(),
        quarantined,
        Optional.empty());
  }

  private static LoadExecution execution(long run, int rerun) {
    return new LoadExecution(
        run, "a-feed", "d", "a.csv", 5, rerun, "FAILED", "stage", "", "", run, "");
  }

  private static Execution run(String outcome) {
    return new Execution(
        7, "load-a-feed", "a-feed", "a.csv", "2020", 5, 0, "", "", 0, outcome, 9, 2, 0, 0, 0);
  }

  private static Delivery reloaded(Delivery delivery) {
    return delivery(delivery.status(), 1);
  }

  private static Delivery delivery(DeliveryStatus status, int rerun) {
    DeliveryCounts none = new DeliveryCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    return new Delivery(
        5, "a-feed", "a.csv", "d", "2020", 2020, "", status, rerun, "d", "r", none, List.of());
  }
}
