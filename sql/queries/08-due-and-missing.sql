-- ¿Qué entregas debían haber llegado y faltan?
-- Which deliveries were due and have not come?
SELECT feed, feed_agency, every_es AS periodicidad, edition, due_on, days_late, file_name, status
FROM v_expected_missing
ORDER BY days_late DESC, feed, edition
