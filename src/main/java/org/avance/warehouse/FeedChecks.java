package org.avance.warehouse;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What may be wrong with feeds although nothing failed: late, shrunk, growing quarantine. */
public final class FeedChecks {
  private final JdbcClient sql;

  public FeedChecks(Access access) {
    this.sql = JdbcClient.create(access.dataSource());
  }

  /**
   * A feed of which a delivery is late.
   *
   * @param every how often one is due: YEAR, QUARTER, MONTH, WEEK or DAY
   * @param edition the newest that is missing
   * @param dueOn by when it was due
   * @param missing how many are missing in all
   */
  public record Late(
      String feed, String agency, String every, String edition, String dueOn, long missing) {}

  public List<Late> late() {
    return sql.sql(
            """
            SELECT feed, feed_agency AS agency, every_code AS every, edition, CAST(due_on AS CHAR) AS due_on, missing
            FROM (
              SELECT v.*, COUNT(*) OVER (PARTITION BY feed) AS missing,
                ROW_NUMBER() OVER (PARTITION BY feed ORDER BY due_on DESC) AS place
              FROM v_expected_missing v
            ) newest
            WHERE place = 1
            ORDER BY feed
            """)
        .query(Late.class)
        .list();
  }

  /** Records of a feed that wait in quarantine. */
  public record Waiting(String feed, long records) {}

  /** Of published deliveries only: of the others none of the records was loaded. */
  public List<Waiting> quarantined() {
    return sql.sql(
            """
            SELECT feed, SUM(records_open) AS records
            FROM v_quarantine
            WHERE delivery_status = 'PUBLISHED'
            GROUP BY feed
            HAVING records > 0
            ORDER BY feed
            """)
        .query(Waiting.class)
        .list();
  }

  /**
   * A published delivery that has fewer records than the one before it.
   *
   * @param allowed what the descriptor allows, in its words
   */
  public record Drop(long records, long before, String allowed) {}

  /** Empty unless the difference is more than the descriptor allows and the number has fallen. */
  public Optional<Drop> drop(long deliveryId) {
    return sql.sql(
            """
            SELECT d.records_read AS records, b.records_read AS `before`, MIN(i.accepted) AS allowed
            FROM delivery d
            JOIN issue i ON i.delivery_id = d.delivery_id AND i.code = 'ROW_COUNT_CHANGED'
            JOIN delivery b ON b.delivery_id = (
              SELECT l.delivery_id FROM delivery l
              WHERE l.feed_id = d.feed_id AND l.status = 'PUBLISHED' AND l.delivery_id <> d.delivery_id
                AND (l.scope = d.scope OR d.scope NOT LIKE 'document %')
              ORDER BY l.published_at DESC LIMIT 1)
            WHERE d.delivery_id = :id AND d.records_read < b.records_read
            GROUP BY d.records_read, b.records_read
            """)
        .param("id", deliveryId)
        .query(Drop.class)
        .optional();
  }
}
