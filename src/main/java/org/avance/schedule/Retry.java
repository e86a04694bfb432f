package org.avance.schedule;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.avance.model.LoadResult.Outcome;

/** Whether and when a run that did not come to its end is tried again. */
final class Retry {
  /** A lock or a network mends itself in minutes; what then still fails needs a person. */
  private static final List<Duration> PAUSES =
      List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15));

  private Retry() {}

  /** How long to wait before the next try; empty where none is made. */
  static Optional<Duration> pause(FeedRun run, int tries) {
    if (run.ended(Outcome.BUSY)) {
      return Optional.of(PAUSES.get(0));
    }
    boolean broke = run.loads().isEmpty() && !run.faults().isEmpty();
    if (!broke && !run.ended(Outcome.FAILED) && !run.ended(Outcome.WAITING)) {
      return Optional.empty();
    }
    return tries < PAUSES.size() ? Optional.of(PAUSES.get(tries)) : Optional.empty();
  }
}
