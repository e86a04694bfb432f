package org.avance.load;

import org.avance.model.Delivery;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Publishes what the rules say of the indicator series a delivery touches: changed judgements get a
 * new version, unchanged ones none, those whose fact is gone are ended. After the facts, in the
 * same transaction.
 */
final class IndicatorJudgements {
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

  void publish() {
    String keyed = tables.keyed(VersionedTable.INDICATOR_JUDGEMENT);
    sql.sql("DELETE FROM " + keyed).update();
    sql.sql(layOut(keyed)).param("feed", feedId).param("delivery", delivery.id()).update();
    // A judgement is of what history holds, whatever edition: the newest always stands.
    new Merge(sql, VersionedTable.INDICATOR_JUDGEMENT, keyed).merge("\uffff");
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

  /**
   * In the order written: the facts were filled in this transaction, and the optimizer still takes
   * their table for empty. A fact that a newer edition kept out has no row to be judged.
   */
  private String layOut(String keyed) {
    return """
        INSERT INTO %s (%s)
        SELECT STRAIGHT_JOIN f.feed_id, f.indicator_id, f.series_id, f.unit_id, f.year_key, f.period_type_key, f.period_number,
               f.geography_id, f.reporting_unit_id, f.ordinal,
               j.segment, j.is_break, j.progress_percent, j.expected_percent, pc.progress_key, pr.reason_key, j.progress_status,
               io.interim_key, ir.reason_key, j.interim_status, tr.trend_key, tn.reason_key, j.trend_status, j.is_favourable,
               j.slope, j.compliance_percent, li.light_key, lr.reason_key, j.light_status, j.original_compliance_percent,
               lo.light_key, j.is_poor_planning, j.rulebook_version, :delivery
        FROM %s j
        JOIN dim_indicator i FORCE INDEX (indicator_natural) ON i.feed_id = :feed AND i.indicator_key = j.indicator_key
        JOIN dim_series se ON se.series_code = j.series_code
        JOIN dim_unit_of_measure u ON u.unit_code = j.unit_code
        JOIN dim_period_type t ON t.code = j.period_type
        JOIN dim_geography g ON g.geography_code = j.geography_code
        JOIN dim_reporting_unit ru ON ru.reporting_unit_code = j.reporting_unit_code
        JOIN dim_progress_class pc ON pc.code = j.progress
        JOIN dim_not_classified pr ON pr.code = j.progress_reason
        JOIN dim_interim_outcome io ON io.code = j.interim
        JOIN dim_not_classified ir ON ir.code = j.interim_reason
        JOIN dim_trend tr ON tr.code = j.trend
        JOIN dim_not_classified tn ON tn.code = j.trend_reason
        JOIN dim_traffic_light li ON li.code = j.light
        JOIN dim_not_classified lr ON lr.code = j.light_reason
        JOIN dim_traffic_light lo ON lo.code = j.original_light
        JOIN fct_indicator_value f FORCE INDEX (PRIMARY) ON f.feed_id = :feed AND f.indicator_id = i.indicator_id
          AND f.series_id = se.series_id AND f.unit_id = u.unit_id AND f.year_key = j.year_key
          AND f.period_type_key = t.period_type_key AND f.period_number = j.period_number AND f.geography_id = g.geography_id
          AND f.reporting_unit_id = ru.reporting_unit_id AND f.ordinal = j.ordinal
        """
        .formatted(
            keyed, VersionedTable.INDICATOR_JUDGEMENT.columnList(), tables.indicatorJudgements());
  }
}
