package org.avance.load;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.avance.model.Delivery;
import org.avance.model.FactKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands in the warehouse of which deliveries: what taking one of them back looks at. */
public final class StandingDeliveries {
  private final JdbcClient sql;

  public StandingDeliveries(DataSource dataSource) {
    this(JdbcClient.create(dataSource));
  }

  StandingDeliveries(JdbcClient sql) {
    this.sql = sql;
  }

  /** A feed's deliveries of which something stands, in the order in which they take effect. */
  public List<Delivery> listStanding(String feed) {
    return sql.sql(
            Deliveries.SELECT
                + " WHERE f.feed = :feed AND %s ORDER BY d.edition, d.delivery_id"
                    .formatted(Deliveries.STANDS.formatted("d")))
        .param("feed", feed)
        .query(Deliveries::delivery)
        .list();
  }

  /**
   * A delivery of no feed in which the bytes of one are staged once more, so that what is noted of
   * that one stays as it is. To be {@linkplain #forget forgotten}; takes the place of one that a
   * process has left behind.
   */
  public Delivery aside(Delivery delivery) {
    sql.sql("DELETE FROM delivery WHERE feed_id = 0 AND file_name = :feed")
        .param("feed", delivery.feed())
        .update();
    sql.sql(
            """
            INSERT INTO delivery (feed_id, file_name, file_digest, file_bytes, edition, edition_year, scope, status,
                                  descriptor_digest, rulebook_digest, received_at)
            SELECT 0, :feed, SHA2(CONCAT(:feed, '/', file_digest), 256), file_bytes, edition, edition_year, scope, 'RECEIVED',
                   descriptor_digest, rulebook_digest, NOW(6)
            FROM delivery WHERE delivery_id = :id
            """)
        .param("feed", delivery.feed())
        .param("id", delivery.id())
        .update();
    long id =
        sql.sql("SELECT delivery_id FROM delivery WHERE feed_id = 0 AND file_name = :feed")
            .param("feed", delivery.feed())
            .query(Long.class)
            .single();
    return new Deliveries(sql).get(id).ofFeed(delivery.feed());
  }

  /** Forgets what was staged aside. */
  public void forget(Delivery aside) {
    sql.sql("DELETE FROM delivery WHERE feed_id = 0 AND delivery_id = :id")
        .param("id", aside.id())
        .update();
  }

  /** Those that were superseded in a scope, and that nothing which stands there supersedes. */
  public List<Delivery> listSupersededByNone(String feed, String scope) {
    return sql.sql(
            Deliveries.SELECT
                + """
                WHERE f.feed = :feed AND d.scope = :scope AND :scope <> '' AND d.status = 'SUPERSEDED'
                  AND NOT EXISTS (SELECT 1 FROM delivery n WHERE n.feed_id = d.feed_id AND n.scope = d.scope AND %s
                    AND (n.edition > d.edition OR (n.edition = d.edition AND n.delivery_id > d.delivery_id)))
                ORDER BY d.edition, d.delivery_id
                """
                    .formatted(Deliveries.STANDS.formatted("n")))
        .param("feed", feed)
        .param("scope", scope)
        .query(Deliveries::delivery)
        .list();
  }

  /** How many facts of the warehouse are a delivery's now. */
  public long factsOf(long id) {
    String counts =
        Stream.of(FactKind.values())
            .map(
                kind ->
                    "SELECT COUNT(*) AS n FROM %s WHERE delivery_id = :id"
                        .formatted(VersionedTable.of(kind).name()))
            .collect(Collectors.joining(" UNION ALL "));
    return sql.sql("SELECT SUM(n) FROM (" + counts + ") counted")
        .param("id", id)
        .query(Long.class)
        .single();
  }

  /** Key of a feed that has deliveries. */
  public int feedId(String feed) {
    return sql.sql("SELECT feed_id FROM dim_feed WHERE feed = :feed")
        .param("feed", feed)
        .query(Integer.class)
        .single();
  }
}
