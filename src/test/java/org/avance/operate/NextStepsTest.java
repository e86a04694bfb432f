package org.avance.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.avance.model.DeliveryCounts;
import org.avance.warehouse.DeliveryDetails;
import org.avance.warehouse.Execution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which commands are named for an execution in the state it is in. */
final class NextStepsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RUNNING|./avance show 7",
        "LEFT AT WORK|./avance run --feed a-feed; ./avance recover 7 --kill-owner",
        "LEFT BEHIND|./avance run --feed a-feed; ./avance recover 7",
        "FAILED|./avance restart 7; ./avance run --feed a-feed",
        "STOPPED|./avance restart 7; ./avance run --feed a-feed",
        "REJECTED|./avance quarantine list --delivery 5; ./avance feed try a-feed '/in box/a.csv'; ./avance run --feed a-feed",
        "PUBLISHED|./avance quarantine list --delivery 5; ./avance replay 5; ./avance rerun 7",
        "SUPERSEDED|./avance rerun 7",
        "COMPLETED|''"
      })
  void each_state_has_its_commands(String outcome, String commands) {
    assertThat(commands(outcome, 2, List.of(3L))).isEqualTo(commands);
  }

  @Test
  void what_went_on_elsewhere_is_told_there() {
    assertThat(commands("FAILED", 2, List.of(3L, 9L))).isEqualTo("./avance show 9");
    assertThat(commands("RUNNING", 2, List.of(9L))).isEqualTo("./avance show 7");
  }

  @Test
  void nothing_in_quarantine_nothing_to_replay() {
    assertThat(commands("PUBLISHED", 0, List.of())).isEqualTo("./avance rerun 7");
  }

  @Test
  void a_rejected_delivery_that_was_published_since_needs_nothing() {
    NextSteps steps =
        new NextSteps(run("REJECTED", 2), List.of(), Optional.of(delivery()), Optional.empty());
    assertThat(steps.list())
        .containsExactly(
            new RunDetails.Advice(
                "./avance runs --feed a-feed", "it was loaded again since and is PUBLISHED now"));
  }

  private static String commands(String outcome, long quarantined, List<Long> others) {
    NextSteps steps =
        new NextSteps(
            run(outcome, quarantined),
            others,
            Optional.empty(),
            Optional.of(Path.of("/in box/a.csv")));
    return String.join("; ", steps.list().stream().map(RunDetails.Advice::command).toList());
  }

  private static Execution run(String outcome, long quarantined) {
    return new Execution(
        7,
        "load-a-feed",
        "a-feed",
        "a.csv",
        "2020",
        5,
        0,
        "",
        "",
        0,
        outcome,
        9,
        quarantined,
        0,
        0,
        0);
  }

  private static DeliveryDetails delivery() {
    DeliveryCounts none = new DeliveryCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    return new DeliveryDetails(
        5,
        "a-feed",
        "a.csv",
        "d",
        1,
        "2020",
        "",
        "",
        "PUBLISHED",
        1,
        "d",
        "r",
        "",
        "",
        none,
        0,
        List.of());
  }
}
