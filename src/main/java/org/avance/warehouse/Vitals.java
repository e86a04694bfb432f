package org.avance.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the warehouse is, for those who look at it from outside again and again. */
public final class Vitals {
  private static final Pattern MIGRATION = Pattern.compile("V(\\d+)__.*\\.sql");

  /** Of a question: who looks must not wait. */
  private static final int LONGEST_SECONDS = 10;

  private final JdbcClient sql;

  public Vitals(Access access) {
    JdbcTemplate template = new JdbcTemplate(access.dataSource());
    template.setQueryTimeout(LONGEST_SECONDS);
    this.sql = JdbcClient.create(template);
  }

  /**
   * A feed now.
   *
   * @param ageSeconds since its last delivery was published; below 0 where none ever was
   * @param missing editions that are due and have not come
   * @param quarantined records that wait in quarantine
   */
  public record FeedNow(String feed, double ageSeconds, long missing, long quarantined) {}

  /** Every feed of the catalogue, and each that ever delivered. */
  public List<FeedNow> feeds() {
    return sql.sql(
            """
            SELECT feed.feed,
              COALESCE(TIMESTAMPDIFF(MICROSECOND, arrived.published_at, UTC_TIMESTAMP(6)) / 1e6, -1) AS age_seconds,
              COALESCE(missing.editions, 0) AS missing, COALESCE(held.records, 0) AS quarantined
            FROM (
              SELECT feed FROM feed_expectation
              UNION
              SELECT feed FROM dim_feed WHERE feed_id <> 0
            ) AS feed
            LEFT JOIN dim_feed AS known ON known.feed = feed.feed
            LEFT JOIN (
              SELECT feed_id, MAX(published_at) AS published_at FROM delivery WHERE status = 'PUBLISHED' GROUP BY feed_id
            ) AS arrived ON arrived.feed_id = known.feed_id
            LEFT JOIN (
              SELECT feed, COUNT(*) AS editions FROM v_expected_missing GROUP BY feed
            ) AS missing ON missing.feed = feed.feed
            LEFT JOIN (
              SELECT feed, SUM(records_open) AS records FROM v_quarantine GROUP BY feed
            ) AS held ON held.feed = feed.feed
            ORDER BY feed.feed
            """)
        .query(FeedNow.class)
        .list();
  }

  /** Deliveries of a feed by how far they came. */
  public record Registered(String feed, String status, long deliveries) {}

  public List<Registered> deliveries() {
    return sql.sql(
            """
            SELECT f.feed, d.status, COUNT(*) AS deliveries
            FROM delivery d JOIN dim_feed f ON f.feed_id = d.feed_id
            GROUP BY f.feed, d.status ORDER BY f.feed, d.status
            """)
        .query(Registered.class)
        .list();
  }

  /** Events that have begun and are not over. */
  public long openAlerts() {
    return sql.sql("SELECT COUNT(*) FROM alert WHERE is_open = 1").query(Long.class).single();
  }

  /** The newest migration that the warehouse has; 0 where it has none, or one of them failed. */
  public long migration() {
    return sql.sql(
            """
            SELECT IF(MIN(success) = 1, MAX(CAST(version AS UNSIGNED)), 0)
            FROM flyway_schema_history WHERE version IS NOT NULL
            """)
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  /** The newest migration that this build has. */
  public static long newestMigration() {
    try {
      Resource[] scripts =
          new PathMatchingResourcePatternResolver().getResources("classpath*:sql/migration/*.sql");
      return Arrays.stream(scripts)
          .map(script -> MIGRATION.matcher(String.valueOf(script.getFilename())))
          .filter(Matcher::matches)
          .mapToLong(matcher -> Long.parseLong(matcher.group(1)))
          .max()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
