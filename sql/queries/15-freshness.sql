-- ¿Qué tan reciente es lo publicado de cada fuente, y cuándo llega lo siguiente?
-- How recent is what is published of each feed, and when is the next delivery due?
SELECT feed, feed_agency, every_es AS periodicidad, last_edition, published_at, age_days, last_status, next_due_on, n_missing
FROM v_freshness
ORDER BY n_missing DESC, age_days DESC, feed
