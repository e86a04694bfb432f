package org.avance.load;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What becomes of the records in quarantine when their delivery is loaded anew:
 *
 * <ul>
 *   <li>as they stood they are put aside before it is staged; what it sets aside now comes in;
 *   <li>when that load ends, a record set aside again is one record still: open, or waived as it
 *       was (what was waived is set aside, whatever is mended: {@link Waiver#waived});
 *   <li>an open one that is staged and published now is marked REPLAYED: when, by whom, under which
 *       descriptor;
 *   <li>where nothing was published, what had been put aside stands again as it stood.
 * </ul>
 */
final class Quarantine {
  private static final String COLUMNS =
      "delivery_id, record_no, first_line, last_line, raw, status, first_seen, last_seen, closed_at, closed_by, closed_under, reason";

  private final JdbcClient sql;

  Quarantine(JdbcClient sql) {
    this.sql = sql;
  }

  /** What a load has set aside that did not come to its end is forgotten. */
  void putAside(long deliveryId) {
    if (!has("quarantine", deliveryId)) {
      return;
    }
    sql.sql(
            """
            INSERT INTO quarantine_before (%1$s)
            SELECT %1$s FROM quarantine
            WHERE delivery_id = :id AND first_seen IS NOT NULL
              AND record_no NOT IN (SELECT record_no FROM quarantine_before WHERE delivery_id = :id)
            """
                .formatted(COLUMNS))
        .param("id", deliveryId)
        .update();
    sql.sql("DELETE FROM quarantine WHERE delivery_id = :id").param("id", deliveryId).update();
  }

  /** The load has ended; publishing nothing, or what it staged. */
  void settle(long deliveryId, boolean published) {
    boolean isAgain = has("quarantine_before", deliveryId);
    if (isAgain) {
      again(deliveryId);
    }
    sql.sql(
            "UPDATE quarantine SET first_seen = COALESCE(first_seen, NOW(6)), last_seen = NOW(6) WHERE delivery_id = :id AND last_seen IS NULL")
        .param("id", deliveryId)
        .update();
    if (isAgain) {
      noLongerSetAside(deliveryId, published);
      sql.sql("DELETE FROM quarantine_before WHERE delivery_id = :id")
          .param("id", deliveryId)
          .update();
    }
  }

  private boolean has(String table, long deliveryId) {
    return sql.sql("SELECT EXISTS (SELECT * FROM " + table + " WHERE delivery_id = :id)")
        .param("id", deliveryId)
        .query(Boolean.class)
        .single();
  }

  private void again(long deliveryId) {
    sql.sql(
            """
            UPDATE quarantine q
            JOIN quarantine_before b ON b.delivery_id = q.delivery_id AND b.record_no = q.record_no
            SET q.first_seen = b.first_seen,
                q.status = IF(b.status = 'WAIVED', b.status, 'OPEN'),
                q.closed_at = IF(b.status = 'WAIVED', b.closed_at, NULL),
                q.closed_by = IF(b.status = 'WAIVED', b.closed_by, ''),
                q.reason = IF(b.status = 'WAIVED', b.reason, '')
            WHERE q.delivery_id = :id AND q.last_seen IS NULL
            """)
        .param("id", deliveryId)
        .update();
  }

  private void noLongerSetAside(long deliveryId, boolean published) {
    sql.sql(
            """
            INSERT INTO quarantine (%s)
            SELECT b.delivery_id, b.record_no, b.first_line, b.last_line, b.raw,
                   IF(b.is_replayed, 'REPLAYED', b.status), b.first_seen, b.last_seen,
                   IF(b.is_replayed, NOW(6), b.closed_at), IF(b.is_replayed, :who, b.closed_by),
                   IF(b.is_replayed, d.descriptor_digest, b.closed_under), b.reason
            FROM (SELECT *, :published AND status = 'OPEN' AS is_replayed FROM quarantine_before WHERE delivery_id = :id) b
            JOIN delivery d ON d.delivery_id = b.delivery_id
            LEFT JOIN quarantine q ON q.delivery_id = b.delivery_id AND q.record_no = b.record_no
            WHERE q.delivery_id IS NULL
            """
                .formatted(COLUMNS))
        .param("id", deliveryId)
        .param("published", published ? 1 : 0)
        .param("who", Operator.name())
        .update();
  }
}
