-- ¿Coincide la distribución que imprime cada ficha con las clases de sus propios indicadores?
-- Does the distribution that each sheet prints agree with the classes of its own indicators?
SELECT
  feed, year, agency_code, programme_code, focus_es AS enfoque, class_es AS clase, printed AS impreso,
  CONCAT(n_published, ' de ', n_published_total) AS publicados, published_percent,
  CONCAT(n_recomputed, ' de ', n_recomputed_total) AS recalculados, recomputed_percent,
  is_count_different, is_percent_different
FROM v_published_distribution
ORDER BY feed, year, agency_code, programme_code, focus_order, class_order
