package org.avance.load;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.avance.model.LoadExecution;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The executions of loads, read from Spring Batch's own tables; it alone writes them. */
public final class LoadExecutions {
  private static final String SELECT =
      """
      SELECT e.JOB_EXECUTION_ID AS run, feed.PARAMETER_VALUE AS feed, digest.PARAMETER_VALUE AS digest,
             CAST(rerun.PARAMETER_VALUE AS UNSIGNED) AS rerun, COALESCE(d.file_name, '') AS file_name,
             COALESCE(d.delivery_id, 0) AS delivery, e.STATUS AS status,
             COALESCE((SELECT s.STEP_NAME FROM BATCH_STEP_EXECUTION s WHERE s.JOB_EXECUTION_ID = e.JOB_EXECUTION_ID
                       ORDER BY s.STEP_EXECUTION_ID DESC LIMIT 1), '') AS step,
             CAST(COALESCE(e.START_TIME, e.CREATE_TIME) AS CHAR(19)) AS began, COALESCE(CAST(e.END_TIME AS CHAR(19)), '') AS ended,
             (SELECT MAX(n.JOB_EXECUTION_ID) FROM BATCH_JOB_EXECUTION n WHERE n.JOB_INSTANCE_ID = e.JOB_INSTANCE_ID) AS last_run,
             COALESCE(process.PARAMETER_VALUE, '') AS process
      FROM BATCH_JOB_EXECUTION e
      JOIN BATCH_JOB_EXECUTION_PARAMS feed ON feed.JOB_EXECUTION_ID = e.JOB_EXECUTION_ID AND feed.PARAMETER_NAME = 'feed'
      JOIN BATCH_JOB_EXECUTION_PARAMS digest ON digest.JOB_EXECUTION_ID = e.JOB_EXECUTION_ID AND digest.PARAMETER_NAME = 'fileDigest'
      JOIN BATCH_JOB_EXECUTION_PARAMS rerun ON rerun.JOB_EXECUTION_ID = e.JOB_EXECUTION_ID AND rerun.PARAMETER_NAME = 'rerun'
      LEFT JOIN BATCH_JOB_EXECUTION_PARAMS process ON process.JOB_EXECUTION_ID = e.JOB_EXECUTION_ID AND process.PARAMETER_NAME = 'process'
      LEFT JOIN dim_feed f ON f.feed = feed.PARAMETER_VALUE
      LEFT JOIN delivery d ON d.feed_id = f.feed_id AND d.file_digest = digest.PARAMETER_VALUE
      """;

  private final JdbcClient sql;

  public LoadExecutions(DataSource dataSource) {
    this.sql = JdbcClient.create(dataSource);
  }

  public Optional<LoadExecution> find(long run) {
    return sql.sql(SELECT + " WHERE e.JOB_EXECUTION_ID = :run")
        .param("run", run)
        .query(LoadExecutions::execution)
        .optional();
  }

  /**
   * The last execution of each load that has not come to its end, in their order: those that
   * failed, were stopped, or have not said how they ended. A load after which the delivery was
   * loaded anew is none of them.
   */
  public List<LoadExecution> listUnfinished() {
    return sql.sql(
            SELECT
                + """
                WHERE e.STATUS IN ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN', 'FAILED', 'STOPPED')
                  AND (d.delivery_id IS NULL OR d.rerun <= CAST(rerun.PARAMETER_VALUE AS UNSIGNED))
                HAVING run = last_run
                ORDER BY run
                """)
        .query(LoadExecutions::execution)
        .list();
  }

  /** What is being loaded of a feed, if anything: the youngest that has not said how it ended. */
  public Optional<LoadExecution> findOpen(String feed) {
    return sql.sql(
            SELECT
                + """
                WHERE e.STATUS IN ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN') AND feed.PARAMETER_VALUE = :feed
                ORDER BY run DESC LIMIT 1
                """)
        .param("feed", feed)
        .query(LoadExecutions::execution)
        .optional();
  }

  /** The youngest of a delivery's load under this number. */
  public Optional<LoadExecution> findLast(String feed, String digest, long rerun) {
    return sql.sql(
            SELECT
                + """
                WHERE feed.PARAMETER_VALUE = :feed AND digest.PARAMETER_VALUE = :digest AND rerun.PARAMETER_VALUE = :rerun
                ORDER BY run DESC LIMIT 1
                """)
        .param("feed", feed)
        .param("digest", digest)
        .param("rerun", Long.toString(rerun))
        .query(LoadExecutions::execution)
        .optional();
  }

  /** Digests of a feed's files of which a load has come to its end since an execution. */
  public Set<String> completedSince(String feed, long run) {
    return Set.copyOf(
        sql.sql(
                """
                SELECT DISTINCT digest.PARAMETER_VALUE
                FROM BATCH_JOB_EXECUTION e
                JOIN BATCH_JOB_EXECUTION_PARAMS feed ON feed.JOB_EXECUTION_ID = e.JOB_EXECUTION_ID AND feed.PARAMETER_NAME = 'feed'
                JOIN BATCH_JOB_EXECUTION_PARAMS digest ON digest.JOB_EXECUTION_ID = e.JOB_EXECUTION_ID AND digest.PARAMETER_NAME = 'fileDigest'
                WHERE e.JOB_EXECUTION_ID > :run AND e.STATUS = 'COMPLETED' AND feed.PARAMETER_VALUE = :feed
                """)
            .param("run", run)
            .param("feed", feed)
            .query(String.class)
            .list());
  }

  private static LoadExecution execution(ResultSet row, int number) throws SQLException {
    return new LoadExecution(
        row.getLong("run"),
        row.getString("feed"),
        row.getString("digest"),
        row.getString("file_name"),
        row.getLong("delivery"),
        row.getInt("rerun"),
        row.getString("status"),
        row.getString("step"),
        row.getString("began"),
        row.getString("ended"),
        row.getLong("last_run"),
        row.getString("process"));
  }
}
