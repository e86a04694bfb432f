-- One row for each pair of feeds that state the same figure with different values. Same values are no conflict, and
-- neither is a figure that only one of the two states. A part of a programme is set against the same part, or against
-- the whole where its own feed states no whole. An indicator is set against the one of the same programme with the same
-- code or name, in the same unit where the other feed has it. `comparable` tells whether the two could be expected to agree.
-- That a descriptor states ramo or nation for files that print none does not make populations incomparable; anything
-- else assumed does.
-- Joined in the order written, from what several feeds state: the server need not weigh every order of so many tables.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW v_conflicts AS
SELECT STRAIGHT_JOIN
  CONCAT_WS('-', 'C', a.feed_id, b.feed_id, a.agency_id, a.programme_id, a.component_id, b.component_id, a.year_key,
    a.population_key, a.sex_key, a.geography_id) AS conflict_key,
  'coverage' AS kind,
  'cobertura' AS kind_es,
  programme.code_system AS code_system,
  agency.agency_code AS agency_code,
  programme.programme_code AS programme_code,
  programme.name AS programme_name,
  a.year_key AS year,
  population.code AS measure_code,
  population.label_es AS measure_es,
  population.label_en AS measure_en,
  sex.code AS sex_code,
  sex.label_es AS sex_es,
  sex.label_en AS sex_en,
  NULL AS period_code,
  NULL AS period_es,
  NULL AS period_en,
  NULL AS quarter,
  NULL AS month,
  NULL AS fund_year,
  NULL AS funding_source,
  NULL AS price_basis_es,
  NULL AS price_basis_en,
  geography.geography_code AS geography_code,
  geography.level AS geography_level,
  geography.name_es AS geography_es,
  geography.name_en AS geography_en,
  feed_a.feed AS feed_a,
  component_a.name AS component_a,
  unit_a.label AS unit_a,
  a.figure AS figure_a,
  a.delivery_id AS delivery_id_a,
  a.line_first AS line_a,
  feed_b.feed AS feed_b,
  component_b.name AS component_b,
  unit_b.label AS unit_b,
  b.figure AS figure_b,
  b.delivery_id AS delivery_id_b,
  b.line_first AS line_b,
  CASE WHEN a.unit_id = b.unit_id THEN b.figure - a.figure END AS difference,
  a.unit_id = b.unit_id AND a.component_id = b.component_id AND a.is_ambiguous + b.is_ambiguous = 0
    AND a.assumed NOT RLIKE '(^|, )(?!agency|geography).' AND b.assumed NOT RLIKE '(^|, )(?!agency|geography).' AS comparable,
  CONCAT_WS('; ',
    CASE WHEN a.unit_id <> b.unit_id THEN CONCAT('otra unidad: ', unit_a.label, ' / ', unit_b.label) END,
    CASE WHEN (a.component_id = 0) <> (b.component_id = 0) THEN 'un componente frente al programa completo' END,
    CASE WHEN a.is_ambiguous + b.is_ambiguous > 0 THEN 'varios registros comparten la clave' END,
    CASE WHEN a.assumed RLIKE '(^|, )(?!agency|geography).' THEN CONCAT(feed_a.feed, ' supone: ', a.assumed) END,
    CASE WHEN b.assumed RLIKE '(^|, )(?!agency|geography).' THEN CONCAT(feed_b.feed, ' supone: ', b.assumed) END) AS why_not_comparable_es,
  CONCAT_WS('; ',
    CASE WHEN a.unit_id <> b.unit_id THEN CONCAT('another unit: ', unit_a.label, ' / ', unit_b.label) END,
    CASE WHEN (a.component_id = 0) <> (b.component_id = 0) THEN 'a component against the whole programme' END,
    CASE WHEN a.is_ambiguous + b.is_ambiguous > 0 THEN 'several records share the key' END,
    CASE WHEN a.assumed RLIKE '(^|, )(?!agency|geography).' THEN CONCAT(feed_a.feed, ' assumes: ', a.assumed) END,
    CASE WHEN b.assumed RLIKE '(^|, )(?!agency|geography).' THEN CONCAT(feed_b.feed, ' assumes: ', b.assumed) END) AS why_not_comparable_en
