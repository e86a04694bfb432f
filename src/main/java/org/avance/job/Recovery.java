package org.avance.job;

import java.time.LocalDateTime;
import java.util.List;
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

  /** Does nothing to an execution that has ended with all its steps. */
  static void of(JobExecution execution, BatchContext batch) {
    boolean isOpen =
        execution.getStatus().isRunning() || execution.getStatus() == BatchStatus.UNKNOWN;
    List<StepExecution> left =
        execution.getStepExecutions().stream()
            .filter(step -> step.getStatus() == BatchStatus.UNKNOWN || step.getStatus().isRunning())
            .toList();
    if (isOpen) {
      left.stream().filter(step -> step.getEndTime() != null).forEach(step -> fail(step, batch));
      // What has no end Spring Batch itself gives one, unless it is UNKNOWN.
      left.stream()
          .filter(step -> step.getEndTime() == null)
          .forEach(step -> step.setStatus(BatchStatus.STARTED));
      execution.setStatus(BatchStatus.STARTED);
      batch.operator().recover(execution);
    } else if (!left.isEmpty()) {
      left.forEach(step -> fail(step, batch));
      batch.jobs().update(execution);
    }
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
