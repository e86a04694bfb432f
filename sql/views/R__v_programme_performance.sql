-- One row for each feed, programme and year: how many of its indicators stand in which class, each out of n_total, and
-- the programme's total score. An indicator counts once, as in v_indicator_year. Where a programme-year has a score and
-- no feed states indicators of it, the score stands alone, with n_total 0.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW v_programme_performance AS
WITH total_score AS (
  SELECT
    fact.feed_id, agency.code_system, agency.agency_code, agency.name AS agency_name, programme.ramo,
    programme.programme_code, programme.name AS programme_name, fact.agency_id, fact.programme_id, fact.year_key,
    feed.feed, score_dimension.model, fact.figure, fact.printed_class, fact.delivery_id, fact.line_first,
    ROW_NUMBER() OVER (
      PARTITION BY fact.agency_id, fact.programme_id, fact.year_key
      ORDER BY COALESCE(feed_order.show_order, 65535), feed.feed, score_dimension.model_code) AS place
  FROM fct_score AS fact
  JOIN dim_score_dimension AS score_dimension
    ON score_dimension.score_dimension_id = fact.score_dimension_id AND score_dimension.dimension_code = ''
  JOIN dim_geography AS geography
    ON geography.geography_id = fact.geography_id AND geography.level IN ('NATION', 'UNKNOWN')
  JOIN dim_feed AS feed ON feed.feed_id = fact.feed_id
  JOIN dim_agency AS agency ON agency.agency_id = fact.agency_id
  JOIN dim_programme AS programme ON programme.programme_id = fact.programme_id
  LEFT JOIN feed_expectation AS feed_order ON feed_order.feed = feed.feed
  WHERE fact.figure IS NOT NULL AND fact.is_ambiguous = 0
)
SELECT
  CONCAT_WS('-', counted.feed, counted.code_system, counted.agency_code, counted.programme_code, counted.year)
    AS performance_key,
  counted.feed AS feed,
  counted.code_system AS code_system,
  counted.agency_code AS agency_code,
  counted.agency_name AS agency_name,
  counted.ramo AS ramo,
  counted.programme_code AS programme_code,
  counted.programme_name AS programme_name,
  counted.year AS year,
  counted.n_total AS n_total,
  counted.n_several AS n_several,
  counted.n_partial AS n_partial,
  counted.n_exceeded + counted.n_advanced + counted.n_adequate + counted.n_insufficient + counted.n_lagging
    + counted.n_far_lagging AS n_judged,
  counted.n_exceeded AS n_exceeded,
  counted.n_advanced AS n_advanced,
  counted.n_adequate AS n_adequate,
  counted.n_insufficient AS n_insufficient,
  counted.n_lagging AS n_lagging,
  counted.n_far_lagging AS n_far_lagging,
  counted.n_constant_direction AS n_constant_direction,
  counted.n_not_reported AS n_not_reported,
  counted.n_total - counted.n_exceeded - counted.n_advanced - counted.n_adequate - counted.n_insufficient
    - counted.n_lagging - counted.n_far_lagging - counted.n_constant_direction - counted.n_not_reported
    AS n_not_calculable,
  ROUND(100 * counted.n_exceeded / NULLIF(counted.n_total, 0), 4) AS exceeded_percent,
  ROUND(100 * counted.n_advanced / NULLIF(counted.n_total, 0), 4) AS advanced_percent,
  ROUND(100 * counted.n_adequate / NULLIF(counted.n_total, 0), 4) AS adequate_percent,
  ROUND(100 * counted.n_insufficient / NULLIF(counted.n_total, 0), 4) AS insufficient_percent,
  ROUND(100 * counted.n_lagging / NULLIF(counted.n_total, 0), 4) AS lagging_percent,
  ROUND(100 * counted.n_far_lagging / NULLIF(counted.n_total, 0), 4) AS far_lagging_percent,
  counted.n_far_exceeded + counted.n_achieved + counted.n_not_achieved + counted.n_regressed AS n_interim_judged,
  counted.n_far_exceeded AS n_far_exceeded,
  counted.n_achieved AS n_achieved,
  counted.n_not_achieved AS n_not_achieved,
  counted.n_regressed AS n_regressed,
  counted.n_interim_not_reported AS n_interim_not_reported,
  counted.n_total - counted.n_far_exceeded - counted.n_achieved - counted.n_not_achieved - counted.n_regressed
    - counted.n_interim_not_reported AS n_interim_not_calculable,
  ROUND(100 * (counted.n_far_exceeded + counted.n_achieved) / NULLIF(counted.n_total, 0), 4) AS reached_percent,
  counted.n_trend AS n_trend,
  counted.n_favourable AS n_favourable,
  ROUND(100 * counted.n_favourable / NULLIF(counted.n_total, 0), 4) AS favourable_percent,
  counted.n_green AS n_green,
  counted.n_yellow AS n_yellow,
  counted.n_red AS n_red,
  counted.n_total - counted.n_green - counted.n_yellow - counted.n_red AS n_grey,
  ROUND(100 * counted.n_green / NULLIF(counted.n_total, 0), 4) AS green_percent,
  ROUND(100 * counted.n_yellow / NULLIF(counted.n_total, 0), 4) AS yellow_percent,
  ROUND(100 * counted.n_red / NULLIF(counted.n_total, 0), 4) AS red_percent,
  counted.n_poor_planning AS n_poor_planning,
  score.feed AS score_feed,
  score.model AS score_model,
  score.figure AS score,
  score.printed_class AS score_class,
  score.delivery_id AS score_delivery_id,
  score.line_first AS score_line
