-- The coverage figures of the sample deliveries of shcp-coverage.
SELECT
  agency_code, agency_name, programme_code, programme_name, is_whole_programme, component_name, component_ordinal,
  year, population_code, sex_code, geography_code, unit, figure, missing_code, missing_text, as_of, assumed,
  is_ambiguous, segment, is_break, is_jump, is_scale_slip, change_percent, served_over_target, served_over_potential,
  target_over_potential, line, line_last, record_count, file_name
FROM v_coverage_history
WHERE feed = 'shcp-coverage'
ORDER BY file_name, line, year, population_code, sex_code, component_ordinal;
