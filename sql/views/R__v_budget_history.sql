-- One row for each feed, programme, period, source, place and price basis: the stages of the budget side by side,
-- as stated and at the prices of one base year. A stage that is not stated is NULL, never 0.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW v_budget_history AS
SELECT
  CONCAT_WS('-', f.feed_id, f.agency_id, f.programme_id, f.year_key, f.period_type_key, f.quarter, f.fund_year_key,
    f.funding_source_id, f.geography_id, f.price_basis_key, f.ordinal) AS budget_key,
  feed.feed AS feed,
  agency.code_system AS code_system,
  agency.agency_code AS agency_code,
  COALESCE(agency_name.name, agency.name) AS agency_name,
  programme.ramo AS ramo,
  programme.programme_code AS programme_code,
  COALESCE(programme_name.name, programme.name) AS programme_name,
  f.year_key AS year,
  period_type.code AS period_code,
  period_type.label_es AS period_es,
  period_type.label_en AS period_en,
  f.quarter AS quarter,
  f.fund_year_key AS fund_year,
  source.label AS funding_source,
  geography.geography_code AS geography_code,
  geography.level AS geography_level,
  geography.name_es AS geography_es,
  geography.name_en AS geography_en,
  price_basis.kind AS price_basis_code,
  price_basis.label_es AS price_basis_es,
  price_basis.label_en AS price_basis_en,
  price_basis.base_year AS price_base_year,
  f.ordinal AS ordinal,
  side_by_side.approved AS approved,
  side_by_side.modified AS modified,
  side_by_side.collected AS collected,
  side_by_side.committed AS committed,
  side_by_side.accrued AS accrued,
  side_by_side.exercised AS exercised,
  side_by_side.paid AS paid,
  side_by_side.refunded AS refunded,
  side_by_side.stage_not_stated AS stage_not_stated,
  side_by_side.missing_stages AS missing_stages,
  ROUND(100 * side_by_side.exercised / NULLIF(side_by_side.approved, 0), 4) AS exercised_approved_percent,
  ROUND(100 * side_by_side.exercised / NULLIF(side_by_side.modified, 0), 4) AS exercised_modified_percent,
  side_by_side.constant_base_year AS constant_base_year,
  side_by_side.approved_constant AS approved_constant,
  side_by_side.modified_constant AS modified_constant,
  side_by_side.collected_constant AS collected_constant,
  side_by_side.committed_constant AS committed_constant,
  side_by_side.accrued_constant AS accrued_constant,
  side_by_side.exercised_constant AS exercised_constant,
  side_by_side.paid_constant AS paid_constant,
  side_by_side.refunded_constant AS refunded_constant,
  side_by_side.is_ambiguous AS is_ambiguous,
  f.assumed AS assumed,
  f.as_of AS as_of,
  f.note AS note,
  -- No feed stated earlier in the rulebook's order has a row for the same.
  NOT EXISTS (
    SELECT 1
    FROM fct_budget AS other
    JOIN dim_feed AS other_feed ON other_feed.feed_id = other.feed_id
    LEFT JOIN feed_expectation AS other_order ON other_order.feed = other_feed.feed
    LEFT JOIN feed_expectation AS feed_order ON feed_order.feed = feed.feed
    WHERE other.programme_id = f.programme_id AND other.year_key = f.year_key AND other.geography_id = f.geography_id
      AND other.funding_source_id = f.funding_source_id AND other.agency_id = f.agency_id AND other.feed_id <> f.feed_id
      AND other.period_type_key = f.period_type_key AND other.quarter = f.quarter
      AND other.fund_year_key = f.fund_year_key AND other.price_basis_key = f.price_basis_key
      AND (COALESCE(other_order.show_order, 65535), other_feed.feed) < (COALESCE(feed_order.show_order, 65535), feed.feed)
  ) AS is_current,
  f.delivery_id AS delivery_id,
  f.line_first AS line,
  f.line_last AS line_last,
  delivery.file_name AS file_name,
  delivery.published_at AS published_at
