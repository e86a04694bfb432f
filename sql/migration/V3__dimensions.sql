-- Dimensions. Key 0 is the unknown member of each; closed lists carry Spanish and English labels.

CREATE TABLE IF NOT EXISTS dim_year (
  year_key SMALLINT UNSIGNED NOT NULL COMMENT 'The year; 0 is unknown',
  label_es VARCHAR(40) NOT NULL COMMENT 'Etiqueta en español',
  label_en VARCHAR(40) NOT NULL COMMENT 'English label',
  PRIMARY KEY (year_key)
) COMMENT 'Fiscal years' WITH SYSTEM VERSIONING;

INSERT IGNORE INTO dim_year (year_key, label_es, label_en) VALUES (0, 'Desconocido', 'Unknown');
INSERT IGNORE INTO dim_year (year_key, label_es, label_en) SELECT seq, seq, seq FROM seq_1900_to_2100;

CREATE TABLE IF NOT EXISTS dim_population_kind (
  population_key TINYINT UNSIGNED NOT NULL COMMENT 'Key',
  code VARCHAR(40) NOT NULL COMMENT 'Word used in descriptors and code',
  label_es VARCHAR(100) NOT NULL COMMENT 'Término oficial',
  label_en VARCHAR(100) NOT NULL COMMENT 'English label',
  PRIMARY KEY (population_key),
  UNIQUE KEY population_code (code)
) COMMENT 'Which population a coverage figure counts' WITH SYSTEM VERSIONING;

INSERT IGNORE INTO dim_population_kind VALUES
  (0, 'UNKNOWN', 'Población no indicada', 'Population not stated'),
  (1, 'REFERENCE', 'Población de referencia', 'Reference population'),
  (2, 'POTENTIAL', 'Población potencial', 'Potential population'),
  (3, 'TARGET', 'Población objetivo', 'Target population'),
  (4, 'TARGET_PROGRAMMED', 'Población objetivo programada', 'Target population programmed for the year'),
  (5, 'SERVED', 'Población atendida', 'Population served');

CREATE TABLE IF NOT EXISTS dim_sex (
  sex_key TINYINT UNSIGNED NOT NULL COMMENT 'Key',
  code VARCHAR(40) NOT NULL COMMENT 'Word used in descriptors and code',
  label_es VARCHAR(100) NOT NULL COMMENT 'Etiqueta en español',
  label_en VARCHAR(100) NOT NULL COMMENT 'English label',
  PRIMARY KEY (sex_key),
  UNIQUE KEY sex_code (code)
) COMMENT 'Sex of the persons counted' WITH SYSTEM VERSIONING;

INSERT IGNORE INTO dim_sex VALUES
  (0, 'UNKNOWN', 'No indicado', 'Not stated'),
  (1, 'TOTAL', 'Total', 'Total'),
  (2, 'WOMEN', 'Mujeres', 'Women'),
  (3, 'MEN', 'Hombres', 'Men'),
  (4, 'OTHER', 'Otro grupo', 'Other group');

CREATE TABLE IF NOT EXISTS dim_budget_stage (
  stage_key TINYINT UNSIGNED NOT NULL COMMENT 'Key',
  code VARCHAR(40) NOT NULL COMMENT 'Word used in descriptors and code',
  label_es VARCHAR(100) NOT NULL COMMENT 'Momento contable',
  label_en VARCHAR(100) NOT NULL COMMENT 'English label',
  PRIMARY KEY (stage_key),
  UNIQUE KEY stage_code (code)
) COMMENT 'Stages of the budget cycle' WITH SYSTEM VERSIONING;

