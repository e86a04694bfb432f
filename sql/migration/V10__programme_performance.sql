-- What the views need to answer over many millions of figures: indexes by which one programme is found, and the counts that a
-- year's distribution is read from.

-- Programme and agency by the codes that people ask for.
SET STATEMENT system_versioning_alter_history = KEEP FOR
ALTER TABLE dim_programme ADD KEY IF NOT EXISTS programme_code (programme_code, agency_code);
SET STATEMENT system_versioning_alter_history = KEEP FOR
ALTER TABLE dim_agency ADD KEY IF NOT EXISTS agency_code (agency_code);

CREATE TABLE IF NOT EXISTS fct_programme_performance (
  feed_id SMALLINT UNSIGNED NOT NULL COMMENT 'Feed that states the indicators',
  agency_id INT UNSIGNED NOT NULL COMMENT 'Agency',
  programme_id INT UNSIGNED NOT NULL COMMENT 'Programme; 0 for the agency as a whole',
  year_key SMALLINT UNSIGNED NOT NULL COMMENT 'Year',
  n_total INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Indicators of the programme in the year, each counted once',
  n_several INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Of them, those that state several figures for the year, none of which is picked',
  n_partial INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Of them, those whose year was not over at the cut-off date',
  n_exceeded INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Indicators whose six-year progress our rulebook classes as: exceeded',
  n_advanced INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Indicators whose six-year progress our rulebook classes as: advanced',
  n_adequate INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Indicators whose six-year progress our rulebook classes as: adequate',
  n_insufficient INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Indicators whose six-year progress our rulebook classes as: insufficient',
  n_lagging INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Indicators whose six-year progress our rulebook classes as: lagging',
  n_far_lagging INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Indicators whose six-year progress our rulebook classes as: far lagging',
  n_constant_direction INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Indicators whose six-year progress our rulebook classes as: constant direction',
  n_not_reported INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Indicators whose six-year progress our rulebook classes as: not reported',
  n_far_exceeded INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Indicators whose intermediate goal was far exceeded',
  n_achieved INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Indicators whose intermediate goal was achieved',
  n_not_achieved INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Indicators whose intermediate goal was not achieved',
  n_regressed INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Indicators that regressed from their baseline',
  n_interim_not_reported INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Indicators without a figure to hold against their intermediate goal',
  n_trend INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Indicators that have a trend',
  n_favourable INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Indicators whose trend goes where their direction points',
  n_green INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Indicators with a green light',
  n_yellow INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Indicators with a yellow light',
  n_red INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Indicators with a red light',
  n_poor_planning INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Indicators whose goal was passed so far that it was badly set',
  n_printed_not_calculable INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Indicators that the agency prints as: not calculable',
  n_printed_exceeded INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Indicators that the agency prints as: exceeded',
  n_printed_advanced INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Indicators that the agency prints as: advanced',
  n_printed_adequate INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Indicators that the agency prints as: adequate',
  n_printed_insufficient INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Indicators that the agency prints as: insufficient',
  n_printed_lagging INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Indicators that the agency prints as: lagging',
  n_printed_far_lagging INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Indicators that the agency prints as: far lagging',
  n_printed_constant_direction INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Indicators that the agency prints as: constant direction',
  n_printed_not_reported INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Indicators that the agency prints as: not reported',
  delivery_id BIGINT UNSIGNED NOT NULL COMMENT 'Delivery whose load last changed the counts',
  PRIMARY KEY (feed_id, agency_id, programme_id, year_key),
  KEY programme_performance_programme (programme_id, year_key),
  CONSTRAINT programme_performance_feed FOREIGN KEY (feed_id) REFERENCES dim_feed (feed_id),
  CONSTRAINT programme_performance_agency FOREIGN KEY (agency_id) REFERENCES dim_agency (agency_id),
  CONSTRAINT programme_performance_programme FOREIGN KEY (programme_id) REFERENCES dim_programme (programme_id),
  CONSTRAINT programme_performance_year FOREIGN KEY (year_key) REFERENCES dim_year (year_key),
  CONSTRAINT programme_performance_delivery FOREIGN KEY (delivery_id) REFERENCES delivery (delivery_id)
) COMMENT 'How many yearly indicators of a programme stand in which class, one row per feed, agency, programme and year; follows from values and judgements and is published with them' WITH SYSTEM VERSIONING;

