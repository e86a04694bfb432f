-- ¿Qué parte de los indicadores mejora, por ramo y año?
-- Which share of indicators is getting better, by ramo and year?
SELECT
  feed, year, agency_code, agency_name,
  SUM(n_total) AS n_total,
  SUM(n_trend) AS con_tendencia,
  SUM(n_favourable) AS favorables,
  ROUND(100 * SUM(n_favourable) / SUM(n_total), 1) AS favorables_percent
FROM v_programme_performance
WHERE n_total > 0
GROUP BY feed, year, agency_code, agency_name
ORDER BY feed, year, agency_code
