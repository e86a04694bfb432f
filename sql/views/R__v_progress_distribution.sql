-- One row for each feed, year and class of six-year progress, also classes that no indicator is in: how many indicators
-- our rulebook puts there, and how many the agency printed there. An indicator counts once, as in v_indicator_year.
-- What sheets say stands in v_published_distribution instead: they print classes without values, so there is nothing to compute, and
-- an indicator that one feed states with a value and with a printed class would count twice here.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW v_progress_distribution AS
SELECT
  CONCAT_WS('-', counted.feed, counted.year, class.progress_key) AS distribution_key,
  counted.feed AS feed,
  counted.year AS year,
  class.progress_key AS class_order,
  class.code AS class_code,
  class.label_es AS class_es,
  class.label_en AS class_en,
  CAST(SUM(IF(counted.computed = class.code, counted.n, 0)) AS SIGNED) AS n_computed,
  CAST(SUM(counted.n) AS SIGNED) AS n_total,
  ROUND(100 * SUM(IF(counted.computed = class.code, counted.n, 0)) / SUM(counted.n), 0) AS computed_percent,
  CAST(SUM(IF(counted.printed = class.code, counted.n, 0)) AS SIGNED) AS n_published,
  CAST(SUM(IF(counted.printed IS NOT NULL, counted.n, 0)) AS SIGNED) AS n_published_total,
  ROUND(100 * SUM(IF(counted.printed = class.code, counted.n, 0)) / NULLIF(SUM(IF(counted.printed IS NOT NULL, counted.n, 0)), 0), 0)
    AS published_percent
FROM (
  SELECT
    feed, year, COALESCE(progress_code, 'NOT_CALCULABLE') AS computed, printed_progress_code AS printed, COUNT(*) AS n
  FROM v_indicator_year
  GROUP BY feed, year, COALESCE(progress_code, 'NOT_CALCULABLE'), printed_progress_code
) AS counted
CROSS JOIN dim_progress_class AS class
GROUP BY counted.feed, counted.year, class.progress_key, class.code, class.label_es, class.label_en;
