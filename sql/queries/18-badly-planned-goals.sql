-- ¿Qué metas se rebasaron tanto que estuvieron mal planeadas?
-- Which goals were passed so far that they were badly set?
SELECT feed, year, agency_code, programme_code, indicator_name, figure, unit, compliance_percent, light_es AS semaforo, line
FROM v_indicator_year
WHERE is_poor_planning = 1
ORDER BY compliance_percent DESC, feed, year, agency_code, programme_code, indicator_name