FROM (
  -- What more than one feed states, found in one pass over an index.
  SELECT programme_id, year_key, geography_id, population_key, sex_key, agency_id
  FROM fct_coverage
  GROUP BY programme_id, year_key, geography_id, population_key, sex_key, agency_id
  HAVING MIN(feed_id) < MAX(feed_id)
) AS shared
STRAIGHT_JOIN fct_coverage AS a
  ON a.programme_id = shared.programme_id AND a.year_key = shared.year_key AND a.geography_id = shared.geography_id
  AND a.population_key = shared.population_key AND a.sex_key = shared.sex_key AND a.agency_id = shared.agency_id
STRAIGHT_JOIN fct_coverage AS b
  ON b.programme_id = a.programme_id AND b.year_key = a.year_key AND b.geography_id = a.geography_id
  AND b.population_key = a.population_key AND b.sex_key = a.sex_key AND b.agency_id = a.agency_id
  AND b.feed_id > a.feed_id AND b.figure <> a.figure
JOIN dim_component AS component_a ON component_a.component_id = a.component_id
JOIN dim_component AS component_b ON component_b.component_id = b.component_id
  AND (b.component_id = 0 OR a.component_id = 0
    OR component_b.component_code = component_a.component_code AND component_b.ordinal = component_a.ordinal)
JOIN dim_unit_of_measure AS unit_a ON unit_a.unit_id = a.unit_id
JOIN dim_unit_of_measure AS unit_b ON unit_b.unit_id = b.unit_id
JOIN dim_feed AS feed_a ON feed_a.feed_id = a.feed_id
JOIN dim_feed AS feed_b ON feed_b.feed_id = b.feed_id
JOIN dim_agency AS agency ON agency.agency_id = a.agency_id
JOIN dim_programme AS programme ON programme.programme_id = a.programme_id
JOIN dim_population_kind AS population ON population.population_key = a.population_key
JOIN dim_sex AS sex ON sex.sex_key = a.sex_key
JOIN dim_geography AS geography ON geography.geography_id = a.geography_id
LEFT JOIN fct_coverage AS whole
  ON whole.feed_id = IF(a.component_id = 0, b.feed_id, a.feed_id) AND whole.agency_id = a.agency_id
  AND whole.programme_id = a.programme_id AND whole.component_id = 0 AND whole.year_key = a.year_key
  AND whole.population_key = a.population_key AND whole.sex_key = a.sex_key AND whole.geography_id = a.geography_id
WHERE (a.component_id = 0) = (b.component_id = 0) OR whole.feed_id IS NULL

UNION ALL

SELECT STRAIGHT_JOIN
  CONCAT_WS('-', 'B', a.feed_id, b.feed_id, a.agency_id, a.programme_id, a.year_key, a.period_type_key, a.quarter,
    a.fund_year_key, a.stage_key, a.funding_source_id, a.geography_id, a.price_basis_key, a.ordinal),
  'budget',
  'presupuesto',
  agency.code_system,
  agency.agency_code,
  programme.programme_code,
  programme.name,
  a.year_key,
  stage.code,
  stage.label_es,
  stage.label_en,
  NULL,
  NULL,
  NULL,
  period_type.code,
  period_type.label_es,
  period_type.label_en,
  a.quarter,
  NULL,
  a.fund_year_key,
  source.label,
  price_basis.label_es,
  price_basis.label_en,
  geography.geography_code,
  geography.level,
  geography.name_es,
  geography.name_en,
  feed_a.feed,
  NULL,
  'pesos',
  a.figure,
  a.delivery_id,
  a.line_first,
  feed_b.feed,
  NULL,
  'pesos',
  b.figure,
  b.delivery_id,
  b.line_first,
  b.figure - a.figure,
  a.is_ambiguous + b.is_ambiguous = 0 AND a.assumed = '' AND b.assumed = '',
  CONCAT_WS('; ',
    CASE WHEN a.is_ambiguous + b.is_ambiguous > 0 THEN 'varios registros comparten la clave' END,
    CASE WHEN a.assumed <> '' THEN CONCAT(feed_a.feed, ' supone: ', a.assumed) END,
    CASE WHEN b.assumed <> '' THEN CONCAT(feed_b.feed, ' supone: ', b.assumed) END),
  CONCAT_WS('; ',
    CASE WHEN a.is_ambiguous + b.is_ambiguous > 0 THEN 'several records share the key' END,
    CASE WHEN a.assumed <> '' THEN CONCAT(feed_a.feed, ' assumes: ', a.assumed) END,
    CASE WHEN b.assumed <> '' THEN CONCAT(feed_b.feed, ' assumes: ', b.assumed) END)
