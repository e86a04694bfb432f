-- What the rulebook makes of the sample deliveries of issste-sheets: each class, why there is none, how firmly it stands.
SELECT
  indicator_code, series, year, period_code, period_number, geography_code, reporting_unit, ordinal, figure, is_partial,
  segment, is_break, progress_percent, expected_percent, progress_code, progress_reason_code, progress_status,
  interim_code, interim_reason_code, interim_status, trend_code, trend_reason_code, trend_status, is_favourable, slope,
  compliance_percent, light_code, light_reason_code, light_status, original_compliance_percent, original_light_code,
  is_poor_planning, line, file_name
FROM v_indicator_history
WHERE feed = 'issste-sheets'
ORDER BY file_name, line, ordinal;
