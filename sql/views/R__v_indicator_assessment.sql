-- One row for each indicator that an evaluation sheet assesses: its classes as published, with the labels as printed.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW v_indicator_assessment AS
SELECT
  CONCAT_WS('-', f.feed_id, f.indicator_id, f.year_key, f.ordinal) AS assessment_key,
  feed.feed AS feed,
  agency.code_system AS code_system,
  agency.agency_code AS agency_code,
  COALESCE(agency_name.name, agency.name) AS agency_name,
  programme.ramo AS ramo,
  programme.programme_code AS programme_code,
  COALESCE(programme_name.name, programme.name) AS programme_name,
  f.year_key AS year,
  objective.text AS objective,
  f.indicator_id AS indicator_id,
  COALESCE(indicator_name.code, indicator.code) AS indicator_code,
  COALESCE(indicator_name.number, indicator.number) AS indicator_number,
  COALESCE(indicator_name.name, indicator.name) AS indicator_name,
  f.ordinal AS ordinal,
  role.code AS role_code,
  role.label_es AS role_es,
  role.label_en AS role_en,
  f.printed_role AS printed_role,
  direction.code AS direction_code,
  direction.label_es AS direction_es,
  direction.label_en AS direction_en,
  f.printed_direction AS printed_direction,
  quality.code AS quality_code,
  quality.label_es AS quality_es,
  quality.label_en AS quality_en,
  f.printed_quality AS printed_quality,
  interim.code AS printed_interim_code,
  interim.label_es AS printed_interim_es,
  interim.label_en AS printed_interim_en,
  f.printed_interim AS printed_interim,
  progress.code AS printed_progress_code,
  progress.label_es AS printed_progress_es,
  progress.label_en AS printed_progress_en,
  f.printed_progress AS printed_progress,
  focus.code AS focus_code,
  focus.label_es AS focus_es,
  focus.label_en AS focus_en,
  suggested.code AS suggested_focus_code,
  suggested.label_es AS suggested_focus_es,
  suggested.label_en AS suggested_focus_en,
  f.adequacy_met AS adequacy_met,
  f.clarity_met AS clarity_met,
  f.relevance_met AS relevance_met,
  f.monitorability_met AS monitorability_met,
  f.pertinence_met AS pertinence_met,
  CAST(f.figure AS SIGNED) AS criteria_met,
  CASE WHEN f.figure IS NOT NULL THEN
    (f.adequacy_met IS NOT NULL) + (f.clarity_met IS NOT NULL) + (f.relevance_met IS NOT NULL)
      + (f.monitorability_met IS NOT NULL) + (f.pertinence_met IS NOT NULL)
  END AS criteria_marked,
  f.other_marks AS other_marks,
  f.is_ambiguous AS is_ambiguous,
  f.note AS note,
  f.assumed AS assumed,
  -- No feed stated earlier in the rulebook's order assesses indicators of the same programme for the year.
  NOT EXISTS (
    SELECT 1
    FROM fct_indicator_assessment AS other
    JOIN dim_feed AS other_feed ON other_feed.feed_id = other.feed_id
    LEFT JOIN feed_expectation AS other_order ON other_order.feed = other_feed.feed
    LEFT JOIN feed_expectation AS feed_order ON feed_order.feed = feed.feed
    WHERE other.programme_id = f.programme_id AND other.year_key = f.year_key AND other.agency_id = f.agency_id
      AND other.feed_id <> f.feed_id
      AND (COALESCE(other_order.show_order, 65535), other_feed.feed) < (COALESCE(feed_order.show_order, 65535), feed.feed)
  ) AS is_current,
  f.delivery_id AS delivery_id,
  f.line_first AS line,
  f.line_last AS line_last,
  (SELECT MAX(begun.page) FROM delivery_page AS begun WHERE begun.delivery_id = f.delivery_id AND begun.first_line <= f.line_first)
    AS page,
  delivery.file_name AS file_name,
  delivery.file_digest AS file_digest,
  delivery.published_at AS published_at
FROM fct_indicator_assessment AS f
JOIN dim_feed AS feed ON feed.feed_id = f.feed_id
JOIN dim_agency AS agency ON agency.agency_id = f.agency_id
-- A programme is its agency's; 0 is the agency as a whole.
JOIN dim_programme AS programme ON programme.programme_id = f.programme_id AND programme.agency_id IN (0, f.agency_id)
JOIN dim_indicator AS indicator ON indicator.indicator_id = f.indicator_id
-- Every fact has one of each of these. A nest is read in the order in which it is written.
LEFT JOIN (
  delivery
  STRAIGHT_JOIN dim_objective AS objective
  STRAIGHT_JOIN dim_indicator_role AS role
  STRAIGHT_JOIN dim_direction AS direction
  STRAIGHT_JOIN dim_quality AS quality
  STRAIGHT_JOIN dim_focus AS focus
  STRAIGHT_JOIN dim_focus AS suggested
)
  ON delivery.delivery_id = f.delivery_id AND objective.objective_id = f.objective_id
  AND role.role_key = f.role_key AND direction.direction_key = f.direction_key
  AND quality.quality_key = f.quality_key AND focus.focus_key = f.focus_key
  AND suggested.focus_key = f.suggested_focus_key
LEFT JOIN dim_interim_outcome AS interim ON interim.interim_key = f.printed_interim_key
LEFT JOIN dim_progress_class AS progress ON progress.progress_key = f.printed_progress_key
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
        < (programme_name.delivery_id, programme_name.line, programme_name.name_hash))
LEFT JOIN dim_indicator_name AS indicator_name FORCE INDEX (PRIMARY)
  ON indicator_name.indicator_id = f.indicator_id AND indicator_name.feed_id = f.feed_id
  AND f.year_key BETWEEN indicator_name.year_key AND COALESCE(indicator_name.last_year, indicator_name.year_key)
  AND NOT EXISTS (
    SELECT 1 FROM dim_indicator_name AS earlier FORCE INDEX (PRIMARY)
    WHERE earlier.indicator_id = indicator_name.indicator_id AND earlier.feed_id = indicator_name.feed_id
      AND f.year_key BETWEEN earlier.year_key AND COALESCE(earlier.last_year, earlier.year_key)
      AND (earlier.unit_id, earlier.delivery_id, earlier.line, earlier.identity_hash, earlier.year_key)
        < (indicator_name.unit_id, indicator_name.delivery_id, indicator_name.line, indicator_name.identity_hash, indicator_name.year_key));
