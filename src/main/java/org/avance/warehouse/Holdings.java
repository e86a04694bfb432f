package org.avance.warehouse;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts what is published. */
public final class Holdings {
  private Holdings() {}

  /** Current facts by feed and kind. */
  public static List<Holding> list(DataSource reader) {
    return JdbcClient.create(reader)
        .sql(
            """
            SELECT feed.feed, held.kind, held.programmes, held.years, held.facts
            FROM (
              SELECT feed_id, 'coverage' AS kind, COUNT(DISTINCT agency_id, programme_id) AS programmes,
                     CONCAT_WS('-', MIN(year_key), NULLIF(MAX(year_key), MIN(year_key))) AS years, COUNT(*) AS facts
              FROM fct_coverage GROUP BY feed_id
              UNION ALL
              SELECT feed_id, 'budget', COUNT(DISTINCT agency_id, programme_id),
                     CONCAT_WS('-', MIN(year_key), NULLIF(MAX(year_key), MIN(year_key))), COUNT(*)
              FROM fct_budget GROUP BY feed_id
            ) held
            JOIN dim_feed feed ON feed.feed_id = held.feed_id
            ORDER BY feed.feed, held.kind
            """)
        .query(
            (row, n) ->
                new Holding(
                    row.getString(1),
                    row.getString(2),
                    row.getLong(3),
                    row.getString(4),
                    row.getLong(5)))
        .list();
  }
}
