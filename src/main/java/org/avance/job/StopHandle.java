package org.avance.job;

import java.util.stream.Collectors;
import org.avance.model.LoadStart;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/**
 * Makes a running execution known to whoever may stop it, and says how it ended before that is
 * written:
 *
 * <ul>
 *   <li>a step whose commit may or may not have reached the server is UNKNOWN to Spring Batch, and
 *       refused for ever. Each step of ours may be done again, so it has FAILED;
 *   <li>what was broken off so that the process can stop is STOPPED;
 *   <li>what came to its end although it was to stop is COMPLETED.
 * </ul>
 */
final class StopHandle implements JobExecutionListener, AutoCloseable {
  private final LazyBatch batch;
  private final Load load;
  private volatile @Nullable JobExecution begun;

  StopHandle(LazyBatch batch, Load load) {
    this.batch = batch;
    this.load = load;
  }

  @Override
  public void beforeJob(JobExecution execution) {
    begun = execution;
    batch.began(execution, this);
    MDC.put("run", Long.toString(execution.getId()));
    load.progress()
        .began(
            new LoadStart(
                load.feed().name(),
                load.due().fileName(),
                load.due().digest(),
                execution.getId(),
                load.due().sides().stream()
                    .collect(Collectors.toMap(Side::name, side -> side.entry().digest()))));
  }

  /** Before the end of the execution is written: Spring Batch does so before it tells listeners. */
  void lastWord(JobExecution execution) {
    if (execution.getStatus() == BatchStatus.UNKNOWN) {
      turn(execution, BatchStatus.UNKNOWN, BatchStatus.FAILED, ExitStatus.FAILED);
    }
    if (batch.stopping() && execution.getStatus() == BatchStatus.FAILED) {
      turn(execution, BatchStatus.FAILED, BatchStatus.STOPPED, ExitStatus.STOPPED);
    }
    if (execution.getStatus() == BatchStatus.STOPPED && hasEnded()) {
      turn(execution, BatchStatus.STOPPED, BatchStatus.COMPLETED, ExitStatus.COMPLETED);
    }
    new Ending(load).note(execution);
  }

  void breakOff() {
    load.ownership().breakOff();
  }

  private boolean hasEnded() {
    return load.deliveries()
        .find(load.feed().name(), load.due().digest())
        .filter(delivery -> Load.ended(delivery) && delivery.rerun() == load.rerun())
        .isPresent();
  }

  /** Once all that is to be said of the execution is written. */
  @Override
  public void close() {
    JobExecution execution = begun;
    if (execution != null) {
      batch.ended(execution);
    }
    MDC.remove("run");
    MDC.remove("delivery");
  }

  private static void turn(
      JobExecution execution, BatchStatus from, BatchStatus to, ExitStatus exit) {
    for (StepExecution step : execution.getStepExecutions()) {
      if (step.getStatus() == from) {
        step.setStatus(to);
        step.setExitStatus(exit.addExitDescription(step.getExitStatus().getExitDescription()));
      }
    }
    execution.setStatus(to);
    execution.setExitStatus(
        exit.addExitDescription(execution.getExitStatus().getExitDescription()));
  }
}
