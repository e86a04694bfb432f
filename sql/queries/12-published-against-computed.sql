-- ¿En cuántas cifras coincide la clase publicada con la calculada, por eje y año?
-- For how many figures does the published class agree with the computed one, by axis and year?
SELECT
  feed, year, axis_es AS eje,
  COUNT(*) AS n_total,
  SUM(outcome_code = 'SAME') AS coinciden,
  SUM(outcome_code = 'DIFFERENT') AS difieren,
  SUM(outcome_code = 'NOT_COMPUTED') AS sin_clase_calculada,
  SUM(outcome_code = 'LABEL_UNKNOWN') AS etiqueta_desconocida
FROM v_published_vs_computed
GROUP BY feed, year, axis_es
ORDER BY feed, year, eje
