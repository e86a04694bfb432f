package org.avance.load;

import org.avance.model.Delivery;
import org.avance.model.SameKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Publishes what the rules say of the indicator series a delivery touches: changed judgements get a
 * new version, unchanged ones none. After the facts, in the same transaction.
 */
final class IndicatorJudgements {
  private static final VersionedTable TABLE = VersionedTable.INDICATOR_JUDGEMENT;

  private final JdbcClient sql;
  private final StagingTables tables;
  private final Delivery delivery;
  private final int feedId;

  IndicatorJudgements(JdbcClient sql, StagingTables tables, Delivery delivery, int feedId) {
    this.sql = sql;
    this.tables = tables;
    this.delivery = delivery;
    this.feedId = feedId;
  }

  /**
   * Publishes them.
   *
   * @param factsEnded true where facts have ended, and with them what was said of them
   */
  void publish(SameKey sameKey, boolean factsEnded) {
    write(new IndicatorKeys(tables, sameKey));
    if (factsEnded) {
      end();
    }
  }

  private void write(IndicatorKeys keys) {
    if (isFirst() || isOfNewIndicators(keys)) {
      keys.judgements().forEach(part -> write(part.insertInto(TABLE.name())));
      return;
    }
    layOutDifferences(keys);
    writeDifferences();
  }

  /** Whether something is published that they are to be held against. */
  boolean areCompared(SameKey sameKey) {
    return !isFirst() && !isOfNewIndicators(new IndicatorKeys(tables, sameKey));
  }

  /** Lays out those that are new or say otherwise. The facts need not be published yet. */
  void layOutDifferences(SameKey sameKey) {
    layOutDifferences(new IndicatorKeys(tables, sameKey));
  }

  private void layOutDifferences(IndicatorKeys keys) {
    String keyed = tables.keyed(TABLE);
    sql.sql("DELETE FROM " + keyed).update();
    keys.judgements().forEach(part -> write(part.insertChanged(keyed)));
  }

  /** A judgement is of what history holds, whatever edition: the newest always stands. */
  void writeDifferences() {
    new Merge(sql, TABLE, tables.keyed(TABLE)).replace();
  }

  /** Nothing published is judged anew, nor is anything said of what is judged now. */
  private boolean isOfNewIndicators(IndicatorKeys keys) {
    return keys.areIndicatorsNewTo(TABLE, feedId, sql)
        && sql.sql("SELECT NOT EXISTS (SELECT * FROM " + tables.indicatorPast() + ")")
            .query(Boolean.class)
            .single();
  }

  private boolean isFirst() {
    return sql.sql("SELECT EXISTS (SELECT * FROM fct_indicator_judgement WHERE feed_id = :feed)")
            .param("feed", feedId)
            .query(Integer.class)
            .single()
        == 0;
  }

  private void write(String statement) {
    sql.sql(statement).param("feed", feedId).param("delivery", delivery.id()).update();
  }

  void end() {
    end(sql, feedId);
  }

  /** Ends those whose fact is gone. */
  static void end(JdbcClient sql, int feedId) {
    sql.sql(
            """
            DELETE j FROM fct_indicator_judgement j
            LEFT JOIN fct_indicator_value f FORCE INDEX (PRIMARY) USING (feed_id, indicator_id, series_id, unit_id, year_key,
              period_type_key, period_number, geography_id, reporting_unit_id, ordinal)
            WHERE j.feed_id = :feed AND f.feed_id IS NULL
            """)
        .param("feed", feedId)
        .update();
  }
}
