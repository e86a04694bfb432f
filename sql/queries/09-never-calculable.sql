-- ¿De qué indicadores nunca se pudo calcular el avance sexenal, y por qué?
-- Of which indicators could six-year progress never be computed, and why?
SELECT
  feed, agency_code, programme_code, indicator_code, indicator_name, MIN(year) AS desde, MAX(year) AS hasta,
  GROUP_CONCAT(DISTINCT COALESCE(progress_reason_es, IF(figures > 1, 'Varias cifras', 'Sin juzgar')) SEPARATOR '; ') AS motivos
FROM v_indicator_year
GROUP BY feed, agency_code, programme_code, indicator_id, indicator_code, indicator_name
HAVING SUM(COALESCE(progress_code, 'NOT_CALCULABLE')
  IN ('EXCEEDED', 'ADVANCED', 'ADEQUATE', 'INSUFFICIENT', 'LAGGING', 'FAR_LAGGING')) = 0
ORDER BY feed, agency_code, programme_code, indicator_name
