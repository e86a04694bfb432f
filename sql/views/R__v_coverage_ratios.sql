-- One row for each feed, programme, component, year, sex and place: its populations side by side, and their ratios.
-- A ratio is NULL where its denominator is missing or 0, and where the two populations are counted in different units.
-- Caveats are those of the populations that the ratios rest on: potential, target and served.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW v_coverage_ratios AS
SELECT
  CONCAT_WS('-', f.feed_id, f.agency_id, f.programme_id, f.component_id, f.year_key, f.sex_key, f.geography_id) AS ratio_key,
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
  f.year_key AS year,
  sex.code AS sex_code,
  sex.label_es AS sex_es,
  sex.label_en AS sex_en,
  geography.geography_code AS geography_code,
  geography.level AS geography_level,
  geography.name_es AS geography_es,
  geography.name_en AS geography_en,
  unit.label AS unit,
  side_by_side.units > 1 AS is_unit_mixed,
  potential.figure AS potential,
  target.figure AS target,
  programmed.figure AS target_programmed,
  served.figure AS served,
  CASE WHEN served.unit_id = target.unit_id THEN ROUND(100 * served.figure / NULLIF(target.figure, 0), 4) END
    AS served_target_percent,
  CASE WHEN served.unit_id = potential.unit_id THEN ROUND(100 * served.figure / NULLIF(potential.figure, 0), 4) END
    AS served_potential_percent,
  CASE WHEN target.unit_id = potential.unit_id THEN ROUND(100 * target.figure / NULLIF(potential.figure, 0), 4) END
    AS target_potential_percent,
  side_by_side.is_ambiguous AS is_ambiguous,
  side_by_side.is_assumed AS is_assumed,
  CONCAT_WS(', ', IF(side_by_side.is_double_counted, 'DOUBLE_COUNTING', NULL), IF(side_by_side.is_not_definable, 'NOT_DEFINABLE', NULL))
    AS caveats,
  side_by_side.is_double_counted AS is_double_counted,
  side_by_side.is_not_definable AS is_not_definable,
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
  f.delivery_id AS delivery_id,
  f.line_first AS line
FROM (
  SELECT
    feed_id, agency_id, programme_id, component_id, year_key, sex_key, geography_id,
    -- Lineage, unit and judgement are those of the served population, or else of the first that is stated.
    IF(MAX(population_key) = 5, 5, MIN(population_key)) AS population_key,
    COUNT(DISTINCT unit_id) AS units,
    MAX(is_ambiguous) AS is_ambiguous,
    MAX(assumed <> '') AS is_assumed,
    MAX(population_key <> 4 AND FIND_IN_SET('DOUBLE_COUNTING', REPLACE(caveats, ', ', ',')) > 0) AS is_double_counted,
    MAX(population_key <> 4 AND FIND_IN_SET('NOT_DEFINABLE', REPLACE(caveats, ', ', ',')) > 0) AS is_not_definable
  FROM fct_coverage
  WHERE population_key IN (2, 3, 4, 5)
  GROUP BY feed_id, agency_id, programme_id, component_id, year_key, sex_key, geography_id
) AS side_by_side
JOIN fct_coverage AS f
  ON f.feed_id = side_by_side.feed_id AND f.agency_id = side_by_side.agency_id
  AND f.programme_id = side_by_side.programme_id AND f.component_id = side_by_side.component_id
  AND f.year_key = side_by_side.year_key AND f.population_key = side_by_side.population_key
  AND f.sex_key = side_by_side.sex_key AND f.geography_id = side_by_side.geography_id
JOIN dim_feed AS feed ON feed.feed_id = f.feed_id
JOIN dim_agency AS agency ON agency.agency_id = f.agency_id
-- A programme is its agency's; 0 is the agency as a whole.
JOIN dim_programme AS programme ON programme.programme_id = f.programme_id AND programme.agency_id IN (0, f.agency_id)
JOIN dim_component AS component ON component.component_id = f.component_id
JOIN dim_sex AS sex ON sex.sex_key = f.sex_key
JOIN dim_geography AS geography ON geography.geography_id = f.geography_id
JOIN dim_unit_of_measure AS unit ON unit.unit_id = f.unit_id
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
LEFT JOIN fct_coverage AS programmed
  ON programmed.feed_id = f.feed_id AND programmed.agency_id = f.agency_id AND programmed.programme_id = f.programme_id
  AND programmed.component_id = f.component_id AND programmed.year_key = f.year_key
  AND programmed.population_key = 4 AND programmed.sex_key = f.sex_key AND programmed.geography_id = f.geography_id
LEFT JOIN fct_coverage AS served
  ON served.feed_id = f.feed_id AND served.agency_id = f.agency_id AND served.programme_id = f.programme_id
  AND served.component_id = f.component_id AND served.year_key = f.year_key
  AND served.population_key = 5 AND served.sex_key = f.sex_key AND served.geography_id = f.geography_id;
