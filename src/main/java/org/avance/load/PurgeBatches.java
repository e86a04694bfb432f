package org.avance.load;

import java.sql.Connection;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows removed in transactions of some thousand, each of which leaves what can be gone on from. */
final class PurgeBatches {
  private static final int ROWS_AT_ONCE = 2_000;

  private final JdbcClient sql;
  private final TransactionTemplate transaction;
  private final Purgeable purgeable;

  PurgeBatches(Connection connection, Purgeable purgeable) {
    SingleConnectionDataSource one = new SingleConnectionDataSource(connection, true);
    this.sql = JdbcClient.create(one);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(one));
    this.purgeable = purgeable;
  }

  /** What one transaction removed. */
  record Removed(long executions, long rows) {}

  JdbcClient sql() {
    return sql;
  }

  /**
   * Whole instances: an execution without its steps would be read as one that never began. They are
   * locked first, so that none of them is restarted meanwhile.
   */
  Removed removeMetadata(List<Long> instances) {
    return inTransaction(
        () -> {
          sql.sql(
                  "SELECT JOB_INSTANCE_ID FROM BATCH_JOB_INSTANCE WHERE JOB_INSTANCE_ID IN (:ids) FOR UPDATE")
              .param("ids", instances)
              .query(Long.class)
              .list();
          List<Long> still = purgeable.still(sql, instances);
          return still.isEmpty() ? new Removed(0, 0) : removeWhole(still);
        });
  }

  private Removed removeWhole(List<Long> instances) {
    List<Long> executions =
        sql.sql("SELECT JOB_EXECUTION_ID FROM BATCH_JOB_EXECUTION WHERE JOB_INSTANCE_ID IN (:ids)")
            .param("ids", instances)
            .query(Long.class)
            .list();
    long rows =
        remove(
            """
            DELETE c FROM BATCH_STEP_EXECUTION_CONTEXT c
            JOIN BATCH_STEP_EXECUTION s ON s.STEP_EXECUTION_ID = c.STEP_EXECUTION_ID
            WHERE s.JOB_EXECUTION_ID IN (:ids)
            """,
            executions);
    for (String table :
        List.of(
            "BATCH_STEP_EXECUTION",
            "BATCH_JOB_EXECUTION_CONTEXT",
            "BATCH_JOB_EXECUTION_PARAMS",
            "BATCH_JOB_EXECUTION")) {
      rows += remove("DELETE FROM " + table + " WHERE JOB_EXECUTION_ID IN (:ids)", executions);
    }
    rows += remove("DELETE FROM BATCH_JOB_INSTANCE WHERE JOB_INSTANCE_ID IN (:ids)", instances);
    return new Removed(executions.size(), rows);
  }

  private long remove(String delete, List<Long> ids) {
    return sql.sql(delete).param("ids", ids).update();
  }

  /**
   * All rows of a delivery in a table, unless the delivery falls due meanwhile: a load of it waits
   * for one transaction at most.
   */
  long removeOf(long delivery, String table) {
    long removed = 0;
    long batch;
    do {
      batch = inTransaction(() -> removeSome(delivery, table));
      removed += batch;
    } while (batch == ROWS_AT_ONCE);
    return removed;
  }

  private long removeSome(long delivery, String table) {
    String status =
        sql.sql("SELECT status FROM delivery WHERE delivery_id = :id LOCK IN SHARE MODE")
            .param("id", delivery)
            .query(String.class)
            .single();
    if (!List.of("REJECTED", "SUPERSEDED").contains(status)) {
      return 0;
    }
    return sql.sql(
            "DELETE FROM %s WHERE delivery_id = :id ORDER BY record_no LIMIT %d"
                .formatted(table, ROWS_AT_ONCE))
        .param("id", delivery)
        .update();
  }

  private interface Act<T> {
    T act();
  }

  private <T> T inTransaction(Act<T> act) {
    return Objects.requireNonNull(transaction.execute(status -> act.act()));
  }
}
