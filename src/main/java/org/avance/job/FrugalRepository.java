package org.avance.job;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLTransientConnectionException;
import java.time.LocalDateTime;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.Entity;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.dao.JobExecutionDao;
import org.springframework.batch.core.repository.dao.JobInstanceDao;
import org.springframework.batch.core.repository.dao.StepExecutionDao;
import org.springframework.batch.core.repository.dao.jdbc.JdbcJobExecutionDao;
import org.springframework.batch.core.repository.dao.jdbc.JdbcJobInstanceDao;
import org.springframework.batch.core.repository.dao.jdbc.JdbcStepExecutionDao;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.repository.support.SimpleJobRepository;
import org.springframework.batch.core.step.NoSuchStepException;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Spring Batch's own tables, written as rarely as restarts allow. Plain Spring Batch commits some
 * fifty times in an empty job of five steps, which is most of what loading a small file costs.
 *
 * <ul>
 *   <li>That a step has ended is written together with the beginning of the next one, or with the
 *       end of the job. A process that dies between finds the step to be done again, and each of
 *       ours may be.
 *   <li>Within a step nothing is written: how far it came stands in the delivery, and execution
 *       contexts are not kept at all.
 *   <li>That a job is to stop is told to its steps in this process, the only one that may.
 *   <li>What could not be written is tried again, and kept and written with the next. Where the end
 *       of a job can't be written, its notes are given up: the next run finds it running without an
 *       owner, and recovers it.
 * </ul>
 *
 * A job instance without an execution, left by a process that died between the two, is taken away:
 * Spring Batch refuses to start it for ever.
 */
final class FrugalRepository extends SimpleJobRepository {
  private static final int TRIES = 4;

  private final HikariDataSource pool;
  private final TransactionTemplate transaction;
  private final Consumer<JobExecution> lastWord;
  private final Map<Long, Notes> running = new ConcurrentHashMap<>();

  /** Instances made here, whose first execution has not ended. */
  private final Set<Long> fresh = ConcurrentHashMap.newKeySet();

  /** What is yet to be written of a job that runs here, by the execution that it is about. */
  private static final class Notes {
    final Map<Entity, Runnable> unwritten = new LinkedHashMap<>();
    volatile boolean ended;

    /** The versions that the server has; what was undone there has counted them up here. */
    IdentityHashMap<Entity, Integer> versions() {
      IdentityHashMap<Entity, Integer> versions = new IdentityHashMap<>();
      unwritten.keySet().forEach(noted -> versions.put(noted, noted.getVersion()));
      return versions;
    }
  }

  /** Makes the parts that Spring Batch keeps to itself. */
  private static final class Parts extends JdbcJobRepositoryFactoryBean {
    private final HikariDataSource pool;

    Parts(HikariDataSource pool, PlatformTransactionManager transactions) {
      this.pool = pool;
      setDataSource(pool);
      setTransactionManager(transactions);
      setDatabaseType("MARIADB");
    }

    FrugalRepository repository(
        PlatformTransactionManager transactions, Consumer<JobExecution> lastWord) throws Exception {
      afterPropertiesSet();
      JdbcJobInstanceDao instances = createJobInstanceDao();
      JdbcJobExecutionDao executions = createJobExecutionDao();
      executions.setJobInstanceDao(instances);
      JdbcStepExecutionDao steps = createStepExecutionDao();
      steps.setJobExecutionDao(executions);
      return new FrugalRepository(
          instances, executions, steps, pool, new TransactionTemplate(transactions), lastWord);
    }
  }

  private FrugalRepository(
      JobInstanceDao instances,
      JobExecutionDao executions,
      StepExecutionDao steps,
      HikariDataSource pool,
      TransactionTemplate transaction,
      Consumer<JobExecution> lastWord) {
    super(instances, executions, steps, new NoContexts());
    this.pool = pool;
    this.lastWord = lastWord;
    this.transaction = transaction;
  }

  static JobRepository on(
      HikariDataSource pool,
      PlatformTransactionManager transactions,
      Consumer<JobExecution> lastWord) {
    try {
      return new Parts(pool, transactions).repository(transactions, lastWord);
    } catch (Exception e) {
      throw new IllegalStateException("the job repository can't be opened: " + e.getMessage(), e);
    }
  }

