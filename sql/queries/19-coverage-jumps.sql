-- ¿Qué poblaciones dan un salto, o parecen escritas en otra escala?
-- Which populations jump, or look as if written on another scale?
SELECT
  feed, agency_code, programme_code, component_name, population_es AS poblacion, sex_es AS sexo, year, unit, figure,
  change_percent, is_jump, is_scale_slip, file_name, line
FROM v_coverage_history
WHERE is_jump = 1 OR is_scale_slip = 1
ORDER BY is_scale_slip DESC, feed, agency_code, programme_code, component_name, poblacion, sexo, year