FROM (
  SELECT programme_id, year_key, geography_id, stage_key, funding_source_id, agency_id
  FROM fct_budget
  GROUP BY programme_id, year_key, geography_id, stage_key, funding_source_id, agency_id
  HAVING MIN(feed_id) < MAX(feed_id)
) AS shared
STRAIGHT_JOIN fct_budget AS a
  ON a.programme_id = shared.programme_id AND a.year_key = shared.year_key AND a.geography_id = shared.geography_id
  AND a.stage_key = shared.stage_key AND a.funding_source_id = shared.funding_source_id AND a.agency_id = shared.agency_id
STRAIGHT_JOIN fct_budget AS b
  ON b.programme_id = a.programme_id AND b.year_key = a.year_key AND b.geography_id = a.geography_id
  AND b.stage_key = a.stage_key AND b.funding_source_id = a.funding_source_id AND b.agency_id = a.agency_id
  AND b.period_type_key = a.period_type_key AND b.quarter = a.quarter AND b.fund_year_key = a.fund_year_key
  AND b.price_basis_key = a.price_basis_key AND b.ordinal = a.ordinal
  AND b.feed_id > a.feed_id AND b.figure <> a.figure
JOIN dim_feed AS feed_a ON feed_a.feed_id = a.feed_id
JOIN dim_feed AS feed_b ON feed_b.feed_id = b.feed_id
JOIN dim_agency AS agency ON agency.agency_id = a.agency_id
JOIN dim_programme AS programme ON programme.programme_id = a.programme_id
JOIN dim_period_type AS period_type ON period_type.period_type_key = a.period_type_key
JOIN dim_budget_stage AS stage ON stage.stage_key = a.stage_key
JOIN dim_funding_source AS source ON source.funding_source_id = a.funding_source_id
JOIN dim_geography AS geography ON geography.geography_id = a.geography_id
JOIN dim_price_basis AS price_basis ON price_basis.price_basis_key = a.price_basis_key

UNION ALL

