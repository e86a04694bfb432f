-- ¿Qué cifras descansan en un supuesto, y qué se supone?
-- Which figures rest on an assumption, and what is assumed?
SELECT feed, clase, assumed, COUNT(*) AS figures, MIN(year) AS desde, MAX(year) AS hasta
FROM (
  SELECT feed, 'cobertura' AS clase, assumed, year FROM v_coverage_history
  UNION ALL
  SELECT feed, 'presupuesto', assumed, year FROM v_budget_history
  UNION ALL
  SELECT feed, 'indicador', assumed, year FROM v_indicator_history
  UNION ALL
  SELECT feed, 'calificación', assumed, year FROM v_score_history
  UNION ALL
  SELECT feed, 'valoración de indicador', assumed, year FROM v_indicator_assessment
  UNION ALL
  SELECT feed, 'distribución publicada', assumed, year FROM v_published_distribution
  UNION ALL
  SELECT feed, 'hallazgo', assumed, year FROM v_findings
) AS figure
WHERE assumed <> ''
GROUP BY feed, clase, assumed
ORDER BY feed, clase, assumed
