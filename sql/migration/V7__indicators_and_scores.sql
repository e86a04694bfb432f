-- Indicators and scores: their closed lists, dimensions, facts and judgements.

INSERT IGNORE INTO dim_period_type VALUES
  (3, 'QUARTER', 'Trimestre', 'Quarter'),
  (4, 'MONTH', 'Mes', 'Month');

CREATE TABLE IF NOT EXISTS dim_direction (
  direction_key TINYINT UNSIGNED NOT NULL COMMENT 'Key',
  code VARCHAR(40) NOT NULL COMMENT 'Word used in descriptors and code',
  label_es VARCHAR(100) NOT NULL COMMENT 'Etiqueta oficial',
  label_en VARCHAR(100) NOT NULL COMMENT 'English label',
  PRIMARY KEY (direction_key),
  UNIQUE KEY direction_code (code)
) COMMENT 'Where an indicator is meant to go' WITH SYSTEM VERSIONING;

INSERT IGNORE INTO dim_direction VALUES
  (0, 'UNKNOWN', 'No indicado', 'Not stated'),
  (1, 'ASCENDING', 'Ascendente', 'Ascending'),
  (2, 'DESCENDING', 'Descendente', 'Descending'),
  (3, 'CONSTANT', 'Constante', 'Constant'),
  (4, 'NOMINAL', 'Nominal o regular', 'Nominal or regular');

CREATE TABLE IF NOT EXISTS dim_target_type (
  target_type_key TINYINT UNSIGNED NOT NULL COMMENT 'Key',
  code VARCHAR(40) NOT NULL COMMENT 'Word used in descriptors and code',
  label_es VARCHAR(100) NOT NULL COMMENT 'Etiqueta oficial',
  label_en VARCHAR(100) NOT NULL COMMENT 'English label',
  PRIMARY KEY (target_type_key),
  UNIQUE KEY target_type_code (code)
) COMMENT 'What kind of goal is stated' WITH SYSTEM VERSIONING;

INSERT IGNORE INTO dim_target_type VALUES
  (0, 'NONE', 'Sin meta', 'No target'),
  (1, 'FIGURE', 'Cifra', 'Figure'),
  (2, 'AT_LEAST', 'Al menos', 'At least'),
  (3, 'AT_MOST', 'A lo más', 'At most'),
  (4, 'EXACT', 'Exactamente', 'Exactly'),
  (5, 'RANGE', 'Rango', 'Range'),
  (6, 'TEXT', 'Texto', 'Text');

CREATE TABLE IF NOT EXISTS dim_progress_class (
  progress_key TINYINT UNSIGNED NOT NULL COMMENT 'Key',
  code VARCHAR(40) NOT NULL COMMENT 'Word used in descriptors and code',
  label_es VARCHAR(100) NOT NULL COMMENT 'Etiqueta oficial',
  label_en VARCHAR(100) NOT NULL COMMENT 'English label',
  PRIMARY KEY (progress_key),
  UNIQUE KEY progress_class_code (code)
) COMMENT 'Progress towards a six-year target' WITH SYSTEM VERSIONING;

INSERT IGNORE INTO dim_progress_class VALUES
  (0, 'NOT_CALCULABLE', 'No calculable', 'Not calculable'),
  (1, 'EXCEEDED', 'Superado', 'Exceeded'),
  (2, 'ADVANCED', 'Avanzado', 'Advanced'),
  (3, 'ADEQUATE', 'Adecuado', 'Adequate'),
  (4, 'INSUFFICIENT', 'Insuficiente', 'Insufficient'),
  (5, 'LAGGING', 'Rezagado', 'Lagging'),
  (6, 'FAR_LAGGING', 'Muy rezagado', 'Far lagging'),
  (7, 'CONSTANT_DIRECTION', 'Sentido constante', 'Constant direction'),
  (8, 'NOT_REPORTED', 'No reportado', 'Not reported');

CREATE TABLE IF NOT EXISTS dim_interim_outcome (
  interim_key TINYINT UNSIGNED NOT NULL COMMENT 'Key',
  code VARCHAR(40) NOT NULL COMMENT 'Word used in descriptors and code',
  label_es VARCHAR(100) NOT NULL COMMENT 'Etiqueta oficial',
  label_en VARCHAR(100) NOT NULL COMMENT 'English label',
  PRIMARY KEY (interim_key),
  UNIQUE KEY interim_outcome_code (code)
) COMMENT 'Whether an intermediate goal was met' WITH SYSTEM VERSIONING;

