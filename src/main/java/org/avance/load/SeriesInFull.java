package org.avance.load;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Series that were counted as before while a delivery was staged, and whose facts are wanted after
 * all: their indicator is not unchanged. Another series of it is not as before, a key of theirs
 * came back, or they are settled to be of another indicator.
 */
public final class SeriesInFull {
  private final JdbcClient sql;
  private final StagingTables tables;

  SeriesInFull(JdbcClient sql, StagingTables tables) {
    this.sql = sql;
    this.tables = tables;
  }

  /** Numbers of the records that the wanted series begin with. */
  public List<Long> firstRecords() {
    return sql.sql(
            """
            SELECT DISTINCT b.series_record FROM %s b
            JOIN %s w ON w.statement_no = b.statement_no
            """
                .formatted(tables.asBefore(), tables.inFull()))
        .query(Long.class)
        .list();
  }

  /** Forgets them: their facts are staged. In the transaction that staged these. */
  public void done() {
    sql.sql(
            """
            DELETE b FROM %1$s b
            JOIN (SELECT DISTINCT wanted.series_record FROM %1$s wanted JOIN %2$s w ON w.statement_no = wanted.statement_no) done
              ON done.series_record = b.series_record
            """
                .formatted(tables.asBefore(), tables.inFull()))
        .update();
    sql.sql("DELETE FROM " + tables.inFull()).update();
    // Nothing was said of these in passing.
    new JudgedWindows(sql, tables).forget();
  }

  /**
   * Wants those that are not unchanged, now that it is known which indicator each series is of.
   *
   * @param comparable whether the feed's last delivery can still be compared with
   * @return whether there are any
   */
  boolean wantChanged(boolean comparable) {
    return sql.sql(
                """
                INSERT INTO %s
                SELECT DISTINCT b.statement_no
                FROM %s b
                LEFT JOIN %s unchanged ON unchanged.statement_no = b.statement_no
                LEFT JOIN %s o ON o.statement_no = b.statement_no
                LEFT JOIN dim_feed g ON g.feed = :feed
                LEFT JOIN series_digest known ON known.feed_id = g.feed_id AND known.statement_hash = b.statement_hash
                  AND known.indicator_key = o.indicator_key
                WHERE NOT :comparable OR unchanged.statement_no IS NULL OR known.statement_hash IS NULL
                """
                    .formatted(
                        tables.inFull(),
                        tables.asBefore(),
                        tables.unchanged(),
                        tables.indicatorSeries()))
            .param("feed", tables.feed())
            .param("comparable", comparable)
            .update()
        > 0;
  }
}
