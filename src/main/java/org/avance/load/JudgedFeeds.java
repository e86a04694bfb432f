package org.avance.load;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The feeds whose figures are judged, and by which rulebooks they stand judged. */
public final class JudgedFeeds {
  private final JdbcClient sql;

  public JudgedFeeds(DataSource dataSource) {
    this.sql = JdbcClient.create(dataSource);
  }

  /**
   * A feed.
   *
   * @param figures published ones that a rulebook judges
   * @param rulebooks versions by which they stand judged
   */
  public record Judged(String feed, int feedId, long figures, List<String> rulebooks) {
    public Judged {
      rulebooks = List.copyOf(rulebooks);
    }
  }

  /** Those that have published such figures, by name. */
  public List<Judged> list() {
    return sql.sql(
            """
            SELECT g.feed, g.feed_id,
                   (SELECT COUNT(*) FROM fct_indicator_value v WHERE v.feed_id = g.feed_id)
                     + (SELECT COUNT(*) FROM fct_coverage c WHERE c.feed_id = g.feed_id) AS figures
            FROM dim_feed g WHERE g.feed_id <> 0 HAVING figures > 0 ORDER BY g.feed
            """)
        .query(
            (row, n) ->
                new Judged(
                    row.getString(1), row.getInt(2), row.getLong(3), rulebooks(row.getInt(2))))
        .list();
  }

  private List<String> rulebooks(int feedId) {
    return sql.sql(
            """
            SELECT rulebook_version FROM fct_indicator_judgement WHERE feed_id = :feed
            UNION SELECT rulebook_version FROM fct_coverage_judgement WHERE feed_id = :feed
            ORDER BY 1
            """)
        .param("feed", feedId)
        .query(String.class)
        .list();
  }
}
