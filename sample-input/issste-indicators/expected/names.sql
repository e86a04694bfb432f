-- Indicators of the sample deliveries of issste-indicators that go on under another code, name or unit.
SELECT
  first.code AS first_code, first.year_key AS first_year, later.code AS later_code, later.year_key AS later_year,
  first.name AS first_name, later.name AS later_name, first_unit.label AS first_unit, later_unit.label AS later_unit
FROM dim_indicator_name AS first
JOIN dim_indicator_name AS later USING (indicator_id)
JOIN dim_unit_of_measure AS first_unit ON first_unit.unit_id = first.unit_id
JOIN dim_unit_of_measure AS later_unit ON later_unit.unit_id = later.unit_id
JOIN dim_feed AS feed ON feed.feed_id = first.feed_id
WHERE feed.feed = 'issste-indicators' AND first.year_key = later.year_key - 1
  AND (first.code, first.name, first.unit_id) <> (later.code, later.name, later.unit_id)
ORDER BY first_code;
