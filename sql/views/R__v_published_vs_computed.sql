-- One row for each class that an agency printed beside an indicator's figure, on whichever axis, with the class that our
-- rulebook computes. Neither replaces the other. Partial periods and figures without inputs have no computed class.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW v_published_vs_computed AS
SELECT
  CONCAT_WS('-', f.axis_code, f.feed_id, f.indicator_id, f.series_id, f.unit_id, f.year_key, f.period_type_key,
    f.period_number, f.geography_id, f.reporting_unit_id, f.ordinal) AS comparison_key,
  feed.feed AS feed,
  agency.code_system AS code_system,
  agency.agency_code AS agency_code,
  programme.ramo AS ramo,
  programme.programme_code AS programme_code,
  programme.name AS programme_name,
  f.indicator_id AS indicator_id,
  indicator.code AS indicator_code,
  indicator.name AS indicator_name,
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
  f.figure AS figure,
  f.axis_code AS axis_code,
  f.axis_es AS axis_es,
  f.axis_en AS axis_en,
  f.printed AS printed,
  f.printed_code AS printed_code,
  f.printed_es AS printed_es,
  f.printed_en AS printed_en,
  f.computed_code AS computed_code,
  f.computed_es AS computed_es,
  f.computed_en AS computed_en,
  f.reason_code AS reason_code,
  f.reason_es AS reason_es,
  f.reason_en AS reason_en,
  f.rule_status AS rule_status,
  f.rulebook_version AS rulebook_version,
  CASE
    WHEN f.printed_code IS NULL THEN 'LABEL_UNKNOWN'
    WHEN f.printed_code = f.computed_code THEN 'SAME'
    WHEN f.is_not_computed THEN 'NOT_COMPUTED'
    ELSE 'DIFFERENT'
  END AS outcome_code,
  CASE
    WHEN f.printed_code IS NULL THEN 'Etiqueta desconocida'
    WHEN f.printed_code = f.computed_code THEN 'Coincide'
    WHEN f.is_not_computed THEN 'Sin clase calculada'
    ELSE 'Difiere'
  END AS outcome_es,
  CASE
    WHEN f.printed_code IS NULL THEN 'Label unknown'
    WHEN f.printed_code = f.computed_code THEN 'Same'
    WHEN f.is_not_computed THEN 'No computed class'
    ELSE 'Different'
  END AS outcome_en,
  f.delivery_id AS delivery_id,
  f.line_first AS line,
  delivery.file_name AS file_name
