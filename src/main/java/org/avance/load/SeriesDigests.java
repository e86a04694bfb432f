package org.avance.load;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.avance.model.Delivery;
import org.avance.model.FactKind;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the last delivery of a feed said of each series, where it states all that the feed has
 * published: kept with each publish, for the next delivery to be compared with while it is staged.
 *
 * <p>It is not asked where anything has been published or taken back since, where the next delivery
 * has another descriptor, rulebook or scope, or is loaded again on purpose.
 */
final class SeriesDigests {
  private static final int ROWS_AHEAD = 10_000;

  private final JdbcClient sql;
  private final StagingTables tables;
  private final Delivery delivery;

  SeriesDigests(JdbcClient sql, StagingTables tables, Delivery delivery) {
    this.sql = sql;
    this.tables = tables;
    this.delivery = delivery;
  }

  /** The feed's last delivery, where it can be compared with. */
  private static final String COMPARABLE =
      """
      SELECT w.feed_id
      FROM delivery d
      JOIN whole_delivery w ON w.feed_id = d.feed_id AND w.delivery_id <> d.delivery_id
      JOIN delivery last ON last.delivery_id = w.delivery_id
      WHERE d.delivery_id = :id AND d.rerun = 0 AND last.scope = d.scope
        AND last.descriptor_digest = d.descriptor_digest AND last.rulebook_digest = d.rulebook_digest
        AND w.published_at = (SELECT MAX(p.published_at) FROM delivery_publication p WHERE p.feed_id = w.feed_id)
        AND NOT EXISTS (SELECT 1 FROM delivery j WHERE j.feed_id = d.feed_id AND j.rulebook_digest <> d.rulebook_digest
          AND EXISTS (SELECT 1 FROM fct_indicator_judgement k WHERE k.delivery_id = j.delivery_id))
      """;

  /** Key of the feed, where its last delivery can be compared with. */
  Optional<Integer> comparableFeed() {
    return sql.sql(COMPARABLE).param("id", delivery.id()).query(Integer.class).optional();
  }

  /** What it said; empty where it can't be compared with. */
  Optional<KnownSeries> known() {
    return comparableFeed().filter(this::isUntouched).map(this::read);
  }

  /** The facts of the feed are as many as they were then, and add up to the same. */
  private boolean isUntouched(int feedId) {
    return sql.sql("SELECT facts, figure_sum FROM whole_delivery WHERE feed_id = :feed")
        .param("feed", feedId)
        .query(Published::of)
        .single()
        .equals(published(feedId));
  }

  /** Facts of the feed, and what their figures add up to. */
  private record Published(long facts, BigDecimal sum) {
    private static Published of(ResultSet row, int number) throws SQLException {
      return new Published(row.getLong(1), row.getBigDecimal(2));
    }
  }

  private Published published(int feedId) {
    return sql.sql(
            "SELECT COUNT(*), COALESCE(SUM(figure), 0.0000000000) FROM fct_indicator_value WHERE feed_id = :feed")
        .param("feed", feedId)
        .query(Published::of)
        .single();
  }

  private KnownSeries read(int feedId) {
    long count =
        sql.sql("SELECT COUNT(*) FROM series_digest WHERE feed_id = :feed")
            .param("feed", feedId)
            .query(Long.class)
            .single();
    KnownSeries known = new KnownSeries(count);
    sql.sql("SELECT statement_hash, digest FROM series_digest WHERE feed_id = :feed")
        .param("feed", feedId)
        .withFetchSize(ROWS_AHEAD)
        .query((RowCallbackHandler) row -> known.add(row.getString(1), row.getString(2)));
    return known;
  }