INSERT IGNORE INTO dim_budget_stage VALUES
  (0, 'UNKNOWN', 'No indicado', 'Not stated'),
  (1, 'APPROVED', 'Aprobado', 'Approved'),
  (2, 'MODIFIED', 'Modificado', 'Modified'),
  (3, 'COLLECTED', 'Recaudado (ministrado)', 'Collected'),
  (4, 'COMMITTED', 'Comprometido', 'Committed'),
  (5, 'ACCRUED', 'Devengado', 'Accrued'),
  (6, 'EXERCISED', 'Ejercido', 'Exercised'),
  (7, 'PAID', 'Pagado', 'Paid'),
  (8, 'REFUNDED', 'Reintegrado', 'Refunded');

CREATE TABLE IF NOT EXISTS dim_period_type (
  period_type_key TINYINT UNSIGNED NOT NULL COMMENT 'Key',
  code VARCHAR(40) NOT NULL COMMENT 'Word used in code',
  label_es VARCHAR(100) NOT NULL COMMENT 'Etiqueta en español',
  label_en VARCHAR(100) NOT NULL COMMENT 'English label',
  PRIMARY KEY (period_type_key),
  UNIQUE KEY period_type_code (code)
) COMMENT 'What stretch of its year a figure covers' WITH SYSTEM VERSIONING;

INSERT IGNORE INTO dim_period_type VALUES
  (0, 'UNKNOWN', 'No indicado', 'Not stated'),
  (1, 'YEAR', 'Año', 'Year'),
  (2, 'YEAR_TO_DATE', 'Acumulado al trimestre', 'Year to date');

CREATE TABLE IF NOT EXISTS dim_missing_reason (
  missing_reason_key TINYINT UNSIGNED NOT NULL COMMENT 'Key',
  code VARCHAR(40) NOT NULL COMMENT 'Word used in descriptors and code',
  label_es VARCHAR(100) NOT NULL COMMENT 'Etiqueta en español',
  label_en VARCHAR(100) NOT NULL COMMENT 'English label',
  PRIMARY KEY (missing_reason_key),
  UNIQUE KEY missing_reason_code (code)
) COMMENT 'Why a figure is not stated' WITH SYSTEM VERSIONING;

INSERT IGNORE INTO dim_missing_reason VALUES
  (0, 'UNKNOWN', 'Motivo desconocido', 'Reason unknown'),
  (1, 'BLANK', 'Celda vacía', 'Blank cell'),
  (2, 'NOT_AVAILABLE', 'No disponible (ND)', 'Not available'),
  (3, 'NOT_APPLICABLE', 'No aplica (NA)', 'Not applicable'),
  (4, 'NOT_REPORTED', 'No reportado (NR)', 'Not reported');

CREATE TABLE IF NOT EXISTS dim_price_basis (
  price_basis_key SMALLINT UNSIGNED NOT NULL COMMENT '0 unknown, 1 nominal, else the base year of constant prices',
  kind VARCHAR(10) NOT NULL COMMENT 'UNKNOWN, NOMINAL or CONSTANT',
  base_year SMALLINT UNSIGNED NOT NULL COMMENT 'Base year; 0 for nominal prices',
  label_es VARCHAR(100) NOT NULL COMMENT 'Etiqueta en español',
  label_en VARCHAR(100) NOT NULL COMMENT 'English label',
  PRIMARY KEY (price_basis_key)
) COMMENT 'In whose money an amount is stated; two bases are never added' WITH SYSTEM VERSIONING;

INSERT IGNORE INTO dim_price_basis VALUES
  (0, 'UNKNOWN', 0, 'No indicado', 'Not stated'),
  (1, 'NOMINAL', 0, 'Precios corrientes', 'Nominal prices');

CREATE TABLE IF NOT EXISTS dim_price_index (
  year_key SMALLINT UNSIGNED NOT NULL COMMENT 'Year',
  average DECIMAL(12,4) NOT NULL COMMENT 'Average of the twelve monthly values of the INPC, second half of July 2018 = 100',
  is_view_base TINYINT UNSIGNED NOT NULL COMMENT '1 for the one year at whose prices the views show constant amounts',
  PRIMARY KEY (year_key),
  CONSTRAINT price_index_year FOREIGN KEY (year_key) REFERENCES dim_year (year_key)
) COMMENT 'National consumer price index (INPC), as the rulebook states it' WITH SYSTEM VERSIONING;

