-- The scores of the sample deliveries of shcp-msd.
SELECT
  agency_code, agency_name, programme_code, programme_name, year, model, dimension, is_total, geography_code, ordinal,
  score, missing_code, missing_text, printed_class, note, is_ambiguous, assumed, line, line_last, record_count, file_name
FROM v_score_history
WHERE feed = 'shcp-msd'
ORDER BY file_name, line, is_total, dimension, ordinal;
