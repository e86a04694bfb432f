-- ¿Qué metas se ajustaron sobre la marcha, y qué semáforo habría dado la original?
-- Which goals were adjusted on the way, and which light would the original have given?
SELECT
  feed, agency_code, programme_code, indicator_name, year, period_es AS periodo, period_number, figure, unit,
  interim_target AS meta_original, adjusted_target AS meta_ajustada, original_light_es AS semaforo_original,
  light_es AS semaforo, original_light_code <> light_code AS cambia
FROM v_indicator_history
WHERE adjusted_target <> interim_target
ORDER BY cambia DESC, feed, agency_code, programme_code, indicator_name, year, period_number, geography_code
