package org.avance.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.avance.model.Delivery;
import org.avance.model.DeliveryStatus;
import org.avance.model.FactKind;
import org.avance.model.SameKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes a published delivery back, on the connection that owns its feed:
 *
 * <ul>
 *   <li>finds the keys that are the delivery's now, and those that it ended;
 *   <li>of each remaining delivery that may state them, staged once more from the archive, holds
 *       what it says of these keys and of no other; a later one's word stands;
 *   <li>then, in one transaction and at one instant, what is the delivery's goes and what is held
 *       comes; names, judgements and counts follow.
 * </ul>
 *
 * What is held lies in temporary tables of the connection: whatever dies, nothing is left and
 * nothing has changed.
 */
public final class Retraction {
  private static final List<VersionedTable> FACTS =
      Stream.of(FactKind.values()).map(VersionedTable::of).toList();

  private static final List<VersionedTable> NAMES =
      Stream.concat(Names.layouts().stream(), Stream.of(VersionedTable.INDICATOR_NAME)).toList();

  private static final List<VersionedTable> ALL =
      Stream.concat(FACTS.stream(), NAMES.stream()).toList();

  private final Ownership ownership;
  private final JdbcClient sql;
  private final String schema;
  private final Delivery delivery;
  private final int feedId;

  /**
   * @param schema the staging schema
   * @param delivery the one to be taken back
   */
  public Retraction(Ownership ownership, String schema, Delivery delivery) {
    this.ownership = ownership;
    this.sql = JdbcClient.create(ownership.connection());
    this.schema = schema;
    this.delivery = delivery;
    this.feedId = new StandingDeliveries(sql).feedId(delivery.feed());
  }

  /**
   * What taking it back did.
   *
   * @param taken facts that were the delivery's and are no longer
   * @param restored facts that remaining deliveries state instead, or again
   * @param judged judgements that follow
   */
  public record Done(long taken, long restored, Rejudging.Done judged) {}

  public int feedId() {
    return feedId;
  }

  /** Finds the keys; holds nothing yet. */
  public void begin() {
    for (VersionedTable table : ALL) {
      create(keys(table), String.join(", ", table.key()), table);
      create(held(table), table.columnList(), table);
      sql.sql(
              "INSERT INTO %1$s SELECT %2$s FROM %3$s WHERE feed_id = :feed AND delivery_id = :id"
                  .formatted(keys(table), String.join(", ", table.key()), table.name()))
          .param("feed", feedId)
          .param("id", delivery.id())
          .update();
      if (!delivery.scope().isEmpty()) {
        findEnded(table);
      }
    }
  }

  private void create(String name, String columns, VersionedTable table) {
    sql.sql(
            "CREATE OR REPLACE TEMPORARY TABLE %s (PRIMARY KEY (%s)) AS SELECT %s FROM %s LIMIT 0"
                .formatted(name, String.join(", ", table.key()), columns, table.name()))
        .update();
  }

