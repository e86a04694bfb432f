package org.avance.load;

import org.avance.model.Delivery;
import org.avance.model.FactKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What other deliveries have published of the indicators that a delivery touches, and it does not
 * state anew: laid out so that it can be judged together with what the delivery states.
 */
final class IndicatorPast {
  /** Points that belong to none of the delivery's own series come after all that do. */
  private static final String NO_SERIES = "4294967295";

  private final JdbcClient sql;
  private final StagingTables tables;
  private final Delivery delivery;

  IndicatorPast(JdbcClient sql, StagingTables tables, Delivery delivery) {
    this.sql = sql;
    this.tables = tables;
    this.delivery = delivery;
  }

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

  static String createStated(String table) {
    return """
        CREATE TABLE %s (
          indicator_id INT UNSIGNED NOT NULL, series_id INT UNSIGNED NOT NULL, unit_id INT UNSIGNED NOT NULL,
          year_key SMALLINT UNSIGNED NOT NULL, period_type_key TINYINT UNSIGNED NOT NULL,
          period_number TINYINT UNSIGNED NOT NULL, geography_id INT UNSIGNED NOT NULL,
          reporting_unit_id INT UNSIGNED NOT NULL, ordinal SMALLINT UNSIGNED NOT NULL,
          PRIMARY KEY (indicator_id, series_id, unit_id, year_key, period_type_key, period_number, geography_id,
                       reporting_unit_id, ordinal)
        )
        """
        .formatted(table);
  }

  /**
   * All that is published of some indicators.
   *
   * @param table made by {@link #createStatement}
   * @param indicators table of their keys: indicator_id
   */
  static String layOutPublished(String table, String indicators) {
    return """
        INSERT INTO %s (feed_id, indicator_id, series_id, unit_id, period_type_key, geography_id, reporting_unit_id, series_no,
          indicator_key, series_code, reporting_unit_code, geography_code, period_type, year_key, period_number, unit_code,
          ordinal, direction, figure, baseline, baseline_year, target_type, target_min, target_max, target_due_year,
          interim_target, adjusted_target, green_up_to, yellow_up_to, plan, is_partial, is_ambiguous)
        SELECT f.feed_id, f.indicator_id, f.series_id, f.unit_id, f.period_type_key, f.geography_id, f.reporting_unit_id,
               0, i.indicator_key, se.series_code, ru.reporting_unit_code, g.geography_code, t.code, f.year_key,
               f.period_number, u.unit_code, f.ordinal, di.code, f.figure, f.baseline, f.baseline_year, tt.code, f.target_min,
               f.target_max, f.target_due_year, f.interim_target, f.adjusted_target, f.green_up_to, f.yellow_up_to, f.plan,
               f.is_partial, f.is_ambiguous
        FROM %s touched
        STRAIGHT_JOIN fct_indicator_value f FORCE INDEX (PRIMARY) ON f.feed_id = :feed AND f.indicator_id = touched.indicator_id
        STRAIGHT_JOIN dim_indicator i ON i.indicator_id = f.indicator_id
        STRAIGHT_JOIN dim_series se ON se.series_id = f.series_id
        STRAIGHT_JOIN dim_geography g ON g.geography_id = f.geography_id
        STRAIGHT_JOIN dim_reporting_unit ru ON ru.reporting_unit_id = f.reporting_unit_id
        STRAIGHT_JOIN dim_period_type t ON t.period_type_key = f.period_type_key
        STRAIGHT_JOIN dim_unit_of_measure u ON u.unit_id = f.unit_id
        STRAIGHT_JOIN dim_direction di ON di.direction_key = f.direction_key
        STRAIGHT_JOIN dim_target_type tt ON tt.target_type_key = f.target_type_key
        """
        .formatted(table, indicators);
  }

  /**
   * Lays it out, by the keys of statements; true where there is any.
   *
   * @param feedId of a feed that has published facts
   */
  boolean layOut(int feedId) {
    if (!published(feedId) || !touchesAny(feedId)) {
      return false;
    }
    findStated();
    return sql.sql(past()).param("feed", feedId).param("scope", delivery.endingScope()).update()
        > 0;
  }

  /** Whether there are facts that this delivery's scope does not state anew as a whole. */
  private boolean published(int feedId) {
    return sql.sql(
                """
                SELECT EXISTS (
                  SELECT * FROM delivery d
                  JOIN fct_indicator_value f ON f.delivery_id = d.delivery_id AND f.feed_id = d.feed_id
                  WHERE d.feed_id = :feed AND NOT (d.scope = :scope AND :scope <> ''))
                """)
            .param("feed", feedId)
            .param("scope", delivery.endingScope())
            .query(Integer.class)
            .single()
        == 1;
  }

  /** Whether any indicator is known that the delivery states, or may no longer state. */
  private boolean touchesAny(int feedId) {
    return sql.sql(
            """
            SELECT EXISTS (SELECT * FROM %s o JOIN dim_indicator i ON i.feed_id = :feed AND i.indicator_key = o.indicator_key)
                OR EXISTS (SELECT * FROM delivery d JOIN fct_indicator_value f ON f.delivery_id = d.delivery_id
                           WHERE d.feed_id = :feed AND f.feed_id = :feed AND d.scope = :scope AND :scope <> '')
            """
                .formatted(tables.indicatorSeries()))
        .param("feed", feedId)
        .param("scope", delivery.endingScope())
        .query(Boolean.class)
        .single();
  }

