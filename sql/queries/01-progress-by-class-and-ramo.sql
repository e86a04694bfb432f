-- ¿Qué parte de los indicadores está en cada clase de avance sexenal, por ramo y año?
-- Which share of indicators is in each class of six-year progress, by ramo and year?
SELECT
  feed, year, agency_code, agency_name,
  SUM(n_total) AS n_total,
  SUM(n_exceeded) AS superado,
  SUM(n_advanced) AS avanzado,
  SUM(n_adequate) AS adecuado,
  SUM(n_insufficient) AS insuficiente,
  SUM(n_lagging) AS rezagado,
  SUM(n_far_lagging) AS muy_rezagado,
  SUM(n_constant_direction) AS sentido_constante,
  SUM(n_not_reported) AS no_reportado,
  SUM(n_not_calculable) AS no_calculable,
  ROUND(100 * SUM(n_exceeded + n_advanced + n_adequate) / SUM(n_total), 1) AS adecuado_o_mejor_percent
FROM v_programme_performance
WHERE n_total > 0
GROUP BY feed, year, agency_code, agency_name
ORDER BY feed, year, agency_code