CREATE TABLE IF NOT EXISTS dim_agency (
  agency_id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'Key; 0 is unknown',
  code_system VARCHAR(40) NOT NULL COMMENT 'Who gives the code',
  agency_code VARCHAR(40) NOT NULL COMMENT 'Code as normalised by the descriptor, for example ramo 08',
  kind VARCHAR(20) NOT NULL COMMENT 'RAMO, DEPARTMENT, UNIT or UNKNOWN',
  parent_id INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Agency it belongs to; 0 where none is known',
  name VARCHAR(1000) NOT NULL COMMENT 'Name in the latest year stated; older ones in dim_agency_name',
  PRIMARY KEY (agency_id),
  UNIQUE KEY agency_natural (code_system, agency_code),
  CONSTRAINT agency_parent FOREIGN KEY (parent_id) REFERENCES dim_agency (agency_id)
) COMMENT 'Agencies: ramos, departments, executing units' WITH SYSTEM VERSIONING;

SET STATEMENT sql_mode = 'NO_AUTO_VALUE_ON_ZERO,STRICT_TRANS_TABLES' FOR
INSERT IGNORE INTO dim_agency VALUES (0, '', '', 'UNKNOWN', 0, 'Desconocida / Unknown');

CREATE TABLE IF NOT EXISTS dim_agency_name (
  agency_id INT UNSIGNED NOT NULL COMMENT 'Agency',
  feed_id SMALLINT UNSIGNED NOT NULL COMMENT 'Feed that prints the name',
  year_key SMALLINT UNSIGNED NOT NULL COMMENT 'Year for which it is printed',
  name_hash CHAR(32) CHARACTER SET ascii NOT NULL COMMENT 'MD5 of the name without case, accents and extra spaces',
  name VARCHAR(1000) NOT NULL COMMENT 'Name as printed',
  delivery_id BIGINT UNSIGNED NOT NULL COMMENT 'Delivery that first stated it',
  line BIGINT UNSIGNED NOT NULL COMMENT 'Line it stood on',
  PRIMARY KEY (agency_id, feed_id, year_key, name_hash),
  CONSTRAINT agency_name_agency FOREIGN KEY (agency_id) REFERENCES dim_agency (agency_id),
  CONSTRAINT agency_name_feed FOREIGN KEY (feed_id) REFERENCES dim_feed (feed_id),
  CONSTRAINT agency_name_year FOREIGN KEY (year_key) REFERENCES dim_year (year_key),
  CONSTRAINT agency_name_delivery FOREIGN KEY (delivery_id) REFERENCES delivery (delivery_id)
) COMMENT 'Names of agencies by year' WITH SYSTEM VERSIONING;

CREATE TABLE IF NOT EXISTS dim_programme (
  programme_id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'Key; 0 is unknown, or the agency as a whole',
  code_system VARCHAR(40) NOT NULL COMMENT 'Who gives the codes',
  agency_code VARCHAR(40) NOT NULL COMMENT 'Agency part of the natural key',
  programme_code VARCHAR(40) NOT NULL COMMENT 'Programme part of the natural key, for example E045',
  agency_id INT UNSIGNED NOT NULL COMMENT 'Agency',
  ramo SMALLINT UNSIGNED NULL COMMENT 'Ramo, where the agency code is one',
  modality CHAR(1) NULL COMMENT 'Modality letter, where the code has one',
  programme_number SMALLINT UNSIGNED NULL COMMENT 'Number after the modality letter',
  level VARCHAR(20) NULL COMMENT 'Level of the programme, where stated',
  parent_id INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Programme it belongs to; 0 where none is known',
  name VARCHAR(1000) NOT NULL COMMENT 'Name in the latest year stated; all names in dim_programme_name',
  PRIMARY KEY (programme_id),
  UNIQUE KEY programme_natural (code_system, agency_code, programme_code),
  CONSTRAINT programme_agency FOREIGN KEY (agency_id) REFERENCES dim_agency (agency_id),
  CONSTRAINT programme_parent FOREIGN KEY (parent_id) REFERENCES dim_programme (programme_id)
) COMMENT 'Programmes, one row each' WITH SYSTEM VERSIONING;

