package org.avance.load;

import java.math.BigDecimal;
import org.avance.model.Delivery;
import org.avance.model.FactKind;
import org.avance.model.SameKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Publishes staged indicator values, a million as soon as ten. Where the feed has published none
 * yet of their indicators they go straight into the facts; else each is held against what is
 * published, and only those that differ are laid out and merged.
 */
final class IndicatorFacts {
  private final JdbcClient sql;
  private final StagingTables tables;
  private final Delivery delivery;
  private final int feedId;
  private final SameKey sameKey;
  private final IndicatorKeys keys;
  private final String keyed;
  private final Merge merge;

  IndicatorFacts(
      JdbcClient sql, StagingTables tables, Delivery delivery, int feedId, SameKey sameKey) {
    this.sql = sql;
    this.tables = tables;
    this.delivery = delivery;
    this.feedId = feedId;
    this.sameKey = sameKey;
    this.keys = new IndicatorKeys(tables, sameKey);
    this.keyed = tables.keyed(VersionedTable.INDICATOR);
    this.merge = new Merge(sql, VersionedTable.INDICATOR, keyed);
  }

  /** What publishing did; ended are those that the scope holds no longer. */
  record Done(Merge.Effect effect, long noLongerStated) {}

  /** New facts in, changed ones replaced. Ends nothing: see {@link #end}. */
  Done publish() {
    if (isFirst()) {
      return new Done(new Merge.Effect(first().keys(), 0, 0, 0), 0);
    }
    if (isOfNewIndicators()) {
      return added();
    }
    Done differences = layOutDifferences();
    writeDifferences(differences);
    return differences;
  }

  /** Whether something is published that they are to be held against. */
  boolean areCompared() {
    return !isFirst() && !isOfNewIndicators();
  }

  private boolean isFirst() {
    return sql.sql("SELECT EXISTS (SELECT * FROM fct_indicator_value WHERE feed_id = :feed)")
            .param("feed", feedId)
            .query(Integer.class)
            .single()
        == 0;
  }

  /** What a feed that had none has published now, and what it adds up to. */
  Control first() {
    Control staged = staged();
    boolean isLarge = staged.keys() >= Publisher.MANY;
    // A quarter of the time goes into holding each key against its dimension, from which all but
    // the year has just come.
    String unchecked = isLarge ? "SET STATEMENT foreign_key_checks = 0 FOR " : "";
    keys.values(sql)
        .forEach(part -> write(unchecked + part.insertInto(VersionedTable.INDICATOR.name())));
    Control published = isLarge ? publishedWithoutOrphans() : published();
    check(staged, published);
    return published;
  }

  private Control publishedWithoutOrphans() {
    Orphans.Read read = new Orphans(sql).requireNone(VersionedTable.INDICATOR, feedId, "figure");
    return new Control(read.rows(), read.sum());
  }

  private Control published() {
    return control(
        "SELECT COUNT(*), COALESCE(SUM(figure), 0) FROM fct_indicator_value WHERE feed_id = :feed");
  }

  private boolean isOfNewIndicators() {
    return keys.areIndicatorsNewTo(VersionedTable.INDICATOR, feedId, sql);
  }

  /** Nothing is published that they could be held against, so they need not be laid out. */
  private Done added() {
    Control staged = staged();
    long noLongerStated = delivery.scope().isEmpty() ? 0 : publishedInScope();
    keys.values(sql).forEach(part -> write(part.insertInto(VersionedTable.INDICATOR.name())));
    check(
        staged,
        control(
            "SELECT COUNT(*), COALESCE(SUM(figure), 0) FROM fct_indicator_value WHERE feed_id = :feed AND delivery_id = :delivery"));
    return new Done(new Merge.Effect(staged.keys(), 0, 0, 0), noLongerStated);
  }

  /** Lays out the facts that are new or say otherwise, and counts what there is to do. */
  Done layOutDifferences() {
    sql.sql("DELETE FROM " + keyed).update();
    keys.changeableValues(sql).forEach(part -> write(part.insertChanged(keyed)));
    Merge.Effect found = merge.count(Merge.Rank.of(delivery));
    long unchanged = staged().keys() - found.added() - found.changed() - found.kept();
    long stated = unchanged + found.changed() + found.kept();
    long noLongerStated = delivery.scope().isEmpty() ? 0 : noLongerStated(stated);
    return new Done(
        new Merge.Effect(found.added(), found.changed(), found.kept(), unchanged), noLongerStated);
  }

  void writeDifferences(Done differences) {
    if (differences.effect().kept() == 0) {
      merge.replace();
      checkMerged();
    } else {
      merge.merge(Merge.Rank.of(delivery));
    }
  }

