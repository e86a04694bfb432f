-- One row for each figure in fct_coverage, with everything an analyst needs beside it.
-- The joins to potential, target and served are by primary key: they cost nothing where no ratio is asked for.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW v_coverage_history AS
SELECT
  CONCAT_WS('-', f.feed_id, f.agency_id, f.programme_id, f.component_id, f.year_key, f.population_key, f.sex_key, f.geography_id)
    AS coverage_key,
  feed.feed AS feed,
  programme.code_system AS code_system,
  agency.agency_code AS agency_code,
  COALESCE(agency_name.name, agency.name) AS agency_name,
  programme.ramo AS ramo,
  programme.programme_code AS programme_code,
  COALESCE(programme_name.name, programme.name) AS programme_name,
  component.component_id = 0 AS is_whole_programme,
  component.name AS component_name,
  component.ordinal AS component_ordinal,
  definition.definition AS component_definition,
  definition.population_type AS population_type,
  f.year_key AS year,
  population.code AS population_code,
  population.label_es AS population_es,
  population.label_en AS population_en,
  sex.code AS sex_code,
  sex.label_es AS sex_es,
  sex.label_en AS sex_en,
  geography.geography_code AS geography_code,
  geography.level AS geography_level,
  geography.name_es AS geography_es,
  geography.name_en AS geography_en,
  unit.label AS unit,
  f.figure AS figure,
  missing.code AS missing_code,
  missing.label_es AS missing_es,
  missing.label_en AS missing_en,
  f.missing_text AS missing_text,
  f.as_of AS as_of,
  f.source AS source,
  f.note AS note,
  f.assumed AS assumed,
  f.is_ambiguous AS is_ambiguous,
  f.caveats AS caveats,
  FIND_IN_SET('DOUBLE_COUNTING', REPLACE(f.caveats, ', ', ',')) > 0 AS is_double_counted,
  FIND_IN_SET('NOT_DEFINABLE', REPLACE(f.caveats, ', ', ',')) > 0 AS is_not_definable,
  judgement.segment AS segment,
  judgement.is_break AS is_break,
  judgement.is_jump AS is_jump,
  judgement.is_scale_slip AS is_scale_slip,
  judgement.change_percent AS change_percent,
  judgement.served_over_target AS served_over_target,
  judgement.served_over_potential AS served_over_potential,
  judgement.target_over_potential AS target_over_potential,
  judgement.rulebook_version AS rulebook_version,
  judgement.rule_status AS rule_status,
  CASE WHEN served.unit_id = target.unit_id THEN ROUND(100 * served.figure / NULLIF(target.figure, 0), 4) END
    AS served_target_percent,
  CASE WHEN served.unit_id = potential.unit_id THEN ROUND(100 * served.figure / NULLIF(potential.figure, 0), 4) END
    AS served_potential_percent,
  CASE WHEN target.unit_id = potential.unit_id THEN ROUND(100 * target.figure / NULLIF(potential.figure, 0), 4) END
    AS target_potential_percent,
  -- No feed stated earlier in the rulebook's order has the same figure.
  NOT EXISTS (
    SELECT 1
    FROM fct_coverage AS other
    JOIN dim_component AS other_component ON other_component.component_id = other.component_id
    JOIN dim_feed AS other_feed ON other_feed.feed_id = other.feed_id
    LEFT JOIN feed_expectation AS other_order ON other_order.feed = other_feed.feed
    LEFT JOIN feed_expectation AS feed_order ON feed_order.feed = feed.feed
    WHERE other.programme_id = f.programme_id AND other.year_key = f.year_key AND other.geography_id = f.geography_id
      AND other.population_key = f.population_key AND other.sex_key = f.sex_key AND other.agency_id = f.agency_id
      AND other.feed_id <> f.feed_id AND other.unit_id = f.unit_id
      AND other_component.component_code = component.component_code AND other_component.ordinal = component.ordinal
      AND (COALESCE(other_order.show_order, 65535), other_feed.feed) < (COALESCE(feed_order.show_order, 65535), feed.feed)
  ) AS is_current,
  f.delivery_id AS delivery_id,
  f.line_first AS line,
  f.line_last AS line_last,
  f.record_count AS record_count,
  delivery.file_name AS file_name,
  delivery.file_digest AS file_digest,
  delivery.published_at AS published_at
FROM fct_coverage AS f
JOIN dim_feed AS feed ON feed.feed_id = f.feed_id
JOIN dim_agency AS agency ON agency.agency_id = f.agency_id
-- A programme is its agency's; 0 is the agency as a whole.
JOIN dim_programme AS programme ON programme.programme_id = f.programme_id AND programme.agency_id IN (0, f.agency_id)
JOIN dim_component AS component ON component.component_id = f.component_id
JOIN dim_population_kind AS population ON population.population_key = f.population_key
JOIN dim_sex AS sex ON sex.sex_key = f.sex_key
JOIN dim_geography AS geography ON geography.geography_id = f.geography_id
JOIN dim_unit_of_measure AS unit ON unit.unit_id = f.unit_id
JOIN delivery ON delivery.delivery_id = f.delivery_id
LEFT JOIN dim_missing_reason AS missing ON missing.missing_reason_key = f.missing_reason_key
-- Of several names or definitions that a feed prints for one year, the first; looked up row by row, so that one programme
-- costs no more.
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
LEFT JOIN dim_component_definition AS definition
  ON definition.component_id = f.component_id AND definition.feed_id = f.feed_id AND definition.year_key = f.year_key
  AND NOT EXISTS (
    SELECT 1 FROM dim_component_definition AS earlier
    WHERE earlier.component_id = definition.component_id AND earlier.feed_id = definition.feed_id
      AND earlier.year_key = definition.year_key
      AND (earlier.delivery_id, earlier.line, earlier.definition_hash)
        < (definition.delivery_id, definition.line, definition.definition_hash))
LEFT JOIN fct_coverage_judgement AS judgement
  ON judgement.feed_id = f.feed_id AND judgement.agency_id = f.agency_id AND judgement.programme_id = f.programme_id
  AND judgement.component_id = f.component_id AND judgement.year_key = f.year_key
  AND judgement.population_key = f.population_key AND judgement.sex_key = f.sex_key
  AND judgement.geography_id = f.geography_id
LEFT JOIN fct_coverage AS potential
  ON potential.feed_id = f.feed_id AND potential.agency_id = f.agency_id AND potential.programme_id = f.programme_id
  AND potential.component_id = f.component_id AND potential.year_key = f.year_key
  AND potential.population_key = 2 AND potential.sex_key = f.sex_key AND potential.geography_id = f.geography_id
LEFT JOIN fct_coverage AS target
  ON target.feed_id = f.feed_id AND target.agency_id = f.agency_id AND target.programme_id = f.programme_id
  AND target.component_id = f.component_id AND target.year_key = f.year_key
  AND target.population_key = 3 AND target.sex_key = f.sex_key AND target.geography_id = f.geography_id
LEFT JOIN fct_coverage AS served
  ON served.feed_id = f.feed_id AND served.agency_id = f.agency_id AND served.programme_id = f.programme_id
  AND served.component_id = f.component_id AND served.year_key = f.year_key
  AND served.population_key = 5 AND served.sex_key = f.sex_key AND served.geography_id = f.geography_id;

-- Of figures that several feeds state, the one of the feed that the rulebook names first.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW v_coverage_current AS
SELECT * FROM v_coverage_history WHERE is_current = 1;
