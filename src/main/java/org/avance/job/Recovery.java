package org.avance.job;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;

/**
 * Marks as failed what its process could not: a restart takes it from there. Only for who owns the
 * feed, which proves that the process is gone.
 */
final class Recovery {
  private Recovery() {}

  /** Does nothing to an execution that has ended. */
  static void of(JobExecution execution, BatchContext batch) {
    if (execution.getStatus() == BatchStatus.UNKNOWN) {
      execution.setStatus(BatchStatus.STARTED);
      execution.getStepExecutions().stream()
          .filter(step -> step.getStatus() == BatchStatus.UNKNOWN)
          .forEach(step -> fail(step, batch));
    }
    if (execution.getStatus().isRunning()) {
      batch.operator().recover(execution);
    }
  }

  private static void fail(StepExecution step, BatchContext batch) {
    step.setStatus(BatchStatus.FAILED);
    batch.jobs().update(step);
  }
}
