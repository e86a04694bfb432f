-- One row for each figure in fct_indicator_value: what it is held against, what our rulebook makes of it and what the
-- agency printed. Years, quarters and months side by side; only years are ever counted in other views.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW v_indicator_history AS
SELECT
  CONCAT_WS('-', f.feed_id, f.indicator_id, f.series_id, f.unit_id, f.year_key, f.period_type_key, f.period_number,
    f.geography_id, f.reporting_unit_id, f.ordinal) AS indicator_value_key,
  feed.feed AS feed,
  programme.code_system AS code_system,
  agency.agency_code AS agency_code,
  COALESCE(agency_name.name, agency.name) AS agency_name,
  programme.ramo AS ramo,
  programme.programme_code AS programme_code,
  COALESCE(programme_name.name, programme.name) AS programme_name,
  objective.text AS objective,
  f.indicator_id AS indicator_id,
  COALESCE(indicator_name.code, indicator.code) AS indicator_code,
  COALESCE(indicator_name.number, indicator.number) AS indicator_number,
  COALESCE(indicator_name.name, indicator.name) AS indicator_name,
  COALESCE(indicator_name.level, indicator.level) AS indicator_level,
  indicator_name.frequency AS frequency,
  indicator_name.definition AS definition,
  series.label AS series,
  unit.label AS unit,
  f.year_key AS year,
  period_type.code AS period_code,
  period_type.label_es AS period_es,
  period_type.label_en AS period_en,
  f.period_number AS period_number,
  geography.geography_code AS geography_code,
  geography.level AS geography_level,
  geography.name_es AS geography_es,
  geography.name_en AS geography_en,
  reporting_unit.label AS reporting_unit,
  f.ordinal AS ordinal,
  direction.code AS direction_code,
  direction.label_es AS direction_es,
  direction.label_en AS direction_en,
  f.figure AS figure,
  missing.code AS missing_code,
  missing.label_es AS missing_es,
  missing.label_en AS missing_en,
  f.missing_text AS missing_text,
  f.numerator AS numerator,
  f.denominator AS denominator,
  f.baseline AS baseline,
  NULLIF(f.baseline_year, 0) AS baseline_year,
  target_type.code AS target_type_code,
  target_type.label_es AS target_type_es,
  target_type.label_en AS target_type_en,
  f.target_min AS target_min,
  f.target_max AS target_max,
  f.target_text AS target_text,
  NULLIF(f.target_due_year, 0) AS target_due_year,
  f.interim_target AS interim_target,
  f.adjusted_target AS adjusted_target,
  f.plan AS plan,
  f.is_partial AS is_partial,
  f.as_of AS as_of,
  f.is_ambiguous AS is_ambiguous,
  f.assumed AS assumed,
  judgement.segment AS segment,
  judgement.is_break AS is_break,
  judgement.progress_percent AS progress_percent,
  judgement.expected_percent AS expected_percent,
  progress.code AS progress_code,
  progress.label_es AS progress_es,
  progress.label_en AS progress_en,
  progress_reason.code AS progress_reason_code,
  progress_reason.label_es AS progress_reason_es,
  progress_reason.label_en AS progress_reason_en,
  judgement.progress_status AS progress_status,
  interim.code AS interim_code,
  interim.label_es AS interim_es,
  interim.label_en AS interim_en,
  interim_reason.code AS interim_reason_code,
  interim_reason.label_es AS interim_reason_es,
  interim_reason.label_en AS interim_reason_en,
  judgement.interim_status AS interim_status,
  trend.code AS trend_code,
  trend.label_es AS trend_es,
  trend.label_en AS trend_en,
  trend_reason.code AS trend_reason_code,
  trend_reason.label_es AS trend_reason_es,
  trend_reason.label_en AS trend_reason_en,
  judgement.trend_status AS trend_status,
  judgement.is_favourable AS is_favourable,
  judgement.slope AS slope,
  judgement.compliance_percent AS compliance_percent,
  light.code AS light_code,
  light.label_es AS light_es,
  light.label_en AS light_en,
  light_reason.code AS light_reason_code,
  light_reason.label_es AS light_reason_es,
  light_reason.label_en AS light_reason_en,
  judgement.light_status AS light_status,
  judgement.original_compliance_percent AS original_compliance_percent,
  original_light.code AS original_light_code,
  original_light.label_es AS original_light_es,
  original_light.label_en AS original_light_en,
  judgement.is_poor_planning AS is_poor_planning,
  judgement.rulebook_version AS rulebook_version,
  f.printed_progress AS printed_progress,
  (SELECT printed.code FROM dim_progress_class AS printed WHERE printed.progress_key = f.printed_progress_key) AS printed_progress_code,
  f.printed_interim AS printed_interim,
  (SELECT printed.code FROM dim_interim_outcome AS printed WHERE printed.interim_key = f.printed_interim_key) AS printed_interim_code,
  f.printed_trend AS printed_trend,
  (SELECT printed.code FROM dim_trend AS printed WHERE printed.trend_key = f.printed_trend_key) AS printed_trend_code,
  f.printed_light AS printed_light,
  (SELECT printed.code FROM dim_traffic_light AS printed WHERE printed.light_key = f.printed_light_key) AS printed_light_code,
  f.status AS printed_status,
  f.note AS note,
  -- No feed stated earlier in the rulebook's order has the same figure.
  NOT (EXISTS (
    SELECT 1 FROM fct_indicator_value AS other
    WHERE other.programme_id = f.programme_id AND other.year_key = f.year_key AND other.feed_id <> f.feed_id
  ) AND EXISTS (
    SELECT 1
    FROM dim_feed AS other_feed
    STRAIGHT_JOIN fct_indicator_value AS other
    STRAIGHT_JOIN dim_indicator AS other_indicator ON other_indicator.indicator_id = other.indicator_id
    WHERE other_feed.feed_id <> f.feed_id
      AND (COALESCE((SELECT other_order.show_order FROM feed_expectation AS other_order WHERE other_order.feed = other_feed.feed), 65535), other_feed.feed)
        < (COALESCE((SELECT feed_order.show_order FROM feed_expectation AS feed_order WHERE feed_order.feed = feed.feed), 65535), feed.feed)
      AND other.programme_id = f.programme_id AND other.year_key = f.year_key AND other.feed_id = other_feed.feed_id
      AND other.agency_id = f.agency_id AND other.series_id = f.series_id AND other.unit_id = f.unit_id
      AND other.period_type_key = f.period_type_key AND other.period_number = f.period_number
      AND other.geography_id = f.geography_id AND other.reporting_unit_id = f.reporting_unit_id
      AND (other_indicator.name = indicator.name OR other_indicator.code = NULLIF(indicator.code, ''))
  )) AS is_current,
  f.delivery_id AS delivery_id,
  f.line_first AS line,
  f.line_last AS line_last,
  f.record_count AS record_count,
  delivery.file_name AS file_name,
  delivery.file_digest AS file_digest,
  delivery.published_at AS published_at
