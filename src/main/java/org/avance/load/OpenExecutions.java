package org.avance.load;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Executions that the job repository has as running. */
public final class OpenExecutions {
  private final JdbcClient sql;

  public OpenExecutions(DataSource dataSource) {
    this.sql = JdbcClient.create(dataSource);
  }

  /**
   * One of them.
   *
   * @param run the number of the execution
   * @param status as the repository has it
   */
  public record Open(long run, String feed, String status) {}

  /** All, oldest first. */
  public List<Open> list() {
    return sql.sql(
            """
            SELECT e.JOB_EXECUTION_ID AS run, p.PARAMETER_VALUE AS feed, e.STATUS AS status
            FROM BATCH_JOB_EXECUTION e
            JOIN BATCH_JOB_EXECUTION_PARAMS p ON p.JOB_EXECUTION_ID = e.JOB_EXECUTION_ID AND p.PARAMETER_NAME = 'feed'
            WHERE e.STATUS IN ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN')
            ORDER BY e.JOB_EXECUTION_ID
            """)
        .query(Open.class)
        .list();
  }
}
