package org.avance.load;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.avance.model.Delivery;
import org.avance.model.FactKind;
import org.avance.model.IndicatorJudgement;
import org.avance.model.IndicatorSeries;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The indicator series that a delivery touches, as they will stand once it is published: its own
 * facts, and of the indicators it touches the facts of other scopes. They are laid out in order in
 * a table of the delivery's own, read series by series, and what the rules say of them is staged
 * beside.
 */
public final class IndicatorHistory {
  private static final int PAGE = 20_000;

  private final JdbcClient sql;
  private final BulkLoad bulk;
  private final StagingTables tables;
  private final Delivery delivery;
  private final Deque<IndicatorSeries> ready = new ArrayDeque<>();
  private final SeriesCutter cutter = new SeriesCutter();
  private long lastPoint;
  private boolean exhausted;

  public IndicatorHistory(DataSource dataSource, String schema, Delivery delivery) {
    this.sql = JdbcClient.create(dataSource);
    this.bulk = new BulkLoad(dataSource);
    this.tables = new StagingTables(schema, delivery.feed());
    this.delivery = delivery;
  }

  /** A series with what the rules say of its points, under which rulebook. */
  public record Judged(
      IndicatorSeries series, List<IndicatorJudgement> judgements, String rulebookVersion) {
    public Judged {
      judgements = List.copyOf(judgements);
    }
  }

  /** What tells the points of a feed apart. */
  private static final String KEY =
      """
      indicator_key CHAR(32) CHARACTER SET ascii NOT NULL, series_code VARCHAR(200) COLLATE utf8mb4_bin NOT NULL,
      geography_code VARCHAR(12) NOT NULL, reporting_unit_code VARCHAR(200) COLLATE utf8mb4_bin NOT NULL,
      period_type VARCHAR(40) NOT NULL, year_key SMALLINT UNSIGNED NOT NULL, period_number TINYINT UNSIGNED NOT NULL,
      unit_code VARCHAR(200) COLLATE utf8mb4_bin NOT NULL, ordinal SMALLINT UNSIGNED NOT NULL,\
      """;

  static String createPointsStatement(String table) {
    return """
        CREATE TABLE %s (
          point_no BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, %s
          direction VARCHAR(40) NOT NULL, figure DECIMAL(30,10) NULL, baseline DECIMAL(30,10) NULL,
          baseline_year SMALLINT UNSIGNED NOT NULL, target_type VARCHAR(40) NOT NULL, target_min DECIMAL(30,10) NULL,
          target_max DECIMAL(30,10) NULL, target_due_year SMALLINT UNSIGNED NOT NULL, interim_target DECIMAL(30,10) NULL,
          adjusted_target DECIMAL(30,10) NULL, green_up_to DECIMAL(30,10) NULL, yellow_up_to DECIMAL(30,10) NULL,
          plan VARCHAR(60) NOT NULL, is_partial TINYINT UNSIGNED NOT NULL, is_ambiguous TINYINT UNSIGNED NOT NULL
        )
        """
        .formatted(table, KEY);
  }

  static String createStatement(String table) {
    return """
        CREATE TABLE %s (
          %s
          segment SMALLINT UNSIGNED NOT NULL, is_break TINYINT UNSIGNED NOT NULL, progress_percent DECIMAL(30,4) NULL,
          expected_percent DECIMAL(30,4) NULL, progress VARCHAR(40) NOT NULL, progress_reason VARCHAR(40) NOT NULL,
          progress_status VARCHAR(12) NOT NULL, interim VARCHAR(40) NOT NULL, interim_reason VARCHAR(40) NOT NULL,
          interim_status VARCHAR(12) NOT NULL, trend VARCHAR(40) NOT NULL, trend_reason VARCHAR(40) NOT NULL,
          trend_status VARCHAR(12) NOT NULL, is_favourable TINYINT UNSIGNED NOT NULL, slope DECIMAL(30,10) NULL,
          compliance_percent DECIMAL(30,4) NULL, light VARCHAR(40) NOT NULL, light_reason VARCHAR(40) NOT NULL,
          light_status VARCHAR(12) NOT NULL, original_compliance_percent DECIMAL(30,4) NULL,
          original_light VARCHAR(40) NOT NULL, is_poor_planning TINYINT UNSIGNED NOT NULL,
          rulebook_version VARCHAR(60) NOT NULL,
          KEY natural_key (indicator_key, year_key, period_number)
        )
        """
        .formatted(table, KEY);
  }

