-- ¿Cómo evolucionó la calificación de cada programa, por dimensión?
-- How did each programme's score develop, by dimension?
SELECT
  feed, agency_code, programme_code, model, dimension, year, score, missing_es AS motivo, printed_class,
  score - LAG(score) OVER (
    PARTITION BY feed, code_system, agency_code, programme_code, model, dimension, geography_code, ordinal ORDER BY year
  ) AS change_from_earlier
FROM v_score_history
ORDER BY feed, agency_code, programme_code, model, dimension, year, geography_code, ordinal
