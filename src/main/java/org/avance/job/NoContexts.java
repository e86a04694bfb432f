package org.avance.job;

import java.util.Collection;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.dao.ExecutionContextDao;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** Keeps no execution contexts: how far a load came stands in its delivery, so all are empty. */
final class NoContexts implements ExecutionContextDao {
  @Override
  public ExecutionContext getExecutionContext(JobExecution execution) {
    return new ExecutionContext();
  }

  @Override
  public ExecutionContext getExecutionContext(StepExecution step) {
    return new ExecutionContext();
  }

  @Override
  public void saveExecutionContext(JobExecution execution) {}

  @Override
  public void saveExecutionContext(StepExecution step) {}

  @Override
  public void saveExecutionContexts(Collection<StepExecution> steps) {}

  @Override
  public void updateExecutionContext(JobExecution execution) {}

  @Override
  public void updateExecutionContext(StepExecution step) {}
}