INSERT IGNORE INTO dim_interim_outcome VALUES
  (0, 'NOT_CALCULABLE', 'No calculable', 'Not calculable'),
  (1, 'FAR_EXCEEDED', 'Logro muy superado', 'Far exceeded'),
  (2, 'ACHIEVED', 'Alcanzada', 'Achieved'),
  (3, 'NOT_ACHIEVED', 'No alcanzada', 'Not achieved'),
  (4, 'REGRESSED', 'Retroceso', 'Regressed'),
  (5, 'NOT_REPORTED', 'No reportado', 'Not reported');

CREATE TABLE IF NOT EXISTS dim_trend (
  trend_key TINYINT UNSIGNED NOT NULL COMMENT 'Key',
  code VARCHAR(40) NOT NULL COMMENT 'Word used in descriptors and code',
  label_es VARCHAR(100) NOT NULL COMMENT 'Etiqueta oficial',
  label_en VARCHAR(100) NOT NULL COMMENT 'English label',
  PRIMARY KEY (trend_key),
  UNIQUE KEY trend_code (code)
) COMMENT 'Where a series went between its last two stated years' WITH SYSTEM VERSIONING;

INSERT IGNORE INTO dim_trend VALUES
  (0, 'NO_HISTORY', 'Sin datos', 'No history'),
  (1, 'RISING', 'Ascendente', 'Rising'),
  (2, 'STABLE', 'Estable', 'Stable'),
  (3, 'FALLING', 'Descendente', 'Falling');

CREATE TABLE IF NOT EXISTS dim_traffic_light (
  light_key TINYINT UNSIGNED NOT NULL COMMENT 'Key',
  code VARCHAR(40) NOT NULL COMMENT 'Word used in descriptors and code',
  label_es VARCHAR(100) NOT NULL COMMENT 'Etiqueta oficial',
  label_en VARCHAR(100) NOT NULL COMMENT 'English label',
  PRIMARY KEY (light_key),
  UNIQUE KEY traffic_light_code (code)
) COMMENT 'Deviation from a goal' WITH SYSTEM VERSIONING;

INSERT IGNORE INTO dim_traffic_light VALUES
  (0, 'GREY', 'Sin dato', 'No figure'),
  (1, 'GREEN', 'Verde', 'Green'),
  (2, 'YELLOW', 'Amarillo', 'Yellow'),
  (3, 'RED', 'Rojo', 'Red');

CREATE TABLE IF NOT EXISTS dim_not_classified (
  reason_key TINYINT UNSIGNED NOT NULL COMMENT 'Key',
  code VARCHAR(40) NOT NULL COMMENT 'Word used in descriptors and code',
  label_es VARCHAR(100) NOT NULL COMMENT 'Etiqueta oficial',
  label_en VARCHAR(100) NOT NULL COMMENT 'English label',
  PRIMARY KEY (reason_key),
  UNIQUE KEY not_classified_code (code)
) COMMENT 'Why a figure has no class' WITH SYSTEM VERSIONING;

INSERT IGNORE INTO dim_not_classified VALUES
  (0, 'NONE', 'Clasificado', 'Classified'),
  (1, 'NO_OBSERVATION', 'Sin valor observado', 'No observed value'),
  (2, 'PARTIAL_PERIOD', 'Periodo sin concluir', 'Period not over'),
  (3, 'AMBIGUOUS', 'Varios registros con la misma clave', 'Several records share the key'),
  (4, 'NOT_A_YEAR', 'No es un valor anual', 'Not a yearly value'),
  (5, 'NO_DIRECTION', 'Sentido no indicado', 'Direction not stated'),
  (6, 'CONSTANT_DIRECTION', 'Sentido constante', 'Constant direction'),
  (7, 'NO_BASELINE', 'Sin línea base', 'No baseline'),
  (8, 'NO_BASELINE_YEAR', 'Sin año de línea base', 'No baseline year'),
  (9, 'NO_TARGET', 'Sin meta', 'No target'),
  (10, 'TARGET_NOT_A_FIGURE', 'La meta no es una cifra', 'The target is no figure'),
  (11, 'TARGET_ZERO', 'Meta igual a cero', 'The target is zero'),
  (12, 'TARGET_IS_BASELINE', 'Meta igual a la línea base', 'The target equals the baseline'),
  (13, 'TARGET_AGAINST_DIRECTION', 'El sentido contradice la meta', 'The target contradicts the direction'),
  (14, 'YEAR_OUTSIDE_PLAN', 'Año fuera del plan', 'Year outside the plan'),
  (15, 'NO_PLAN', 'Sin plan en las reglas', 'No plan in the rulebook'),
  (16, 'NO_HISTORY', 'Sin años anteriores', 'No earlier years'),
  (17, 'UNDEFINED', 'Fórmula no definida', 'The formula is not defined');

