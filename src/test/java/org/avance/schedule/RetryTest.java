package org.avance.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.avance.model.LoadResult;
import org.avance.model.LoadResult.Outcome;
import org.junit.jupiter.api.Test;

class RetryTest {
  private static FeedRun run(List<String> faults, Outcome... outcomes) {
    List<LoadResult> loads =
        Arrays.stream(outcomes)
            .map(each -> new LoadResult("f", "n", each, List.of(), Map.of(), List.of(), 0))
            .toList();
    Instant then = Instant.EPOCH;
    return new FeedRun("f", Cause.SCHEDULE, then, then, then, loads, 2, faults);
  }

  @Test
  void what_ended_is_not_tried_again() {
    assertThat(Retry.pause(run(List.of()), 0)).isEmpty();
    assertThat(Retry.pause(run(List.of(), Outcome.PUBLISHED, Outcome.REJECTED), 0)).isEmpty();
    assertThat(Retry.pause(run(List.of("x.csv: can't be read"), Outcome.PUBLISHED), 0)).isEmpty();
  }

  @Test
  void what_failed_or_waits_is_tried_three_times() {
    for (FeedRun run :
        List.of(
            run(List.of(), Outcome.PUBLISHED, Outcome.FAILED),
            run(List.of(), Outcome.WAITING),
            run(List.of("the run broke off: no disk")))) {
      assertThat(Retry.pause(run, 0)).contains(Duration.ofMinutes(1));
      assertThat(Retry.pause(run, 1)).contains(Duration.ofMinutes(5));
      assertThat(Retry.pause(run, 2)).contains(Duration.ofMinutes(15));
      assertThat(Retry.pause(run, 3)).isEmpty();
    }
  }

  @Test
  void a_feed_that_another_holds_is_tried_for_as_long_as_that_lasts() {
    assertThat(Retry.pause(run(List.of(), Outcome.BUSY), 100)).contains(Duration.ofMinutes(1));
  }

  @Test
  void a_run_in_words() {
    assertThat(run(List.of()).inWords()).isEqualTo("nothing new, 2 files known");
    assertThat(run(List.of(), Outcome.REJECTED, Outcome.PUBLISHED, Outcome.PUBLISHED).inWords())
        .isEqualTo("2 PUBLISHED, 1 REJECTED");
    assertThat(run(List.of("x.csv: can't be read"), Outcome.PUBLISHED).inWords())
        .isEqualTo("1 PUBLISHED; x.csv: can't be read");
    assertThat(run(List.of("the run broke off: no disk")).inWords())
        .isEqualTo("the run broke off: no disk");
    assertThat(run(List.of("long ".repeat(200))).inWords()).hasSize(500).endsWith("…");
  }
}
