package org.avance.job;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
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
  private static final long LONGEST_STOP_NANOS = 30_000_000_000L;

  private final LoadSettings settings;
  private final Rulebook rulebook;
  private final Set<JobExecution> running = ConcurrentHashMap.newKeySet();
  private @Nullable BatchContext context;
  private volatile boolean stopping;

  LazyBatch(LoadSettings settings, Rulebook rulebook) {
    this.settings = settings;
    this.rulebook = rulebook;
  }

  /** The context; at its start the rulebook's price index is published. */
  synchronized BatchContext get() {
    BatchContext started = context;
    if (started == null) {
      started = new BatchContext(settings.database(), settings.loads());
      context = started;
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

  void began(JobExecution execution) {
    running.add(execution);
    if (stopping) {
      stop(execution);
    }
  }

  void ended(JobExecution execution) {
    running.remove(execution);
  }

  /** Running executions stop at their next chunk; waits for them. */
  void stop() {
    stopping = true;
    running.forEach(this::stop);
    long began = System.nanoTime();
    while (!running.isEmpty() && System.nanoTime() - began < LONGEST_STOP_NANOS) {
      pause();
    }
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
      renewStatistics(context);
      context.close();
    }
  }

  /** For those who read what was loaded. Where it fails, they wait longer: no reason to fail. */
  private void renewStatistics(BatchContext loaded) {
    try {
      Statistics.renew(loaded.pool(), settings.database().warehouse());
    } catch (DataAccessException e) {
      LOG.log(System.Logger.Level.WARNING, "The sizes of tables could not be renewed", e);
    }
  }
}
