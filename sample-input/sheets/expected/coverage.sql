-- The coverage figures of the sample deliveries of issste-sheets.
SELECT
  agency_code, programme_code, component_name, is_whole_programme, year, population_code, sex_code, geography_code, unit, figure,
  missing_code, missing_text, is_ambiguous, segment, is_break, is_jump, is_scale_slip, change_percent,
  served_over_target, served_over_potential, target_over_potential, served_target_percent, served_potential_percent,
  target_potential_percent, note, caveats, assumed, line, line_last, record_count, file_name
FROM v_coverage_history
WHERE feed = 'issste-sheets'
ORDER BY file_name, line, year, population_code, sex_code;