SET STATEMENT sql_mode = 'NO_AUTO_VALUE_ON_ZERO,STRICT_TRANS_TABLES' FOR
INSERT IGNORE INTO dim_programme VALUES (0, '', '', '', 0, NULL, NULL, NULL, NULL, 0, 'Desconocido, o el ramo completo / Unknown, or the whole agency');

CREATE TABLE IF NOT EXISTS dim_programme_name (
  programme_id INT UNSIGNED NOT NULL COMMENT 'Programme',
  feed_id SMALLINT UNSIGNED NOT NULL COMMENT 'Feed that prints the name',
  year_key SMALLINT UNSIGNED NOT NULL COMMENT 'Year for which it is printed',
  name_hash CHAR(32) CHARACTER SET ascii NOT NULL COMMENT 'MD5 of the name without case, accents and extra spaces',
  name VARCHAR(1000) NOT NULL COMMENT 'Name as printed',
  delivery_id BIGINT UNSIGNED NOT NULL COMMENT 'Delivery that first stated it',
  line BIGINT UNSIGNED NOT NULL COMMENT 'Line it stood on',
  PRIMARY KEY (programme_id, feed_id, year_key, name_hash),
  CONSTRAINT programme_name_programme FOREIGN KEY (programme_id) REFERENCES dim_programme (programme_id),
  CONSTRAINT programme_name_feed FOREIGN KEY (feed_id) REFERENCES dim_feed (feed_id),
  CONSTRAINT programme_name_year FOREIGN KEY (year_key) REFERENCES dim_year (year_key),
  CONSTRAINT programme_name_delivery FOREIGN KEY (delivery_id) REFERENCES delivery (delivery_id)
) COMMENT 'Names of programmes by year; a change of case, accents or spaces is no new name' WITH SYSTEM VERSIONING;

CREATE TABLE IF NOT EXISTS dim_unit_of_measure (
  unit_id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'Key; 0 is unknown',
  unit_code VARCHAR(200) COLLATE utf8mb4_bin NOT NULL COMMENT 'Unit without case, accents and extra spaces',
  label VARCHAR(200) NOT NULL COMMENT 'Unit as first printed',
  PRIMARY KEY (unit_id),
  UNIQUE KEY unit_natural (unit_code)
) COMMENT 'Units of measure' WITH SYSTEM VERSIONING;

SET STATEMENT sql_mode = 'NO_AUTO_VALUE_ON_ZERO,STRICT_TRANS_TABLES' FOR
INSERT IGNORE INTO dim_unit_of_measure VALUES (0, '', 'No indicada / Not stated');

CREATE TABLE IF NOT EXISTS dim_component (
  component_id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'Key; 0 is the programme as a whole',
  programme_id INT UNSIGNED NOT NULL COMMENT 'Programme it is a part of',
  unit_id INT UNSIGNED NOT NULL COMMENT 'Unit its populations are counted in',
  component_code VARCHAR(200) COLLATE utf8mb4_bin NOT NULL COMMENT 'Printed name without case, accents and extra spaces; empty where none is printed',
  ordinal SMALLINT UNSIGNED NOT NULL COMMENT 'Number within programme, unit and name',
  name VARCHAR(500) NOT NULL COMMENT 'Name as first printed; empty where none is',
  PRIMARY KEY (component_id),
  UNIQUE KEY component_natural (programme_id, unit_id, component_code, ordinal),
  CONSTRAINT component_programme FOREIGN KEY (programme_id) REFERENCES dim_programme (programme_id),
  CONSTRAINT component_unit FOREIGN KEY (unit_id) REFERENCES dim_unit_of_measure (unit_id)
) COMMENT 'Parts of programmes that count populations of their own; never added up' WITH SYSTEM VERSIONING;

