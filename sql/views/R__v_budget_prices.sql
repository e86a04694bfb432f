-- One row for each amount in fct_budget and each year of the price index: the amount at the average prices of that year.
-- Ask for one base_year at a time. at(base) = stated * index(base) / index(own), where own is the base year of an amount stated at
-- constant prices and the amount's own year for a nominal one; rounded to hundredths of a peso, half up.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW v_budget_prices AS
SELECT
  CONCAT_WS('-', f.feed_id, f.agency_id, f.programme_id, f.year_key, f.period_type_key, f.quarter, f.fund_year_key, f.stage_key,
    f.funding_source_id, f.geography_id, f.price_basis_key, f.ordinal, base.year_key) AS price_key,
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
  stage.code AS stage_code,
  stage.label_es AS stage_es,
  stage.label_en AS stage_en,
  source.label AS funding_source,
  geography.geography_code AS geography_code,
  geography.level AS geography_level,
  geography.name_es AS geography_es,
  geography.name_en AS geography_en,
  f.ordinal AS ordinal,
  price_basis.kind AS price_basis_code,
  price_basis.label_es AS price_basis_es,
  price_basis.label_en AS price_basis_en,
  price_basis.base_year AS price_base_year,
  f.figure AS stated_amount,
  CASE price_basis.kind
    WHEN 'NOMINAL' THEN f.figure
    WHEN 'CONSTANT' THEN ROUND(f.figure * of_year.average / own.average, 2)
  END AS nominal_amount,
  base.year_key AS base_year,
  CASE WHEN own.year_key = base.year_key THEN f.figure ELSE ROUND(f.figure * base.average / own.average, 2) END AS amount,
  f.is_ambiguous AS is_ambiguous,
  f.assumed AS assumed,
  -- No feed stated earlier in the rulebook's order has an amount for the same, stated at whatever prices.
  NOT EXISTS (
    SELECT 1
    FROM fct_budget AS other
    JOIN dim_feed AS other_feed ON other_feed.feed_id = other.feed_id
    LEFT JOIN feed_expectation AS other_order ON other_order.feed = other_feed.feed
    LEFT JOIN feed_expectation AS feed_order ON feed_order.feed = feed.feed
    WHERE other.programme_id = f.programme_id AND other.year_key = f.year_key AND other.geography_id = f.geography_id
      AND other.stage_key = f.stage_key AND other.funding_source_id = f.funding_source_id AND other.agency_id = f.agency_id
      AND other.feed_id <> f.feed_id AND other.period_type_key = f.period_type_key AND other.quarter = f.quarter
      AND other.fund_year_key = f.fund_year_key
      AND (COALESCE(other_order.show_order, 65535), other_feed.feed) < (COALESCE(feed_order.show_order, 65535), feed.feed)
  ) AS is_current,
  f.delivery_id AS delivery_id,
  f.line_first AS line,
  f.line_last AS line_last,
  delivery.file_name AS file_name,
  delivery.published_at AS published_at
FROM fct_budget AS f
JOIN dim_feed AS feed ON feed.feed_id = f.feed_id
JOIN dim_agency AS agency ON agency.agency_id = f.agency_id
-- A programme is its agency's; 0 is the agency as a whole.
JOIN dim_programme AS programme ON programme.programme_id = f.programme_id AND programme.agency_id IN (0, f.agency_id)
JOIN dim_period_type AS period_type ON period_type.period_type_key = f.period_type_key
JOIN dim_budget_stage AS stage ON stage.stage_key = f.stage_key
JOIN dim_funding_source AS source ON source.funding_source_id = f.funding_source_id
JOIN dim_geography AS geography ON geography.geography_id = f.geography_id
JOIN dim_price_basis AS price_basis ON price_basis.price_basis_key = f.price_basis_key
JOIN delivery ON delivery.delivery_id = f.delivery_id
CROSS JOIN dim_price_index AS base
LEFT JOIN dim_price_index AS own
  ON own.year_key = CASE price_basis.kind WHEN 'NOMINAL' THEN f.year_key WHEN 'CONSTANT' THEN price_basis.base_year END
LEFT JOIN dim_price_index AS of_year ON of_year.year_key = f.year_key
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
