package org.avance.job;

import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Spring Batch: job repository in the warehouse, one transaction manager over repository and
 * staging. No job is a bean: each load builds its own. The few parts are put together by hand,
 * since looking for them takes an application context a second of each run.
 */
final class BatchContext implements AutoCloseable {
  private final HikariDataSource pool;
  private final PlatformTransactionManager transactions;
  private final JobRepository jobs;
  private final JobOperator operator;

  /**
   * @param lastWord told of each execution before its end is written
   */
  BatchContext(Database database, int loads, Consumer<JobExecution> lastWord) {
    pool = database.pool(loads);
    transactions = new JdbcTransactionManager(pool);
    jobs = FrugalRepository.on(pool, transactions, lastWord);
    operator = operator(jobs);
  }

  private static JobOperator operator(JobRepository jobs) {
    TaskExecutorJobOperator operator = new TaskExecutorJobOperator();
    operator.setJobRepository(jobs);
    operator.setJobRegistry(new MapJobRegistry());
    try {
      operator.afterPropertiesSet();
    } catch (Exception e) {
      throw new IllegalStateException("jobs can't be launched: " + e.getMessage(), e);
    }
    return operator;
  }

  DataSource pool() {
    return pool;
  }

  JobRepository jobs() {
    return jobs;
  }

  JobOperator operator() {
    return operator;
  }

  PlatformTransactionManager transactions() {
    return transactions;
  }

  @Override
  public void close() {
    pool.close();
  }
}
