package org.avance.monitor;

import java.time.Duration;
import java.util.function.Supplier;
import org.avance.warehouse.Vitals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether this process can do its work: the database answers, its schema is this build's, the
 * schedule runs.
 */
public final class Readiness {
  private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);
  private static final Duration GOOD_FOR = Duration.ofSeconds(1);

  private final Vitals vitals;
  private final long newest;
  private final Supplier<Boolean> scheduleRuns;
  private volatile boolean reachable = true;
  private final Recently<State> state = new Recently<>(GOOD_FOR, this::look);

  /**
   * How it is.
   *
   * @param database reachable, or unreachable
   * @param schema current, or of which migration it is
   * @param schedule running, or stopped
   */
  record State(boolean ready, String database, String schema, String schedule) {}

  public Readiness(Vitals vitals, Supplier<Boolean> scheduleRuns) {
    this.vitals = vitals;
    this.newest = Vitals.newestMigration();
    this.scheduleRuns = scheduleRuns;
  }

  State now() {
    return state.get();
  }

  private State look() {
    boolean runs = scheduleRuns.get();
    String schedule = runs ? "running" : "stopped";
    try {
      long found = vitals.migration();
      boolean current = found == newest;
      reachable = true;
      String schema =
          current ? "current" : "at migration %d, this build is at %d".formatted(found, newest);
      return new State(runs && current, "reachable", schema, schedule);
    } catch (RuntimeException unreachable) {
      if (reachable) {
        LOG.warn("the warehouse can't be reached", unreachable);
      }
      reachable = false;
      return new State(false, "unreachable", "unknown", schedule);
    }
  }
}
