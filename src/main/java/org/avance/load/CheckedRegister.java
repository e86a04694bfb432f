package org.avance.load;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the register of deliveries says that a look over the whole warehouse holds against it. */
public final class CheckedRegister {
  private final JdbcClient sql;

  public CheckedRegister(DataSource dataSource) {
    this.sql = JdbcClient.create(dataSource);
  }

  /**
   * A file that the archive must hold: a published delivery, or a side file of one.
   *
   * @param fileName its path below the inbox
   */
  public record Kept(String feed, String fileName, String digest) {}

  /** All of them, the newest first. */
  public List<Kept> listKept() {
    return sql.sql(
            """
            SELECT MIN(feed), MIN(file_name), digest FROM (
              SELECT f.feed, d.file_name, d.file_digest AS digest, d.delivery_id
              FROM delivery d JOIN dim_feed f ON f.feed_id = d.feed_id WHERE d.status = 'PUBLISHED'
              UNION ALL
              SELECT f.feed, s.file_name, s.file_digest, s.delivery_id
              FROM delivery_side_file s JOIN delivery d ON d.delivery_id = s.delivery_id
              JOIN dim_feed f ON f.feed_id = d.feed_id WHERE d.status = 'PUBLISHED'
            ) kept
            GROUP BY digest ORDER BY MAX(delivery_id) DESC
            """)
        .query((row, n) -> new Kept(row.getString(1), row.getString(2), row.getString(3)))
        .list();
  }

  /**
   * By how many seconds the last publication lies ahead of the database's clock; 0 or less as long
   * as that has not stepped back.
   */
  public long secondsAhead() {
    return sql.sql(
            "SELECT COALESCE(TIMESTAMPDIFF(SECOND, NOW(6), MAX(published_at)), 0) FROM delivery")
        .query(Long.class)
        .single();
  }

  /** Names of the feeds that ever had a delivery or are expected to have one. */
  public List<String> listFeeds() {
    return sql.sql("SELECT feed FROM dim_feed WHERE feed <> '' ORDER BY feed")
        .query(String.class)
        .list();
  }
}
