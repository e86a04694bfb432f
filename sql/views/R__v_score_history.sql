-- One row for each score in fct_score: what a scoring model gives a programme in one of its dimensions, or in total.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW v_score_history AS
SELECT
  CONCAT_WS('-', f.feed_id, f.agency_id, f.programme_id, f.year_key, f.score_dimension_id, f.geography_id, f.ordinal)
    AS score_key,
  feed.feed AS feed,
  agency.code_system AS code_system,
  agency.agency_code AS agency_code,
  COALESCE(agency_name.name, agency.name) AS agency_name,
  programme.ramo AS ramo,
  programme.programme_code AS programme_code,
  COALESCE(programme_name.name, programme.name) AS programme_name,
  f.year_key AS year,
  score_dimension.model AS model,
  score_dimension.dimension AS dimension,
  score_dimension.dimension_code = '' AS is_total,
  geography.geography_code AS geography_code,
  geography.level AS geography_level,
  geography.name_es AS geography_es,
  geography.name_en AS geography_en,
  f.ordinal AS ordinal,
  f.figure AS score,
  missing.code AS missing_code,
  missing.label_es AS missing_es,
  missing.label_en AS missing_en,
  f.missing_text AS missing_text,
  f.printed_class AS printed_class,
  f.as_of AS as_of,
  f.note AS note,
  f.is_ambiguous AS is_ambiguous,
  f.assumed AS assumed,
  -- No feed stated earlier in the rulebook's order has the same score.
  NOT EXISTS (
    SELECT 1
    FROM fct_score AS other
    JOIN dim_feed AS other_feed ON other_feed.feed_id = other.feed_id
    LEFT JOIN feed_expectation AS other_order ON other_order.feed = other_feed.feed
    LEFT JOIN feed_expectation AS feed_order ON feed_order.feed = feed.feed
    WHERE other.programme_id = f.programme_id AND other.year_key = f.year_key AND other.agency_id = f.agency_id
      AND other.feed_id <> f.feed_id AND other.score_dimension_id = f.score_dimension_id
      AND other.geography_id = f.geography_id
      AND (COALESCE(other_order.show_order, 65535), other_feed.feed) < (COALESCE(feed_order.show_order, 65535), feed.feed)
  ) AS is_current,
  f.delivery_id AS delivery_id,
  f.line_first AS line,
  f.line_last AS line_last,
  f.record_count AS record_count,
  delivery.file_name AS file_name,
  delivery.file_digest AS file_digest,
  delivery.published_at AS published_at
FROM fct_score AS f
JOIN dim_feed AS feed ON feed.feed_id = f.feed_id
JOIN dim_agency AS agency ON agency.agency_id = f.agency_id
-- A programme is its agency's; 0 is the agency as a whole.
JOIN dim_programme AS programme ON programme.programme_id = f.programme_id AND programme.agency_id IN (0, f.agency_id)
JOIN dim_score_dimension AS score_dimension ON score_dimension.score_dimension_id = f.score_dimension_id
JOIN dim_geography AS geography ON geography.geography_id = f.geography_id
JOIN delivery ON delivery.delivery_id = f.delivery_id
LEFT JOIN dim_missing_reason AS missing ON missing.missing_reason_key = f.missing_reason_key
-- Of several names that a feed prints for one year, the first; looked up row by row, so that one programme costs no more.
LEFT JOIN dim_agency_name AS agency_name
  ON agency_name.agency_id = f.agency_id AND agency_name.feed_id = f.feed_id AND agency_name.year_key = f.year_key
  AND NOT EXISTS (
    SELECT 1 FROM dim_agency_name AS earlier
    WHERE earlier.agency_id = agency_name.agency_id AND earlier.feed_id = agency_name.feed_id
      AND earlier.year_key = agency_name.year_key
      AND (earlier.delivery_id, earlier.line, earlier.name_hash)
        < (agency_name.delivery_id, agency_name.line, agency_name.name_hash))
LEFT JOIN dim_programme_name AS programme_name
  ON programme_name.programme_id = f.programme_id AND programme_name.feed_id = f.feed_id AND programme_name.year_key = f.year_key
  AND NOT EXISTS (
    SELECT 1 FROM dim_programme_name AS earlier
    WHERE earlier.programme_id = programme_name.programme_id AND earlier.feed_id = programme_name.feed_id
      AND earlier.year_key = programme_name.year_key
      AND (earlier.delivery_id, earlier.line, earlier.name_hash)
        < (programme_name.delivery_id, programme_name.line, programme_name.name_hash));

-- Of scores that several feeds state, the one of the feed that the rulebook names first.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW v_score_current AS
SELECT * FROM v_score_history WHERE is_current = 1;
