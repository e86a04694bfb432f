-- One row for each feed, programme and year: how many of its indicators stand in which class, each out of n_total, and
-- the programme's total score. An indicator counts once, as in v_indicator_year. Where a programme-year has a score and
-- no feed states indicators of it, the score stands alone, with n_total 0.
-- Indicators are counted in fct_programme_performance, when deliveries are published.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW v_programme_performance AS
WITH total_score AS (
  SELECT
    fact.feed_id, fact.agency_id, fact.programme_id, fact.year_key, feed.feed, score_dimension.model, fact.figure,
    fact.printed_class, fact.delivery_id, fact.line_first
  FROM fct_score AS fact
  JOIN dim_score_dimension AS score_dimension
    ON score_dimension.score_dimension_id = fact.score_dimension_id AND score_dimension.dimension_code = ''
  JOIN dim_geography AS geography
    ON geography.geography_id = fact.geography_id AND geography.level IN ('NATION', 'UNKNOWN')
  JOIN dim_feed AS feed ON feed.feed_id = fact.feed_id
  LEFT JOIN feed_expectation AS feed_order ON feed_order.feed = feed.feed
  WHERE fact.figure IS NOT NULL AND fact.is_ambiguous = 0
    -- Of several total scores, the one of the feed that the rulebook names first.
    AND NOT EXISTS (
      SELECT 1
      FROM fct_score AS other
      JOIN dim_score_dimension AS other_dimension
        ON other_dimension.score_dimension_id = other.score_dimension_id AND other_dimension.dimension_code = ''
      JOIN dim_geography AS other_geography
        ON other_geography.geography_id = other.geography_id AND other_geography.level IN ('NATION', 'UNKNOWN')
      JOIN dim_feed AS other_feed ON other_feed.feed_id = other.feed_id
      LEFT JOIN feed_expectation AS other_order ON other_order.feed = other_feed.feed
      WHERE other.programme_id = fact.programme_id AND other.year_key = fact.year_key AND other.agency_id = fact.agency_id
        AND other.figure IS NOT NULL AND other.is_ambiguous = 0
        AND (COALESCE(other_order.show_order, 65535), other_feed.feed, other_dimension.model_code, other.geography_id,
            other.ordinal)
          < (COALESCE(feed_order.show_order, 65535), feed.feed, score_dimension.model_code, fact.geography_id, fact.ordinal))
)
SELECT
  CONCAT_WS('-', cell.feed, cell.code_system, cell.agency_code, cell.programme_code, cell.year)
    AS performance_key,
  cell.feed AS feed,
  cell.code_system AS code_system,
  cell.agency_code AS agency_code,
  COALESCE(agency_name.name, cell.agency_name) AS agency_name,
  cell.ramo AS ramo,
  cell.programme_code AS programme_code,
  COALESCE(programme_name.name, cell.programme_name) AS programme_name,
  cell.year AS year,
  cell.n_total AS n_total,
  cell.n_several AS n_several,
  cell.n_partial AS n_partial,
  cell.n_exceeded + cell.n_advanced + cell.n_adequate + cell.n_insufficient + cell.n_lagging
    + cell.n_far_lagging AS n_judged,
  cell.n_exceeded AS n_exceeded,
  cell.n_advanced AS n_advanced,
  cell.n_adequate AS n_adequate,
  cell.n_insufficient AS n_insufficient,
  cell.n_lagging AS n_lagging,
  cell.n_far_lagging AS n_far_lagging,
  cell.n_constant_direction AS n_constant_direction,
  cell.n_not_reported AS n_not_reported,
  cell.n_total - cell.n_exceeded - cell.n_advanced - cell.n_adequate - cell.n_insufficient
    - cell.n_lagging - cell.n_far_lagging - cell.n_constant_direction - cell.n_not_reported
    AS n_not_calculable,
  ROUND(100 * cell.n_exceeded / NULLIF(cell.n_total, 0), 4) AS exceeded_percent,
  ROUND(100 * cell.n_advanced / NULLIF(cell.n_total, 0), 4) AS advanced_percent,
  ROUND(100 * cell.n_adequate / NULLIF(cell.n_total, 0), 4) AS adequate_percent,
  ROUND(100 * cell.n_insufficient / NULLIF(cell.n_total, 0), 4) AS insufficient_percent,
  ROUND(100 * cell.n_lagging / NULLIF(cell.n_total, 0), 4) AS lagging_percent,
  ROUND(100 * cell.n_far_lagging / NULLIF(cell.n_total, 0), 4) AS far_lagging_percent,
  cell.n_far_exceeded + cell.n_achieved + cell.n_not_achieved + cell.n_regressed AS n_interim_judged,
  cell.n_far_exceeded AS n_far_exceeded,
  cell.n_achieved AS n_achieved,
  cell.n_not_achieved AS n_not_achieved,
  cell.n_regressed AS n_regressed,
  cell.n_interim_not_reported AS n_interim_not_reported,
  cell.n_total - cell.n_far_exceeded - cell.n_achieved - cell.n_not_achieved - cell.n_regressed
    - cell.n_interim_not_reported AS n_interim_not_calculable,
  ROUND(100 * (cell.n_far_exceeded + cell.n_achieved) / NULLIF(cell.n_total, 0), 4) AS reached_percent,
  cell.n_trend AS n_trend,
  cell.n_favourable AS n_favourable,
  ROUND(100 * cell.n_favourable / NULLIF(cell.n_total, 0), 4) AS favourable_percent,
  cell.n_green AS n_green,
  cell.n_yellow AS n_yellow,
  cell.n_red AS n_red,
  cell.n_total - cell.n_green - cell.n_yellow - cell.n_red AS n_grey,
  ROUND(100 * cell.n_green / NULLIF(cell.n_total, 0), 4) AS green_percent,
  ROUND(100 * cell.n_yellow / NULLIF(cell.n_total, 0), 4) AS yellow_percent,
  ROUND(100 * cell.n_red / NULLIF(cell.n_total, 0), 4) AS red_percent,
  cell.n_poor_planning AS n_poor_planning,
  score.feed AS score_feed,
  score.model AS score_model,
  score.figure AS score,
  score.printed_class AS score_class,
  score.delivery_id AS score_delivery_id,
  score.line_first AS score_line