CREATE TABLE IF NOT EXISTS dim_objective (
  objective_id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'Key; 0 is not stated',
  programme_id INT UNSIGNED NOT NULL COMMENT 'Programme whose objective it is',
  objective_hash CHAR(32) CHARACTER SET ascii NOT NULL COMMENT 'MD5 of the text without case, accents and extra spaces',
  text VARCHAR(4000) NOT NULL COMMENT 'Objective as first printed',
  PRIMARY KEY (objective_id),
  UNIQUE KEY objective_natural (programme_id, objective_hash),
  CONSTRAINT objective_programme FOREIGN KEY (programme_id) REFERENCES dim_programme (programme_id)
) COMMENT 'Objectives of programmes' WITH SYSTEM VERSIONING;

SET STATEMENT sql_mode = 'NO_AUTO_VALUE_ON_ZERO,STRICT_TRANS_TABLES' FOR
INSERT IGNORE INTO dim_objective VALUES (0, 0, '', 'No indicado / Not stated');

CREATE TABLE IF NOT EXISTS dim_series (
  series_id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'Key; 0 where a feed states one series only',
  series_code VARCHAR(200) COLLATE utf8mb4_bin NOT NULL COMMENT 'Series without case, accents and extra spaces',
  label VARCHAR(200) NOT NULL COMMENT 'Series as first printed',
  PRIMARY KEY (series_id),
  UNIQUE KEY series_natural (series_code)
) COMMENT 'What tells apart figures that a feed states side by side under one indicator' WITH SYSTEM VERSIONING;

SET STATEMENT sql_mode = 'NO_AUTO_VALUE_ON_ZERO,STRICT_TRANS_TABLES' FOR
INSERT IGNORE INTO dim_series VALUES (0, '', '');

CREATE TABLE IF NOT EXISTS dim_reporting_unit (
  reporting_unit_id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'Key; 0 is not stated',
  reporting_unit_code VARCHAR(200) COLLATE utf8mb4_bin NOT NULL COMMENT 'Unit without case, accents and extra spaces',
  label VARCHAR(200) NOT NULL COMMENT 'Unit as first printed',
  PRIMARY KEY (reporting_unit_id),
  UNIQUE KEY reporting_unit_natural (reporting_unit_code)
) COMMENT 'Who reports a figure, below the agency' WITH SYSTEM VERSIONING;

SET STATEMENT sql_mode = 'NO_AUTO_VALUE_ON_ZERO,STRICT_TRANS_TABLES' FOR
INSERT IGNORE INTO dim_reporting_unit VALUES (0, '', 'No indicada / Not stated');

CREATE TABLE IF NOT EXISTS dim_indicator (
  indicator_id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'Durable key, apart from printed number and code; 0 is unknown',
  feed_id SMALLINT UNSIGNED NOT NULL COMMENT 'Feed that states it',
  indicator_key CHAR(32) CHARACTER SET ascii NOT NULL COMMENT 'MD5 of what first identified it: its code, else programme, level, name and unit',
  agency_id INT UNSIGNED NOT NULL COMMENT 'Agency',
  programme_id INT UNSIGNED NOT NULL COMMENT 'Programme; 0 for the agency as a whole',
  code VARCHAR(200) NOT NULL COMMENT 'The agency''s own id in the latest year stated; empty where none is printed',
  number VARCHAR(40) NOT NULL COMMENT 'Printed number in the latest year stated',
  name VARCHAR(1000) NOT NULL COMMENT 'Name in the latest year stated; all of them in dim_indicator_name',
  level VARCHAR(100) NOT NULL COMMENT 'Level in the results matrix in the latest year stated',
  PRIMARY KEY (indicator_id),
  UNIQUE KEY indicator_natural (feed_id, indicator_key),
  CONSTRAINT indicator_agency FOREIGN KEY (agency_id) REFERENCES dim_agency (agency_id),
  CONSTRAINT indicator_programme FOREIGN KEY (programme_id) REFERENCES dim_programme (programme_id)
) COMMENT 'Indicators, one row each over all years, whatever their number, name or code became' WITH SYSTEM VERSIONING;

