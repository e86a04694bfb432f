package org.avance.load;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.avance.model.PurgeCounts;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which rows a purge may remove.
 *
 * @param before what ended before this may go
 */
record Purgeable(Instant before) {
  /**
   * All executions ended before the day, and no delivery of theirs is open. Spring Batch writes the
   * time of the machine's zone.
   */
  private static final String INSTANCES =
      """
      FROM BATCH_JOB_INSTANCE i
      WHERE EXISTS (SELECT 1 FROM BATCH_JOB_EXECUTION e WHERE e.JOB_INSTANCE_ID = i.JOB_INSTANCE_ID)
        AND NOT EXISTS (
          SELECT 1 FROM BATCH_JOB_EXECUTION e
          WHERE e.JOB_INSTANCE_ID = i.JOB_INSTANCE_ID
            AND (e.STATUS IN ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN')
                 OR COALESCE(e.END_TIME, e.LAST_UPDATED, e.CREATE_TIME) >= :batchBefore))
        AND NOT EXISTS (
          SELECT 1 FROM BATCH_JOB_EXECUTION e
          JOIN BATCH_JOB_EXECUTION_PARAMS pf ON pf.JOB_EXECUTION_ID = e.JOB_EXECUTION_ID AND pf.PARAMETER_NAME = 'feed'
          JOIN BATCH_JOB_EXECUTION_PARAMS pd ON pd.JOB_EXECUTION_ID = e.JOB_EXECUTION_ID AND pd.PARAMETER_NAME = 'fileDigest'
          JOIN dim_feed f ON f.feed = pf.PARAMETER_VALUE
          JOIN delivery d ON d.feed_id = f.feed_id AND d.file_digest = CONVERT(pd.PARAMETER_VALUE USING ascii)
          WHERE e.JOB_INSTANCE_ID = i.JOB_INSTANCE_ID AND d.status IN ('RECEIVED', 'STAGED', 'JUDGED'))
      """;

  /**
   * Deliveries that changed nothing, and that no execution has touched since the day. What is cut
   * to a digest's length is found out once; a text of any length would be for each delivery.
   */
  private static final String DELIVERIES =
      """
      FROM delivery d JOIN dim_feed f ON f.feed_id = d.feed_id
      WHERE d.received_at < :before
        AND d.file_digest NOT IN (
          SELECT CAST(p.PARAMETER_VALUE AS CHAR(64) CHARACTER SET ascii) FROM BATCH_JOB_EXECUTION e
          JOIN BATCH_JOB_EXECUTION_PARAMS p ON p.JOB_EXECUTION_ID = e.JOB_EXECUTION_ID AND p.PARAMETER_NAME = 'fileDigest'
          WHERE p.PARAMETER_VALUE IS NOT NULL
            AND (e.STATUS IN ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN')
                 OR COALESCE(e.END_TIME, e.LAST_UPDATED, e.CREATE_TIME) >= :batchBefore))
      """;

  private static final String ENDED_WITHOUT_FACTS =
      DELIVERIES
          + """
            AND d.status IN ('REJECTED', 'SUPERSEDED')
            AND (EXISTS (SELECT 1 FROM issue i WHERE i.delivery_id = d.delivery_id)
                 OR EXISTS (SELECT 1 FROM quarantine q WHERE q.delivery_id = d.delivery_id))
          """;

  /**
   * A superseded delivery's file stays: it is loaded again when the newer one is retracted. So does
   * one that another feed's delivery has, or that was somebody's side file.
   */
  private static final String REJECTED_FILES =
      "SELECT f.feed, d.file_digest AS digest "
          + DELIVERIES
          + """
            AND d.status = 'REJECTED'
            AND d.file_digest IN (SELECT file_digest FROM delivery GROUP BY file_digest HAVING COUNT(*) = 1)
            AND d.file_digest NOT IN (SELECT file_digest FROM delivery_side_file)
          """;

  /** A file of the archive. */
  record Kept(String feed, String digest) {}

  List<Long> instances(JdbcClient sql) {
    return with(sql.sql("SELECT i.JOB_INSTANCE_ID " + INSTANCES + " ORDER BY 1"))
        .query(Long.class)
        .list();
  }

  /** Those of some instances, looked at once more. */
  List<Long> still(JdbcClient sql, List<Long> instances) {
    return with(sql.sql(
            "SELECT i.JOB_INSTANCE_ID " + INSTANCES + " AND i.JOB_INSTANCE_ID IN (:instances)"))
        .param("instances", instances)
        .query(Long.class)
        .list();
  }

  List<Long> deliveries(JdbcClient sql) {
    return with(sql.sql("SELECT d.delivery_id " + ENDED_WITHOUT_FACTS + " ORDER BY 1"))
        .query(Long.class)
        .list();
  }

  List<Kept> rejectedFiles(JdbcClient sql) {
    return with(sql.sql(REJECTED_FILES)).query(Kept.class).list();
  }

  /**
   * Counts; what may go is found out once, and kept for the length of the connection.
   *
   * @param sql over one connection
   */
  PurgeCounts count(JdbcClient sql, long files) {
    sql.sql("DROP TEMPORARY TABLE IF EXISTS purge_execution").update();
    with(sql.sql(
            """
            CREATE TEMPORARY TABLE purge_execution (JOB_EXECUTION_ID BIGINT NOT NULL PRIMARY KEY, JOB_INSTANCE_ID BIGINT NOT NULL) AS
            SELECT e.JOB_EXECUTION_ID, e.JOB_INSTANCE_ID FROM BATCH_JOB_EXECUTION e
            WHERE e.JOB_INSTANCE_ID IN (SELECT i.JOB_INSTANCE_ID \
            """
                + INSTANCES
                + ")"))
        .update();
    String of = " WHERE delivery_id IN (SELECT d.delivery_id " + ENDED_WITHOUT_FACTS + ")";
    return new PurgeCounts(
        number(sql, "SELECT COUNT(*) FROM purge_execution"),
        metadata(sql),
        number(sql, "SELECT COUNT(*) " + ENDED_WITHOUT_FACTS),
        number(sql, "SELECT COUNT(*) FROM issue" + of),
        number(sql, "SELECT COUNT(*) FROM quarantine" + of),
        Bygone.ALERT.count(sql, before),
        Bygone.OF_SERVE.stream().mapToLong(rows -> rows.count(sql, before)).sum(),
        files);
  }

  private long metadata(JdbcClient sql) {
    long rows =
        number(sql, "SELECT COUNT(DISTINCT JOB_INSTANCE_ID) + COUNT(*) FROM purge_execution");
    for (String table :
        List.of(
            "BATCH_JOB_EXECUTION_PARAMS", "BATCH_JOB_EXECUTION_CONTEXT", "BATCH_STEP_EXECUTION")) {
      rows +=
          number(
              sql,
              "SELECT COUNT(*) FROM purge_execution JOIN %s USING (JOB_EXECUTION_ID)"
                  .formatted(table));
    }
    return rows
        + number(
            sql,
            """
            SELECT COUNT(*) FROM purge_execution JOIN BATCH_STEP_EXECUTION USING (JOB_EXECUTION_ID)
            JOIN BATCH_STEP_EXECUTION_CONTEXT USING (STEP_EXECUTION_ID)
            """);
  }

  private long number(JdbcClient sql, String question) {
    return with(sql.sql(question)).query(Long.class).single();
  }

  private JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement) {
    return statement
        .param("before", LocalDateTime.ofInstant(before, ZoneOffset.UTC))
        .param("batchBefore", LocalDateTime.ofInstant(before, ZoneId.systemDefault()));
  }
}