  @Override
  public @Nullable JobInstance getJobInstance(String jobName, JobParameters parameters) {
    JobInstance instance = super.getJobInstance(jobName, parameters);
    if (instance != null && jobExecutionDao.findJobExecutions(instance).isEmpty()) {
      jobInstanceDao.deleteJobInstance(instance);
      return null;
    }
    return instance;
  }

  @Override
  public JobInstance createJobInstance(String jobName, JobParameters parameters) {
    JobInstance instance = super.createJobInstance(jobName, parameters);
    fresh.add(instance.getId());
    return instance;
  }

  @Override
  public JobExecution createJobExecution(
      JobInstance instance, JobParameters parameters, ExecutionContext context) {
    running.values().removeIf(notes -> notes.ended);
    return written(new Notes(), () -> super.createJobExecution(instance, parameters, context));
  }

  @Override
  public StepExecution createStepExecution(String stepName, JobExecution execution) {
    return written(notes(execution), () -> super.createStepExecution(stepName, execution));
  }

  @Override
  public void update(JobExecution execution) {
    Notes notes = notes(execution);
    if (notes.ended || execution.getStatus() == BatchStatus.STOPPING) {
      return;
    }
    notes.unwritten.put(execution, () -> super.update(execution));
    if (execution.getEndTime() != null) {
      fresh.remove(execution.getJobInstanceId());
      lastWord.accept(execution);
      end(execution, notes);
    }
  }

  private void end(JobExecution execution, Notes notes) {
    try {
      notes.ended = written(notes, () -> true);
    } finally {
      if (!notes.ended) {
        running.remove(execution.getId());
      }
    }
  }

  @Override
  public void update(StepExecution step) {
    JobExecution execution = step.getJobExecution();
    if (execution.isStopping() || execution.isStopped()) {
      step.setTerminateOnly();
    }
    LocalDateTime ended = step.getEndTime();
    if (ended != null) {
      notes(execution).unwritten.put(step, () -> write(step, ended));
    }
  }

  /** Without asking the server whether the job is to stop. */
  private void write(StepExecution step, LocalDateTime ended) {
    step.setLastUpdated(ended);
    stepExecutionDao.updateStepExecution(step);
  }

  /** Of a job that never ran before nothing needs to be looked up. */
  @Override
  public @Nullable StepExecution getLastStepExecution(JobInstance instance, String stepName) {
    return fresh.contains(instance.getId()) ? null : super.getLastStepExecution(instance, stepName);
  }

  @Override
  public long getStepExecutionCount(JobInstance instance, String stepName)
      throws NoSuchStepException {
    return fresh.contains(instance.getId()) ? 0 : super.getStepExecutionCount(instance, stepName);
  }

  private Notes notes(JobExecution execution) {
    return running.computeIfAbsent(execution.getId(), id -> new Notes());
  }

  private <T> T written(Notes notes, Supplier<T> last) {
    for (int attempt = 1; ; attempt++) {
      IdentityHashMap<Entity, Integer> versions = notes.versions();
      try {
        return writtenOnce(notes, last);
      } catch (DataAccessException | TransactionException undone) {
        versions.forEach(Entity::setVersion);
        if (attempt == TRIES || poolHasNone(undone)) {
          throw undone;
        }
        // A deadlock, or a connection that somebody ended: as likely as not with all the others.
        pool.getHikariPoolMXBean().softEvictConnections();
      }
    }
  }

  /** It has waited for one for as long as it waits. */
  private static boolean poolHasNone(Throwable undone) {
    Throwable cause = undone;
    while (cause != null && !(cause instanceof SQLTransientConnectionException)) {
      cause = cause.getCause();
    }
    return cause != null;
  }

  private <T> T writtenOnce(Notes notes, Supplier<T> last) {
    T result =
        Objects.requireNonNull(
            transaction.execute(
                status -> {
                  notes.unwritten.values().forEach(Runnable::run);
                  return last.get();
                }));
    notes.unwritten.clear();
    return result;
  }
}