-- Codes and years stand inside, where conditions on them reach the tables.
FROM (
  SELECT
    stated.feed_id, stated.agency_id, stated.programme_id, stated.year_key AS year, feed.feed AS feed, agency.code_system AS code_system,
    agency.agency_code AS agency_code, agency.name AS agency_name, programme.ramo AS ramo,
    programme.programme_code AS programme_code, programme.name AS programme_name,
    n_total, n_several, n_partial, n_exceeded, n_advanced, n_adequate, n_insufficient, n_lagging, n_far_lagging,
    n_constant_direction, n_not_reported, n_far_exceeded, n_achieved, n_not_achieved, n_regressed,
    n_interim_not_reported, n_trend, n_favourable, n_green, n_yellow, n_red, n_poor_planning
  FROM fct_programme_performance AS stated
  JOIN dim_feed AS feed ON feed.feed_id = stated.feed_id
  JOIN dim_agency AS agency ON agency.agency_id = stated.agency_id
  -- A programme is its agency's; 0 is the agency as a whole.
  JOIN dim_programme AS programme ON programme.programme_id = stated.programme_id AND programme.agency_id IN (0, stated.agency_id)
  UNION ALL
  SELECT
    alone.feed_id, alone.agency_id, alone.programme_id, alone.year_key AS year, feed.feed AS feed, agency.code_system AS code_system,
    agency.agency_code AS agency_code, agency.name AS agency_name, programme.ramo AS ramo,
    programme.programme_code AS programme_code, programme.name AS programme_name,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
  FROM total_score AS alone
  JOIN dim_feed AS feed ON feed.feed_id = alone.feed_id
  JOIN dim_agency AS agency ON agency.agency_id = alone.agency_id
  -- A programme is its agency's; 0 is the agency as a whole.
  JOIN dim_programme AS programme ON programme.programme_id = alone.programme_id AND programme.agency_id IN (0, alone.agency_id)
  WHERE NOT EXISTS (
    SELECT 1
    FROM fct_programme_performance AS stated
    WHERE stated.programme_id = alone.programme_id AND stated.year_key = alone.year_key AND stated.agency_id = alone.agency_id)
) AS cell
-- Of several names that a feed prints for one year, the first.
LEFT JOIN dim_agency_name AS agency_name
  ON agency_name.agency_id = cell.agency_id AND agency_name.feed_id = cell.feed_id AND agency_name.year_key = cell.year
  AND NOT EXISTS (
    SELECT 1 FROM dim_agency_name AS earlier
    WHERE earlier.agency_id = agency_name.agency_id AND earlier.feed_id = agency_name.feed_id
      AND earlier.year_key = agency_name.year_key
      AND (earlier.delivery_id, earlier.line, earlier.name_hash)
        < (agency_name.delivery_id, agency_name.line, agency_name.name_hash))
LEFT JOIN dim_programme_name AS programme_name
  ON programme_name.programme_id = cell.programme_id AND programme_name.feed_id = cell.feed_id
  AND programme_name.year_key = cell.year
  AND NOT EXISTS (
    SELECT 1 FROM dim_programme_name AS earlier
    WHERE earlier.programme_id = programme_name.programme_id AND earlier.feed_id = programme_name.feed_id
      AND earlier.year_key = programme_name.year_key
      AND (earlier.delivery_id, earlier.line, earlier.name_hash)
        < (programme_name.delivery_id, programme_name.line, programme_name.name_hash))
LEFT JOIN total_score AS score
  ON score.programme_id = cell.programme_id AND score.year_key = cell.year AND score.agency_id = cell.agency_id;
