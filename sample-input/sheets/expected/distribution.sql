-- The distributions that the sample sheets print, beside those that their indicators make.
SELECT
  agency_code, programme_code, year, focus_code, class_code, printed, n_published, n_published_total, published_percent,
  n_recomputed, n_recomputed_total, recomputed_percent, n_without_focus, is_count_different, is_percent_different, line,
  file_name
FROM v_published_distribution
WHERE feed = 'issste-sheets'
ORDER BY file_name, line, class_order;
