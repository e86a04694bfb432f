package org.avance.bench;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One row of the copy as the usual job writes it; what is the same in all rows stands in the
 * statement.
 */
record UsualRow(
    int feedId,
    int indicatorId,
    int unitId,
    int year,
    int geographyId,
    int agencyId,
    int programmeId,
    int objectiveId,
    int directionKey,
    @Nullable BigDecimal figure,
    @Nullable Integer missingReasonKey,
    BigDecimal baseline,
    int baselineYear,
    BigDecimal target,
    int targetDueYear,
    BigDecimal numerator,
    BigDecimal denominator,
    String missingText,
    String targetText,
    String note,
    long deliveryId,
    long line) {

  static final String UPSERT =
      """
      INSERT INTO bench_copy (
        feed_id, indicator_id, series_id, unit_id, year_key, period_type_key, period_number, geography_id,
        reporting_unit_id, ordinal, agency_id, programme_id, objective_id, direction_key, figure,
        missing_reason_key, baseline, baseline_year, target_type_key, target_min, target_max, target_due_year,
        numerator, denominator, is_partial, is_ambiguous, missing_text, target_text, printed_progress,
        printed_interim, printed_trend, printed_light, status, plan, note, assumed, delivery_id, record_count,
        line_first, line_last)
      VALUES (
        :feedId, :indicatorId, 0, :unitId, :year, 1, 0, :geographyId,
        0, 1, :agencyId, :programmeId, :objectiveId, :directionKey, :figure,
        :missingReasonKey, :baseline, :baselineYear, 1, :target, :target, :targetDueYear,
        :numerator, :denominator, 0, 0, :missingText, :targetText, '',
        '', '', '', '', '', :note, '', :deliveryId, 1,
        :line, :line)
      ON DUPLICATE KEY UPDATE
        agency_id = VALUES(agency_id), programme_id = VALUES(programme_id), objective_id = VALUES(objective_id),
        direction_key = VALUES(direction_key), figure = VALUES(figure),
        missing_reason_key = VALUES(missing_reason_key), baseline = VALUES(baseline),
        baseline_year = VALUES(baseline_year), target_min = VALUES(target_min), target_max = VALUES(target_max),
        target_due_year = VALUES(target_due_year), numerator = VALUES(numerator),
        denominator = VALUES(denominator), missing_text = VALUES(missing_text),
        target_text = VALUES(target_text), note = VALUES(note), delivery_id = VALUES(delivery_id),
        line_first = VALUES(line_first), line_last = VALUES(line_last)
      """;
}
