-- One row for each feed of budgets and feed of populations that state the same programme, year and place, and price basis:
-- what was spent for each person served. Nothing is added up to get there. A programme-year is in only if its served
-- population is one figure counted in persons (the whole programme, or its only component), and its amount is one figure
-- of the whole year, one fund year and one funding source.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW v_cost_per_served AS
SELECT
  CONCAT_WS('-', cost.feed_id, served.feed_id, cost.agency_id, cost.programme_id, cost.year_key, cost.geography_id,
    cost.price_basis_key) AS cost_key,
  agency.code_system AS code_system,
  agency.agency_code AS agency_code,
  agency.name AS agency_name,
  programme.ramo AS ramo,
  programme.programme_code AS programme_code,
  programme.name AS programme_name,
  cost.year_key AS year,
  geography.geography_code AS geography_code,
  geography.level AS geography_level,
  geography.name_es AS geography_es,
  geography.name_en AS geography_en,
  budget_feed.feed AS budget_feed,
  stage.code AS stage_code,
  stage.label_es AS stage_es,
  stage.label_en AS stage_en,
  price_basis.kind AS price_basis_code,
  price_basis.label_es AS price_basis_es,
  price_basis.label_en AS price_basis_en,
  price_basis.base_year AS price_base_year,
  amount.figure AS amount,
  amount.delivery_id AS amount_delivery_id,
  amount.line_first AS amount_line,
  served_feed.feed AS served_feed,
  component.component_id = 0 AS is_whole_programme,
  component.name AS component_name,
  unit.label AS unit,
  served.figure AS served,
  served.delivery_id AS delivery_id,
  served.line_first AS line,
  ROUND(amount.figure / served.figure, 2) AS cost_per_served,
  view_base.year_key AS constant_base_year,
  -- constant(t) = nominal(t) * index(base) / index(t); what is constant at the same base already stays as it is.
  ROUND(CASE
    WHEN price_basis.kind = 'NOMINAL' THEN amount.figure * view_base.average / own.average
    WHEN price_basis.base_year = view_base.year_key THEN amount.figure
  END / served.figure, 2) AS cost_per_served_constant,
  -- A word that comes again further on is left out here: what both feeds assume is said once.
  TRIM(LEADING ', ' FROM REGEXP_REPLACE(
    CONCAT_WS(', ', NULLIF(amount.assumed, ''), NULLIF(served.assumed, '')), '(^|, )([^,]+)(?=(,.*)?, \\2(,|$))', '')) AS assumed,
  served.caveats AS caveats,
  FIND_IN_SET('DOUBLE_COUNTING', REPLACE(served.caveats, ', ', ',')) > 0 AS is_double_counted,
  FIND_IN_SET('NOT_DEFINABLE', REPLACE(served.caveats, ', ', ',')) > 0 AS is_not_definable
FROM (
  -- The stage that comes nearest to what was spent: exercised, paid, accrued, modified, approved.
  SELECT
    feed_id, agency_id, programme_id, year_key, geography_id, price_basis_key,
    MIN(period_type_key) AS period_type_key, MIN(quarter) AS quarter, MIN(fund_year_key) AS fund_year_key,
    MIN(funding_source_id) AS funding_source_id, MIN(FIELD(stage_key, 6, 7, 5, 2, 1)) AS nearness,
    COUNT(DISTINCT period_type_key, fund_year_key, funding_source_id, ordinal) AS rows_per_stage
  FROM fct_budget
  WHERE (period_type_key = 1 OR period_type_key = 2 AND quarter = 4) AND stage_key IN (6, 7, 5, 2, 1)
    AND figure IS NOT NULL
  GROUP BY feed_id, agency_id, programme_id, year_key, geography_id, price_basis_key
  HAVING rows_per_stage = 1
) AS cost
JOIN fct_budget AS amount
  ON amount.feed_id = cost.feed_id AND amount.agency_id = cost.agency_id AND amount.programme_id = cost.programme_id
  AND amount.year_key = cost.year_key AND amount.period_type_key = cost.period_type_key
  AND amount.quarter = cost.quarter AND amount.fund_year_key = cost.fund_year_key
  AND amount.stage_key = ELT(cost.nearness, 6, 7, 5, 2, 1) AND amount.funding_source_id = cost.funding_source_id
  AND amount.geography_id = cost.geography_id AND amount.price_basis_key = cost.price_basis_key
  AND amount.is_ambiguous = 0
JOIN (
  SELECT
    feed_id, agency_id, programme_id, year_key, geography_id, MIN(component_id) AS component_id
  FROM fct_coverage
  WHERE population_key = 5 AND sex_key = 1
  GROUP BY feed_id, agency_id, programme_id, year_key, geography_id
  HAVING MIN(component_id) = 0 OR COUNT(*) = 1
) AS one_figure
  ON one_figure.agency_id = cost.agency_id AND one_figure.programme_id = cost.programme_id
  AND one_figure.year_key = cost.year_key AND one_figure.geography_id = cost.geography_id
JOIN fct_coverage AS served
  ON served.feed_id = one_figure.feed_id AND served.agency_id = one_figure.agency_id
  AND served.programme_id = one_figure.programme_id AND served.component_id = one_figure.component_id
  AND served.year_key = one_figure.year_key AND served.population_key = 5 AND served.sex_key = 1
  AND served.geography_id = one_figure.geography_id AND served.is_ambiguous = 0 AND served.figure > 0
JOIN dim_unit_of_measure AS unit
  ON unit.unit_id = served.unit_id
  AND SUBSTRING_INDEX(unit.unit_code, ' ', 1) IN ('persona', 'personas', 'habitante', 'habitantes', 'mujer', 'mujeres',
    'hombre', 'hombres', 'nino', 'ninos', 'nina', 'ninas', 'joven', 'jovenes', 'adulto', 'adultos', 'alumno', 'alumnos',
    'alumna', 'alumnas', 'estudiante', 'estudiantes', 'docente', 'docentes', 'beneficiario', 'beneficiarios',
    'derechohabiente', 'derechohabientes', 'trabajador', 'trabajadores', 'productor', 'productores')
  AND unit.unit_code NOT LIKE '%moral%'
JOIN dim_agency AS agency ON agency.agency_id = cost.agency_id
JOIN dim_programme AS programme ON programme.programme_id = cost.programme_id
JOIN dim_geography AS geography ON geography.geography_id = cost.geography_id
JOIN dim_feed AS budget_feed ON budget_feed.feed_id = cost.feed_id
JOIN dim_feed AS served_feed ON served_feed.feed_id = served.feed_id
JOIN dim_budget_stage AS stage ON stage.stage_key = amount.stage_key
JOIN dim_price_basis AS price_basis ON price_basis.price_basis_key = cost.price_basis_key
JOIN dim_component AS component ON component.component_id = served.component_id
LEFT JOIN dim_price_index AS view_base ON view_base.is_view_base = 1
LEFT JOIN dim_price_index AS own ON own.year_key = cost.year_key;