FROM (
  SELECT
    fact.feed_id AS feed_id, fact.indicator_id AS indicator_id, fact.agency_id AS agency_id, fact.programme_id AS programme_id, fact.series_id AS series_id, fact.unit_id AS unit_id,
    fact.year_key AS year_key, fact.period_type_key AS period_type_key, fact.period_number AS period_number, fact.geography_id AS geography_id,
    fact.reporting_unit_id AS reporting_unit_id, fact.ordinal AS ordinal, fact.figure AS figure, fact.delivery_id AS delivery_id, fact.line_first AS line_first,
    'PROGRESS' AS axis_code, 'Avance sexenal' AS axis_es, 'Six-year progress' AS axis_en,
    fact.printed_progress AS printed, printed.code AS printed_code, printed.label_es AS printed_es, printed.label_en AS printed_en,
    computed.code AS computed_code, computed.label_es AS computed_es, computed.label_en AS computed_en, COALESCE(computed.progress_key, 0) = 0 AS is_not_computed,
    reason.code AS reason_code, reason.label_es AS reason_es, reason.label_en AS reason_en, judgement.progress_status AS rule_status,
    judgement.rulebook_version AS rulebook_version
  FROM fct_indicator_value AS fact
  LEFT JOIN fct_indicator_judgement AS judgement
    ON judgement.feed_id = fact.feed_id AND judgement.indicator_id = fact.indicator_id
    AND judgement.series_id = fact.series_id AND judgement.unit_id = fact.unit_id AND judgement.year_key = fact.year_key
    AND judgement.period_type_key = fact.period_type_key AND judgement.period_number = fact.period_number
    AND judgement.geography_id = fact.geography_id AND judgement.reporting_unit_id = fact.reporting_unit_id
    AND judgement.ordinal = fact.ordinal
  LEFT JOIN dim_progress_class AS printed ON printed.progress_key = fact.printed_progress_key
  LEFT JOIN dim_progress_class AS computed ON computed.progress_key = judgement.progress_key
  LEFT JOIN dim_not_classified AS reason ON reason.reason_key = judgement.progress_reason_key
  WHERE fact.printed_progress <> ''
  UNION ALL
  SELECT
    fact.feed_id, fact.indicator_id, fact.agency_id, fact.programme_id, fact.series_id, fact.unit_id,
    fact.year_key, fact.period_type_key, fact.period_number, fact.geography_id,
    fact.reporting_unit_id, fact.ordinal, fact.figure, fact.delivery_id, fact.line_first,
    'INTERIM', 'Meta intermedia', 'Intermediate goal',
    fact.printed_interim, printed.code, printed.label_es, printed.label_en,
    computed.code, computed.label_es, computed.label_en, COALESCE(computed.interim_key, 0) = 0,
    reason.code, reason.label_es, reason.label_en, judgement.interim_status,
    judgement.rulebook_version
  FROM fct_indicator_value AS fact
  LEFT JOIN fct_indicator_judgement AS judgement
    ON judgement.feed_id = fact.feed_id AND judgement.indicator_id = fact.indicator_id
    AND judgement.series_id = fact.series_id AND judgement.unit_id = fact.unit_id AND judgement.year_key = fact.year_key
    AND judgement.period_type_key = fact.period_type_key AND judgement.period_number = fact.period_number
    AND judgement.geography_id = fact.geography_id AND judgement.reporting_unit_id = fact.reporting_unit_id
    AND judgement.ordinal = fact.ordinal
  LEFT JOIN dim_interim_outcome AS printed ON printed.interim_key = fact.printed_interim_key
  LEFT JOIN dim_interim_outcome AS computed ON computed.interim_key = judgement.interim_key
  LEFT JOIN dim_not_classified AS reason ON reason.reason_key = judgement.interim_reason_key
  WHERE fact.printed_interim <> ''
  UNION ALL
  SELECT
    fact.feed_id, fact.indicator_id, fact.agency_id, fact.programme_id, fact.series_id, fact.unit_id,
    fact.year_key, fact.period_type_key, fact.period_number, fact.geography_id,
    fact.reporting_unit_id, fact.ordinal, fact.figure, fact.delivery_id, fact.line_first,
    'TREND', 'Tendencia', 'Trend',
    fact.printed_trend, printed.code, printed.label_es, printed.label_en,
    computed.code, computed.label_es, computed.label_en, COALESCE(computed.trend_key, 0) = 0,
    reason.code, reason.label_es, reason.label_en, judgement.trend_status,
    judgement.rulebook_version
  FROM fct_indicator_value AS fact
  LEFT JOIN fct_indicator_judgement AS judgement
    ON judgement.feed_id = fact.feed_id AND judgement.indicator_id = fact.indicator_id
    AND judgement.series_id = fact.series_id AND judgement.unit_id = fact.unit_id AND judgement.year_key = fact.year_key
    AND judgement.period_type_key = fact.period_type_key AND judgement.period_number = fact.period_number
    AND judgement.geography_id = fact.geography_id AND judgement.reporting_unit_id = fact.reporting_unit_id
    AND judgement.ordinal = fact.ordinal
  LEFT JOIN dim_trend AS printed ON printed.trend_key = fact.printed_trend_key
  LEFT JOIN dim_trend AS computed ON computed.trend_key = judgement.trend_key
  LEFT JOIN dim_not_classified AS reason ON reason.reason_key = judgement.trend_reason_key
  WHERE fact.printed_trend <> ''
  UNION ALL
  SELECT
    fact.feed_id, fact.indicator_id, fact.agency_id, fact.programme_id, fact.series_id, fact.unit_id,
    fact.year_key, fact.period_type_key, fact.period_number, fact.geography_id,
    fact.reporting_unit_id, fact.ordinal, fact.figure, fact.delivery_id, fact.line_first,
    'LIGHT', 'Semáforo', 'Traffic light',
    fact.printed_light, printed.code, printed.label_es, printed.label_en,
    computed.code, computed.label_es, computed.label_en, COALESCE(computed.light_key, 0) = 0,
    reason.code, reason.label_es, reason.label_en, judgement.light_status,
    judgement.rulebook_version
  FROM fct_indicator_value AS fact
  LEFT JOIN fct_indicator_judgement AS judgement
    ON judgement.feed_id = fact.feed_id AND judgement.indicator_id = fact.indicator_id
    AND judgement.series_id = fact.series_id AND judgement.unit_id = fact.unit_id AND judgement.year_key = fact.year_key
    AND judgement.period_type_key = fact.period_type_key AND judgement.period_number = fact.period_number
    AND judgement.geography_id = fact.geography_id AND judgement.reporting_unit_id = fact.reporting_unit_id
    AND judgement.ordinal = fact.ordinal
  LEFT JOIN dim_traffic_light AS printed ON printed.light_key = fact.printed_light_key
  LEFT JOIN dim_traffic_light AS computed ON computed.light_key = judgement.light_key
  LEFT JOIN dim_not_classified AS reason ON reason.reason_key = judgement.light_reason_key
  WHERE fact.printed_light <> ''
) AS f
JOIN dim_feed AS feed ON feed.feed_id = f.feed_id
JOIN dim_agency AS agency ON agency.agency_id = f.agency_id
JOIN dim_programme AS programme ON programme.programme_id = f.programme_id
JOIN dim_indicator AS indicator ON indicator.indicator_id = f.indicator_id
JOIN dim_series AS series ON series.series_id = f.series_id
JOIN dim_unit_of_measure AS unit ON unit.unit_id = f.unit_id
JOIN dim_period_type AS period_type ON period_type.period_type_key = f.period_type_key
JOIN dim_geography AS geography ON geography.geography_id = f.geography_id
JOIN dim_reporting_unit AS reporting_unit ON reporting_unit.reporting_unit_id = f.reporting_unit_id
JOIN delivery ON delivery.delivery_id = f.delivery_id;