SET STATEMENT sql_mode = 'NO_AUTO_VALUE_ON_ZERO,STRICT_TRANS_TABLES' FOR
INSERT IGNORE INTO dim_indicator VALUES (0, 0, '', 0, 0, '', '', 'Desconocido / Unknown', '');

CREATE TABLE IF NOT EXISTS dim_indicator_name (
  indicator_id INT UNSIGNED NOT NULL COMMENT 'Indicator',
  feed_id SMALLINT UNSIGNED NOT NULL COMMENT 'Feed that prints it',
  year_key SMALLINT UNSIGNED NOT NULL COMMENT 'Year for which it is printed',
  identity_hash CHAR(32) CHARACTER SET ascii NOT NULL COMMENT 'MD5 of programme, code, level, name and unit without case, accents and extra spaces',
  code VARCHAR(200) NOT NULL COMMENT 'The agency''s own id as printed; empty where none is',
  number VARCHAR(40) NOT NULL COMMENT 'Printed number',
  name VARCHAR(1000) NOT NULL COMMENT 'Name as printed',
  level VARCHAR(100) NOT NULL COMMENT 'Level in the results matrix as printed',
  unit_id INT UNSIGNED NOT NULL COMMENT 'Unit of measure',
  frequency VARCHAR(100) NOT NULL COMMENT 'How often it is measured, as printed',
  definition VARCHAR(4000) NOT NULL COMMENT 'Definition as printed',
  delivery_id BIGINT UNSIGNED NOT NULL COMMENT 'Delivery that first stated it',
  line BIGINT UNSIGNED NOT NULL COMMENT 'Line it stood on',
  PRIMARY KEY (indicator_id, feed_id, year_key, identity_hash),
  CONSTRAINT indicator_name_indicator FOREIGN KEY (indicator_id) REFERENCES dim_indicator (indicator_id),
  CONSTRAINT indicator_name_feed FOREIGN KEY (feed_id) REFERENCES dim_feed (feed_id),
  CONSTRAINT indicator_name_year FOREIGN KEY (year_key) REFERENCES dim_year (year_key),
  CONSTRAINT indicator_name_unit FOREIGN KEY (unit_id) REFERENCES dim_unit_of_measure (unit_id),
  CONSTRAINT indicator_name_delivery FOREIGN KEY (delivery_id) REFERENCES delivery (delivery_id)
) COMMENT 'What indicators are called, numbered and defined as, by year; a change of case, accents or spaces is none' WITH SYSTEM VERSIONING;

CREATE TABLE IF NOT EXISTS dim_score_dimension (
  score_dimension_id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'Key',
  model_code VARCHAR(100) COLLATE utf8mb4_bin NOT NULL COMMENT 'Scoring model without case, accents and extra spaces',
  dimension_code VARCHAR(100) COLLATE utf8mb4_bin NOT NULL COMMENT 'Dimension without case, accents and extra spaces; empty for the model''s total',
  model VARCHAR(100) NOT NULL COMMENT 'Scoring model as first printed',
  dimension VARCHAR(100) NOT NULL COMMENT 'Dimension as first printed',
  PRIMARY KEY (score_dimension_id),
  UNIQUE KEY score_dimension_natural (model_code, dimension_code)
) COMMENT 'Scoring models and what each of them marks' WITH SYSTEM VERSIONING;

