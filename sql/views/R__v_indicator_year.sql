-- One row for each feed, programme, year and indicator: the one figure by which the indicator counts in that year. It is
-- the figure of the nation (or of no stated place) as a whole, of no reporting unit and of no series, or else the only
-- one at the next wider choice. Where several remain, none is picked: the indicator counts without a figure or class.
-- Years only: a quarter or a month never stands for its year.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW v_indicator_year AS
SELECT
  CONCAT_WS('-', f.feed_id, f.indicator_id, f.agency_id, f.programme_id, f.year_key) AS indicator_year_key,
  feed.feed AS feed,
  agency.code_system AS code_system,
  agency.agency_code AS agency_code,
  COALESCE(agency_name.name, agency.name) AS agency_name,
  programme.ramo AS ramo,
  programme.programme_code AS programme_code,
  COALESCE(programme_name.name, programme.name) AS programme_name,
  f.year_key AS year,
  f.indicator_id AS indicator_id,
  indicator.code AS indicator_code,
  indicator.name AS indicator_name,
  indicator.level AS indicator_level,
  f.figures AS figures,
  IF(f.figures = 1, f.figure, NULL) AS figure,
  IF(f.figures = 1, unit.label, NULL) AS unit,
  IF(f.figures = 1, f.is_partial, NULL) AS is_partial,
  progress.code AS progress_code,
  progress.label_es AS progress_es,
  progress.label_en AS progress_en,
  progress_reason.code AS progress_reason_code,
  progress_reason.label_es AS progress_reason_es,
  progress_reason.label_en AS progress_reason_en,
  interim.code AS interim_code,
  interim.label_es AS interim_es,
  interim.label_en AS interim_en,
  interim_reason.code AS interim_reason_code,
  interim_reason.label_es AS interim_reason_es,
  interim_reason.label_en AS interim_reason_en,
  trend.code AS trend_code,
  trend.label_es AS trend_es,
  trend.label_en AS trend_en,
  judgement.is_favourable AS is_favourable,
  judgement.compliance_percent AS compliance_percent,
  light.code AS light_code,
  light.label_es AS light_es,
  light.label_en AS light_en,
  light_reason.code AS light_reason_code,
  light_reason.label_es AS light_reason_es,
  light_reason.label_en AS light_reason_en,
  judgement.is_poor_planning AS is_poor_planning,
  judgement.rulebook_version AS rulebook_version,
  printed_progress.code AS printed_progress_code,
  printed_interim.code AS printed_interim_code,
  IF(f.figures = 1, f.delivery_id, NULL) AS delivery_id,
  IF(f.figures = 1, f.line_first, NULL) AS line
FROM (
  -- An indicator's other figures of a programme and year are looked up figure by figure: they are few, and one programme costs
  -- no more than its own.
  SELECT
    fact.feed_id, fact.indicator_id, fact.agency_id, fact.programme_id, fact.year_key, fact.series_id, fact.unit_id,
    fact.period_type_key, fact.period_number, fact.geography_id, fact.reporting_unit_id, fact.ordinal,
    fact.figure, fact.is_partial, fact.printed_progress_key, fact.printed_interim_key, fact.delivery_id, fact.line_first,
    (
      SELECT COUNT(*)
      FROM fct_indicator_value AS other FORCE INDEX (indicator_value_programme)
      JOIN dim_geography AS other_geography ON other_geography.geography_id = other.geography_id
      WHERE other.programme_id = fact.programme_id AND other.year_key = fact.year_key AND other.feed_id = fact.feed_id
        AND other.indicator_id = fact.indicator_id AND other.agency_id = fact.agency_id AND other.period_type_key = 1
        AND (other_geography.level NOT IN ('NATION', 'UNKNOWN'), other.reporting_unit_id <> 0, other.series_id <> 0)
          = (geography.level NOT IN ('NATION', 'UNKNOWN'), fact.reporting_unit_id <> 0, fact.series_id <> 0)
    ) AS figures
  FROM fct_indicator_value AS fact IGNORE INDEX (indicator_value_agency)
  JOIN dim_geography AS geography ON geography.geography_id = fact.geography_id
  WHERE fact.period_type_key = 1
    AND NOT EXISTS (
      SELECT 1
      FROM fct_indicator_value AS other FORCE INDEX (indicator_value_programme)
      JOIN dim_geography AS other_geography ON other_geography.geography_id = other.geography_id
      WHERE other.programme_id = fact.programme_id AND other.year_key = fact.year_key AND other.feed_id = fact.feed_id
        AND other.indicator_id = fact.indicator_id AND other.agency_id = fact.agency_id AND other.period_type_key = 1
        AND (other_geography.level NOT IN ('NATION', 'UNKNOWN'), other.reporting_unit_id <> 0, other.series_id <> 0,
            other.line_first, other.unit_id, other.series_id, other.geography_id, other.reporting_unit_id, other.ordinal)
          < (geography.level NOT IN ('NATION', 'UNKNOWN'), fact.reporting_unit_id <> 0, fact.series_id <> 0,
            fact.line_first, fact.unit_id, fact.series_id, fact.geography_id, fact.reporting_unit_id, fact.ordinal))
) AS f
JOIN dim_feed AS feed ON feed.feed_id = f.feed_id
JOIN dim_agency AS agency ON agency.agency_id = f.agency_id
-- A programme is its agency's; 0 is the agency as a whole.
JOIN dim_programme AS programme ON programme.programme_id = f.programme_id AND programme.agency_id IN (0, f.agency_id)
JOIN dim_indicator AS indicator ON indicator.indicator_id = f.indicator_id
JOIN dim_unit_of_measure AS unit ON unit.unit_id = f.unit_id
LEFT JOIN dim_progress_class AS printed_progress
  ON printed_progress.progress_key = f.printed_progress_key AND f.figures = 1
LEFT JOIN dim_interim_outcome AS printed_interim ON printed_interim.interim_key = f.printed_interim_key AND f.figures = 1
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
-- Nests are read in the order in which they are written: the server need not weigh every order of so many tables.
LEFT JOIN (
  fct_indicator_judgement AS judgement
  STRAIGHT_JOIN dim_progress_class AS progress ON progress.progress_key = judgement.progress_key
  STRAIGHT_JOIN dim_not_classified AS progress_reason ON progress_reason.reason_key = judgement.progress_reason_key
  STRAIGHT_JOIN dim_interim_outcome AS interim ON interim.interim_key = judgement.interim_key
  STRAIGHT_JOIN dim_not_classified AS interim_reason ON interim_reason.reason_key = judgement.interim_reason_key
  STRAIGHT_JOIN dim_trend AS trend ON trend.trend_key = judgement.trend_key
  STRAIGHT_JOIN dim_traffic_light AS light ON light.light_key = judgement.light_key
  STRAIGHT_JOIN dim_not_classified AS light_reason ON light_reason.reason_key = judgement.light_reason_key
)
  ON f.figures = 1 AND judgement.feed_id = f.feed_id AND judgement.indicator_id = f.indicator_id AND judgement.series_id = f.series_id
  AND judgement.unit_id = f.unit_id AND judgement.year_key = f.year_key
  AND judgement.period_type_key = f.period_type_key AND judgement.period_number = f.period_number
  AND judgement.geography_id = f.geography_id AND judgement.reporting_unit_id = f.reporting_unit_id
  AND judgement.ordinal = f.ordinal;
