package org.avance.load;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.avance.model.FactKind;

/**
 * Lays staged indicator values and scores out under the warehouse's keys; see {@link KeyedFacts}.
 */
final class IndicatorKeys {
  private final StagingTables tables;
  private final String programme;
  private final String figure;
  private final String missingText;

  /**
   * @param programme joins that find agency, programme, place and missing reason
   * @param figure the figure and why it is missing
   * @param missingText what the cell says instead
   */
  IndicatorKeys(StagingTables tables, String programme, String figure, String missingText) {
    this.tables = tables;
    this.programme = programme;
    this.figure = figure;
    this.missingText = missingText;
  }

  /** Of parts that are added up, a figure beside the sum is kept only where all agree. */
  private static String agreedFigures(String columns) {
    return Stream.of(columns.split(" "))
        .map("IF(MIN(s.%1$s) <=> MAX(s.%1$s), MIN(s.%1$s), NULL)"::formatted)
        .collect(Collectors.joining(", "));
  }

  private static String agreedTexts(String columns) {
    return KeyedFacts.agreed(columns.split(" "));
  }

  String values() {
    return """
        SELECT STRAIGHT_JOIN :feed, i.indicator_id, se.series_id, u.unit_id, s.year_key, t.period_type_key, s.period_number,
               g.geography_id, ru.reporting_unit_id, s.ordinal,
               COALESCE(MIN(a.agency_id), 0), COALESCE(MIN(p.programme_id), 0), COALESCE(MIN(o.objective_id), 0),
               MIN(d.direction_key), %1$s, %2$s, MIN(s.baseline_year), MIN(tt.target_type_key), %3$s,
               MIN(s.target_due_year), %4$s, MAX(s.is_partial), MAX(s.as_of), MAX(s.is_ambiguous),
               MIN(pp.progress_key), MIN(pi.interim_key), MIN(pt.trend_key), MIN(pl.light_key),
               %5$s, %6$s, MIN(s.assumed),
               :delivery, MIN(s.first_line), MAX(s.last_line), COUNT(*)
        FROM %7$s s
        %8$s
        JOIN %9$s identity ON identity.identity_hash = s.identity_hash
        JOIN dim_indicator i FORCE INDEX (indicator_natural) ON i.feed_id = :feed AND i.indicator_key = identity.indicator_key
        JOIN dim_series se ON se.series_code = s.series_code
        JOIN dim_unit_of_measure u ON u.unit_code = s.unit_code
        JOIN dim_period_type t ON t.code = s.period_type
        JOIN dim_reporting_unit ru ON ru.reporting_unit_code = s.reporting_unit_code
        JOIN dim_direction d ON d.code = s.direction
        JOIN dim_target_type tt ON tt.code = s.target_type
        LEFT JOIN dim_objective o FORCE INDEX (objective_natural) ON o.programme_id = COALESCE(p.programme_id, 0)
          AND o.objective_hash = s.objective_hash AND s.objective <> ''
        LEFT JOIN dim_progress_class pp ON pp.code = s.printed_progress_code
        LEFT JOIN dim_interim_outcome pi ON pi.code = s.printed_interim_code
        LEFT JOIN dim_trend pt ON pt.code = s.printed_trend_code
        LEFT JOIN dim_traffic_light pl ON pl.code = s.printed_light_code
        GROUP BY 2, 3, 4, 5, 6, 7, 8, 9, 10
        """
        .formatted(
            figure,
            agreedFigures("baseline"),
            agreedFigures("target_min target_max"),
            agreedFigures(
                "interim_target adjusted_target numerator denominator green_up_to yellow_up_to"),
            missingText,
            agreedTexts(
                "target_text printed_progress printed_interim printed_trend printed_light status plan note"),
            tables.facts(FactKind.INDICATOR),
            programme,
            tables.identities());
  }

  String scores() {
    return """
        SELECT STRAIGHT_JOIN :feed, COALESCE(a.agency_id, 0), COALESCE(p.programme_id, 0), s.year_key, sd.score_dimension_id,
               g.geography_id, s.ordinal, %1$s, MAX(s.as_of), MAX(s.is_ambiguous), %2$s, %3$s, MIN(s.assumed),
               :delivery, MIN(s.first_line), MAX(s.last_line), COUNT(*)
        FROM %4$s s
        %5$s
        JOIN dim_score_dimension sd ON sd.model_code = s.model_code AND sd.dimension_code = s.dimension_code
        GROUP BY 2, 3, 4, 5, 6, 7
        """
        .formatted(
            figure,
            missingText,
            agreedTexts("printed_class note"),
            tables.facts(FactKind.SCORE),
            programme);
  }
}
