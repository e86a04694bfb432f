package org.avance.schedule;

import java.time.Instant;
import java.util.List;
import org.avance.model.LoadResult;

/**
 * One run of one feed by a serving process.
 *
 * @param due when it was due
 * @param began when it began
 * @param ended when it ended
 * @param loads what came of each file that was due; none where nothing was new
 * @param known files that were loaded before and were left alone
 * @param faults why the feed could not be looked at, or which files could not be read
 */
public record FeedRun(
    String feed,
    Cause cause,
    Instant due,
    Instant began,
    Instant ended,
    List<LoadResult> loads,
    long known,
    List<String> faults) {
  public FeedRun {
    loads = List.copyOf(loads);
    faults = List.copyOf(faults);
  }

  /** True where a person has to look at something. */
  public boolean needsAttention() {
    return !faults.isEmpty() || loads.stream().anyMatch(load -> !load.outcome().isGood());
  }

  boolean ended(LoadResult.Outcome outcome) {
    return loads.stream().anyMatch(load -> load.outcome() == outcome);
  }

  /** What came of it, in words. */
  public String inWords() {
    return RunWords.of(this);
  }
}
