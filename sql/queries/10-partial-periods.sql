-- ¿Qué cifras quedaron fuera de las clases porque su periodo no había concluido?
-- Which figures were left out of the classes because their period was not over?
SELECT
  feed, agency_code, programme_code, indicator_name, period_es AS periodo, year, period_number, geography_es AS lugar, figure,
  unit, as_of, file_name, line
FROM v_indicator_history
WHERE is_partial = 1
ORDER BY feed, agency_code, programme_code, indicator_name, year, period_number, lugar
