-- ¿Dónde dan dos fuentes cifras distintas para lo mismo, y son comparables?
-- Where do two sources state different figures for the same, and can they be compared?
SELECT
  kind_es AS clase, agency_code, programme_code, year, measure_es AS cifra, feed_a, unit_a, figure_a, feed_b, unit_b, figure_b,
  difference, comparable, why_not_comparable_es AS por_que_no
FROM v_conflicts
ORDER BY comparable DESC, clase, agency_code, programme_code, year, conflict_key