-- Few agencies have most rows, which the server can't tell from its statistics: programmes are the better way in.
FROM fct_indicator_value AS f IGNORE INDEX (indicator_value_agency)
JOIN dim_feed AS feed ON feed.feed_id = f.feed_id
JOIN dim_agency AS agency ON agency.agency_id = f.agency_id
-- A programme is its agency's; 0 is the agency as a whole.
JOIN dim_programme AS programme ON programme.programme_id = f.programme_id AND programme.agency_id IN (0, f.agency_id)
JOIN dim_indicator AS indicator ON indicator.indicator_id = f.indicator_id
-- Every fact has one of each of these. Nests are read in the order in which they are written: the server need not weigh
-- every order of so many tables, which takes it minutes.
LEFT JOIN (
  delivery
  STRAIGHT_JOIN dim_objective AS objective
  STRAIGHT_JOIN dim_series AS series
  STRAIGHT_JOIN dim_unit_of_measure AS unit
  STRAIGHT_JOIN dim_period_type AS period_type
  STRAIGHT_JOIN dim_geography AS geography
  STRAIGHT_JOIN dim_reporting_unit AS reporting_unit
  STRAIGHT_JOIN dim_direction AS direction
  STRAIGHT_JOIN dim_target_type AS target_type
)
  ON delivery.delivery_id = f.delivery_id AND objective.objective_id = f.objective_id
  AND series.series_id = f.series_id AND unit.unit_id = f.unit_id
  AND period_type.period_type_key = f.period_type_key AND geography.geography_id = f.geography_id
  AND reporting_unit.reporting_unit_id = f.reporting_unit_id AND direction.direction_key = f.direction_key
  AND target_type.target_type_key = f.target_type_key
