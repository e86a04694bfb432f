-- One row for each time that a later delivery changed, ended or stated again a figure already published, over all
-- recorded time. A new version with the same figure, reason and unit (another line, another note) is no restatement, and
-- neither is another judgement. Of an indicator each printed figure counts: the observed value, baseline and goals.
-- After a retraction a million versions may stand here. So each is joined to those beside it by the primary key, not
-- sorted into a window, and codes of feed, agency, programme and indicator are taken within `version`, so that the server
-- looks up facts by what a query asks of them. The short lists of moments and figures come behind, not before.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW v_restatements AS
WITH version AS (
  -- Versions that have one before them, or were ended. One still valid ends with the last instant that the server's
  -- TIMESTAMP knows: in 2038, or in 2106 from MariaDB 11.5 on.
  SELECT
    'coverage' AS kind,
    feed.feed, agency.code_system, agency.agency_code, programme.programme_code, NULL AS indicator_code,
    version.feed_id, version.agency_id, version.programme_id, version.year_key, version.geography_id,
    version.component_id, version.population_key, version.sex_key, NULL AS period_type_key, NULL AS quarter,
    NULL AS fund_year_key, NULL AS stage_key, NULL AS funding_source_id, NULL AS price_basis_key,
    NULL AS indicator_id, NULL AS series_id, NULL AS period_number, NULL AS reporting_unit_id,
    NULL AS score_dimension_id, NULL AS ordinal,
    version.figure, NULL AS baseline, NULL AS target_min, NULL AS target_max, NULL AS interim_target,
    NULL AS adjusted_target, version.missing_reason_key AS missing, version.unit_id AS unit,
    version.delivery_id AS delivery, version.line_first AS line,
    earlier.figure AS figure_before, NULL AS baseline_before, NULL AS target_min_before, NULL AS target_max_before,
    NULL AS interim_target_before, NULL AS adjusted_target_before, earlier.missing_reason_key AS missing_before,
    earlier.unit_id AS unit_before, earlier.delivery_id AS delivery_before, earlier.line_first AS line_before,
    version.row_start, version.row_end, earlier.row_end AS row_end_before, next.feed_id IS NOT NULL AS goes_on
  FROM fct_coverage FOR SYSTEM_TIME ALL AS version
  JOIN dim_feed AS feed ON feed.feed_id = version.feed_id
  JOIN dim_agency AS agency ON agency.agency_id = version.agency_id
  JOIN dim_programme AS programme ON programme.programme_id = version.programme_id
  LEFT JOIN fct_coverage FOR SYSTEM_TIME ALL AS earlier FORCE INDEX (PRIMARY)
    ON earlier.feed_id = version.feed_id AND earlier.agency_id = version.agency_id
      AND earlier.programme_id = version.programme_id AND earlier.component_id = version.component_id
      AND earlier.year_key = version.year_key AND earlier.population_key = version.population_key
      AND earlier.sex_key = version.sex_key AND earlier.geography_id = version.geography_id
      AND earlier.row_end < version.row_end
  LEFT JOIN fct_coverage FOR SYSTEM_TIME ALL AS between_them FORCE INDEX (PRIMARY)
    ON between_them.feed_id = version.feed_id AND between_them.agency_id = version.agency_id
      AND between_them.programme_id = version.programme_id AND between_them.component_id = version.component_id
      AND between_them.year_key = version.year_key AND between_them.population_key = version.population_key
      AND between_them.sex_key = version.sex_key AND between_them.geography_id = version.geography_id
      AND between_them.row_end > earlier.row_end AND between_them.row_end < version.row_end
  LEFT JOIN fct_coverage FOR SYSTEM_TIME ALL AS next FORCE INDEX (PRIMARY)
    ON next.feed_id = version.feed_id AND next.agency_id = version.agency_id
      AND next.programme_id = version.programme_id AND next.component_id = version.component_id
      AND next.year_key = version.year_key AND next.population_key = version.population_key
      AND next.sex_key = version.sex_key AND next.geography_id = version.geography_id
      AND next.row_start = version.row_end AND next.row_end > version.row_end
  WHERE between_them.feed_id IS NULL
    AND (earlier.feed_id IS NOT NULL OR UNIX_TIMESTAMP(version.row_end) NOT IN (2147483647.999999, 4294967295.999999))
  UNION ALL
  SELECT
    'budget',
    feed.feed, agency.code_system, agency.agency_code, programme.programme_code, NULL,
    version.feed_id, version.agency_id, version.programme_id, version.year_key, version.geography_id, NULL, NULL,
    NULL, version.period_type_key, version.quarter, version.fund_year_key, version.stage_key,
    version.funding_source_id, version.price_basis_key, NULL, NULL, NULL, NULL, NULL, version.ordinal,
    version.figure, NULL, NULL, NULL, NULL, NULL, version.missing_reason_key, NULL, version.delivery_id,
    version.line_first,
    earlier.figure, NULL, NULL, NULL, NULL, NULL, earlier.missing_reason_key, NULL, earlier.delivery_id,
    earlier.line_first,
    version.row_start, version.row_end, earlier.row_end, next.feed_id IS NOT NULL
  FROM fct_budget FOR SYSTEM_TIME ALL AS version
  JOIN dim_feed AS feed ON feed.feed_id = version.feed_id
  JOIN dim_agency AS agency ON agency.agency_id = version.agency_id
  JOIN dim_programme AS programme ON programme.programme_id = version.programme_id
  LEFT JOIN fct_budget FOR SYSTEM_TIME ALL AS earlier FORCE INDEX (PRIMARY)
    ON earlier.feed_id = version.feed_id AND earlier.agency_id = version.agency_id
      AND earlier.programme_id = version.programme_id AND earlier.year_key = version.year_key
      AND earlier.period_type_key = version.period_type_key AND earlier.quarter = version.quarter
      AND earlier.fund_year_key = version.fund_year_key AND earlier.stage_key = version.stage_key
      AND earlier.funding_source_id = version.funding_source_id AND earlier.geography_id = version.geography_id
      AND earlier.price_basis_key = version.price_basis_key AND earlier.ordinal = version.ordinal
      AND earlier.row_end < version.row_end
  LEFT JOIN fct_budget FOR SYSTEM_TIME ALL AS between_them FORCE INDEX (PRIMARY)
    ON between_them.feed_id = version.feed_id AND between_them.agency_id = version.agency_id
      AND between_them.programme_id = version.programme_id AND between_them.year_key = version.year_key
      AND between_them.period_type_key = version.period_type_key AND between_them.quarter = version.quarter
      AND between_them.fund_year_key = version.fund_year_key AND between_them.stage_key = version.stage_key
      AND between_them.funding_source_id = version.funding_source_id
      AND between_them.geography_id = version.geography_id AND between_them.price_basis_key = version.price_basis_key
      AND between_them.ordinal = version.ordinal
      AND between_them.row_end > earlier.row_end AND between_them.row_end < version.row_end
  LEFT JOIN fct_budget FOR SYSTEM_TIME ALL AS next FORCE INDEX (PRIMARY)
    ON next.feed_id = version.feed_id AND next.agency_id = version.agency_id
      AND next.programme_id = version.programme_id AND next.year_key = version.year_key
      AND next.period_type_key = version.period_type_key AND next.quarter = version.quarter
      AND next.fund_year_key = version.fund_year_key AND next.stage_key = version.stage_key
      AND next.funding_source_id = version.funding_source_id AND next.geography_id = version.geography_id
      AND next.price_basis_key = version.price_basis_key AND next.ordinal = version.ordinal
      AND next.row_start = version.row_end AND next.row_end > version.row_end
  WHERE between_them.feed_id IS NULL
    AND (earlier.feed_id IS NOT NULL OR UNIX_TIMESTAMP(version.row_end) NOT IN (2147483647.999999, 4294967295.999999))
  UNION ALL
  SELECT
    'indicator',
    feed.feed, agency.code_system, agency.agency_code, programme.programme_code, indicator.code,
    version.feed_id, version.agency_id, version.programme_id, version.year_key, version.geography_id, NULL, NULL,
    NULL, version.period_type_key, NULL, NULL, NULL, NULL, NULL, version.indicator_id, version.series_id,
    version.period_number, version.reporting_unit_id, NULL, version.ordinal,
    version.figure, version.baseline, version.target_min, version.target_max, version.interim_target,
    version.adjusted_target, version.missing_reason_key, version.unit_id, version.delivery_id, version.line_first,
    earlier.figure, earlier.baseline, earlier.target_min, earlier.target_max, earlier.interim_target,
    earlier.adjusted_target, earlier.missing_reason_key, earlier.unit_id, earlier.delivery_id, earlier.line_first,
    version.row_start, version.row_end, earlier.row_end, next.feed_id IS NOT NULL
  FROM fct_indicator_value FOR SYSTEM_TIME ALL AS version
  JOIN dim_feed AS feed ON feed.feed_id = version.feed_id
  JOIN dim_agency AS agency ON agency.agency_id = version.agency_id
  JOIN dim_programme AS programme ON programme.programme_id = version.programme_id
  JOIN dim_indicator AS indicator ON indicator.indicator_id = version.indicator_id
  LEFT JOIN fct_indicator_value FOR SYSTEM_TIME ALL AS earlier FORCE INDEX (PRIMARY)
    ON earlier.feed_id = version.feed_id AND earlier.indicator_id = version.indicator_id
      AND earlier.series_id = version.series_id AND earlier.unit_id = version.unit_id
      AND earlier.year_key = version.year_key AND earlier.period_type_key = version.period_type_key
      AND earlier.period_number = version.period_number AND earlier.geography_id = version.geography_id
      AND earlier.reporting_unit_id = version.reporting_unit_id AND earlier.ordinal = version.ordinal
      AND earlier.row_end < version.row_end
  LEFT JOIN fct_indicator_value FOR SYSTEM_TIME ALL AS between_them FORCE INDEX (PRIMARY)
    ON between_them.feed_id = version.feed_id AND between_them.indicator_id = version.indicator_id
      AND between_them.series_id = version.series_id AND between_them.unit_id = version.unit_id
      AND between_them.year_key = version.year_key AND between_them.period_type_key = version.period_type_key
      AND between_them.period_number = version.period_number AND between_them.geography_id = version.geography_id
      AND between_them.reporting_unit_id = version.reporting_unit_id AND between_them.ordinal = version.ordinal
      AND between_them.row_end > earlier.row_end AND between_them.row_end < version.row_end
  LEFT JOIN fct_indicator_value FOR SYSTEM_TIME ALL AS next FORCE INDEX (PRIMARY)
    ON next.feed_id = version.feed_id AND next.indicator_id = version.indicator_id
      AND next.series_id = version.series_id AND next.unit_id = version.unit_id AND next.year_key = version.year_key
      AND next.period_type_key = version.period_type_key AND next.period_number = version.period_number
      AND next.geography_id = version.geography_id AND next.reporting_unit_id = version.reporting_unit_id
      AND next.ordinal = version.ordinal
      AND next.row_start = version.row_end AND next.row_end > version.row_end
  WHERE between_them.feed_id IS NULL
    AND (earlier.feed_id IS NOT NULL OR UNIX_TIMESTAMP(version.row_end) NOT IN (2147483647.999999, 4294967295.999999))
  UNION ALL
  SELECT
    'score',
    feed.feed, agency.code_system, agency.agency_code, programme.programme_code, NULL,
    version.feed_id, version.agency_id, version.programme_id, version.year_key, version.geography_id, NULL, NULL,
    NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, version.score_dimension_id, version.ordinal,
    version.figure, NULL, NULL, NULL, NULL, NULL, version.missing_reason_key, NULL, version.delivery_id,
    version.line_first,
    earlier.figure, NULL, NULL, NULL, NULL, NULL, earlier.missing_reason_key, NULL, earlier.delivery_id,
    earlier.line_first,
    version.row_start, version.row_end, earlier.row_end, next.feed_id IS NOT NULL
  FROM fct_score FOR SYSTEM_TIME ALL AS version
  JOIN dim_feed AS feed ON feed.feed_id = version.feed_id
  JOIN dim_agency AS agency ON agency.agency_id = version.agency_id
  JOIN dim_programme AS programme ON programme.programme_id = version.programme_id
  LEFT JOIN fct_score FOR SYSTEM_TIME ALL AS earlier FORCE INDEX (PRIMARY)
    ON earlier.feed_id = version.feed_id AND earlier.agency_id = version.agency_id
      AND earlier.programme_id = version.programme_id AND earlier.year_key = version.year_key
      AND earlier.score_dimension_id = version.score_dimension_id AND earlier.geography_id = version.geography_id
      AND earlier.ordinal = version.ordinal
      AND earlier.row_end < version.row_end
  LEFT JOIN fct_score FOR SYSTEM_TIME ALL AS between_them FORCE INDEX (PRIMARY)
    ON between_them.feed_id = version.feed_id AND between_them.agency_id = version.agency_id
      AND between_them.programme_id = version.programme_id AND between_them.year_key = version.year_key
      AND between_them.score_dimension_id = version.score_dimension_id
      AND between_them.geography_id = version.geography_id AND between_them.ordinal = version.ordinal
      AND between_them.row_end > earlier.row_end AND between_them.row_end < version.row_end
  LEFT JOIN fct_score FOR SYSTEM_TIME ALL AS next FORCE INDEX (PRIMARY)
    ON next.feed_id = version.feed_id AND next.agency_id = version.agency_id
      AND next.programme_id = version.programme_id AND next.year_key = version.year_key
      AND next.score_dimension_id = version.score_dimension_id AND next.geography_id = version.geography_id
      AND next.ordinal = version.ordinal
      AND next.row_start = version.row_end AND next.row_end > version.row_end
  WHERE between_them.feed_id IS NULL
    AND (earlier.feed_id IS NOT NULL OR UNIX_TIMESTAMP(version.row_end) NOT IN (2147483647.999999, 4294967295.999999))
),
event AS (
  SELECT
    version.*,
    CASE version.kind
      WHEN 'indicator' THEN CONCAT_WS('-', feed_id, indicator_id, series_id, unit, year_key, period_type_key, period_number,
        geography_id, reporting_unit_id, ordinal)
      ELSE CONCAT_WS('-', feed_id, agency_id, programme_id, component_id, year_key,
        CASE version.kind WHEN 'budget' THEN period_type_key END, quarter, fund_year_key, stage_key, funding_source_id,
        score_dimension_id, population_key, sex_key, geography_id, price_basis_key, ordinal)
    END AS fact_key,
    figure_of.goal AS goal,
    CASE WHEN moment.is_end THEN 'ended' WHEN row_end_before < row_start THEN 'stated again' ELSE 'changed' END AS what,
    CASE WHEN moment.is_end THEN row_end ELSE row_start END AS restated_at,
    CASE figure_of.goal
      WHEN 'BASELINE' THEN baseline WHEN 'TARGET_MIN' THEN target_min WHEN 'TARGET_MAX' THEN target_max
      WHEN 'INTERIM_TARGET' THEN interim_target WHEN 'ADJUSTED_TARGET' THEN adjusted_target ELSE figure
    END AS stated,
    CASE WHEN COALESCE(figure_of.goal, 'OBSERVED') = 'OBSERVED' THEN missing END AS stated_missing,
    CASE figure_of.goal
      WHEN 'BASELINE' THEN baseline_before WHEN 'TARGET_MIN' THEN target_min_before WHEN 'TARGET_MAX' THEN target_max_before
      WHEN 'INTERIM_TARGET' THEN interim_target_before WHEN 'ADJUSTED_TARGET' THEN adjusted_target_before ELSE figure_before
    END AS stated_before,
    CASE WHEN COALESCE(figure_of.goal, 'OBSERVED') = 'OBSERVED' THEN missing_before END AS stated_missing_before
  FROM version
  STRAIGHT_JOIN (SELECT 0 AS is_end UNION ALL SELECT 1) AS moment
    ON CASE WHEN moment.is_end THEN UNIX_TIMESTAMP(row_end) NOT IN (2147483647.999999, 4294967295.999999) AND NOT goes_on
      ELSE row_end_before IS NOT NULL END
  STRAIGHT_JOIN (
    SELECT 'coverage' AS kind, NULL AS goal
    UNION ALL SELECT 'budget', NULL UNION ALL SELECT 'score', NULL
    UNION ALL SELECT 'indicator', 'OBSERVED' UNION ALL SELECT 'indicator', 'BASELINE'
    UNION ALL SELECT 'indicator', 'TARGET_MIN' UNION ALL SELECT 'indicator', 'TARGET_MAX'
    UNION ALL SELECT 'indicator', 'INTERIM_TARGET' UNION ALL SELECT 'indicator', 'ADJUSTED_TARGET'
  ) AS figure_of ON figure_of.kind = version.kind
)
SELECT
  CONCAT_WS('-', UPPER(LEFT(event.kind, 1)), event.fact_key, event.goal, UNIX_TIMESTAMP(event.restated_at),
    UPPER(LEFT(event.what, 1))) AS restatement_key,
  event.kind AS kind,
  CASE event.kind
    WHEN 'coverage' THEN 'cobertura' WHEN 'budget' THEN 'presupuesto' WHEN 'indicator' THEN 'indicador' ELSE 'calificación'
  END AS kind_es,
  event.feed AS feed,
  event.code_system AS code_system,
  event.agency_code AS agency_code,
  event.programme_code AS programme_code,
  programme.name AS programme_name,
  component.name AS component_name,
  component.ordinal AS component_ordinal,
  event.indicator_code AS indicator_code,
  indicator.name AS indicator_name,
  series.label AS series,
  reporting_unit.label AS reporting_unit,
  event.year_key AS year,
  COALESCE(population.code, stage.code, event.goal, score_dimension.model_code) AS measure_code,
  COALESCE(population.label_es, stage.label_es, CASE event.goal
    WHEN 'OBSERVED' THEN 'Valor observado' WHEN 'BASELINE' THEN 'Línea base' WHEN 'TARGET_MIN' THEN 'Meta (mínimo)'
    WHEN 'TARGET_MAX' THEN 'Meta (máximo)' WHEN 'INTERIM_TARGET' THEN 'Meta intermedia'
    WHEN 'ADJUSTED_TARGET' THEN 'Meta ajustada'
  END, CONCAT_WS(': ', score_dimension.model, NULLIF(score_dimension.dimension, ''))) AS measure_es,
  COALESCE(population.label_en, stage.label_en, CASE event.goal
    WHEN 'OBSERVED' THEN 'Observed value' WHEN 'BASELINE' THEN 'Baseline' WHEN 'TARGET_MIN' THEN 'Target (least)'
    WHEN 'TARGET_MAX' THEN 'Target (greatest)' WHEN 'INTERIM_TARGET' THEN 'Intermediate goal'
    WHEN 'ADJUSTED_TARGET' THEN 'Adjusted goal'
  END, CONCAT_WS(': ', score_dimension.model, NULLIF(score_dimension.dimension, ''))) AS measure_en,
  sex.code AS sex_code,
  sex.label_es AS sex_es,
  sex.label_en AS sex_en,
  period_type.code AS period_code,
  period_type.label_es AS period_es,
  period_type.label_en AS period_en,
  COALESCE(event.quarter, CASE WHEN period_type.code = 'QUARTER' THEN event.period_number END) AS quarter,
  CASE WHEN period_type.code = 'MONTH' THEN event.period_number END AS month,
  event.fund_year_key AS fund_year,
  source.label AS funding_source,
  price_basis.label_es AS price_basis_es,
  price_basis.label_en AS price_basis_en,
  geography.geography_code AS geography_code,
  geography.level AS geography_level,
  geography.name_es AS geography_es,
  geography.name_en AS geography_en,
  event.what AS what,
  CASE event.what WHEN 'changed' THEN 'cambió' WHEN 'ended' THEN 'dejó de declararse' ELSE 'declarada de nuevo' END AS what_es,
  TIMESTAMP'1970-01-01 00:00:00' + INTERVAL UNIX_TIMESTAMP(event.restated_at) SECOND AS restated_at,
  CASE WHEN event.what = 'ended' THEN event.stated ELSE event.stated_before END AS figure_before,
  missing_before.code AS missing_before,
  CASE event.kind WHEN 'budget' THEN 'pesos' ELSE unit_before.label END AS unit_before,
  CASE WHEN event.what = 'ended' THEN event.delivery ELSE event.delivery_before END AS delivery_before,
  CASE WHEN event.what = 'ended' THEN event.line ELSE event.line_before END AS line_before,
  file_before.file_name AS file_before,
  CASE WHEN event.what <> 'ended' THEN event.stated END AS figure_after,
  missing_after.code AS missing_after,
  CASE WHEN event.what = 'ended' THEN NULL WHEN event.kind = 'budget' THEN 'pesos' ELSE unit_after.label END AS unit_after,
  CASE WHEN event.what = 'ended' THEN ending.delivery_id ELSE event.delivery END AS delivery_after,
  CASE WHEN event.what <> 'ended' THEN event.line END AS line_after,
  file_after.file_name AS file_after
