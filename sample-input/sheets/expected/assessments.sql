-- What the sample sheets say of indicators.
SELECT
  agency_code, programme_code, programme_name, year, objective, indicator_number, indicator_name, role_code, printed_role,
  direction_code, printed_direction, quality_code, printed_quality, printed_interim_code, printed_interim,
  printed_progress_code, printed_progress, focus_code, suggested_focus_code, adequacy_met, clarity_met, relevance_met,
  monitorability_met, pertinence_met, criteria_met, other_marks, is_ambiguous, note, assumed, line, line_last, file_name
FROM v_indicator_assessment
WHERE feed = 'issste-sheets'
ORDER BY file_name, line, indicator_number;
