package org.avance.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.avance.model.Delivery;
import org.avance.model.DeliveryStatus;
import org.avance.model.FactKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What taking a delivery back is about: the keys that are the delivery's now, and those of its
 * scope that have ended since it came. They lie in temporary tables of one connection.
 */
public final class RetractedKeys {
  static final List<VersionedTable> FACTS =
      Stream.of(FactKind.values()).map(VersionedTable::of).toList();

  static final List<VersionedTable> NAMES =
      Stream.concat(Names.layouts().stream(), Stream.of(VersionedTable.INDICATOR_NAME)).toList();

  static final List<VersionedTable> TABLES = Stream.concat(FACTS.stream(), NAMES.stream()).toList();

  private final JdbcClient sql;
  private final Delivery delivery;
  private final int feedId;
  private long ended;

  /**
   * @param dataSource over one connection
   */
  public RetractedKeys(DataSource dataSource, Delivery delivery) {
    this(JdbcClient.create(dataSource), delivery);
  }

  RetractedKeys(JdbcClient sql, Delivery delivery) {
    this.sql = sql;
    this.delivery = delivery;
    this.feedId = new StandingDeliveries(sql).feedId(delivery.feed());
  }

  int feedId() {
    return feedId;
  }

  static String name(VersionedTable table) {
    return "taken_back_" + table.name();
  }

  /** Finds the keys. */
  public void find() {
    ended = 0;
    for (VersionedTable table : TABLES) {
      create(name(table), String.join(", ", table.key()), table);
      sql.sql(
              "INSERT INTO %1$s SELECT %2$s FROM %3$s WHERE feed_id = :feed AND delivery_id = :id"
                  .formatted(name(table), String.join(", ", table.key()), table.name()))
          .param("feed", feedId)
          .param("id", delivery.id())
          .update();
      if (!delivery.scope().isEmpty()) {
        long found = findEnded(table);
        ended += FACTS.contains(table) ? found : 0;
      }
    }
  }

  /** How many facts of its scope have ended since it came; once they are found. */
  public long ended() {
    return ended;
  }

  void create(String name, String columns, VersionedTable table) {
    sql.sql(
            "CREATE OR REPLACE TEMPORARY TABLE %s (PRIMARY KEY (%s)) AS SELECT %s FROM %s LIMIT 0"
                .formatted(name, String.join(", ", table.key()), columns, table.name()))
        .update();
  }

  /**
   * Of its scope, what has ended since it came and is not stated now. Where the clock has stepped
   * back in mid-load it came after it was published.
   */
  private long findEnded(VersionedTable table) {
    return sql.sql(
            """
            INSERT IGNORE INTO %1$s
            SELECT DISTINCT %2$s
            FROM delivery d
            STRAIGHT_JOIN %3$s FOR SYSTEM_TIME ALL AS k ON k.delivery_id = d.delivery_id
            LEFT JOIN %3$s f FORCE INDEX (PRIMARY) ON %4$s
            WHERE d.feed_id = :feed AND d.scope = :scope AND k.feed_id = :feed AND f.feed_id IS NULL
              AND k.row_end >= (SELECT LEAST(c.received_at, MIN(p.published_at))
                                FROM delivery c JOIN delivery_publication p ON p.delivery_id = c.delivery_id WHERE c.delivery_id = :id)
            """
                .formatted(
                    name(table),
                    String.join(", ", table.key().stream().map(c -> "k." + c).toList()),
                    table.name(),
                    table.sameKey()))
        .param("feed", feedId)
        .param("scope", delivery.scope())
        .param("id", delivery.id())
        .update();
  }

  /**
   * The published deliveries of the feed that may state these keys, oldest first: of each scope the
   * latest, and those before it as far as quarantine has kept what they state; of no scope, all.
   */
  public List<Delivery> remaining() {
    List<Delivery> standing =
        new StandingDeliveries(sql)
            .listStanding(delivery.feed()).stream()
                .filter(each -> each.id() != delivery.id())
                .toList();
    Set<Long> stating = stating();
    List<Delivery> remaining = new ArrayList<>();
    Set<String> complete = new HashSet<>();
    for (int i = standing.size() - 1; i >= 0; i--) {
      Delivery each = standing.get(i);
      boolean counts = each.scope().isEmpty() || !complete.contains(each.scope());
      boolean ofItsScope = !each.scope().isEmpty() && each.scope().equals(delivery.scope());
      if (counts && (ofItsScope || stating.contains(each.id()))) {
        remaining.add(each);
      }
      if (each.status() == DeliveryStatus.PUBLISHED && !each.endingScope().isEmpty()) {
        complete.add(each.scope());
      }
    }
    Collections.reverse(remaining);
    return remaining;
  }

  /**
   * Who has ever stated one of the keys; and whoever left facts as they were, since that may have
   * been as this delivery states them.
   */
  private Set<Long> stating() {
    Set<Long> stating = new HashSet<>();
    for (VersionedTable table : TABLES) {
      stating.addAll(
          sql.sql(
                  "SELECT DISTINCT f.delivery_id FROM %s k STRAIGHT_JOIN %s FOR SYSTEM_TIME ALL AS f FORCE INDEX (PRIMARY) ON %s"
                      .formatted(name(table), table.name(), table.sameKey()))
              .query(Long.class)
              .list());
    }
    stating.addAll(
        sql.sql(
                """
                SELECT d.delivery_id FROM delivery d
                WHERE d.feed_id = :feed AND (d.facts_kept > 0 OR d.facts_unchanged > 0 AND d.published_at >
                  (SELECT MIN(p.published_at) FROM delivery_publication p WHERE p.delivery_id = :id))
                """)
            .param("feed", feedId)
            .param("id", delivery.id())
            .query(Long.class)
            .list());
    return stating;
  }
}