LEFT JOIN dim_missing_reason AS missing ON missing.missing_reason_key = f.missing_reason_key
-- Of several names that a feed prints for one year, the first; looked up row by row, so that one programme costs no more.
LEFT JOIN dim_agency_name AS agency_name
  ON agency_name.agency_id = f.agency_id AND agency_name.feed_id = f.feed_id AND agency_name.year_key = f.year_key
  AND NOT EXISTS (
    SELECT 1 FROM dim_agency_name AS earlier
    WHERE earlier.agency_id = agency_name.agency_id AND earlier.feed_id = agency_name.feed_id AND earlier.year_key = agency_name.year_key
      AND (earlier.delivery_id, earlier.line, earlier.name_hash) < (agency_name.delivery_id, agency_name.line, agency_name.name_hash))
LEFT JOIN dim_programme_name AS programme_name
  ON programme_name.programme_id = f.programme_id AND programme_name.feed_id = f.feed_id AND programme_name.year_key = f.year_key
  AND NOT EXISTS (
    SELECT 1 FROM dim_programme_name AS earlier
    WHERE earlier.programme_id = programme_name.programme_id AND earlier.feed_id = programme_name.feed_id
      AND earlier.year_key = programme_name.year_key
      AND (earlier.delivery_id, earlier.line, earlier.name_hash)
        < (programme_name.delivery_id, programme_name.line, programme_name.name_hash))
LEFT JOIN dim_indicator_name AS indicator_name FORCE INDEX (PRIMARY)
  ON indicator_name.indicator_id = f.indicator_id AND indicator_name.feed_id = f.feed_id AND indicator_name.unit_id = f.unit_id
  AND f.year_key BETWEEN indicator_name.year_key AND COALESCE(indicator_name.last_year, indicator_name.year_key)
  AND NOT EXISTS (
    SELECT 1 FROM dim_indicator_name AS earlier FORCE INDEX (PRIMARY)
    WHERE earlier.indicator_id = indicator_name.indicator_id AND earlier.feed_id = indicator_name.feed_id
      AND earlier.unit_id = indicator_name.unit_id
      AND f.year_key BETWEEN earlier.year_key AND COALESCE(earlier.last_year, earlier.year_key)
      AND (earlier.delivery_id, earlier.line, earlier.identity_hash, earlier.year_key)
        < (indicator_name.delivery_id, indicator_name.line, indicator_name.identity_hash, indicator_name.year_key))
LEFT JOIN (
  fct_indicator_judgement AS judgement
  STRAIGHT_JOIN dim_progress_class AS progress ON progress.progress_key = judgement.progress_key
  STRAIGHT_JOIN dim_not_classified AS progress_reason ON progress_reason.reason_key = judgement.progress_reason_key
  STRAIGHT_JOIN dim_interim_outcome AS interim ON interim.interim_key = judgement.interim_key
  STRAIGHT_JOIN dim_not_classified AS interim_reason ON interim_reason.reason_key = judgement.interim_reason_key
  STRAIGHT_JOIN dim_trend AS trend ON trend.trend_key = judgement.trend_key
  STRAIGHT_JOIN dim_not_classified AS trend_reason ON trend_reason.reason_key = judgement.trend_reason_key
  STRAIGHT_JOIN dim_traffic_light AS light ON light.light_key = judgement.light_key
  STRAIGHT_JOIN dim_not_classified AS light_reason ON light_reason.reason_key = judgement.light_reason_key
  STRAIGHT_JOIN dim_traffic_light AS original_light ON original_light.light_key = judgement.original_light_key
)
  ON judgement.feed_id = f.feed_id AND judgement.indicator_id = f.indicator_id AND judgement.series_id = f.series_id
  AND judgement.unit_id = f.unit_id AND judgement.year_key = f.year_key
  AND judgement.period_type_key = f.period_type_key AND judgement.period_number = f.period_number
  AND judgement.geography_id = f.geography_id AND judgement.reporting_unit_id = f.reporting_unit_id
  AND judgement.ordinal = f.ordinal;

-- Of figures that several feeds state, the one of the feed that the rulebook names first.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW v_indicator_current AS
SELECT * FROM v_indicator_history WHERE is_current = 1;
