-- One row for each time that a later delivery changed, ended or stated again a figure already published, over all
-- recorded time. A new version with the same figure, reason and unit (another line, another note) is no restatement, and
-- neither is another judgement. Of an indicator each printed figure counts: the observed value, baseline and goals.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW v_restatements AS
WITH version AS (
  -- Every version of the facts that ever had more than one, or were ended. A version still valid ends with the last
  -- instant that the server's TIMESTAMP knows: in 2038, or in 2106 from MariaDB 11.5 on.
  SELECT
    'coverage' AS kind,
    CONCAT_WS('-', feed_id, agency_id, programme_id, component_id, year_key, population_key, sex_key, geography_id) AS fact_key,
    feed_id, agency_id, programme_id, component_id, year_key, population_key, sex_key, geography_id, unit_id,
    NULL AS period_type_key, NULL AS quarter, NULL AS fund_year_key, NULL AS stage_key, NULL AS funding_source_id,
    NULL AS price_basis_key,
    NULL AS indicator_id, NULL AS series_id, NULL AS period_number, NULL AS reporting_unit_id, NULL AS goal,
    NULL AS score_dimension_id,
    figure, missing_reason_key, delivery_id, line_first, row_start, row_end
  FROM (
    SELECT DISTINCT feed_id, agency_id, programme_id, component_id, year_key, population_key, sex_key, geography_id
    FROM fct_coverage FOR SYSTEM_TIME ALL
    WHERE UNIX_TIMESTAMP(row_end) NOT IN (2147483647.999999, 4294967295.999999)
  ) AS touched
  STRAIGHT_JOIN fct_coverage FOR SYSTEM_TIME ALL AS fact
    USING (feed_id, agency_id, programme_id, component_id, year_key, population_key, sex_key, geography_id)
  UNION ALL
  SELECT
    'budget',
    CONCAT_WS('-', feed_id, agency_id, programme_id, year_key, period_type_key, quarter, fund_year_key, stage_key,
      funding_source_id, geography_id, price_basis_key, ordinal),
    feed_id, agency_id, programme_id, NULL, year_key, NULL, NULL, geography_id, NULL,
    period_type_key, quarter, fund_year_key, stage_key, funding_source_id, price_basis_key,
    NULL, NULL, NULL, NULL, NULL, NULL,
    figure, missing_reason_key, delivery_id, line_first, row_start, row_end
  FROM (
    SELECT DISTINCT feed_id, agency_id, programme_id, year_key, period_type_key, quarter, fund_year_key, stage_key,
      funding_source_id, geography_id, price_basis_key, ordinal
    FROM fct_budget FOR SYSTEM_TIME ALL
    WHERE UNIX_TIMESTAMP(row_end) NOT IN (2147483647.999999, 4294967295.999999)
  ) AS touched
  STRAIGHT_JOIN fct_budget FOR SYSTEM_TIME ALL AS fact
    USING (feed_id, agency_id, programme_id, year_key, period_type_key, quarter, fund_year_key, stage_key,
      funding_source_id, geography_id, price_basis_key, ordinal)
  UNION ALL
  SELECT
    'indicator',
    CONCAT_WS('-', feed_id, indicator_id, series_id, unit_id, year_key, period_type_key, period_number, geography_id,
      reporting_unit_id, ordinal, goal.goal),
    feed_id, agency_id, programme_id, NULL, year_key, NULL, NULL, geography_id, unit_id,
    period_type_key, NULL, NULL, NULL, NULL, NULL,
    indicator_id, series_id, period_number, reporting_unit_id, goal.goal, NULL,
    CASE goal.goal
      WHEN 'OBSERVED' THEN figure WHEN 'BASELINE' THEN baseline WHEN 'TARGET_MIN' THEN target_min
      WHEN 'TARGET_MAX' THEN target_max WHEN 'INTERIM_TARGET' THEN interim_target WHEN 'ADJUSTED_TARGET' THEN adjusted_target
    END,
    CASE goal.goal WHEN 'OBSERVED' THEN missing_reason_key END,
    delivery_id, line_first, row_start, row_end
  FROM (
    SELECT DISTINCT feed_id, indicator_id, series_id, unit_id, year_key, period_type_key, period_number, geography_id,
      reporting_unit_id, ordinal
    FROM fct_indicator_value FOR SYSTEM_TIME ALL
    WHERE UNIX_TIMESTAMP(row_end) NOT IN (2147483647.999999, 4294967295.999999)
  ) AS touched
  STRAIGHT_JOIN fct_indicator_value FOR SYSTEM_TIME ALL AS fact
    USING (feed_id, indicator_id, series_id, unit_id, year_key, period_type_key, period_number, geography_id,
      reporting_unit_id, ordinal)
  STRAIGHT_JOIN (
    SELECT 'OBSERVED' AS goal UNION ALL SELECT 'BASELINE' UNION ALL SELECT 'TARGET_MIN' UNION ALL SELECT 'TARGET_MAX'
    UNION ALL SELECT 'INTERIM_TARGET' UNION ALL SELECT 'ADJUSTED_TARGET'
  ) AS goal
  UNION ALL
  SELECT
    'score',
    CONCAT_WS('-', feed_id, agency_id, programme_id, year_key, score_dimension_id, geography_id, ordinal),
    feed_id, agency_id, programme_id, NULL, year_key, NULL, NULL, geography_id, NULL,
    1, NULL, NULL, NULL, NULL, NULL,
    NULL, NULL, NULL, NULL, NULL, score_dimension_id,
    figure, missing_reason_key, delivery_id, line_first, row_start, row_end
  FROM (
    SELECT DISTINCT feed_id, agency_id, programme_id, year_key, score_dimension_id, geography_id, ordinal
    FROM fct_score FOR SYSTEM_TIME ALL
    WHERE UNIX_TIMESTAMP(row_end) NOT IN (2147483647.999999, 4294967295.999999)
  ) AS touched
  STRAIGHT_JOIN fct_score FOR SYSTEM_TIME ALL AS fact
    USING (feed_id, agency_id, programme_id, year_key, score_dimension_id, geography_id, ordinal)
),
sequence AS (
  SELECT
    version.*,
    LAG(row_end) OVER versions AS row_end_before,
    LAG(figure) OVER versions AS figure_before,
    LAG(missing_reason_key) OVER versions AS missing_before,
    LAG(unit_id) OVER versions AS unit_before,
    LAG(delivery_id) OVER versions AS delivery_before,
    LAG(line_first) OVER versions AS line_before,
    LEAD(row_start) OVER versions AS row_start_after
  FROM version
  WINDOW versions AS (PARTITION BY kind, fact_key ORDER BY row_start, row_end)
),
event AS (
  SELECT
    kind, fact_key, feed_id, agency_id, programme_id, component_id, year_key, population_key, sex_key, geography_id,
    period_type_key, quarter, fund_year_key, stage_key, funding_source_id, price_basis_key,
    indicator_id, series_id, period_number, reporting_unit_id, goal, score_dimension_id,
    CASE WHEN row_end_before < row_start THEN 'stated again' ELSE 'changed' END AS what,
    row_start AS restated_at,
    figure_before, missing_before, unit_before, delivery_before, line_before,
    figure AS figure_after, missing_reason_key AS missing_after, unit_id AS unit_after,
    delivery_id AS delivery_after, line_first AS line_after
  FROM sequence
  WHERE row_end_before < row_start AND (figure IS NOT NULL OR missing_reason_key IS NOT NULL)
    OR row_end_before = row_start
      AND NOT (figure <=> figure_before AND missing_reason_key <=> missing_before AND unit_id <=> unit_before)
  UNION ALL
  SELECT
    sequence.kind, sequence.fact_key, sequence.feed_id, agency_id, programme_id, component_id, year_key, population_key,
    sex_key, geography_id, period_type_key, quarter, fund_year_key, stage_key, funding_source_id, price_basis_key,
    indicator_id, series_id, period_number, reporting_unit_id, goal, score_dimension_id,
    'ended',
    row_end,
    figure, missing_reason_key, unit_id, sequence.delivery_id, line_first,
    NULL, NULL, NULL, ending.delivery_id, NULL
  FROM sequence
  -- A delivery that was rerun has been published at several instants.
  LEFT JOIN delivery_publication AS ending
    ON ending.feed_id = sequence.feed_id
    AND ending.published_at = TIMESTAMP'1970-01-01 00:00:00' + INTERVAL UNIX_TIMESTAMP(sequence.row_end) SECOND
  WHERE UNIX_TIMESTAMP(row_end) NOT IN (2147483647.999999, 4294967295.999999)
    AND (row_start_after IS NULL OR row_start_after > row_end)
    AND (figure IS NOT NULL OR missing_reason_key IS NOT NULL)
)
SELECT
  CONCAT_WS('-', UPPER(LEFT(event.kind, 1)), event.fact_key, UNIX_TIMESTAMP(event.restated_at), UPPER(LEFT(event.what, 1)))
    AS restatement_key,
  event.kind AS kind,
  CASE event.kind
    WHEN 'coverage' THEN 'cobertura' WHEN 'budget' THEN 'presupuesto' WHEN 'indicator' THEN 'indicador' ELSE 'calificación'
  END AS kind_es,
  feed.feed AS feed,
  agency.code_system AS code_system,
  agency.agency_code AS agency_code,
  programme.programme_code AS programme_code,
  programme.name AS programme_name,
  component.name AS component_name,
  component.ordinal AS component_ordinal,
  indicator.code AS indicator_code,
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
  event.figure_before AS figure_before,
  missing_before.code AS missing_before,
  CASE event.kind WHEN 'budget' THEN 'pesos' ELSE unit_before.label END AS unit_before,
  event.delivery_before AS delivery_before,
  event.line_before AS line_before,
  file_before.file_name AS file_before,
  event.figure_after AS figure_after,
  missing_after.code AS missing_after,
  CASE WHEN event.what = 'ended' THEN NULL WHEN event.kind = 'budget' THEN 'pesos' ELSE unit_after.label END AS unit_after,
  event.delivery_after AS delivery_after,
  event.line_after AS line_after,
  file_after.file_name AS file_after
FROM event
JOIN dim_feed AS feed ON feed.feed_id = event.feed_id
JOIN dim_agency AS agency ON agency.agency_id = event.agency_id
JOIN dim_programme AS programme ON programme.programme_id = event.programme_id
JOIN dim_geography AS geography ON geography.geography_id = event.geography_id
JOIN delivery AS file_before ON file_before.delivery_id = event.delivery_before
LEFT JOIN delivery AS file_after ON file_after.delivery_id = event.delivery_after
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
LEFT JOIN dim_missing_reason AS missing_before ON missing_before.missing_reason_key = event.missing_before
LEFT JOIN dim_missing_reason AS missing_after ON missing_after.missing_reason_key = event.missing_after
LEFT JOIN dim_unit_of_measure AS unit_before ON unit_before.unit_id = event.unit_before
LEFT JOIN dim_unit_of_measure AS unit_after ON unit_after.unit_id = event.unit_after;