  /** Of what the delivery states, the keys that the warehouse may know. */
  private void findStated() {
    sql.sql(
            """
            INSERT IGNORE INTO %s
            SELECT k.indicator_id, k.series_id, k.unit_id, s.year_key, %s, s.period_number, g.geography_id, k.reporting_unit_id, s.ordinal
            FROM %s s
            STRAIGHT_JOIN %s k ON k.statement_no = s.statement_no
            STRAIGHT_JOIN dim_geography g ON g.geography_code = s.geography_code
            LEFT JOIN %s unchanged ON unchanged.statement_no = s.statement_no
            WHERE s.is_merged = 0 AND unchanged.statement_no IS NULL
            """
                .formatted(
                    tables.indicatorStated(),
                    ClosedLists.key("s.period_type"),
                    tables.facts(FactKind.INDICATOR),
                    tables.statementKeys(FactKind.INDICATOR),
                    tables.unchanged()))
        .update();
  }

  /** Indicators of the delivery, and those of its scope that it no longer states. */
  private static final String TOUCHED =
      """
        SELECT i.indicator_id
        FROM %1$s o
        JOIN dim_indicator i FORCE INDEX (indicator_natural) ON i.feed_id = :feed AND i.indicator_key = o.indicator_key
        LEFT JOIN %2$s unchanged ON unchanged.statement_no = o.statement_no
        WHERE unchanged.statement_no IS NULL
        UNION
        SELECT f.indicator_id
        FROM delivery d
        JOIN fct_indicator_value f ON f.delivery_id = d.delivery_id AND f.feed_id = d.feed_id
        JOIN dim_indicator i ON i.indicator_id = f.indicator_id
        LEFT JOIN (SELECT DISTINCT o.indicator_key FROM %1$s o JOIN %2$s USING (statement_no)) unchanged
          ON unchanged.indicator_key = i.indicator_key
        WHERE d.feed_id = :feed AND d.scope = :scope AND :scope <> '' AND unchanged.indicator_key IS NULL
      """;

  /** The delivery's own series, as far as the warehouse knows them. */
  private static final String OWN =
      """
        SELECT i.indicator_id, se.series_id, ru.reporting_unit_id, MIN(o.series_no) AS series_no
        FROM %s o
        JOIN %s t ON t.statement_no = o.statement_no
        JOIN dim_indicator i FORCE INDEX (indicator_natural) ON i.feed_id = :feed AND i.indicator_key = o.indicator_key
        JOIN dim_series se ON se.series_code = t.series_code
        JOIN dim_reporting_unit ru ON ru.reporting_unit_code = t.reporting_unit_code
        GROUP BY 1, 2, 3
      """;

  private String past() {
    return """
        INSERT INTO %1$s (feed_id, indicator_id, series_id, unit_id, period_type_key, geography_id, reporting_unit_id, series_no,
          indicator_key, series_code, reporting_unit_code, geography_code, period_type, year_key, period_number, unit_code,
          ordinal, direction, figure, baseline, baseline_year, target_type, target_min, target_max, target_due_year,
          interim_target, adjusted_target, green_up_to, yellow_up_to, plan, is_partial, is_ambiguous)
        WITH touched AS (
        %2$s), own AS (
        %3$s)
        SELECT f.feed_id, f.indicator_id, f.series_id, f.unit_id, f.period_type_key, f.geography_id, f.reporting_unit_id,
               COALESCE(own.series_no, %5$s), i.indicator_key, se.series_code, ru.reporting_unit_code, g.geography_code, t.code,
               f.year_key, f.period_number, u.unit_code, f.ordinal, di.code, f.figure, f.baseline, f.baseline_year, tt.code,
               f.target_min, f.target_max, f.target_due_year, f.interim_target, f.adjusted_target, f.green_up_to,
               f.yellow_up_to, f.plan, f.is_partial, f.is_ambiguous
        FROM touched
        STRAIGHT_JOIN fct_indicator_value f FORCE INDEX (PRIMARY) ON f.feed_id = :feed AND f.indicator_id = touched.indicator_id
        LEFT JOIN %4$s s ON s.indicator_id = f.indicator_id AND s.series_id = f.series_id AND s.unit_id = f.unit_id
          AND s.year_key = f.year_key AND s.period_type_key = f.period_type_key AND s.period_number = f.period_number
          AND s.geography_id = f.geography_id AND s.reporting_unit_id = f.reporting_unit_id AND s.ordinal = f.ordinal
        STRAIGHT_JOIN delivery d ON d.delivery_id = f.delivery_id
        STRAIGHT_JOIN dim_indicator i ON i.indicator_id = f.indicator_id
        STRAIGHT_JOIN dim_series se ON se.series_id = f.series_id
        STRAIGHT_JOIN dim_geography g ON g.geography_id = f.geography_id
        STRAIGHT_JOIN dim_reporting_unit ru ON ru.reporting_unit_id = f.reporting_unit_id
        STRAIGHT_JOIN dim_period_type t ON t.period_type_key = f.period_type_key
        STRAIGHT_JOIN dim_unit_of_measure u ON u.unit_id = f.unit_id
        STRAIGHT_JOIN dim_direction di ON di.direction_key = f.direction_key
        STRAIGHT_JOIN dim_target_type tt ON tt.target_type_key = f.target_type_key
        LEFT JOIN own ON own.indicator_id = f.indicator_id AND own.series_id = f.series_id
          AND own.reporting_unit_id = f.reporting_unit_id
        WHERE s.indicator_id IS NULL AND NOT (d.scope = :scope AND :scope <> '')
        """
        .formatted(
            tables.indicatorPast(),
            TOUCHED.formatted(tables.indicatorSeries(), tables.unchanged()),
            OWN.formatted(tables.indicatorSeries(), tables.statements(FactKind.INDICATOR)),
            tables.indicatorStated(),
            NO_SERIES);
  }
}
