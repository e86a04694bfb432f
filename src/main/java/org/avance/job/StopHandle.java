package org.avance.job;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;

/** Makes a running execution known to whoever may stop it. */
final class StopHandle implements JobExecutionListener {
  private final LazyBatch batch;

  StopHandle(LazyBatch batch) {
    this.batch = batch;
  }

  @Override
  public void beforeJob(JobExecution execution) {
    batch.began(execution);
  }

  @Override
  public void afterJob(JobExecution execution) {
    batch.ended(execution);
  }
}