  /**
   * Where one series is all that a delivery says of what it is of, all of it has stayed in staging,
   * and no key of it is shared: what was set aside is in the digest, but not published.
   */
  private static final String SAID =
      """
      CREATE OR REPLACE TEMPORARY TABLE series_said (PRIMARY KEY (statement_hash)) AS
      SELECT g.statement_hash, MIN(g.digest) AS digest, MIN(i.indicator_key) AS indicator_key
      FROM %s g
      STRAIGHT_JOIN %s i ON i.statement_no = g.statement_no
      LEFT JOIN %s y ON y.statement_no = g.statement_no
      LEFT JOIN (SELECT DISTINCT s.statement_no FROM %s h STRAIGHT_JOIN %s s ON s.record_no = h.record_no AND s.fact_no = h.fact_no) shared
        ON shared.statement_no = g.statement_no
      GROUP BY g.statement_hash
      HAVING MIN(g.series_record) = MAX(g.series_record) AND MIN(y.facts <=> g.facts) = 1
        AND MIN(i.indicator_key) = MAX(i.indicator_key) AND COUNT(shared.statement_no) = 0
      """;

  /**
   * Keeps what the delivery says, just published, where it is worth while and the feed has
   * published nothing else. What was kept before holds no longer: it is of an earlier publication.
   *
   * @param facts how many facts the delivery states
   */
  void keep(int feedId, long facts) {
    if (facts < AsBefore.WORTH_WHILE || !isWhole(feedId)) {
      return;
    }
    Published published = published(feedId);
    if (published.facts() == facts) {
      keep(feedId, published);
    }
  }

  /**
   * The same where nothing else has ever been published.
   *
   * @param sum what the facts' figures add up to
   */
  void keepFirst(int feedId, long facts, BigDecimal sum) {
    if (facts >= AsBefore.WORTH_WHILE && isWhole(feedId)) {
      keep(feedId, new Published(facts, sum));
    }
  }

  private void keep(int feedId, Published published) {
    sql.sql(
            SAID.formatted(
                tables.digests(),
                tables.indicatorSeries(),
                tables.spans(FactKind.INDICATOR),
                tables.shared(FactKind.INDICATOR),
                tables.facts(FactKind.INDICATOR)))
        .update();
    sql.sql(
            """
            DELETE known FROM series_digest known LEFT JOIN series_said said USING (statement_hash, digest, indicator_key)
            WHERE known.feed_id = :feed AND said.statement_hash IS NULL
            """)
        .param("feed", feedId)
        .update();
    sql.sql(
            "INSERT IGNORE INTO series_digest (feed_id, statement_hash, digest, indicator_key) SELECT :feed, statement_hash, digest, indicator_key FROM series_said")
        .param("feed", feedId)
        .update();
    sql.sql("DROP TEMPORARY TABLE series_said").update();
    sql.sql(
            """
            REPLACE INTO whole_delivery (feed_id, delivery_id, published_at, facts, figure_sum)
            SELECT feed_id, delivery_id, published_at, :facts, :sum FROM delivery WHERE delivery_id = :id
            """)
        .param("id", delivery.id())
        .param("facts", published.facts())
        .param("sum", published.sum())
        .update();
  }

  /** All that stands of the feed is of the delivery's scope, and none of it prints a class. */
  private boolean isWhole(int feedId) {
    return sql.sql(
            """
            SELECT EXISTS (SELECT 1 FROM %s)
              AND NOT EXISTS (
                SELECT 1 FROM delivery d
                WHERE d.feed_id = :feed AND d.scope <> :scope
                  AND EXISTS (SELECT 1 FROM fct_indicator_value f WHERE f.delivery_id = d.delivery_id))
              AND NOT %s
            """
                .formatted(tables.digests(), UnchangedIndicators.isAnyClassPrinted(tables)))
        .param("feed", feedId)
        .param("scope", delivery.scope())
        .query(Boolean.class)
        .single();
  }

  /** What was published of the feed has changed without a publication. */
  static void forget(JdbcClient sql, int feedId) {
    sql.sql("DELETE FROM whole_delivery WHERE feed_id = :feed").param("feed", feedId).update();
  }
}
