package org.avance.load;

import org.avance.model.FactKind;

/**
 * What other deliveries have published of the indicators that a delivery touches, and it does not
 * state anew: laid out so that it can be judged together with what the delivery states.
 */
final class IndicatorPast {
  /** Points that belong to none of the delivery's own series come after all that do. */
  private static final String NO_SERIES = "4294967295";

  private IndicatorPast() {}

  static String createSeries(String table) {
    return """
        CREATE TABLE %s (
          statement_no INT UNSIGNED NOT NULL PRIMARY KEY, indicator_key CHAR(32) CHARACTER SET ascii NOT NULL,
          series_no INT UNSIGNED NOT NULL
        )
        """
        .formatted(table);
  }

  /** The columns of a published fact's key, then those that {@link SeriesCutter} reads. */
  static String createStatement(String table) {
    return """
        CREATE TABLE %s (
          record_no BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, is_past TINYINT UNSIGNED NOT NULL DEFAULT 1,
          fact_no INT UNSIGNED NOT NULL DEFAULT 0, feed_id SMALLINT UNSIGNED NOT NULL, indicator_id INT UNSIGNED NOT NULL,
          series_id INT UNSIGNED NOT NULL, unit_id INT UNSIGNED NOT NULL, period_type_key TINYINT UNSIGNED NOT NULL,
          geography_id INT UNSIGNED NOT NULL, reporting_unit_id INT UNSIGNED NOT NULL, series_no INT UNSIGNED NOT NULL,
          indicator_key CHAR(32) CHARACTER SET ascii NOT NULL, series_code VARCHAR(200) COLLATE utf8mb4_bin NOT NULL,
          reporting_unit_code VARCHAR(200) COLLATE utf8mb4_bin NOT NULL, geography_code VARCHAR(12) NOT NULL,
          period_type {dim_period_type} NOT NULL, year_key SMALLINT UNSIGNED NOT NULL, period_number TINYINT UNSIGNED NOT NULL,
          unit_code VARCHAR(200) COLLATE utf8mb4_bin NOT NULL, ordinal SMALLINT UNSIGNED NOT NULL,
          direction {dim_direction} NOT NULL, figure DECIMAL(30,10) NULL, baseline DECIMAL(30,10) NULL,
          baseline_year SMALLINT UNSIGNED NOT NULL, target_type {dim_target_type} NOT NULL, target_min DECIMAL(30,10) NULL,
          target_max DECIMAL(30,10) NULL, target_due_year SMALLINT UNSIGNED NOT NULL, interim_target DECIMAL(30,10) NULL,
          adjusted_target DECIMAL(30,10) NULL, green_up_to DECIMAL(30,10) NULL, yellow_up_to DECIMAL(30,10) NULL,
          plan VARCHAR(60) NOT NULL, is_partial TINYINT UNSIGNED NOT NULL, is_ambiguous TINYINT UNSIGNED NOT NULL
        )
        """
        .formatted(table);
  }

  /** Indicators of the delivery, and those of its scope that it no longer states. */
  private static final String TOUCHED =
      """
        SELECT indicator_key FROM %s
        UNION
        SELECT i.indicator_key
        FROM dim_feed feed
        JOIN delivery d ON d.feed_id = feed.feed_id AND d.scope = :scope AND :scope <> ''
        JOIN fct_indicator_value f ON f.delivery_id = d.delivery_id AND f.feed_id = feed.feed_id
        JOIN dim_indicator i ON i.indicator_id = f.indicator_id
        WHERE feed.feed = :feed
      """;

  /** What the delivery states, by natural key. */
  private static final String STATED =
      """
        SELECT DISTINCT o.series_no, s.geography_code, s.period_type, s.year_key, s.period_number, t.unit_code, s.ordinal
        FROM %s s
        STRAIGHT_JOIN %s t ON t.statement_no = s.statement_no
        STRAIGHT_JOIN %s o ON o.statement_no = s.statement_no
        WHERE s.is_merged = 0
      """;

  static String layOut(StagingTables tables) {
    return """
        INSERT INTO %1$s (feed_id, indicator_id, series_id, unit_id, period_type_key, geography_id, reporting_unit_id, series_no,
          indicator_key, series_code, reporting_unit_code, geography_code, period_type, year_key, period_number, unit_code,
          ordinal, direction, figure, baseline, baseline_year, target_type, target_min, target_max, target_due_year,
          interim_target, adjusted_target, green_up_to, yellow_up_to, plan, is_partial, is_ambiguous)
        WITH touched AS (
        %2$s), own AS (
          SELECT DISTINCT o.series_no, o.indicator_key, t.series_code, t.reporting_unit_code
          FROM %3$s o JOIN %4$s t ON t.statement_no = o.statement_no
        ), stated AS (
        %5$s)
        SELECT f.feed_id, f.indicator_id, f.series_id, f.unit_id, f.period_type_key, f.geography_id, f.reporting_unit_id,
               COALESCE(own.series_no, %6$s), i.indicator_key, se.series_code, ru.reporting_unit_code, g.geography_code, t.code,
               f.year_key, f.period_number, u.unit_code, f.ordinal, di.code, f.figure, f.baseline, f.baseline_year, tt.code,
               f.target_min, f.target_max, f.target_due_year, f.interim_target, f.adjusted_target, f.green_up_to,
               f.yellow_up_to, f.plan, f.is_partial, f.is_ambiguous
        FROM touched
        JOIN dim_feed feed ON feed.feed = :feed
        JOIN dim_indicator i ON i.feed_id = feed.feed_id AND i.indicator_key = touched.indicator_key
        JOIN fct_indicator_value f ON f.feed_id = i.feed_id AND f.indicator_id = i.indicator_id
        JOIN delivery d ON d.delivery_id = f.delivery_id
        JOIN dim_series se ON se.series_id = f.series_id
        JOIN dim_geography g ON g.geography_id = f.geography_id
        JOIN dim_reporting_unit ru ON ru.reporting_unit_id = f.reporting_unit_id
        JOIN dim_period_type t ON t.period_type_key = f.period_type_key
        JOIN dim_unit_of_measure u ON u.unit_id = f.unit_id
        JOIN dim_direction di ON di.direction_key = f.direction_key
        JOIN dim_target_type tt ON tt.target_type_key = f.target_type_key
        LEFT JOIN own ON own.indicator_key = i.indicator_key AND own.series_code = se.series_code
          AND own.reporting_unit_code = ru.reporting_unit_code
        LEFT JOIN stated s ON s.series_no = own.series_no AND s.geography_code = g.geography_code AND s.period_type = t.code
          AND s.year_key = f.year_key AND s.period_number = f.period_number AND s.unit_code = u.unit_code AND s.ordinal = f.ordinal
        WHERE NOT (d.scope = :scope AND :scope <> '') AND s.series_no IS NULL
        """
        .formatted(
            tables.indicatorPast(),
            TOUCHED.formatted(tables.identities()),
            tables.indicatorSeries(),
            tables.statements(FactKind.INDICATOR),
            STATED.formatted(
                tables.facts(FactKind.INDICATOR),
                tables.statements(FactKind.INDICATOR),
                tables.indicatorSeries()),
            NO_SERIES);
  }
}
