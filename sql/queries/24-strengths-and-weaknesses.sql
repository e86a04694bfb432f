-- ¿Cuántas fortalezas, oportunidades, debilidades y amenazas señala cada ficha?
-- How many strengths, opportunities, weaknesses and threats does each sheet find?
SELECT
  feed, year, agency_code, programme_code, programme_name,
  SUM(kind_code = 'STRENGTH') AS fortalezas,
  SUM(kind_code = 'OPPORTUNITY') AS oportunidades,
  SUM(kind_code = 'WEAKNESS') AS debilidades,
  SUM(kind_code = 'THREAT') AS amenazas,
  SUM(kind_code = 'RECOMMENDATION') AS recomendaciones,
  SUM(kind_code = 'IMPROVEMENT_COMMITMENT') AS aspectos_comprometidos,
  MAX(kind_code = 'NO_COMMITMENT') AS sin_compromiso_declarado
FROM v_findings
WHERE kind_code IN (
  'STRENGTH', 'OPPORTUNITY', 'WEAKNESS', 'THREAT', 'RECOMMENDATION', 'IMPROVEMENT_COMMITMENT', 'NO_COMMITMENT')
GROUP BY feed, year, agency_code, programme_code, programme_name
ORDER BY feed, year, agency_code, programme_code
