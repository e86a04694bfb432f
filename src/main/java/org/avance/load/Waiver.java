package org.avance.load;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Closes records in quarantine that are to stay out of the warehouse for good: later loads of their
 * delivery leave them out by their numbers, whether or not they could be read by then.
 */
public final class Waiver {
  private final JdbcClient sql;

  /**
   * @param dataSource on the connection that owns the delivery's feed, so that no load changes the
   *     quarantine meanwhile
   */
  public Waiver(DataSource dataSource) {
    this.sql = ParsedOnce.on(dataSource);
  }

  /**
   * Which open records of a delivery are meant.
   *
   * @param records their numbers; all where empty
   * @param code only those with a fault of this kind; all where empty
   */
  public record Which(long delivery, List<Long> records, String code) {
    public Which {
      records = List.copyOf(records);
    }
  }

  /** Numbers of the open records that are meant. */
  public List<Long> open(Which which) {
    return statement("SELECT record_no FROM quarantine q", which, " ORDER BY record_no")
        .query(Long.class)
        .list();
  }

  /**
   * Closes them.
   *
   * @return how many were open
   */
  public long waive(Which which, String by, String reason) {
    String update =
        "UPDATE quarantine q SET status = 'WAIVED', closed_at = UTC_TIMESTAMP(6), closed_by = :by, reason = :reason";
    return statement(update, which, "").param("by", by).param("reason", reason).update();
  }

  /** Numbers of a delivery's waived records, also while it is being loaded anew. */
  public Set<Long> waived(long delivery) {
    return sql.sql(
            """
            SELECT record_no FROM quarantine WHERE delivery_id = :id AND status = 'WAIVED'
            UNION SELECT record_no FROM quarantine_before WHERE delivery_id = :id AND status = 'WAIVED'
            """)
        .param("id", delivery)
        .query(Long.class)
        .set();
  }

  private JdbcClient.StatementSpec statement(String what, Which which, String end) {
    String records = which.records().isEmpty() ? "" : " AND q.record_no IN (:records)";
    String code =
        which.code().isEmpty()
            ? ""
            : """
               AND q.record_no IN (SELECT i.record_no FROM issue i
                WHERE i.delivery_id = :delivery AND i.code = :code AND i.severity = 'ERROR')\
              """;
    JdbcClient.StatementSpec statement =
        sql.sql(
                what
                    + " WHERE q.delivery_id = :delivery AND q.status = 'OPEN'"
                    + records
                    + code
                    + end)
            .param("delivery", which.delivery());
    if (!records.isEmpty()) {
      statement = statement.param("records", which.records());
    }
    return code.isEmpty()
        ? statement
        : statement.param("code", which.code().toUpperCase(Locale.ROOT));
  }
}