SET STATEMENT sql_mode = 'NO_AUTO_VALUE_ON_ZERO,STRICT_TRANS_TABLES' FOR
INSERT IGNORE INTO dim_component VALUES (0, 0, 0, '', 0, 'Programa completo / Whole programme');

CREATE TABLE IF NOT EXISTS dim_component_definition (
  component_id INT UNSIGNED NOT NULL COMMENT 'Component',
  feed_id SMALLINT UNSIGNED NOT NULL COMMENT 'Feed that prints the definition',
  year_key SMALLINT UNSIGNED NOT NULL COMMENT 'Year for which it is printed',
  definition_hash CHAR(32) CHARACTER SET ascii NOT NULL COMMENT 'MD5 of definition and population type without case, accents and extra spaces',
  definition VARCHAR(4000) NOT NULL COMMENT 'Who is counted, as printed',
  population_type VARCHAR(200) NOT NULL COMMENT 'Type of population as printed',
  delivery_id BIGINT UNSIGNED NOT NULL COMMENT 'Delivery that first stated it',
  line BIGINT UNSIGNED NOT NULL COMMENT 'Line it stood on',
  PRIMARY KEY (component_id, feed_id, year_key, definition_hash),
  CONSTRAINT component_definition_component FOREIGN KEY (component_id) REFERENCES dim_component (component_id),
  CONSTRAINT component_definition_feed FOREIGN KEY (feed_id) REFERENCES dim_feed (feed_id),
  CONSTRAINT component_definition_year FOREIGN KEY (year_key) REFERENCES dim_year (year_key),
  CONSTRAINT component_definition_delivery FOREIGN KEY (delivery_id) REFERENCES delivery (delivery_id)
) COMMENT 'Definitions of components by year' WITH SYSTEM VERSIONING;

CREATE TABLE IF NOT EXISTS dim_funding_source (
  funding_source_id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'Key; 0 is not stated',
  source_code VARCHAR(200) COLLATE utf8mb4_bin NOT NULL COMMENT 'Source without case, accents and extra spaces',
  label VARCHAR(200) NOT NULL COMMENT 'Source as first printed',
  PRIMARY KEY (funding_source_id),
  UNIQUE KEY funding_source_natural (source_code)
) COMMENT 'Funds and shares that pay for a programme' WITH SYSTEM VERSIONING;

SET STATEMENT sql_mode = 'NO_AUTO_VALUE_ON_ZERO,STRICT_TRANS_TABLES' FOR
INSERT IGNORE INTO dim_funding_source VALUES (0, '', 'No indicada / Not stated');

CREATE TABLE IF NOT EXISTS dim_geography (
  geography_id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'Key; 0 is unknown',
  geography_code VARCHAR(12) NOT NULL COMMENT 'MX, INEGI code of state (2 digits) or municipality (5), or the code of a member that is no place',
  level VARCHAR(20) NOT NULL COMMENT 'NATION, STATE, MUNICIPALITY, WHOLE_STATE, METROPOLITAN_AREA, SEVERAL_STATES, NOT_DISTRIBUTABLE, ABROAD or UNKNOWN; levels are never added',
  state_code CHAR(2) NULL COMMENT 'INEGI code of the state',
  municipality_code CHAR(3) NULL COMMENT 'INEGI code of the municipality within its state',
  name_es VARCHAR(200) NOT NULL COMMENT 'Nombre',
  name_en VARCHAR(200) NOT NULL COMMENT 'English name',
  parent_id INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Place it lies in; 0 where none',
  PRIMARY KEY (geography_id),
  UNIQUE KEY geography_natural (geography_code),
  CONSTRAINT geography_parent FOREIGN KEY (parent_id) REFERENCES dim_geography (geography_id)
) COMMENT 'Places by INEGI code, and members that are no place' WITH SYSTEM VERSIONING;