  /**
   * How many facts of the scope the delivery no longer states.
   *
   * @param stated how many published facts it states, of whatever scope
   */
  private long noLongerStated(long stated) {
    long inScope = publishedInScope();
    if (inScope == 0) {
      return 0;
    }
    long published =
        sql.sql("SELECT COUNT(*) FROM fct_indicator_value WHERE feed_id = :feed")
            .param("feed", feedId)
            .query(Long.class)
            .single();
    return inScope - (published == inScope ? stated : statedInScope());
  }

  private long publishedInScope() {
    return sql.sql(
            """
            SELECT COUNT(*) FROM delivery d STRAIGHT_JOIN fct_indicator_value f ON f.delivery_id = d.delivery_id
            WHERE d.feed_id = :feed AND f.feed_id = :feed AND d.scope = :scope
            """)
        .param("feed", feedId)
        .param("scope", delivery.scope())
        .query(Long.class)
        .single();
  }

  /** Of those, the ones that this delivery states anew, changed or not. */
  private long statedInScope() {
    long found = asBefore().keys();
    for (LaidOut part : keys.values(sql)) {
      found +=
          sql.sql(
                  """
                  SELECT COUNT(*) FROM %s
                  WHERE %s AND f.delivery_id IN (SELECT d.delivery_id FROM delivery d WHERE d.feed_id = :feed AND d.scope = :scope)
                  """
                      .formatted(part.besidePublished(), part.where()))
              .param("feed", feedId)
              .param("delivery", delivery.id())
              .param("scope", delivery.scope())
              .query(Long.class)
              .single();
    }
    return found;
  }

  /** Nothing ends of an indicator of which all is as before. */
  private static final String KEEP_AS_BEFORE =
      """
      INSERT IGNORE INTO %1$s (%2$s)
      SELECT STRAIGHT_JOIN %3$s
      FROM (SELECT DISTINCT k.indicator_id FROM %4$s b JOIN %5$s k ON k.statement_no = b.statement_no) kept
      JOIN fct_indicator_value f FORCE INDEX (PRIMARY) ON f.feed_id = :feed AND f.indicator_id = kept.indicator_id
      """;

  /** Ends the facts of the scope that are not stated any longer; their versions stay. */
  void end() {
    sql.sql("DELETE FROM " + keyed).update();
    keys.values(sql).forEach(part -> write(part.insertInto(keyed)));
    write(
        KEEP_AS_BEFORE.formatted(
            keyed,
            VersionedTable.INDICATOR.columnList(),
            VersionedTable.INDICATOR.columnListOf("f"),
            tables.asBefore(),
            tables.statementKeys(FactKind.INDICATOR)));
    merge.end(feedId, delivery.scope());
  }

  private void write(String statement) {
    sql.sql(statement).param("feed", feedId).param("delivery", delivery.id()).update();
  }

  /** How many keys there are, and what their figures add up to. */
  record Control(long keys, BigDecimal sum) {}

  private Control staged() {
    if (sameKey == SameKey.SUM) {
      return control(
          "SELECT COUNT(*), COALESCE(SUM(figure), 0) FROM " + keys.values(sql).get(0).from());
    }
    Control inFull =
        control(
            "SELECT COUNT(*), COALESCE(SUM(s.figure), 0) FROM %s s WHERE s.is_merged = 0"
                .formatted(tables.facts(FactKind.INDICATOR)));
    Control asBefore = asBefore();
    return new Control(inFull.keys() + asBefore.keys(), inFull.sum().add(asBefore.sum()));
  }

  private Control asBefore() {
    return control(
        "SELECT COALESCE(SUM(facts), 0), COALESCE(SUM(figure), 0) FROM " + tables.asBefore());
  }

  /** What was laid out because it differs now stands as it was laid out. */
  private void checkMerged() {
    check(
        control("SELECT COUNT(*), COALESCE(SUM(k.figure), 0) FROM " + keyed + " k"),
        control(
            "SELECT COUNT(*), COALESCE(SUM(f.figure), 0) FROM %s k STRAIGHT_JOIN fct_indicator_value f FORCE INDEX (PRIMARY) ON %s"
                .formatted(keyed, VersionedTable.INDICATOR.sameKey())));
  }

  /** Nothing was lost on the way. */
  private void check(Control staged, Control published) {
    if (published.keys() != staged.keys() || published.sum().compareTo(staged.sum()) != 0) {
      throw new IllegalStateException(
          "delivery %d: %d keys and a sum of %s are staged, %d and %s published"
              .formatted(
                  delivery.id(), staged.keys(), staged.sum(), published.keys(), published.sum()));
    }
  }

  private Control control(String question) {
    return sql.sql(question)
        .param("feed", feedId)
        .param("delivery", delivery.id())
        .query((row, n) -> new Control(row.getLong(1), row.getBigDecimal(2)))
        .single();
  }
}
