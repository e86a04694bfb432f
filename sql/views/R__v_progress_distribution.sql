-- One row for each feed, year and class of six-year progress, also classes that no indicator is in: how many indicators
-- our rulebook puts there, and how many the agency printed there. An indicator counts once, as in v_indicator_year.
-- What sheets say stands in v_published_distribution instead: they print classes without values, so there is nothing to compute, and
-- an indicator that one feed states with a value and with a printed class would count twice here.
-- Read from fct_programme_performance, which counts what v_indicator_year shows.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW v_progress_distribution AS
SELECT
  CONCAT_WS('-', counted.feed, counted.year, counted.class_order) AS distribution_key,
  counted.feed AS feed,
  counted.year AS year,
  counted.class_order AS class_order,
  counted.class_code AS class_code,
  counted.class_es AS class_es,
  counted.class_en AS class_en,
  CAST(counted.n_computed AS SIGNED) AS n_computed,
  CAST(counted.n_total AS SIGNED) AS n_total,
  ROUND(100 * counted.n_computed / counted.n_total, 0) AS computed_percent,
  CAST(counted.n_published AS SIGNED) AS n_published,
  CAST(counted.n_published_total AS SIGNED) AS n_published_total,
  ROUND(100 * counted.n_published / NULLIF(counted.n_published_total, 0), 0) AS published_percent
FROM (
  SELECT
    feed.feed AS feed, year.year_key AS year, class.progress_key AS class_order, class.code AS class_code,
    class.label_es AS class_es, class.label_en AS class_en, year.n_total AS n_total,
    year.n_published_total AS n_published_total,
    CASE class.code
      WHEN 'NOT_CALCULABLE' THEN year.n_not_calculable
      WHEN 'EXCEEDED' THEN year.n_exceeded
      WHEN 'ADVANCED' THEN year.n_advanced
      WHEN 'ADEQUATE' THEN year.n_adequate
      WHEN 'INSUFFICIENT' THEN year.n_insufficient
      WHEN 'LAGGING' THEN year.n_lagging
      WHEN 'FAR_LAGGING' THEN year.n_far_lagging
      WHEN 'CONSTANT_DIRECTION' THEN year.n_constant_direction
      WHEN 'NOT_REPORTED' THEN year.n_not_reported
    END AS n_computed,
    CASE class.code
      WHEN 'NOT_CALCULABLE' THEN year.n_printed_not_calculable
      WHEN 'EXCEEDED' THEN year.n_printed_exceeded
      WHEN 'ADVANCED' THEN year.n_printed_advanced
      WHEN 'ADEQUATE' THEN year.n_printed_adequate
      WHEN 'INSUFFICIENT' THEN year.n_printed_insufficient
      WHEN 'LAGGING' THEN year.n_printed_lagging
      WHEN 'FAR_LAGGING' THEN year.n_printed_far_lagging
      WHEN 'CONSTANT_DIRECTION' THEN year.n_printed_constant_direction
      WHEN 'NOT_REPORTED' THEN year.n_printed_not_reported
    END AS n_published
  FROM (
    SELECT
      feed_id, year_key,
      SUM(n_total) AS n_total,
      SUM(n_total - n_exceeded - n_advanced - n_adequate - n_insufficient - n_lagging - n_far_lagging -
        n_constant_direction - n_not_reported) AS n_not_calculable,
      SUM(n_exceeded) AS n_exceeded,
      SUM(n_advanced) AS n_advanced,
      SUM(n_adequate) AS n_adequate,
      SUM(n_insufficient) AS n_insufficient,
      SUM(n_lagging) AS n_lagging,
      SUM(n_far_lagging) AS n_far_lagging,
      SUM(n_constant_direction) AS n_constant_direction,
      SUM(n_not_reported) AS n_not_reported,
      SUM(n_printed_not_calculable + n_printed_exceeded + n_printed_advanced + n_printed_adequate +
        n_printed_insufficient + n_printed_lagging + n_printed_far_lagging + n_printed_constant_direction +
        n_printed_not_reported) AS n_published_total,
      SUM(n_printed_not_calculable) AS n_printed_not_calculable,
      SUM(n_printed_exceeded) AS n_printed_exceeded,
      SUM(n_printed_advanced) AS n_printed_advanced,
      SUM(n_printed_adequate) AS n_printed_adequate,
      SUM(n_printed_insufficient) AS n_printed_insufficient,
      SUM(n_printed_lagging) AS n_printed_lagging,
      SUM(n_printed_far_lagging) AS n_printed_far_lagging,
      SUM(n_printed_constant_direction) AS n_printed_constant_direction,
      SUM(n_printed_not_reported) AS n_printed_not_reported
    FROM fct_programme_performance
    GROUP BY feed_id, year_key
  ) AS year
  JOIN dim_feed AS feed ON feed.feed_id = year.feed_id
  CROSS JOIN dim_progress_class AS class
) AS counted;
