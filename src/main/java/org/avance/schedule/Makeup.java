package org.avance.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.avance.model.CatchUp;

/**
 * Which runs are made when a feed's entry comes up, perhaps late. Only what fell due while no
 * process served is missed; what waited for a turn is merely late, and is run.
 *
 * @param runs the times for which a run is made, in their order
 * @param leftOut how many missed times no run is made for
 */
record Makeup(List<Instant> runs, long leftOut) {
  /** However long the outage: no storm. */
  static final int MOST = 24;

  /** Enough to say how many; a schedule of seconds misses many times in a night. */
  private static final int COUNTED = 10_000;

  Makeup {
    runs = List.copyOf(runs);
  }

  /**
   * @param due when the entry was due
   * @param servedSince since when some process has served without an outage
   */
  static Makeup of(Timing timing, CatchUp catchUp, Instant due, Instant servedSince) {
    if (!due.isBefore(servedSince)) {
      return new Makeup(List.of(due), 0);
    }
    List<Instant> missed = missed(timing, due, servedSince);
    return switch (catchUp) {
      case NONE -> new Makeup(List.of(), missed.size());
      case LAST -> last(missed, 1);
      case ALL -> last(missed, MOST);
    };
  }

  /** The entry's own time counts, also where the schedule has changed since. */
  private static List<Instant> missed(Timing timing, Instant due, Instant servedSince) {
    List<Instant> times = timing.between(due, servedSince, COUNTED);
    return times.isEmpty() ? List.of(due) : times;
  }

  private static Makeup last(List<Instant> missed, int most) {
    int left = Math.max(0, missed.size() - most);
    return new Makeup(missed.subList(left, missed.size()), left);
  }

  Optional<Instant> last() {
    return runs.isEmpty() ? Optional.empty() : Optional.of(runs.get(runs.size() - 1));
  }
}