CREATE TABLE IF NOT EXISTS fct_indicator_value (
  feed_id SMALLINT UNSIGNED NOT NULL COMMENT 'Feed that states the figure',
  indicator_id INT UNSIGNED NOT NULL COMMENT 'Indicator',
  series_id INT UNSIGNED NOT NULL COMMENT 'Series under the indicator; 0 where there is one only',
  unit_id INT UNSIGNED NOT NULL COMMENT 'Unit the figure is counted in; two units are never one series',
  year_key SMALLINT UNSIGNED NOT NULL COMMENT 'Year that the period lies in',
  period_type_key TINYINT UNSIGNED NOT NULL COMMENT 'Year, quarter or month',
  period_number TINYINT UNSIGNED NOT NULL COMMENT '0 for the year, 1 to 4 for a quarter, 1 to 12 for a month',
  geography_id INT UNSIGNED NOT NULL COMMENT 'Where',
  reporting_unit_id INT UNSIGNED NOT NULL COMMENT 'Who reports, below the agency',
  ordinal SMALLINT UNSIGNED NOT NULL COMMENT '1; higher where several records share the key',
  agency_id INT UNSIGNED NOT NULL COMMENT 'Agency',
  programme_id INT UNSIGNED NOT NULL COMMENT 'Programme; 0 for the agency as a whole',
  objective_id INT UNSIGNED NOT NULL COMMENT 'Objective it hangs from; 0 where none is stated',
  direction_key TINYINT UNSIGNED NOT NULL COMMENT 'Where it is meant to go; never inferred from the target',
  figure DECIMAL(30,10) NULL COMMENT 'Observed value in the unit; NULL where it is not stated',
  missing_reason_key TINYINT UNSIGNED NULL COMMENT 'Why the figure is not stated; NULL where it is',
  baseline DECIMAL(30,10) NULL COMMENT 'Where it started; NULL where not stated',
  baseline_year SMALLINT UNSIGNED NOT NULL COMMENT 'Year of the baseline; 0 where not stated',
  target_type_key TINYINT UNSIGNED NOT NULL COMMENT 'What kind of goal',
  target_min DECIMAL(30,10) NULL COMMENT 'Least figure that meets the goal',
  target_max DECIMAL(30,10) NULL COMMENT 'Greatest figure that meets the goal',
  target_due_year SMALLINT UNSIGNED NOT NULL COMMENT 'Year by which the goal is to be met; 0 for the row''s own year',
  interim_target DECIMAL(30,10) NULL COMMENT 'Intermediate goal for the period',
  adjusted_target DECIMAL(30,10) NULL COMMENT 'Goal for the period as adjusted on the way',
  numerator DECIMAL(30,10) NULL COMMENT 'Numerator as printed',
  denominator DECIMAL(30,10) NULL COMMENT 'Denominator as printed',
  green_up_to DECIMAL(30,10) NULL COMMENT 'The indicator''s own limit of green, percent of deviation',
  yellow_up_to DECIMAL(30,10) NULL COMMENT 'The indicator''s own limit of yellow, percent of deviation',
  is_partial TINYINT UNSIGNED NOT NULL COMMENT '1 where the period was not over at the cut-off date: stored, never classified',
  as_of DATE NULL COMMENT 'Cut-off date of the figure',
  is_ambiguous TINYINT UNSIGNED NOT NULL COMMENT '1 where several records share the key and the ordinal only numbers them; out of trends',
  printed_progress_key TINYINT UNSIGNED NULL COMMENT 'Class of six-year progress as printed; NULL where none is or the label is not known',
  printed_interim_key TINYINT UNSIGNED NULL COMMENT 'Outcome of the intermediate goal as printed; NULL where none is or the label is not known',
  printed_trend_key TINYINT UNSIGNED NULL COMMENT 'Trend as printed; NULL where none is or the label is not known',
  printed_light_key TINYINT UNSIGNED NULL COMMENT 'Traffic light as printed; NULL where none is or the label is not known',
  missing_text VARCHAR(200) NOT NULL COMMENT 'What the cell says instead of a figure',
  target_text VARCHAR(1000) NOT NULL COMMENT 'Goal as printed',
  printed_progress VARCHAR(200) NOT NULL COMMENT 'Label of six-year progress as printed',
  printed_interim VARCHAR(200) NOT NULL COMMENT 'Label of the intermediate goal''s outcome as printed',
  printed_trend VARCHAR(200) NOT NULL COMMENT 'Label of the trend as printed',
  printed_light VARCHAR(200) NOT NULL COMMENT 'Label of the traffic light as printed',
  status VARCHAR(200) NOT NULL COMMENT 'Any other status as printed',
  plan VARCHAR(60) NOT NULL COMMENT 'Plan that the target belongs to; empty where the feed names none',
  note VARCHAR(4000) NOT NULL COMMENT 'Comments as printed',
  assumed VARCHAR(200) NOT NULL COMMENT 'What the descriptor assumes because the file does not say so',
  delivery_id BIGINT UNSIGNED NOT NULL COMMENT 'Delivery that stated this version',
  line_first BIGINT UNSIGNED NOT NULL COMMENT 'First line of the file it was read from',
  line_last BIGINT UNSIGNED NOT NULL COMMENT 'Last line of the file it was read from',
  record_count INT UNSIGNED NOT NULL COMMENT 'Records it was made of',
  PRIMARY KEY (feed_id, indicator_id, series_id, unit_id, year_key, period_type_key, period_number, geography_id, reporting_unit_id, ordinal),
  KEY indicator_value_delivery (delivery_id),
  KEY indicator_value_programme (programme_id, year_key),
  CONSTRAINT indicator_value_feed FOREIGN KEY (feed_id) REFERENCES dim_feed (feed_id),
  CONSTRAINT indicator_value_indicator FOREIGN KEY (indicator_id) REFERENCES dim_indicator (indicator_id),
  CONSTRAINT indicator_value_series FOREIGN KEY (series_id) REFERENCES dim_series (series_id),
  CONSTRAINT indicator_value_unit FOREIGN KEY (unit_id) REFERENCES dim_unit_of_measure (unit_id),
  CONSTRAINT indicator_value_year FOREIGN KEY (year_key) REFERENCES dim_year (year_key),
  CONSTRAINT indicator_value_period_type FOREIGN KEY (period_type_key) REFERENCES dim_period_type (period_type_key),
  CONSTRAINT indicator_value_geography FOREIGN KEY (geography_id) REFERENCES dim_geography (geography_id),
  CONSTRAINT indicator_value_reporting_unit FOREIGN KEY (reporting_unit_id) REFERENCES dim_reporting_unit (reporting_unit_id),
  CONSTRAINT indicator_value_agency FOREIGN KEY (agency_id) REFERENCES dim_agency (agency_id),
  CONSTRAINT indicator_value_programme FOREIGN KEY (programme_id) REFERENCES dim_programme (programme_id),
  CONSTRAINT indicator_value_objective FOREIGN KEY (objective_id) REFERENCES dim_objective (objective_id),
  CONSTRAINT indicator_value_direction FOREIGN KEY (direction_key) REFERENCES dim_direction (direction_key),
  CONSTRAINT indicator_value_missing FOREIGN KEY (missing_reason_key) REFERENCES dim_missing_reason (missing_reason_key),
  CONSTRAINT indicator_value_target_type FOREIGN KEY (target_type_key) REFERENCES dim_target_type (target_type_key),
  CONSTRAINT indicator_value_printed_progress FOREIGN KEY (printed_progress_key) REFERENCES dim_progress_class (progress_key),
  CONSTRAINT indicator_value_printed_interim FOREIGN KEY (printed_interim_key) REFERENCES dim_interim_outcome (interim_key),
  CONSTRAINT indicator_value_printed_trend FOREIGN KEY (printed_trend_key) REFERENCES dim_trend (trend_key),
  CONSTRAINT indicator_value_printed_light FOREIGN KEY (printed_light_key) REFERENCES dim_traffic_light (light_key),
  CONSTRAINT indicator_value_delivery FOREIGN KEY (delivery_id) REFERENCES delivery (delivery_id)
) COMMENT 'Observed values of indicators with what they are held against, one row per feed, indicator, series, unit, period, place and reporting unit' WITH SYSTEM VERSIONING;