FROM (
  SELECT
    feed_id, agency_id, programme_id, year_key, period_type_key, quarter, fund_year_key, funding_source_id, geography_id,
    price_basis_key, ordinal,
    -- Lineage is that of the exercised amount, or else of the first stage stated.
    IF(MAX(stage_key = 6), 6, MIN(stage_key)) AS stage_key,
    MAX(CASE WHEN stage_key = 1 THEN figure END) AS approved,
    MAX(CASE WHEN stage_key = 2 THEN figure END) AS modified,
    MAX(CASE WHEN stage_key = 3 THEN figure END) AS collected,
    MAX(CASE WHEN stage_key = 4 THEN figure END) AS committed,
    MAX(CASE WHEN stage_key = 5 THEN figure END) AS accrued,
    MAX(CASE WHEN stage_key = 6 THEN figure END) AS exercised,
    MAX(CASE WHEN stage_key = 7 THEN figure END) AS paid,
    MAX(CASE WHEN stage_key = 8 THEN figure END) AS refunded,
    MAX(CASE WHEN stage_key = 0 THEN figure END) AS stage_not_stated,
    MAX(CASE WHEN stage_key = 1 THEN constant_figure END) AS approved_constant,
    MAX(CASE WHEN stage_key = 2 THEN constant_figure END) AS modified_constant,
    MAX(CASE WHEN stage_key = 3 THEN constant_figure END) AS collected_constant,
    MAX(CASE WHEN stage_key = 4 THEN constant_figure END) AS committed_constant,
    MAX(CASE WHEN stage_key = 5 THEN constant_figure END) AS accrued_constant,
    MAX(CASE WHEN stage_key = 6 THEN constant_figure END) AS exercised_constant,
    MAX(CASE WHEN stage_key = 7 THEN constant_figure END) AS paid_constant,
    MAX(CASE WHEN stage_key = 8 THEN constant_figure END) AS refunded_constant,
    MAX(constant_base_year) AS constant_base_year,
    GROUP_CONCAT(missing ORDER BY stage_key SEPARATOR ', ') AS missing_stages,
    MAX(is_ambiguous) AS is_ambiguous
  FROM (
    -- constant(t) = nominal(t) * index(base) / index(t); what is constant at the same base already stays as it is.
    SELECT
      fact.feed_id, fact.agency_id, fact.programme_id, fact.year_key, fact.period_type_key, fact.quarter,
      fact.fund_year_key, fact.funding_source_id, fact.geography_id, fact.price_basis_key, fact.ordinal,
      fact.stage_key, fact.figure, fact.is_ambiguous,
      base.year_key AS constant_base_year,
      CASE
        WHEN basis.kind = 'NOMINAL' THEN ROUND(fact.figure * base.average / own.average, 2)
        WHEN basis.base_year = base.year_key THEN fact.figure
      END AS constant_figure,
      CASE WHEN fact.figure IS NULL THEN CONCAT(stage.code, ' ', reason.code) END AS missing
    FROM fct_budget AS fact
    JOIN dim_price_basis AS basis ON basis.price_basis_key = fact.price_basis_key
    JOIN dim_budget_stage AS stage ON stage.stage_key = fact.stage_key
    CROSS JOIN (SELECT MAX(year_key) AS year_key FROM dim_price_index WHERE is_view_base = 1) AS view_base
    LEFT JOIN dim_price_index AS base ON base.year_key = view_base.year_key
    LEFT JOIN dim_price_index AS own ON own.year_key = fact.year_key
    LEFT JOIN dim_missing_reason AS reason ON reason.missing_reason_key = fact.missing_reason_key
  ) AS amount
  GROUP BY
    feed_id, agency_id, programme_id, year_key, period_type_key, quarter, fund_year_key, funding_source_id, geography_id,
    price_basis_key, ordinal
) AS side_by_side
JOIN fct_budget AS f
  ON f.feed_id = side_by_side.feed_id AND f.agency_id = side_by_side.agency_id
  AND f.programme_id = side_by_side.programme_id AND f.year_key = side_by_side.year_key
  AND f.period_type_key = side_by_side.period_type_key AND f.quarter = side_by_side.quarter
  AND f.fund_year_key = side_by_side.fund_year_key AND f.stage_key = side_by_side.stage_key
  AND f.funding_source_id = side_by_side.funding_source_id AND f.geography_id = side_by_side.geography_id
  AND f.price_basis_key = side_by_side.price_basis_key AND f.ordinal = side_by_side.ordinal
JOIN dim_feed AS feed ON feed.feed_id = f.feed_id
JOIN dim_agency AS agency ON agency.agency_id = f.agency_id
-- A programme is its agency's; 0 is the agency as a whole.
JOIN dim_programme AS programme ON programme.programme_id = f.programme_id AND programme.agency_id IN (0, f.agency_id)
JOIN dim_period_type AS period_type ON period_type.period_type_key = f.period_type_key
JOIN dim_funding_source AS source ON source.funding_source_id = f.funding_source_id
JOIN dim_geography AS geography ON geography.geography_id = f.geography_id
JOIN dim_price_basis AS price_basis ON price_basis.price_basis_key = f.price_basis_key
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

-- Of amounts that several feeds state, those of the feed that the rulebook names first.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW v_budget_current AS
SELECT * FROM v_budget_history WHERE is_current = 1;
