-- Printed classes of the sample deliveries of issste-indicators beside the computed ones.
SELECT
  indicator_code, year, axis_code, printed, printed_code, computed_code, reason_code, rule_status, outcome_code, line, file_name
FROM v_published_vs_computed
WHERE feed = 'issste-indicators'
ORDER BY file_name, line, axis_code;