FROM (
  SELECT
    feed, code_system, agency_code, MIN(agency_name) AS agency_name, MIN(ramo) AS ramo, programme_code,
    MIN(programme_name) AS programme_name, year,
    COUNT(*) AS n_total,
    CAST(SUM(figures > 1) AS SIGNED) AS n_several,
    CAST(SUM(COALESCE(is_partial, 0)) AS SIGNED) AS n_partial,
    COUNT(CASE WHEN progress_code = 'EXCEEDED' THEN 1 END) AS n_exceeded,
    COUNT(CASE WHEN progress_code = 'ADVANCED' THEN 1 END) AS n_advanced,
    COUNT(CASE WHEN progress_code = 'ADEQUATE' THEN 1 END) AS n_adequate,
    COUNT(CASE WHEN progress_code = 'INSUFFICIENT' THEN 1 END) AS n_insufficient,
    COUNT(CASE WHEN progress_code = 'LAGGING' THEN 1 END) AS n_lagging,
    COUNT(CASE WHEN progress_code = 'FAR_LAGGING' THEN 1 END) AS n_far_lagging,
    COUNT(CASE WHEN progress_code = 'CONSTANT_DIRECTION' THEN 1 END) AS n_constant_direction,
    COUNT(CASE WHEN progress_code = 'NOT_REPORTED' THEN 1 END) AS n_not_reported,
    COUNT(CASE WHEN interim_code = 'FAR_EXCEEDED' THEN 1 END) AS n_far_exceeded,
    COUNT(CASE WHEN interim_code = 'ACHIEVED' THEN 1 END) AS n_achieved,
    COUNT(CASE WHEN interim_code = 'NOT_ACHIEVED' THEN 1 END) AS n_not_achieved,
    COUNT(CASE WHEN interim_code = 'REGRESSED' THEN 1 END) AS n_regressed,
    COUNT(CASE WHEN interim_code = 'NOT_REPORTED' THEN 1 END) AS n_interim_not_reported,
    COUNT(CASE WHEN trend_code <> 'NO_HISTORY' THEN 1 END) AS n_trend,
    COUNT(CASE WHEN is_favourable = 1 THEN 1 END) AS n_favourable,
    COUNT(CASE WHEN light_code = 'GREEN' THEN 1 END) AS n_green,
    COUNT(CASE WHEN light_code = 'YELLOW' THEN 1 END) AS n_yellow,
    COUNT(CASE WHEN light_code = 'RED' THEN 1 END) AS n_red,
    COUNT(CASE WHEN is_poor_planning = 1 THEN 1 END) AS n_poor_planning
  FROM v_indicator_year
  GROUP BY feed, code_system, agency_code, programme_code, year
  UNION ALL
  SELECT
    alone.feed, alone.code_system, alone.agency_code, alone.agency_name, alone.ramo, alone.programme_code,
    alone.programme_name, alone.year_key,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
  FROM total_score AS alone
  WHERE alone.place = 1 AND NOT EXISTS (
    SELECT 1
    FROM fct_indicator_value AS fact
    WHERE fact.programme_id = alone.programme_id AND fact.year_key = alone.year_key
      AND fact.agency_id = alone.agency_id AND fact.period_type_key = 1)
) AS counted
LEFT JOIN total_score AS score
  ON score.code_system = counted.code_system AND score.agency_code = counted.agency_code
  AND score.programme_code = counted.programme_code AND score.year_key = counted.year AND score.place = 1;
