package org.avance.operate;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.avance.job.Executions;
import org.avance.model.FeedHolder;
import org.avance.model.LoadExecution;

/** Marks a run as failed that a dead process left: it can be restarted then. */
public final class Recover {
  /** A feed that nobody held a moment ago. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Recover() {}

  /**
   * What was done.
   *
   * @param run the run as it stands now
   * @param recovered whether it is marked as failed; else its feed is still held
   * @param ended who held the feed and was ended; none where nobody did
   */
  public record Report(LoadExecution run, boolean recovered, List<FeedHolder> ended) {
    public Report {
      ended = List.copyOf(ended);
    }
  }

  /**
   * Recovers a run.
   *
   * @param killOwner whether a connection at which the server still works for the dead process is
   *     ended
   * @throws Refusal where there is no such run, it has ended, or its feed is held
   */
  public static Report perform(Workplace place, long number, boolean killOwner) {
    return Loading.perform(
        place,
        (feed, file, step, records) -> {},
        loader -> recover(loader.executions(), number, killOwner, place.patience()));
  }

  private static Report recover(
      Executions executions, long number, boolean killOwner, Duration rollback) {
    LoadExecution run =
        executions.find(number).orElseThrow(() -> RunState.unknownRun("recover", number));
    Optional<FeedHolder> holder = executions.findHolder(run.feed());
    Optional<LoadExecution> open = executions.findOpen(run.feed());
    Optional<String> refused = RunState.noRecovery(run, holder, open, killOwner);
    if (refused.isPresent()) {
      throw new Refusal("recover %d: %s".formatted(number, refused.get()));
    }
    holder.ifPresent(held -> executions.endHolder(run.feed(), held));
    boolean recovered = executions.recover(run, holder.isPresent() ? rollback : PATIENCE);
    return new Report(executions.find(number).orElse(run), recovered, holder.stream().toList());
  }
}
