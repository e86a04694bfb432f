package org.avance.job;

import org.slf4j.MDC;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Says how long each step took; the log knows at which step its lines were written. */
final class StepWatch implements StepExecutionListener {
  private final Load load;
  private long began;

  StepWatch(Load load) {
    this.load = load;
  }

  @Override
  public void beforeStep(StepExecution step) {
    began = System.nanoTime();
    MDC.put("step", step.getStepName());
  }

  @Override
  public ExitStatus afterStep(StepExecution step) {
    MDC.remove("step");
    load.progress()
        .stepEnded(load.feed().name(), step.getStepName(), (System.nanoTime() - began) / 1e9);
    return step.getExitStatus();
  }
}
