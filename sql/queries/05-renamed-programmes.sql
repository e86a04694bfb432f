-- ¿Qué programas cambiaron de nombre, cuándo y cómo se llamaban?
-- Which programmes changed their name, when, and what were they called before?
SELECT agency_code, programme_code, year, programme_name, year_before, name_before, feed, file_name, line
FROM v_programme_names
WHERE is_renamed = 1
ORDER BY agency_code, programme_code, feed, year, programme_name
