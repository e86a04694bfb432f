package org.avance.job;

import org.avance.model.LoadStart;
import org.slf4j.MDC;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;

/** Makes a running execution known to whoever may stop it, and to whoever watches. */
final class StopHandle implements JobExecutionListener {
  private final LazyBatch batch;
  private final Load load;

  StopHandle(LazyBatch batch, Load load) {
    this.batch = batch;
    this.load = load;
  }

  @Override
  public void beforeJob(JobExecution execution) {
    batch.began(execution);
    MDC.put("run", Long.toString(execution.getId()));
    load.progress()
        .began(
            new LoadStart(
                load.feed().name(), load.due().fileName(), load.due().digest(), execution.getId()));
  }

  @Override
  public void afterJob(JobExecution execution) {
    batch.ended(execution);
    MDC.remove("run");
    MDC.remove("delivery");
  }
}