CREATE TABLE IF NOT EXISTS fct_indicator_judgement (
  feed_id SMALLINT UNSIGNED NOT NULL COMMENT 'Key of the fact judged',
  indicator_id INT UNSIGNED NOT NULL COMMENT 'Key of the fact judged',
  series_id INT UNSIGNED NOT NULL COMMENT 'Key of the fact judged',
  unit_id INT UNSIGNED NOT NULL COMMENT 'Key of the fact judged',
  year_key SMALLINT UNSIGNED NOT NULL COMMENT 'Key of the fact judged',
  period_type_key TINYINT UNSIGNED NOT NULL COMMENT 'Key of the fact judged',
  period_number TINYINT UNSIGNED NOT NULL COMMENT 'Key of the fact judged',
  geography_id INT UNSIGNED NOT NULL COMMENT 'Key of the fact judged',
  reporting_unit_id INT UNSIGNED NOT NULL COMMENT 'Key of the fact judged',
  ordinal SMALLINT UNSIGNED NOT NULL COMMENT 'Key of the fact judged',
  segment SMALLINT UNSIGNED NOT NULL COMMENT 'Segment of the series; nothing is compared across segments',
  is_break TINYINT UNSIGNED NOT NULL COMMENT '1 where the unit newly begins: a new segment',
  progress_percent DECIMAL(30,4) NULL COMMENT 'Share of the way from baseline to six-year target, percent, signed',
  expected_percent DECIMAL(30,4) NULL COMMENT 'Share that a linear pace would have reached, percent',
  progress_key TINYINT UNSIGNED NOT NULL COMMENT 'Class of six-year progress',
  progress_reason_key TINYINT UNSIGNED NOT NULL COMMENT 'Why it has no class; 0 where it has one',
  progress_status VARCHAR(12) NOT NULL COMMENT 'OFFICIAL, ANCHORED, DERIVED or PROVISIONAL: the weakest threshold the class rests on',
  interim_key TINYINT UNSIGNED NOT NULL COMMENT 'Outcome of the period''s goal',
  interim_reason_key TINYINT UNSIGNED NOT NULL COMMENT 'Why it has none; 0 where it has one',
  interim_status VARCHAR(12) NOT NULL COMMENT 'OFFICIAL, ANCHORED, DERIVED or PROVISIONAL',
  trend_key TINYINT UNSIGNED NOT NULL COMMENT 'Trend against the latest earlier observation of the segment',
  trend_reason_key TINYINT UNSIGNED NOT NULL COMMENT 'Why it has none; 0 where it has one',
  trend_status VARCHAR(12) NOT NULL COMMENT 'OFFICIAL, ANCHORED, DERIVED or PROVISIONAL',
  is_favourable TINYINT UNSIGNED NOT NULL COMMENT '1 where the trend goes where the direction points',
  slope DECIMAL(30,10) NULL COMMENT 'Theil-Sen slope a year over the segment; NULL with fewer than four points',
  compliance_percent DECIMAL(30,4) NULL COMMENT 'Observation against the effective goal, percent',
  light_key TINYINT UNSIGNED NOT NULL COMMENT 'Traffic light against the effective goal',
  light_reason_key TINYINT UNSIGNED NOT NULL COMMENT 'Why it is grey; 0 where it is not',
  light_status VARCHAR(12) NOT NULL COMMENT 'OFFICIAL, ANCHORED, DERIVED or PROVISIONAL',
  original_compliance_percent DECIMAL(30,4) NULL COMMENT 'Observation against the goal before adjustment, percent',
  original_light_key TINYINT UNSIGNED NOT NULL COMMENT 'Traffic light against the goal before adjustment',
  is_poor_planning TINYINT UNSIGNED NOT NULL COMMENT '1 where the goal was passed so far that it was badly set',
  rulebook_version VARCHAR(60) NOT NULL COMMENT 'Rulebook it was judged by',
  delivery_id BIGINT UNSIGNED NOT NULL COMMENT 'Delivery whose load made this judgement',
  PRIMARY KEY (feed_id, indicator_id, series_id, unit_id, year_key, period_type_key, period_number, geography_id, reporting_unit_id, ordinal),
  KEY indicator_judgement_delivery (delivery_id),
  CONSTRAINT indicator_judgement_progress FOREIGN KEY (progress_key) REFERENCES dim_progress_class (progress_key),
  CONSTRAINT indicator_judgement_interim FOREIGN KEY (interim_key) REFERENCES dim_interim_outcome (interim_key),
  CONSTRAINT indicator_judgement_trend FOREIGN KEY (trend_key) REFERENCES dim_trend (trend_key),
  CONSTRAINT indicator_judgement_light FOREIGN KEY (light_key) REFERENCES dim_traffic_light (light_key),
  CONSTRAINT indicator_judgement_original_light FOREIGN KEY (original_light_key) REFERENCES dim_traffic_light (light_key),
  CONSTRAINT indicator_judgement_progress_reason FOREIGN KEY (progress_reason_key) REFERENCES dim_not_classified (reason_key),
  CONSTRAINT indicator_judgement_interim_reason FOREIGN KEY (interim_reason_key) REFERENCES dim_not_classified (reason_key),
  CONSTRAINT indicator_judgement_trend_reason FOREIGN KEY (trend_reason_key) REFERENCES dim_not_classified (reason_key),
  CONSTRAINT indicator_judgement_light_reason FOREIGN KEY (light_reason_key) REFERENCES dim_not_classified (reason_key),
  CONSTRAINT indicator_judgement_delivery FOREIGN KEY (delivery_id) REFERENCES delivery (delivery_id)
) COMMENT 'What our rulebook makes of indicator values; apart from them, so that a new rulebook is no restatement' WITH SYSTEM VERSIONING;

