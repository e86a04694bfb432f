-- ¿Qué cifras publicadas cambiaron el mes pasado, y quién las cambió?
-- Which published figures were restated last month, and by whom?
SELECT
  r.restated_at, d.feed_agency AS quien, r.feed, r.programme_code, r.indicator_code, r.year, r.measure_es AS cifra, r.month,
  r.what_es AS que_paso, r.figure_before, r.figure_after, r.file_after, r.line_after
FROM v_restatements AS r
LEFT JOIN v_delivery AS d ON d.delivery_id = r.delivery_after
WHERE r.restated_at >= DATE_FORMAT(UTC_DATE() - INTERVAL 1 MONTH, '%Y-%m-01')
  AND r.restated_at < DATE_FORMAT(UTC_DATE(), '%Y-%m-01')
ORDER BY r.restated_at, r.feed, r.restatement_key
