package org.avance.job;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.avance.load.Deliveries;
import org.avance.load.LastStaged;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;

/**
 * Marks as failed what its process could not: a restart takes it from there. Spring Batch refuses
 * to restart a job of which a step is running or UNKNOWN, whatever the job itself is. Only for who
 * owns the feed, which proves that the process is gone.
 */
final class Recovery {
  private Recovery() {}

  /**
   * How far it was seen to come.
   *
   * @param lastStaged when it last staged something; empty where that is not known
   * @param read records that it had read and staged; 0 where that is not known
   */
  record Seen(Optional<Instant> lastStaged, long read) {
    static Seen of(String feed, String digest, Database database, DataSource pool) {
      return new Seen(
          LastStaged.of(pool, database.staging(), feed),
          new Deliveries(pool)
              .find(feed, digest)
              .filter(delivery -> !Load.ended(delivery))
              .map(delivery -> delivery.counts().read())
              .orElse(0L));
    }
  }

  /**
   * Does nothing to an execution that has ended with all its steps.
   *
   * @return whether a process had left it
   */
  static boolean of(JobExecution execution, BatchContext batch, Seen seen) {
    boolean isOpen =
        execution.getStatus().isRunning() || execution.getStatus() == BatchStatus.UNKNOWN;
    List<StepExecution> left =
        execution.getStepExecutions().stream()
            .filter(step -> step.getStatus() == BatchStatus.UNKNOWN || step.getStatus().isRunning())
            .toList();
    if (isOpen) {
      LocalDateTime lastSign = lastSign(execution, seen);
      left.stream().filter(step -> step.getEndTime() != null).forEach(step -> fail(step, batch));
      // What has no end Spring Batch itself gives one, unless it is UNKNOWN.
      left.stream()
          .filter(step -> step.getEndTime() == null)
          .forEach(step -> step.setStatus(BatchStatus.STARTED));
      execution.setStatus(BatchStatus.STARTED);
      batch.operator().recover(execution);
      left.forEach(step -> tell(step, lastSign, seen, batch));
      execution.setEndTime(lastSign);
      batch.jobs().update(execution);
    } else if (!left.isEmpty()) {
      left.forEach(step -> fail(step, batch));
      batch.jobs().update(execution);
    }
    return isOpen || !left.isEmpty();
  }

  /** Until when it worked, as far as is known: not until somebody found it. */
  private static LocalDateTime lastSign(JobExecution execution, Seen seen) {
    Stream<LocalDateTime> signs =
        Stream.concat(
            Stream.of(execution.getStartTime(), execution.getLastUpdated()),
            execution.getStepExecutions().stream().map(StepExecution::getLastUpdated));
    Stream<LocalDateTime> staged =
        seen.lastStaged().stream().map(at -> LocalDateTime.ofInstant(at, ZoneId.systemDefault()));
    return Stream.concat(signs, staged)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(execution.getCreateTime());
  }

  private static void tell(
      StepExecution step, LocalDateTime lastSign, Seen seen, BatchContext batch) {
    step.setEndTime(lastSign);
    if (step.getStepName().equals("stage")) {
      step.setReadCount(seen.read());
    }
    batch.jobs().update(step);
  }

  private static void fail(StepExecution step, BatchContext batch) {
    step.setStatus(BatchStatus.FAILED);
    LocalDateTime ended = step.getJobExecution().getEndTime();
    if (step.getEndTime() == null && ended != null) {
      step.setEndTime(ended);
    }
    batch.jobs().update(step);
  }
}
