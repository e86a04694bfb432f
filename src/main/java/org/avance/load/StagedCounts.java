package org.avance.load;

import org.avance.model.Delivery;
import org.avance.model.RecordFate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far deliveries have been staged: what is counted with each chunk, and whose the tables are.
 */
final class StagedCounts {
  private final JdbcClient sql;

  StagedCounts(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * Gives the staging tables of its feed to a delivery: nothing of it is staged yet, and what
   * another one that has not ended staged there is gone.
   */
  void takeOver(Delivery delivery) {
    forgetOthers(delivery);
    forgetStaging(delivery.id());
  }

  /** What another delivery of the feed staged that has not ended is to be staged anew. */
  void forgetOthers(Delivery delivery) {
    sql.sql(
            """
            SELECT d.delivery_id FROM delivery d JOIN dim_feed f ON f.feed_id = d.feed_id
            WHERE f.feed = :feed AND d.delivery_id <> :id AND d.records_read > 0 AND d.status IN ('RECEIVED', 'STAGED', 'JUDGED')
            """)
        .param("feed", delivery.feed())
        .param("id", delivery.id())
        .query(Long.class)
        .list()
        .forEach(this::forgetStaging);
  }

  /** Whether the staging tables of a feed hold what a delivery needs that has not ended. */
  boolean hasStaged(String feed) {
    return sql.sql(
                """
                SELECT COUNT(*) FROM delivery d JOIN dim_feed f ON f.feed_id = d.feed_id
                WHERE f.feed = :feed AND d.records_read > 0 AND d.status IN ('RECEIVED', 'STAGED', 'JUDGED')
                """)
            .param("feed", feed)
            .query(Long.class)
            .single()
        > 0;
  }

  private void forgetStaging(long id) {
    new Quarantine(sql).putAside(id);
    sql.sql(
            """
            BEGIN NOT ATOMIC
              DELETE FROM issue WHERE delivery_id = :id;
              DELETE FROM delivery_column WHERE delivery_id = :id;
              DELETE FROM delivery_page WHERE delivery_id = :id;
              UPDATE delivery
              SET records_read = 0, records_staged = 0, records_quarantined = 0, records_blank = 0,
                  records_totals = 0, records_filtered = 0, records_merged = 0, facts_staged = 0
              WHERE delivery_id = :id;
            END
            """)
        .param("id", id)
        .update();
  }

  void count(long id, Tally tally) {
    sql.sql(
            """
            UPDATE delivery
            SET records_read = records_read + :read, records_staged = records_staged + :staged,
                records_quarantined = records_quarantined + :quarantined, records_blank = records_blank + :blank,
                records_totals = records_totals + :totals, records_filtered = records_filtered + :filtered,
                facts_staged = facts_staged + :facts
            WHERE delivery_id = :id
            """)
        .param("id", id)
        .param("read", tally.read())
        .param("staged", tally.records(RecordFate.STAGED))
        .param("quarantined", tally.records(RecordFate.QUARANTINED))
        .param("blank", tally.records(RecordFate.BLANK))
        .param("totals", tally.records(RecordFate.TOTALS))
        .param("filtered", tally.records(RecordFate.FILTERED))
        .param("facts", tally.facts())
        .update();
    tally.columns().forEach((column, sums) -> countColumn(id, column, sums));
  }

  /** Moves counts from staged to quarantined. */
  void recount(long id, Tally moved) {
    sql.sql(
            """
            UPDATE delivery
            SET records_staged = records_staged - :moved, records_quarantined = records_quarantined + :moved
            WHERE delivery_id = :id
            """)
        .param("id", id)
        .param("moved", moved.records(RecordFate.QUARANTINED))
        .update();
    moved
        .columns()
        .forEach(
            (column, sums) ->
                sql.sql(
                        """
                        UPDATE delivery_column
                        SET sum_staged = sum_staged - :moved, sum_quarantined = sum_quarantined + :moved
                        WHERE delivery_id = :id AND column_name = :column
                        """)
                    .param("id", id)
                    .param("column", column)
                    .param("moved", sums.read())
                    .update());
  }

  void countColumn(long id, String column, Tally.ColumnTally sums) {
    sql.sql(
            """
            INSERT INTO delivery_column
              (delivery_id, column_name, cells_numeric, sum_read, sum_staged, sum_quarantined, sum_merged, sum_totals, sum_filtered)
            VALUES (:id, :column, :cells, :read, :staged, :quarantined, 0, :totals, :filtered)
            ON DUPLICATE KEY UPDATE
              cells_numeric = cells_numeric + VALUE(cells_numeric), sum_read = sum_read + VALUE(sum_read),
              sum_staged = sum_staged + VALUE(sum_staged), sum_quarantined = sum_quarantined + VALUE(sum_quarantined),
              sum_totals = sum_totals + VALUE(sum_totals), sum_filtered = sum_filtered + VALUE(sum_filtered)
            """)
        .param("id", id)
        .param("column", column)
        .param("cells", sums.cells())
        .param("read", sums.read())
        .param("staged", sums.sum(RecordFate.STAGED))
        .param("quarantined", sums.sum(RecordFate.QUARANTINED))
        .param("totals", sums.sum(RecordFate.TOTALS))
        .param("filtered", sums.sum(RecordFate.FILTERED).add(sums.sum(RecordFate.BLANK)))
        .update();
  }
}