SELECT STRAIGHT_JOIN
  CONCAT_WS('-', 'I', a.feed_id, b.feed_id, a.indicator_id, b.indicator_id, a.series_id, a.unit_id, b.unit_id, a.year_key,
    a.period_type_key, a.period_number, a.geography_id, a.reporting_unit_id, a.ordinal),
  'indicator',
  'indicador',
  agency.code_system,
  agency.agency_code,
  programme.programme_code,
  programme.name,
  a.year_key,
  indicator_a.code,
  indicator_a.name,
  indicator_a.name,
  NULL,
  NULL,
  NULL,
  period_type.code,
  period_type.label_es,
  period_type.label_en,
  CASE WHEN period_type.code = 'QUARTER' THEN a.period_number END,
  CASE WHEN period_type.code = 'MONTH' THEN a.period_number END,
  NULL,
  NULL,
  NULL,
  NULL,
  geography.geography_code,
  geography.level,
  geography.name_es,
  geography.name_en,
  feed_a.feed,
  series.label,
  unit_a.label,
  a.figure,
  a.delivery_id,
  a.line_first,
  feed_b.feed,
  series.label,
  unit_b.label,
  b.figure,
  b.delivery_id,
  b.line_first,
  CASE WHEN a.unit_id = b.unit_id THEN b.figure - a.figure END,
  a.unit_id = b.unit_id AND a.is_partial + b.is_partial = 0 AND a.is_ambiguous + b.is_ambiguous = 0
    AND a.assumed = '' AND b.assumed = '',
  CONCAT_WS('; ',
    CASE WHEN a.unit_id <> b.unit_id THEN CONCAT('otra unidad: ', unit_a.label, ' / ', unit_b.label) END,
    CASE WHEN a.is_partial + b.is_partial > 0 THEN 'un periodo sin concluir' END,
    CASE WHEN a.is_ambiguous + b.is_ambiguous > 0 THEN 'varios registros comparten la clave' END,
    CASE WHEN a.assumed <> '' THEN CONCAT(feed_a.feed, ' supone: ', a.assumed) END,
    CASE WHEN b.assumed <> '' THEN CONCAT(feed_b.feed, ' supone: ', b.assumed) END),
  CONCAT_WS('; ',
    CASE WHEN a.unit_id <> b.unit_id THEN CONCAT('another unit: ', unit_a.label, ' / ', unit_b.label) END,
    CASE WHEN a.is_partial + b.is_partial > 0 THEN 'a period not over' END,
    CASE WHEN a.is_ambiguous + b.is_ambiguous > 0 THEN 'several records share the key' END,
    CASE WHEN a.assumed <> '' THEN CONCAT(feed_a.feed, ' assumes: ', a.assumed) END,
    CASE WHEN b.assumed <> '' THEN CONCAT(feed_b.feed, ' assumes: ', b.assumed) END)
FROM (
  SELECT programme_id, year_key
  FROM fct_indicator_value
  GROUP BY programme_id, year_key
  HAVING MIN(feed_id) < MAX(feed_id)
) AS shared
STRAIGHT_JOIN fct_indicator_value AS a ON a.programme_id = shared.programme_id AND a.year_key = shared.year_key
STRAIGHT_JOIN fct_indicator_value AS b
  ON b.programme_id = a.programme_id AND b.year_key = a.year_key AND b.agency_id = a.agency_id
  AND b.series_id = a.series_id AND b.period_type_key = a.period_type_key AND b.period_number = a.period_number
  AND b.geography_id = a.geography_id AND b.reporting_unit_id = a.reporting_unit_id AND b.ordinal = a.ordinal
  AND b.feed_id > a.feed_id AND b.figure <> a.figure
JOIN dim_indicator AS indicator_a ON indicator_a.indicator_id = a.indicator_id
JOIN dim_indicator AS indicator_b ON indicator_b.indicator_id = b.indicator_id
  AND (indicator_b.name = indicator_a.name OR indicator_b.code = NULLIF(indicator_a.code, ''))
JOIN dim_series AS series ON series.series_id = a.series_id
JOIN dim_unit_of_measure AS unit_a ON unit_a.unit_id = a.unit_id
JOIN dim_unit_of_measure AS unit_b ON unit_b.unit_id = b.unit_id
JOIN dim_feed AS feed_a ON feed_a.feed_id = a.feed_id
JOIN dim_feed AS feed_b ON feed_b.feed_id = b.feed_id
JOIN dim_agency AS agency ON agency.agency_id = a.agency_id
JOIN dim_programme AS programme ON programme.programme_id = a.programme_id
JOIN dim_period_type AS period_type ON period_type.period_type_key = a.period_type_key
JOIN dim_geography AS geography ON geography.geography_id = a.geography_id
-- The same indicator of the other feed in the unit of this one: with it, another unit is no counterpart.
LEFT JOIN fct_indicator_value AS twin_b
  ON twin_b.feed_id = b.feed_id AND twin_b.indicator_id = b.indicator_id AND twin_b.series_id = b.series_id
  AND twin_b.unit_id = a.unit_id AND twin_b.year_key = b.year_key AND twin_b.period_type_key = b.period_type_key
  AND twin_b.period_number = b.period_number AND twin_b.geography_id = b.geography_id
  AND twin_b.reporting_unit_id = b.reporting_unit_id AND twin_b.ordinal = b.ordinal
