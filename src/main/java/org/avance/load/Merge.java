package org.avance.load;

import org.avance.model.Delivery;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Merges keyed rows into a system-versioned table by natural key: new ones in, changed ones
 * replaced with the old version kept, unchanged ones untouched. An UPDATE that sets a versioned
 * column writes a version even with the same value, so rows are compared first; and what happened
 * is counted by SELECT before it does, since the driver's update counts are not facts counted.
 */
final class Merge {
  /** Sorts behind every edition: what is of it takes the place of any other. */
  static final String NEWEST = "\uffff";

  private final JdbcClient sql;
  private final VersionedTable table;
  private final String keyed;

  Merge(JdbcClient sql, VersionedTable table, String keyed) {
    this.sql = sql;
    this.table = table;
    this.keyed = keyed;
  }

  /**
   * Where a delivery stands in its feed's order: by edition, then by arrival. What a later one
   * states is kept.
   */
  record Rank(String edition, long deliveryId) {
    /** What follows from history as a whole: the newest always stands. */
    static final Rank LAST = new Rank(NEWEST, Long.MAX_VALUE);

    static Rank of(Delivery delivery) {
      return new Rank(delivery.edition(), delivery.id());
    }
  }

  /** A fact's delivery, {@code d}, does not come after the one that is merged. */
  private static final String NOT_LATER =
      "(d.edition < :edition OR (d.edition = :edition AND d.delivery_id <= :deliveryId))";

  /** What a merge does: facts new, changed, left because a newer edition states them, unchanged. */
  record Effect(long added, long changed, long kept, long unchanged) {
    static final Effect NONE = new Effect(0, 0, 0, 0);

    /** Facts that stand as they were stated. */
    long standing() {
      return added + changed + unchanged;
    }
  }

  /** Counts before the merge. */
  Effect count(Rank rank) {
    String statement =
        """
        SELECT COALESCE(SUM(f.feed_id IS NULL), 0) AS added,
               COALESCE(SUM(f.feed_id IS NOT NULL AND NOT (%1$s) AND %5$s), 0) AS changed,
               COALESCE(SUM(f.feed_id IS NOT NULL AND NOT (%1$s) AND NOT %5$s), 0) AS kept,
               COALESCE(SUM(f.feed_id IS NOT NULL AND (%1$s)), 0) AS unchanged
        FROM %2$s k
        LEFT JOIN %3$s f FORCE INDEX (PRIMARY) ON %4$s
        LEFT JOIN delivery d ON d.delivery_id = f.delivery_id
        """
            .formatted(table.sameValues(), keyed, table.name(), table.sameKey(), NOT_LATER);
    return sql.sql(statement)
        .paramSource(rank)
        .query(
            (row, n) -> new Effect(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
        .single();
  }

  /**
   * New facts in, changed ones replaced unless a newer edition states them.
   *
   * @return how many
   */
  int merge(Rank rank) {
    return sql.sql(update()).paramSource(rank).update() + sql.sql(insert()).update();
  }

  /** The same as part of what is sent in one go. */
  void in(InOneGo go, Rank rank) {
    go.param("edition", rank.edition()).param("deliveryId", rank.deliveryId());
    go.then(update()).then(insert());
  }

  /** The same, and {@link #end}. */
  void in(InOneGo go, Delivery delivery) {
    in(go, Rank.of(delivery));
    if (!delivery.endingScope().isEmpty()) {
      go.then("DELETE f " + noLongerStated());
    }
  }

  private String update() {
    return """
        UPDATE %2$s k
        STRAIGHT_JOIN %1$s f FORCE INDEX (PRIMARY) ON %3$s
        STRAIGHT_JOIN delivery d ON d.delivery_id = f.delivery_id
        SET %4$s
        WHERE NOT (%5$s) AND %6$s
        """
        .formatted(
            table.name(),
            keyed,
            table.sameKey(),
            table.assignments(),
            table.sameValues(),
            NOT_LATER);
  }

  private String insert() {
    return """
        INSERT INTO %1$s (%2$s)
        SELECT %3$s
        FROM %4$s k
        LEFT JOIN %1$s f FORCE INDEX (PRIMARY) ON %5$s
        WHERE f.feed_id IS NULL
        """
        .formatted(
            table.name(), table.columnList(), table.columnListOf("k"), keyed, table.sameKey());
  }

  /**
   * The same of rows that all differ from what is published, none of which a newer edition states:
   * in one pass. An UPDATE over a join first writes down all that it is going to write.
   */
  void replace() {
    sql.sql(
            "INSERT INTO %s (%s)\nSELECT %s FROM %s k\nON DUPLICATE KEY UPDATE %s"
                .formatted(
                    table.name(),
                    table.columnList(),
                    table.columnListOf("k"),
                    keyed,
                    table.replacements()))
        .update();
  }

  /** Counts the facts of a feed and scope that the keyed rows no longer hold. */
  long countEnded(int feedId, String scope) {
    return sql.sql("SELECT COUNT(*) " + noLongerStated())
        .param("feed", feedId)
        .param("scope", scope)
        .query(Long.class)
        .single();
  }

  /**
   * Ends them; their versions stay.
   *
   * @return how many
   */
  int end(int feedId, String scope) {
    return sql.sql("DELETE f " + noLongerStated())
        .param("feed", feedId)
        .param("scope", scope)
        .update();
  }

  /** Reads, and so locks, deliveries of its own feed only: others are being loaded meanwhile. */
  private String noLongerStated() {
    return """
        FROM %s f
        JOIN delivery d ON d.delivery_id = f.delivery_id
        LEFT JOIN %s k FORCE INDEX (PRIMARY) ON %s
        WHERE f.feed_id = :feed AND d.feed_id = :feed AND d.scope = :scope AND k.feed_id IS NULL
        """
        .formatted(table.name(), keyed, table.sameKey());
  }
}
