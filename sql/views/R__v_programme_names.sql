-- One row for each name that a feed prints for a programme in a year. A name is new where the feed printed none like it in
-- the latest earlier year of that programme; case, accents and spaces make no difference.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW v_programme_names AS
SELECT
  CONCAT_WS('-', n.programme_id, n.feed_id, n.year_key, n.name_hash) AS name_key,
  feed.feed AS feed,
  programme.code_system AS code_system,
  programme.agency_code AS agency_code,
  agency.name AS agency_name,
  programme.ramo AS ramo,
  programme.programme_code AS programme_code,
  n.year_key AS year,
  n.name AS programme_name,
  stated.year_before AS year_before,
  before_it.name AS name_before,
  stated.year_before IS NOT NULL AND same.name_hash IS NULL AS is_renamed,
  n.delivery_id AS delivery_id,
  n.line AS line,
  delivery.file_name AS file_name
FROM dim_programme_name AS n
JOIN dim_feed AS feed ON feed.feed_id = n.feed_id
JOIN dim_programme AS programme ON programme.programme_id = n.programme_id
JOIN dim_agency AS agency ON agency.agency_id = programme.agency_id
JOIN delivery ON delivery.delivery_id = n.delivery_id
JOIN (
  SELECT programme_id, feed_id, year_key,
    LAG(year_key) OVER (PARTITION BY programme_id, feed_id ORDER BY year_key) AS year_before
  FROM (SELECT DISTINCT programme_id, feed_id, year_key FROM dim_programme_name) AS year_stated
) AS stated
  ON stated.programme_id = n.programme_id AND stated.feed_id = n.feed_id AND stated.year_key = n.year_key
LEFT JOIN dim_programme_name AS same
  ON same.programme_id = n.programme_id AND same.feed_id = n.feed_id AND same.year_key = stated.year_before
  AND same.name_hash = n.name_hash
-- Of several names that a feed prints for one year, the first.
LEFT JOIN (
  SELECT programme_id, feed_id, year_key, name,
    ROW_NUMBER() OVER (PARTITION BY programme_id, feed_id, year_key ORDER BY delivery_id, line, name_hash) AS place
  FROM dim_programme_name
) AS before_it
  ON before_it.programme_id = n.programme_id AND before_it.feed_id = n.feed_id
  AND before_it.year_key = stated.year_before AND before_it.place = 1;
