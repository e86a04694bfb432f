-- ¿A cuántos atendió cada programa, por componente y sexo, y dónde se rompe la serie?
-- How many did each programme serve, by component and sex, and where does the series break?
SELECT
  feed, agency_code, programme_code, component_name, sex_es AS sexo, geography_es AS lugar, year, unit, figure, is_break,
  change_percent
FROM v_coverage_history
WHERE population_code = 'SERVED' AND figure IS NOT NULL
ORDER BY feed, agency_code, programme_code, component_name, component_ordinal, sexo, lugar, year