LEFT JOIN fct_indicator_value AS twin_a
  ON twin_a.feed_id = a.feed_id AND twin_a.indicator_id = a.indicator_id AND twin_a.series_id = a.series_id
  AND twin_a.unit_id = b.unit_id AND twin_a.year_key = a.year_key AND twin_a.period_type_key = a.period_type_key
  AND twin_a.period_number = a.period_number AND twin_a.geography_id = a.geography_id
  AND twin_a.reporting_unit_id = a.reporting_unit_id AND twin_a.ordinal = a.ordinal
WHERE a.unit_id = b.unit_id OR twin_a.feed_id IS NULL AND twin_b.feed_id IS NULL

UNION ALL

SELECT STRAIGHT_JOIN
  CONCAT_WS('-', 'S', a.feed_id, b.feed_id, a.agency_id, a.programme_id, a.year_key, a.score_dimension_id, a.geography_id,
    a.ordinal),
  'score',
  'calificación',
  agency.code_system,
  agency.agency_code,
  programme.programme_code,
  programme.name,
  a.year_key,
  score_dimension.model_code,
  CONCAT_WS(': ', score_dimension.model, NULLIF(score_dimension.dimension, '')),
  CONCAT_WS(': ', score_dimension.model, NULLIF(score_dimension.dimension, '')),
  NULL,
  NULL,
  NULL,
  'YEAR',
  'Año',
  'Year',
  NULL,
  NULL,
  NULL,
  NULL,
  NULL,
  NULL,
  geography.geography_code,
  geography.level,
  geography.name_es,
  geography.name_en,
  feed_a.feed,
  NULL,
  NULL,
  a.figure,
  a.delivery_id,
  a.line_first,
  feed_b.feed,
  NULL,
  NULL,
  b.figure,
  b.delivery_id,
  b.line_first,
  b.figure - a.figure,
  a.is_ambiguous + b.is_ambiguous = 0 AND a.assumed = '' AND b.assumed = '',
  CONCAT_WS('; ',
    CASE WHEN a.is_ambiguous + b.is_ambiguous > 0 THEN 'varios registros comparten la clave' END,
    CASE WHEN a.assumed <> '' THEN CONCAT(feed_a.feed, ' supone: ', a.assumed) END,
    CASE WHEN b.assumed <> '' THEN CONCAT(feed_b.feed, ' supone: ', b.assumed) END),
  CONCAT_WS('; ',
    CASE WHEN a.is_ambiguous + b.is_ambiguous > 0 THEN 'several records share the key' END,
    CASE WHEN a.assumed <> '' THEN CONCAT(feed_a.feed, ' assumes: ', a.assumed) END,
    CASE WHEN b.assumed <> '' THEN CONCAT(feed_b.feed, ' assumes: ', b.assumed) END)
FROM (
  SELECT programme_id, year_key
  FROM fct_score
  GROUP BY programme_id, year_key
  HAVING MIN(feed_id) < MAX(feed_id)
) AS shared
STRAIGHT_JOIN fct_score AS a ON a.programme_id = shared.programme_id AND a.year_key = shared.year_key
STRAIGHT_JOIN fct_score AS b
  ON b.programme_id = a.programme_id AND b.year_key = a.year_key AND b.agency_id = a.agency_id
  AND b.score_dimension_id = a.score_dimension_id AND b.geography_id = a.geography_id AND b.ordinal = a.ordinal
  AND b.feed_id > a.feed_id AND b.figure <> a.figure
JOIN dim_score_dimension AS score_dimension ON score_dimension.score_dimension_id = a.score_dimension_id
JOIN dim_feed AS feed_a ON feed_a.feed_id = a.feed_id
JOIN dim_feed AS feed_b ON feed_b.feed_id = b.feed_id
JOIN dim_agency AS agency ON agency.agency_id = a.agency_id
JOIN dim_programme AS programme ON programme.programme_id = a.programme_id
JOIN dim_geography AS geography ON geography.geography_id = a.geography_id;