FROM event
LEFT JOIN dim_programme AS programme ON programme.programme_id = event.programme_id
LEFT JOIN dim_geography AS geography ON geography.geography_id = event.geography_id
LEFT JOIN delivery AS file_before
  ON file_before.delivery_id = CASE WHEN event.what = 'ended' THEN event.delivery ELSE event.delivery_before END
-- A delivery that was rerun has been published at several instants.
LEFT JOIN delivery_publication AS ending
  ON event.what = 'ended' AND ending.feed_id = event.feed_id
  AND ending.published_at = TIMESTAMP'1970-01-01 00:00:00' + INTERVAL UNIX_TIMESTAMP(event.restated_at) SECOND
LEFT JOIN delivery AS file_after
  ON file_after.delivery_id = CASE WHEN event.what = 'ended' THEN ending.delivery_id ELSE event.delivery END
LEFT JOIN dim_component AS component ON component.component_id = event.component_id
LEFT JOIN dim_population_kind AS population ON population.population_key = event.population_key
LEFT JOIN dim_indicator AS indicator ON indicator.indicator_id = event.indicator_id
LEFT JOIN dim_series AS series ON series.series_id = event.series_id
LEFT JOIN dim_reporting_unit AS reporting_unit ON reporting_unit.reporting_unit_id = event.reporting_unit_id
LEFT JOIN dim_score_dimension AS score_dimension ON score_dimension.score_dimension_id = event.score_dimension_id
LEFT JOIN dim_sex AS sex ON sex.sex_key = event.sex_key
LEFT JOIN dim_period_type AS period_type ON period_type.period_type_key = event.period_type_key
LEFT JOIN dim_budget_stage AS stage ON stage.stage_key = event.stage_key
LEFT JOIN dim_funding_source AS source ON source.funding_source_id = event.funding_source_id
LEFT JOIN dim_price_basis AS price_basis ON price_basis.price_basis_key = event.price_basis_key
LEFT JOIN dim_missing_reason AS missing_before
  ON missing_before.missing_reason_key = CASE WHEN event.what = 'ended' THEN event.stated_missing ELSE event.stated_missing_before END
LEFT JOIN dim_missing_reason AS missing_after
  ON missing_after.missing_reason_key = CASE WHEN event.what <> 'ended' THEN event.stated_missing END
LEFT JOIN dim_unit_of_measure AS unit_before
  ON unit_before.unit_id = CASE WHEN event.what = 'ended' THEN event.unit ELSE event.unit_before END
LEFT JOIN dim_unit_of_measure AS unit_after ON unit_after.unit_id = event.unit
WHERE (event.stated IS NOT NULL OR event.stated_missing IS NOT NULL) AND event.what <> 'changed'
  OR event.what = 'changed' AND NOT (event.stated <=> event.stated_before AND event.stated_missing <=> event.stated_missing_before
    AND event.unit <=> event.unit_before);
