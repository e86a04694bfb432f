-- One row for each cell of a sheet's distribution of indicators: as published, and recomputed from the classes that the same
-- sheet prints for each indicator. A row of one focus is recomputed only where the focus of all indicators in the column is known.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW v_published_distribution AS
SELECT
  CONCAT_WS('-', f.feed_id, f.agency_id, f.programme_id, f.year_key, f.focus_key, f.distribution_class_key, f.ordinal)
    AS distribution_key,
  feed.feed AS feed,
  agency.code_system AS code_system,
  agency.agency_code AS agency_code,
  COALESCE(agency_name.name, agency.name) AS agency_name,
  programme.ramo AS ramo,
  programme.programme_code AS programme_code,
  COALESCE(programme_name.name, programme.name) AS programme_name,
  f.year_key AS year,
  focus.focus_key AS focus_order,
  focus.code AS focus_code,
  focus.label_es AS focus_es,
  focus.label_en AS focus_en,
  class.distribution_class_key AS class_order,
  class.code AS class_code,
  class.label_es AS class_es,
  class.label_en AS class_en,
  f.ordinal AS ordinal,
  f.printed AS printed,
  CAST(f.figure AS SIGNED) AS n_published,
  CAST(all_published.figure AS SIGNED) AS n_published_total,
  f.percent AS published_percent,
  CAST(cell.n_recomputed AS SIGNED) AS n_recomputed,
  cell.n_total AS n_recomputed_total,
  ROUND(100 * cell.n_recomputed / cell.n_total, 0) AS recomputed_percent,
  CAST(cell.n_without_focus AS SIGNED) AS n_without_focus,
  f.figure <> cell.n_recomputed AS is_count_different,
  ABS(f.percent - ROUND(100 * cell.n_recomputed / cell.n_total, 0)) > 1 AS is_percent_different,
  f.missing_text AS missing_text,
  f.is_ambiguous AS is_ambiguous,
  f.assumed AS assumed,
  f.delivery_id AS delivery_id,
  f.line_first AS line,
  f.line_last AS line_last,
  (SELECT MAX(begun.page) FROM delivery_page AS begun WHERE begun.delivery_id = f.delivery_id AND begun.first_line <= f.line_first)
    AS page,
  delivery.file_name AS file_name,
  delivery.file_digest AS file_digest,
  delivery.published_at AS published_at
FROM (
  -- Focus 4 and class 8 are the totals; a class of 0, 7 or 8 is not rated, which is column 7.
  SELECT
    d.feed_id, d.agency_id, d.programme_id, d.year_key, d.focus_key, d.distribution_class_key, d.ordinal,
    COUNT(IF(in_column AND a.focus_key = 0, 1, NULL)) AS n_without_focus,
    CASE
      WHEN COUNT(a.feed_id) = 0 THEN NULL
      WHEN d.focus_key = 4 THEN COUNT(IF(in_column, 1, NULL))
      WHEN COUNT(IF(in_column AND a.focus_key = 0, 1, NULL)) = 0 THEN COUNT(IF(in_column AND a.focus_key = d.focus_key, 1, NULL))
    END AS n_recomputed,
    NULLIF(COUNT(a.feed_id), 0) AS n_total
  FROM fct_published_distribution AS d
  LEFT JOIN (
    SELECT
      stated.feed_id, stated.agency_id, stated.programme_id, stated.year_key, stated.focus_key, class.distribution_class_key,
      class.distribution_class_key = 8 OR class.distribution_class_key = CASE
        WHEN stated.printed_progress_key BETWEEN 1 AND 6 THEN stated.printed_progress_key
        WHEN stated.printed_progress_key IN (0, 7, 8) THEN 7
        ELSE 0
      END AS in_column
    FROM fct_indicator_assessment AS stated
    CROSS JOIN dim_distribution_class AS class
  ) AS a
    ON a.feed_id = d.feed_id AND a.agency_id = d.agency_id AND a.programme_id = d.programme_id AND a.year_key = d.year_key
    AND a.distribution_class_key = d.distribution_class_key
  GROUP BY d.feed_id, d.agency_id, d.programme_id, d.year_key, d.focus_key, d.distribution_class_key, d.ordinal
) AS cell
JOIN fct_published_distribution AS f
  ON f.feed_id = cell.feed_id AND f.agency_id = cell.agency_id AND f.programme_id = cell.programme_id
  AND f.year_key = cell.year_key AND f.focus_key = cell.focus_key
  AND f.distribution_class_key = cell.distribution_class_key AND f.ordinal = cell.ordinal
LEFT JOIN fct_published_distribution AS all_published
  ON all_published.feed_id = f.feed_id AND all_published.agency_id = f.agency_id AND all_published.programme_id = f.programme_id
  AND all_published.year_key = f.year_key AND all_published.focus_key = 4 AND all_published.distribution_class_key = 8
  AND all_published.ordinal = 1
JOIN dim_feed AS feed ON feed.feed_id = f.feed_id
JOIN dim_agency AS agency ON agency.agency_id = f.agency_id
-- A programme is its agency's; 0 is the agency as a whole.
JOIN dim_programme AS programme ON programme.programme_id = f.programme_id AND programme.agency_id IN (0, f.agency_id)
JOIN dim_focus AS focus ON focus.focus_key = f.focus_key
JOIN dim_distribution_class AS class ON class.distribution_class_key = f.distribution_class_key
JOIN delivery ON delivery.delivery_id = f.delivery_id
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
