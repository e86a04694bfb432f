-- The figures of the sample deliveries of issste-sheets and what they are held against.
SELECT
  agency_code, programme_code, indicator_code, indicator_number, indicator_name, indicator_level,
  frequency, definition, series, unit, year, period_code, period_number, geography_code, reporting_unit, ordinal,
  direction_code, figure, missing_code, missing_text, numerator, denominator, baseline, baseline_year,
  target_type_code, target_min, target_max, target_text, target_due_year, interim_target, adjusted_target, plan,
  printed_status, is_partial, as_of, is_ambiguous, assumed, note, line, line_last, record_count, file_name
FROM v_indicator_history
WHERE feed = 'issste-sheets'
ORDER BY file_name, line, ordinal;