-- A warehouse that holds facts already: its counts as of today. Of nights before, ask v_indicator_year.
SET STATEMENT tmp_memory_table_size = 67108864, max_heap_table_size = 67108864 FOR
INSERT IGNORE INTO fct_programme_performance (feed_id, agency_id, programme_id, year_key,
  n_total, n_several, n_partial, n_exceeded, n_advanced, n_adequate, n_insufficient, n_lagging, n_far_lagging,
  n_constant_direction, n_not_reported, n_far_exceeded, n_achieved, n_not_achieved, n_regressed, n_interim_not_reported,
  n_trend, n_favourable, n_green, n_yellow, n_red, n_poor_planning, n_printed_not_calculable, n_printed_exceeded,
  n_printed_advanced, n_printed_adequate, n_printed_insufficient, n_printed_lagging, n_printed_far_lagging,
  n_printed_constant_direction, n_printed_not_reported, delivery_id)
SELECT
  feed_id, agency_id, programme_id, year_key,
  COUNT(*),
  COUNT(IF(NOT is_one, 1, NULL)),
  COUNT(IF(is_one AND is_partial = 1, 1, NULL)),
  COUNT(IF(is_one AND progress_key = 1, 1, NULL)),
  COUNT(IF(is_one AND progress_key = 2, 1, NULL)),
  COUNT(IF(is_one AND progress_key = 3, 1, NULL)),
  COUNT(IF(is_one AND progress_key = 4, 1, NULL)),
  COUNT(IF(is_one AND progress_key = 5, 1, NULL)),
  COUNT(IF(is_one AND progress_key = 6, 1, NULL)),
  COUNT(IF(is_one AND progress_key = 7, 1, NULL)),
  COUNT(IF(is_one AND progress_key = 8, 1, NULL)),
  COUNT(IF(is_one AND interim_key = 1, 1, NULL)),
  COUNT(IF(is_one AND interim_key = 2, 1, NULL)),
  COUNT(IF(is_one AND interim_key = 3, 1, NULL)),
  COUNT(IF(is_one AND interim_key = 4, 1, NULL)),
  COUNT(IF(is_one AND interim_key = 5, 1, NULL)),
  COUNT(IF(is_one AND trend_key <> 0, 1, NULL)),
  COUNT(IF(is_one AND is_favourable = 1, 1, NULL)),
  COUNT(IF(is_one AND light_key = 1, 1, NULL)),
  COUNT(IF(is_one AND light_key = 2, 1, NULL)),
  COUNT(IF(is_one AND light_key = 3, 1, NULL)),
  COUNT(IF(is_one AND is_poor_planning = 1, 1, NULL)),
  COUNT(IF(is_one AND printed_progress_key = 0, 1, NULL)),
  COUNT(IF(is_one AND printed_progress_key = 1, 1, NULL)),
  COUNT(IF(is_one AND printed_progress_key = 2, 1, NULL)),
  COUNT(IF(is_one AND printed_progress_key = 3, 1, NULL)),
  COUNT(IF(is_one AND printed_progress_key = 4, 1, NULL)),
  COUNT(IF(is_one AND printed_progress_key = 5, 1, NULL)),
  COUNT(IF(is_one AND printed_progress_key = 6, 1, NULL)),
  COUNT(IF(is_one AND printed_progress_key = 7, 1, NULL)),
  COUNT(IF(is_one AND printed_progress_key = 8, 1, NULL)),
  MAX(delivery_id)
FROM (
  SELECT
    stated.*,
    ROW_NUMBER() OVER choices AS place,
    -- Of several figures at the best choice none is picked.
    NOT LEAD(choice) OVER choices <=> choice AS is_one
  FROM (
    SELECT
      fact.feed_id, fact.indicator_id, fact.agency_id, fact.programme_id, fact.year_key, fact.delivery_id, fact.is_partial,
      fact.printed_progress_key, judgement.progress_key, judgement.interim_key, judgement.trend_key, judgement.is_favourable,
      judgement.light_key, judgement.is_poor_planning,
      -- The nation (or no stated place) as a whole, no reporting unit, no series; or else the next wider.
      (geography.level NOT IN ('NATION', 'UNKNOWN')) * 4 + (fact.reporting_unit_id <> 0) * 2 + (fact.series_id <> 0) AS choice
    FROM fct_indicator_value AS fact
    JOIN dim_geography AS geography ON geography.geography_id = fact.geography_id
    LEFT JOIN fct_indicator_judgement AS judgement
      ON judgement.feed_id = fact.feed_id AND judgement.indicator_id = fact.indicator_id
      AND judgement.series_id = fact.series_id AND judgement.unit_id = fact.unit_id AND judgement.year_key = fact.year_key
      AND judgement.period_type_key = fact.period_type_key AND judgement.period_number = fact.period_number
      AND judgement.geography_id = fact.geography_id AND judgement.reporting_unit_id = fact.reporting_unit_id
      AND judgement.ordinal = fact.ordinal
    WHERE fact.period_type_key = 1
  ) AS stated
  WINDOW choices AS (PARTITION BY feed_id, indicator_id, agency_id, programme_id, year_key ORDER BY choice)
) AS chosen
WHERE place = 1
GROUP BY feed_id, agency_id, programme_id, year_key;