  /**
   * Lays the series out afresh and forgets what was judged before; in one transaction of the
   * caller's.
   */
  public void begin() {
    sql.sql("DELETE FROM " + tables.indicatorJudgements()).update();
    sql.sql("DELETE FROM " + tables.indicatorPoints()).update();
    sql.sql(layOut())
        .param("feed", delivery.feed())
        .param("scope", delivery.endingScope())
        .update();
  }

  private static final String POINT =
      """
      indicator_key, series_code, geography_code, reporting_unit_code, period_type, year_key, period_number, unit_code, ordinal,
      direction, figure, baseline, baseline_year, target_type, target_min, target_max, target_due_year, interim_target,
      adjusted_target, green_up_to, yellow_up_to, plan, is_partial, is_ambiguous\
      """;

  /** Of records that are added up; what stands beside the sum is of the first. */
  private static final String STATED =
      """
        SELECT identity.indicator_key, s.series_code, s.geography_code, s.reporting_unit_code, s.period_type, s.year_key,
               s.period_number, s.unit_code, s.ordinal, MIN(s.direction) AS direction, SUM(s.figure) AS figure, MIN(s.baseline) AS baseline,
               MIN(s.baseline_year) AS baseline_year, MIN(s.target_type) AS target_type, MIN(s.target_min) AS target_min,
               MIN(s.target_max) AS target_max, MIN(s.target_due_year) AS target_due_year, MIN(s.interim_target) AS interim_target,
               MIN(s.adjusted_target) AS adjusted_target, MIN(s.green_up_to) AS green_up_to, MIN(s.yellow_up_to) AS yellow_up_to,
               MIN(s.plan) AS plan, MAX(s.is_partial) AS is_partial, MAX(s.is_ambiguous) AS is_ambiguous
        FROM %s s JOIN %s identity ON identity.identity_hash = s.identity_hash
        WHERE s.is_merged = 0
        GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
      """;

  /** Current facts of the feed by natural key, each with the scope it was stated in. */
  private static final String PUBLISHED =
      """
        SELECT i.indicator_key, se.series_code, g.geography_code, ru.reporting_unit_code, t.code AS period_type, f.year_key,
               f.period_number, u.unit_code, f.ordinal, di.code AS direction, f.figure, f.baseline, f.baseline_year, tt.code AS target_type,
               f.target_min, f.target_max, f.target_due_year, f.interim_target, f.adjusted_target, f.green_up_to,
               f.yellow_up_to, f.plan, f.is_partial, f.is_ambiguous, d.scope
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
        WHERE NOT (d.scope = :scope AND :scope <> '')
      """;

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

  private String layOut() {
    return """
        INSERT INTO %1$s (%2$s)
        WITH stated AS (
        %3$s), touched AS (
        %4$s), published AS (
        %5$s)
        SELECT %2$s FROM (
          SELECT %2$s FROM stated
          UNION ALL
          SELECT %6$s FROM published h
          LEFT JOIN stated s USING (indicator_key, series_code, geography_code, reporting_unit_code, period_type, year_key,
                                    period_number, unit_code, ordinal)
          WHERE s.direction IS NULL
        ) point
        ORDER BY indicator_key, series_code, geography_code, reporting_unit_code, period_type, year_key, period_number
        """
        .formatted(
            tables.indicatorPoints(),
            POINT,
            STATED.formatted(tables.facts(FactKind.INDICATOR), tables.identities()),
            TOUCHED.formatted(tables.identities()),
            PUBLISHED,
            "h." + String.join(", h.", POINT.split(",\\s*")));
  }

  /** The next series; empty at the end. */
  public Optional<IndicatorSeries> next() {
    while (ready.isEmpty() && !exhausted) {
      readPage();
    }
    return Optional.ofNullable(ready.poll());
  }

  private void readPage() {
    List<SeriesCutter.Row> page =
        sql.sql(
                "SELECT * FROM %s WHERE point_no > :last ORDER BY point_no LIMIT :page"
                    .formatted(tables.indicatorPoints()))
            .param("last", lastPoint)
            .param("page", PAGE)
            .query(SeriesCutter::row)
            .list();
    for (SeriesCutter.Row row : page) {
      cutter.add(row).ifPresent(ready::add);
      lastPoint = row.number();
    }
    if (page.size() < PAGE) {
      cutter.last().ifPresent(ready::add);
      exhausted = true;
    }
  }

  /** Stages what the rules say of some series, in the running transaction. */
  public void write(List<? extends Judged> judged) {
    BulkRows rows = new BulkRows();
    judged.forEach(one -> JudgementRows.add(one, rows));
    bulk.load(tables.indicatorJudgements(), JudgementRows.COLUMNS, rows);
  }
}
