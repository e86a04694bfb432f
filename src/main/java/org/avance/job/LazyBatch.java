package org.avance.job;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.avance.classify.Rulebook;
import org.avance.load.PriceIndexTable;
import org.avance.load.Statistics;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.launch.JobExecutionNotRunningException;
import org.springframework.dao.DataAccessException;

/**
 * The batch context, started by the first load that needs it: a run with nothing to do starts none.
 * Knows what runs in it.
 */
final class LazyBatch implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(LazyBatch.class.getName());

  /**
   * What is nearly done is let be done; the rest of the half minute that service managers commonly
   * allow is for undoing what is broken off.
   */
  static final Duration UNTIL_BROKEN_OFF = Duration.ofSeconds(15);

  private static final Duration UNTIL_UNDONE = Duration.ofSeconds(12);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

  private final LoadSettings settings;
  private final Rulebook rulebook;

  private final Map<JobExecution, StopHandle> running = new ConcurrentHashMap<>();

  private @Nullable BatchContext context;
  private volatile boolean stopping;

  LazyBatch(LoadSettings settings, Rulebook rulebook) {
    this.settings = settings;
    this.rulebook = rulebook;
  }

  /** The context; at its start the rulebook is entered, and its price index published. */
  synchronized BatchContext get() {
    BatchContext started = context;
    if (started == null) {
      started = new BatchContext(settings.database(), settings.loads(), this::lastWord);
      context = started;
      new KnownRulebooks(started.pool()).enter(rulebook);
      publishPrices(started);
      Statistics.renew(started.pool(), settings.database().warehouse());
    }
    return started;
  }

  private void publishPrices(BatchContext started) {
    Map<Integer, BigDecimal> averages = new TreeMap<>();
    rulebook.prices().averages().forEach((year, average) -> averages.put(year, average.value()));
    new PriceIndexTable(started.pool()).publish(averages, rulebook.prices().viewBaseYear());
  }

  boolean stopping() {
    return stopping;
  }

  void began(JobExecution execution, StopHandle handle) {
    running.put(execution, handle);
    if (stopping) {
      stop(execution);
    }
  }

  private void lastWord(JobExecution execution) {
    StopHandle handle = running.get(execution);
    if (handle != null) {
      handle.lastWord(execution);
    }
  }

  void ended(JobExecution execution) {
    running.remove(execution);
  }

  /**
   * Running executions stop at their next chunk; waits for them. A publish is one transaction: it
   * may come to its end within the time, else it is broken off and undone.
   */
  void stop(Duration untilBrokenOff) {
    stopping = true;
    running.keySet().forEach(this::stop);
    if (!endWithin(untilBrokenOff) && !brokenOff()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "Left while the server undoes what was running; the next run goes on from there");
    }
  }

  /** Again and again: between two statements there is nothing to be broken off. */
  private boolean brokenOff() {
    long began = System.nanoTime();
    boolean ended = false;
    while (!ended && System.nanoTime() - began < UNTIL_UNDONE.toNanos()) {
      running.values().forEach(StopHandle::breakOff);
      ended = endWithin(BETWEEN_TRIES);
    }
    return ended;
  }

  private boolean endWithin(Duration time) {
    long began = System.nanoTime();
    while (!running.isEmpty() && System.nanoTime() - began < time.toNanos()) {
      pause();
    }
    return running.isEmpty();
  }

  private void stop(JobExecution execution) {
    try {
      get().operator().stop(execution);
    } catch (JobExecutionNotRunningException e) {
      running.remove(execution);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized void close() {
    if (context != null) {
      renewStatistics();
      context.close();
    }
  }

  /**
   * For those who read what was loaded. Where it fails, they wait longer: no reason to fail. On a
   * connection of its own, since the pool waits half a minute for a server that is gone.
   */
  private void renewStatistics() {
    try {
      Statistics.renew(settings.database().single(), settings.database().warehouse());
    } catch (DataAccessException e) {
      LOG.log(System.Logger.Level.WARNING, "The sizes of tables could not be renewed", e);
    }
  }
}
