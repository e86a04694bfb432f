package org.avance.load;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.avance.model.Delivery;
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
  private final Ownership ownership;
  private final JdbcClient sql;
  private final String schema;
  private final Delivery delivery;
  private final int feedId;
  private final RetractedKeys keys;

  /**
   * @param schema the staging schema
   * @param delivery the one to be taken back
   */
  public Retraction(Ownership ownership, String schema, Delivery delivery) {
    this.ownership = ownership;
    this.sql = JdbcClient.create(ownership.connection());
    this.schema = schema;
    this.delivery = delivery;
    this.keys = new RetractedKeys(sql, delivery);
    this.feedId = keys.feedId();
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
    keys.find();
    RetractedKeys.TABLES.forEach(table -> keys.create(held(table), table.columnList(), table));
  }

  /** The deliveries that may state these keys; see {@link RetractedKeys#remaining}. */
  public List<Delivery> remaining() {
    return keys.remaining();
  }

  /**
   * Holds what a remaining delivery says of the keys. It is staged, and its keys are settled; older
   * ones were held before. In a transaction of the caller's.
   */
  public void hold(Delivery remaining, Set<FactKind> kinds, SameKey sameKey) {
    ownership.awaitPublishing();
    StagingTables tables = new StagingTables(schema, delivery.feed());
    new Dimensions(sql, tables, remaining, feedId, kinds).publishMembers();
    for (VersionedTable table : RetractedKeys.NAMES) {
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
    for (LaidOut part : new IndicatorKeys(tables, sameKey).values(sql)) {
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
                .formatted(keyed, RetractedKeys.name(table), table.sameKey()))
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
      for (VersionedTable table : RetractedKeys.TABLES) {
        long gone = take(table);
        long come = count(held(table));
        new Merge(sql, table, held(table)).merge(Merge.Rank.LAST);
        taken += RetractedKeys.FACTS.contains(table) ? gone : 0;
        restored += RetractedKeys.FACTS.contains(table) ? come : 0;
      }
      sql.sql(Names.latest("agency", RetractedKeys.name(VersionedTable.AGENCY_NAME))).update();
      sql.sql(Names.latest("programme", RetractedKeys.name(VersionedTable.PROGRAMME_NAME)))
          .update();
      sql.sql(IndicatorDimensions.rename(RetractedKeys.name(VersionedTable.INDICATOR_NAME)))
          .param("known", Integer.MAX_VALUE)
          .update();
      anew.layOut(
          "SELECT DISTINCT indicator_id FROM " + RetractedKeys.name(VersionedTable.INDICATOR),
          "SELECT DISTINCT agency_id, programme_id FROM "
              + RetractedKeys.name(VersionedTable.COVERAGE));
      rules.accept(anew);
      Rejudging.Done judged = anew.publish(delivery.id());
      mark(reason);
      // What waits to go on was compared with what has just gone.
      new StagedCounts(sql).forgetOthers(delivery);
      SeriesDigests.forget(sql, feedId);
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

  private static String held(VersionedTable table) {
    return "held_" + table.name();
  }
}