CREATE TABLE IF NOT EXISTS fct_score (
  feed_id SMALLINT UNSIGNED NOT NULL COMMENT 'Feed that states the score',
  agency_id INT UNSIGNED NOT NULL COMMENT 'Agency',
  programme_id INT UNSIGNED NOT NULL COMMENT 'Programme; 0 for the agency as a whole',
  year_key SMALLINT UNSIGNED NOT NULL COMMENT 'Year marked',
  score_dimension_id INT UNSIGNED NOT NULL COMMENT 'Scoring model and what it marks',
  geography_id INT UNSIGNED NOT NULL COMMENT 'Where',
  ordinal SMALLINT UNSIGNED NOT NULL COMMENT '1; higher where several records share the key',
  figure DECIMAL(30,10) NULL COMMENT 'Score on the model''s scale; NULL where it is not stated',
  missing_reason_key TINYINT UNSIGNED NULL COMMENT 'Why the score is not stated; NULL where it is',
  as_of DATE NULL COMMENT 'Cut-off date printed in the record',
  is_ambiguous TINYINT UNSIGNED NOT NULL COMMENT '1 where several records share the key and the ordinal only numbers them',
  missing_text VARCHAR(200) NOT NULL COMMENT 'What the cell says instead of a score',
  printed_class VARCHAR(200) NOT NULL COMMENT 'Class as printed; empty where none is',
  note VARCHAR(4000) NOT NULL COMMENT 'Comments as printed',
  assumed VARCHAR(200) NOT NULL COMMENT 'What the descriptor assumes because the file does not say so',
  delivery_id BIGINT UNSIGNED NOT NULL COMMENT 'Delivery that stated this version',
  line_first BIGINT UNSIGNED NOT NULL COMMENT 'First line of the file it was read from',
  line_last BIGINT UNSIGNED NOT NULL COMMENT 'Last line of the file it was read from',
  record_count INT UNSIGNED NOT NULL COMMENT 'Records it was made of',
  PRIMARY KEY (feed_id, agency_id, programme_id, year_key, score_dimension_id, geography_id, ordinal),
  KEY score_delivery (delivery_id),
  KEY score_programme (programme_id, year_key),
  CONSTRAINT score_feed FOREIGN KEY (feed_id) REFERENCES dim_feed (feed_id),
  CONSTRAINT score_agency FOREIGN KEY (agency_id) REFERENCES dim_agency (agency_id),
  CONSTRAINT score_programme FOREIGN KEY (programme_id) REFERENCES dim_programme (programme_id),
  CONSTRAINT score_year FOREIGN KEY (year_key) REFERENCES dim_year (year_key),
  CONSTRAINT score_dimension FOREIGN KEY (score_dimension_id) REFERENCES dim_score_dimension (score_dimension_id),
  CONSTRAINT score_geography FOREIGN KEY (geography_id) REFERENCES dim_geography (geography_id),
  CONSTRAINT score_missing FOREIGN KEY (missing_reason_key) REFERENCES dim_missing_reason (missing_reason_key),
  CONSTRAINT score_delivery FOREIGN KEY (delivery_id) REFERENCES delivery (delivery_id)
) COMMENT 'Marks that scoring models give programmes, one row per feed, programme, year, dimension and place' WITH SYSTEM VERSIONING;