  /**
   * Of its scope, what has ended since it came and is not stated now. Where the clock has stepped
   * back in mid-load it came after it was published.
   */
  private void findEnded(VersionedTable table) {
    sql.sql(
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
                    keys(table),
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
    for (VersionedTable table : ALL) {
      stating.addAll(
          sql.sql(
                  "SELECT DISTINCT f.delivery_id FROM %s k STRAIGHT_JOIN %s FOR SYSTEM_TIME ALL AS f FORCE INDEX (PRIMARY) ON %s"
                      .formatted(keys(table), table.name(), table.sameKey()))
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

  /**
   * Holds what a remaining delivery says of the keys. It is staged, and its keys are settled; older
   * ones were held before. In a transaction of the caller's.
   */
  public void hold(Delivery remaining, Set<FactKind> kinds, SameKey sameKey) {
    ownership.awaitPublishing();
    StagingTables tables = new StagingTables(schema, delivery.feed());
    new Dimensions(sql, tables, remaining, feedId, kinds).publishMembers();
    for (VersionedTable table : NAMES) {
      boolean laidOut =
          table.equals(VersionedTable.INDICATOR_NAME)
              ? StatedIndicators.in(kinds)
              : !table.equals(VersionedTable.COMPONENT_DEFINITION)
                  || kinds.contains(FactKind.COVERAGE);
      if (laidOut) {
        hold(table, remaining, tables);
      }
    }
    for (FactKind kind : kinds) {
      layOut(kind, remaining, tables, sameKey);
      hold(VersionedTable.of(kind), remaining, tables);
    }
  }

  private void layOut(FactKind kind, Delivery remaining, StagingTables tables, SameKey sameKey) {
    if (kind != FactKind.INDICATOR) {
      new KeyedFacts(sql, tables, remaining, feedId).layOut(kind, sameKey);
      return;
    }
    String keyed = tables.keyed(VersionedTable.INDICATOR);
    sql.sql("DELETE FROM " + keyed).update();
    for (LaidOut part : new IndicatorKeys(tables, sameKey).values()) {
      sql.sql(part.insertInto(keyed))
          .param("feed", feedId)
          .param("delivery", remaining.id())
          .update();
    }
  }

  private void hold(VersionedTable table, Delivery remaining, StagingTables tables) {
    String keyed = tables.keyed(table);
    sql.sql(
            "DELETE k FROM %s k LEFT JOIN %s f ON %s WHERE f.feed_id IS NULL"
                .formatted(keyed, keys(table), table.sameKey()))
        .update();
    new Merge(sql, table.named(held(table)), keyed).merge(Merge.Rank.of(remaining));
  }

  /**
   * Takes the delivery back, in a transaction of the caller's on the owning connection.
   *
   * @param anew its tables are made
   * @param rules judges what is laid out there
   */
  public Done publish(String reason, Rejudging anew, Consumer<Rejudging> rules) {
    ownership.awaitPublishing();
    PublishClock clock = new PublishClock(sql);
    try {
      clock.pin();
      long taken = 0;
      long restored = 0;
      for (VersionedTable table : ALL) {
        long gone = take(table);
        long come = count(held(table));
        new Merge(sql, table, held(table)).merge(Merge.Rank.LAST);
        taken += FACTS.contains(table) ? gone : 0;
        restored += FACTS.contains(table) ? come : 0;
      }
      Names.latest(sql, "agency", keys(VersionedTable.AGENCY_NAME));
      Names.latest(sql, "programme", keys(VersionedTable.PROGRAMME_NAME));
      IndicatorDimensions.rename(sql, keys(VersionedTable.INDICATOR_NAME), Integer.MAX_VALUE);
      anew.layOut(
          "SELECT DISTINCT indicator_id FROM " + keys(VersionedTable.INDICATOR),
          "SELECT DISTINCT agency_id, programme_id FROM " + keys(VersionedTable.COVERAGE));
      rules.accept(anew);
      Rejudging.Done judged = anew.publish(delivery.id());
      mark(reason);
      return new Done(taken, restored, judged);
    } finally {
      clock.release();
    }
  }

  private long take(VersionedTable table) {
    return sql.sql(
            "DELETE f FROM %s f WHERE f.feed_id = :feed AND f.delivery_id = :id"
                .formatted(table.name()))
        .param("feed", feedId)
        .param("id", delivery.id())
        .update();
  }

  private long count(String table) {
    return sql.sql("SELECT COUNT(*) FROM " + table).query(Long.class).single();
  }

  private void mark(String reason) {
    sql.sql(
            """
            UPDATE delivery
            SET status = 'RETRACTED', retracted_at = NOW(6), retract_reason = :reason, reasons = :reason
            WHERE delivery_id = :id
            """)
        .param("reason", FirstFaults.onOneLine(reason))
        .param("id", delivery.id())
        .update();
  }

  private static String keys(VersionedTable table) {
    return "taken_back_" + table.name();
  }

  private static String held(VersionedTable table) {
    return "held_" + table.name();
  }
}
