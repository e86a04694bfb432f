-- What evaluation sheets say: classes of indicators, their distribution, findings in words, caveats of populations.

CREATE TABLE IF NOT EXISTS dim_indicator_role (
  role_key TINYINT UNSIGNED NOT NULL COMMENT 'Key',
  code VARCHAR(40) NOT NULL COMMENT 'Word used in code',
  label_es VARCHAR(100) NOT NULL COMMENT 'Etiqueta oficial',
  label_en VARCHAR(100) NOT NULL COMMENT 'English label',
  PRIMARY KEY (role_key),
  UNIQUE KEY indicator_role_code (code)
) COMMENT 'What an indicator is in its plan' WITH SYSTEM VERSIONING;

INSERT IGNORE INTO dim_indicator_role VALUES
  (0, 'UNKNOWN', 'No indicado', 'Not stated'),
  (1, 'WELLBEING_TARGET', 'Meta para el bienestar', 'Well-being target'),
  (2, 'PARAMETER', 'Parámetro', 'Parameter');

CREATE TABLE IF NOT EXISTS dim_focus (
  focus_key TINYINT UNSIGNED NOT NULL COMMENT 'Key',
  code VARCHAR(40) NOT NULL COMMENT 'Word used in code',
  label_es VARCHAR(100) NOT NULL COMMENT 'Etiqueta oficial',
  label_en VARCHAR(100) NOT NULL COMMENT 'English label',
  PRIMARY KEY (focus_key),
  UNIQUE KEY focus_code (code)
) COMMENT 'What an indicator looks at; TOTAL stands in distributions only' WITH SYSTEM VERSIONING;

INSERT IGNORE INTO dim_focus VALUES
  (0, 'UNKNOWN', 'No indicado', 'Not stated'),
  (1, 'RESULTS', 'Resultados', 'Results'),
  (2, 'COORDINATION', 'Coordinación', 'Coordination'),
  (3, 'MANAGEMENT', 'Gestión', 'Management'),
  (4, 'TOTAL', 'Total general', 'Grand total');

CREATE TABLE IF NOT EXISTS dim_quality (
  quality_key TINYINT UNSIGNED NOT NULL COMMENT 'Key',
  code VARCHAR(40) NOT NULL COMMENT 'Word used in code',
  label_es VARCHAR(100) NOT NULL COMMENT 'Etiqueta oficial',
  label_en VARCHAR(100) NOT NULL COMMENT 'English label',
  PRIMARY KEY (quality_key),
  UNIQUE KEY quality_code (code)
) COMMENT 'How well an indicator is made' WITH SYSTEM VERSIONING;

INSERT IGNORE INTO dim_quality VALUES
  (0, 'UNKNOWN', 'No indicado', 'Not stated'),
  (1, 'OUTSTANDING', 'Destacado', 'Outstanding'),
  (2, 'ADEQUATE', 'Adecuado', 'Adequate'),
  (3, 'MODERATE', 'Moderado', 'Moderate'),
  (4, 'NEEDS_IMPROVEMENT', 'Oportunidad de mejora', 'Needs improvement');

CREATE TABLE IF NOT EXISTS dim_distribution_class (
  distribution_class_key TINYINT UNSIGNED NOT NULL COMMENT 'Key',
  code VARCHAR(40) NOT NULL COMMENT 'Word used in code',
  label_es VARCHAR(100) NOT NULL COMMENT 'Etiqueta oficial',
  label_en VARCHAR(100) NOT NULL COMMENT 'English label',
  PRIMARY KEY (distribution_class_key),
  UNIQUE KEY distribution_class_code (code)
) COMMENT 'Columns of a sheet''s distribution of indicators by six-year progress' WITH SYSTEM VERSIONING;

INSERT IGNORE INTO dim_distribution_class VALUES
  (0, 'UNKNOWN', 'No indicado', 'Not stated'),
  (1, 'EXCEEDED', 'Superado', 'Exceeded'),
  (2, 'ADVANCED', 'Avanzado', 'Advanced'),
  (3, 'ADEQUATE', 'Adecuado', 'Adequate'),
  (4, 'INSUFFICIENT', 'Insuficiente', 'Insufficient'),
  (5, 'LAGGING', 'Rezagado', 'Lagging'),
  (6, 'FAR_LAGGING', 'Muy rezagado', 'Far lagging'),
  (7, 'NOT_RATED', 'NR', 'Not rated: not reported or of constant direction'),
  (8, 'TOTAL', 'Total general', 'Grand total');

CREATE TABLE IF NOT EXISTS dim_finding_kind (
  finding_kind_key TINYINT UNSIGNED NOT NULL COMMENT 'Key',
  code VARCHAR(40) NOT NULL COMMENT 'Word used in code',
  label_es VARCHAR(100) NOT NULL COMMENT 'Etiqueta oficial',
  label_en VARCHAR(100) NOT NULL COMMENT 'English label',
  PRIMARY KEY (finding_kind_key),
  UNIQUE KEY finding_kind_code (code)
) COMMENT 'What kind of statement a finding is' WITH SYSTEM VERSIONING;

INSERT IGNORE INTO dim_finding_kind VALUES
  (0, 'UNKNOWN', 'No indicado', 'Not stated'),
  (1, 'STRENGTH', 'Fortaleza', 'Strength'),
  (2, 'OPPORTUNITY', 'Oportunidad', 'Opportunity'),
  (3, 'WEAKNESS', 'Debilidad', 'Weakness'),
  (4, 'THREAT', 'Amenaza', 'Threat'),
  (5, 'RECOMMENDATION', 'Recomendación', 'Recommendation'),
  (6, 'IMPROVEMENT_COMMITMENT', 'Aspecto comprometido', 'Improvement commitment'),
  (7, 'NO_COMMITMENT', 'Sin aspectos comprometidos', 'Nothing committed'),
  (8, 'CURRENT_YEAR_ADVANCE', 'Avance en el ejercicio actual', 'Advance in the current year'),
  (9, 'EVALUATION_CITED', 'Evaluación citada', 'Evaluation cited'),
  (10, 'COMPONENT', 'Componente', 'Component'),
  (11, 'NARRATIVE', 'Texto', 'Narrative'),
  (12, 'CONCLUSION', 'Conclusión', 'Conclusion'),
  (13, 'CAVEAT', 'Advertencia', 'Caveat'),
  (14, 'FOOTNOTE', 'Nota al pie', 'Footnote');

CREATE TABLE IF NOT EXISTS fct_indicator_assessment (
  feed_id SMALLINT UNSIGNED NOT NULL COMMENT 'Feed that states it',
  indicator_id INT UNSIGNED NOT NULL COMMENT 'Indicator',
  year_key SMALLINT UNSIGNED NOT NULL COMMENT 'Year the edition reports on',
  ordinal SMALLINT UNSIGNED NOT NULL COMMENT '1; higher where several records share the key',
  agency_id INT UNSIGNED NOT NULL COMMENT 'Agency',
  programme_id INT UNSIGNED NOT NULL COMMENT 'Programme; 0 for the agency as a whole',
  objective_id INT UNSIGNED NOT NULL COMMENT 'Objective it hangs from; 0 where none is stated',
  role_key TINYINT UNSIGNED NOT NULL COMMENT 'What it is in its plan',
  direction_key TINYINT UNSIGNED NOT NULL COMMENT 'Where it is meant to go',
  quality_key TINYINT UNSIGNED NOT NULL COMMENT 'Class of quality as published; the marks alone do not decide it',
  focus_key TINYINT UNSIGNED NOT NULL COMMENT 'What it looks at, deduced from the sheet''s distribution where only one is possible, else 0',
  suggested_focus_key TINYINT UNSIGNED NOT NULL COMMENT 'What its name''s words suggest; takes part in nothing',
  figure DECIMAL(30,10) NULL COMMENT 'Criteria met of those marked; NULL where no mark is printed',
  missing_reason_key TINYINT UNSIGNED NULL COMMENT 'Why the number of criteria met is not stated; NULL where it is',
  adequacy_met TINYINT UNSIGNED NULL COMMENT '1 where the criterion Adecuación is met, 0 where it is warned of, NULL where not marked',
  clarity_met TINYINT UNSIGNED NULL COMMENT '1 where the criterion Claridad is met, 0 where it is warned of, NULL where not marked',
  relevance_met TINYINT UNSIGNED NULL COMMENT '1 where the criterion Relevancia is met, 0 where it is warned of, NULL where not marked',
  monitorability_met TINYINT UNSIGNED NULL COMMENT '1 where the criterion Monitoreabilidad is met, 0 where it is warned of, NULL where not marked',
  pertinence_met TINYINT UNSIGNED NULL COMMENT '1 where the criterion Pertinencia is met, 0 where it is warned of, NULL where not marked',
  printed_interim_key TINYINT UNSIGNED NULL COMMENT 'Outcome of the intermediate goal as printed; NULL where none is or the label is not known',
  printed_progress_key TINYINT UNSIGNED NULL COMMENT 'Class of six-year progress as printed; NULL where none is or the label is not known',
  is_ambiguous TINYINT UNSIGNED NOT NULL COMMENT '1 where a printed label can''t be assigned to one indicator (the note says which), or where several records share the key',
  missing_text VARCHAR(200) NOT NULL COMMENT 'What is printed instead of marks',
  other_marks VARCHAR(4000) NOT NULL COMMENT 'Criteria that are none of the five, each with its mark, as printed',
  printed_role VARCHAR(200) NOT NULL COMMENT 'Label of the role as printed',
  printed_direction VARCHAR(200) NOT NULL COMMENT 'Label of the direction as printed',
  printed_quality VARCHAR(200) NOT NULL COMMENT 'Label of the quality as printed',
  printed_interim VARCHAR(200) NOT NULL COMMENT 'Label of the intermediate goal''s outcome as printed',
  printed_progress VARCHAR(200) NOT NULL COMMENT 'Label of the six-year progress as printed',
  note VARCHAR(4000) NOT NULL COMMENT 'What could not be assigned, as printed',
  assumed VARCHAR(200) NOT NULL COMMENT 'What the descriptor assumes because the file does not say so',
  delivery_id BIGINT UNSIGNED NOT NULL COMMENT 'Delivery that stated this version',
  line_first BIGINT UNSIGNED NOT NULL COMMENT 'First line of the file it was read from',
  line_last BIGINT UNSIGNED NOT NULL COMMENT 'Last line of the file it was read from',
  record_count INT UNSIGNED NOT NULL COMMENT 'Records it was made of',
  PRIMARY KEY (feed_id, indicator_id, year_key, ordinal),
  KEY assessment_delivery (delivery_id),
  KEY assessment_programme (programme_id, year_key),
  CONSTRAINT assessment_feed FOREIGN KEY (feed_id) REFERENCES dim_feed (feed_id),
  CONSTRAINT assessment_indicator FOREIGN KEY (indicator_id) REFERENCES dim_indicator (indicator_id),
  CONSTRAINT assessment_year FOREIGN KEY (year_key) REFERENCES dim_year (year_key),
  CONSTRAINT assessment_agency FOREIGN KEY (agency_id) REFERENCES dim_agency (agency_id),
  CONSTRAINT assessment_programme FOREIGN KEY (programme_id) REFERENCES dim_programme (programme_id),
  CONSTRAINT assessment_objective FOREIGN KEY (objective_id) REFERENCES dim_objective (objective_id),
  CONSTRAINT assessment_role FOREIGN KEY (role_key) REFERENCES dim_indicator_role (role_key),
  CONSTRAINT assessment_direction FOREIGN KEY (direction_key) REFERENCES dim_direction (direction_key),
  CONSTRAINT assessment_quality FOREIGN KEY (quality_key) REFERENCES dim_quality (quality_key),
  CONSTRAINT assessment_focus FOREIGN KEY (focus_key) REFERENCES dim_focus (focus_key),
  CONSTRAINT assessment_suggested_focus FOREIGN KEY (suggested_focus_key) REFERENCES dim_focus (focus_key),
  CONSTRAINT assessment_missing FOREIGN KEY (missing_reason_key) REFERENCES dim_missing_reason (missing_reason_key),
  CONSTRAINT assessment_printed_interim FOREIGN KEY (printed_interim_key) REFERENCES dim_interim_outcome (interim_key),
  CONSTRAINT assessment_printed_progress FOREIGN KEY (printed_progress_key) REFERENCES dim_progress_class (progress_key),
  CONSTRAINT assessment_delivery FOREIGN KEY (delivery_id) REFERENCES delivery (delivery_id)
) COMMENT 'What evaluation sheets say of indicators: classes as published, one row per feed, indicator and year' WITH SYSTEM VERSIONING;

CREATE TABLE IF NOT EXISTS fct_published_distribution (
  feed_id SMALLINT UNSIGNED NOT NULL COMMENT 'Feed that states it',
  agency_id INT UNSIGNED NOT NULL COMMENT 'Agency',
  programme_id INT UNSIGNED NOT NULL COMMENT 'Programme; 0 for the agency as a whole',
  year_key SMALLINT UNSIGNED NOT NULL COMMENT 'Year the edition reports on',
  focus_key TINYINT UNSIGNED NOT NULL COMMENT 'Row of the distribution',
  distribution_class_key TINYINT UNSIGNED NOT NULL COMMENT 'Column of the distribution',
  ordinal SMALLINT UNSIGNED NOT NULL COMMENT '1; higher where several records share the key',
  figure DECIMAL(30,10) NULL COMMENT 'Indicators in the cell; NULL where not stated',
  missing_reason_key TINYINT UNSIGNED NULL COMMENT 'Why the number is not stated; NULL where it is',
  percent DECIMAL(30,10) NULL COMMENT 'Share of all indicators as printed, percent; NULL where none is',
  is_ambiguous TINYINT UNSIGNED NOT NULL COMMENT '1 where several records share the key and the ordinal only numbers them',
  missing_text VARCHAR(200) NOT NULL COMMENT 'What the cell says instead of a number',
  printed VARCHAR(200) NOT NULL COMMENT 'Cell as printed',
  assumed VARCHAR(200) NOT NULL COMMENT 'What the descriptor assumes because the file does not say so',
  delivery_id BIGINT UNSIGNED NOT NULL COMMENT 'Delivery that stated this version',
  line_first BIGINT UNSIGNED NOT NULL COMMENT 'First line of the file it was read from',
  line_last BIGINT UNSIGNED NOT NULL COMMENT 'Last line of the file it was read from',
  record_count INT UNSIGNED NOT NULL COMMENT 'Records it was made of',
  PRIMARY KEY (feed_id, agency_id, programme_id, year_key, focus_key, distribution_class_key, ordinal),
  KEY distribution_delivery (delivery_id),
  KEY distribution_programme (programme_id, year_key),
  CONSTRAINT distribution_feed FOREIGN KEY (feed_id) REFERENCES dim_feed (feed_id),
  CONSTRAINT distribution_agency FOREIGN KEY (agency_id) REFERENCES dim_agency (agency_id),
  CONSTRAINT distribution_programme FOREIGN KEY (programme_id) REFERENCES dim_programme (programme_id),
  CONSTRAINT distribution_year FOREIGN KEY (year_key) REFERENCES dim_year (year_key),
  CONSTRAINT distribution_focus FOREIGN KEY (focus_key) REFERENCES dim_focus (focus_key),
  CONSTRAINT distribution_class FOREIGN KEY (distribution_class_key) REFERENCES dim_distribution_class (distribution_class_key),
  CONSTRAINT distribution_missing FOREIGN KEY (missing_reason_key) REFERENCES dim_missing_reason (missing_reason_key),
  CONSTRAINT distribution_delivery FOREIGN KEY (delivery_id) REFERENCES delivery (delivery_id)
) COMMENT 'How many indicators a sheet puts into each class, as published, one row per feed, programme, year, focus and class' WITH SYSTEM VERSIONING;

CREATE TABLE IF NOT EXISTS fct_finding (
  feed_id SMALLINT UNSIGNED NOT NULL COMMENT 'Feed that states it',
  agency_id INT UNSIGNED NOT NULL COMMENT 'Agency',
  programme_id INT UNSIGNED NOT NULL COMMENT 'Programme; 0 for the agency as a whole',
  year_key SMALLINT UNSIGNED NOT NULL COMMENT 'Year the edition reports on',
  finding_kind_key TINYINT UNSIGNED NOT NULL COMMENT 'What kind of statement',
  subject_code VARCHAR(200) COLLATE utf8mb4_bin NOT NULL COMMENT 'Subject without case, accents and extra spaces; a long one by its beginning and a hash',
  number INT UNSIGNED NOT NULL COMMENT 'Number in its list as printed, else its place, from 1',
  ordinal SMALLINT UNSIGNED NOT NULL COMMENT '1; higher where several records share the key',
  figure DECIMAL(30,10) NULL COMMENT 'Percentage done of a commitment; NULL for anything else or where not stated',
  missing_reason_key TINYINT UNSIGNED NULL COMMENT 'Why the percentage is not stated; NULL where it is',
  is_ambiguous TINYINT UNSIGNED NOT NULL COMMENT '1 where several records share the key and the ordinal only numbers them',
  missing_text VARCHAR(200) NOT NULL COMMENT 'What is printed instead of a percentage',
  subject VARCHAR(1000) NOT NULL COMMENT 'What it is about: a section''s heading, an objective''s number, an evaluation''s code; empty where the kind says it all',
  text MEDIUMTEXT NOT NULL COMMENT 'What it says, as plain text',
  assumed VARCHAR(200) NOT NULL COMMENT 'What the descriptor assumes because the file does not say so',
  delivery_id BIGINT UNSIGNED NOT NULL COMMENT 'Delivery that stated this version',
  line_first BIGINT UNSIGNED NOT NULL COMMENT 'First line of the file it was read from',
  line_last BIGINT UNSIGNED NOT NULL COMMENT 'Last line of the file it was read from',
  record_count INT UNSIGNED NOT NULL COMMENT 'Records it was made of',
  PRIMARY KEY (feed_id, agency_id, programme_id, year_key, finding_kind_key, subject_code, number, ordinal),
  KEY finding_delivery (delivery_id),
  KEY finding_programme (programme_id, year_key),
  CONSTRAINT finding_feed FOREIGN KEY (feed_id) REFERENCES dim_feed (feed_id),
  CONSTRAINT finding_agency FOREIGN KEY (agency_id) REFERENCES dim_agency (agency_id),
  CONSTRAINT finding_programme FOREIGN KEY (programme_id) REFERENCES dim_programme (programme_id),
  CONSTRAINT finding_year FOREIGN KEY (year_key) REFERENCES dim_year (year_key),
  CONSTRAINT finding_kind FOREIGN KEY (finding_kind_key) REFERENCES dim_finding_kind (finding_kind_key),
  CONSTRAINT finding_missing FOREIGN KEY (missing_reason_key) REFERENCES dim_missing_reason (missing_reason_key),
  CONSTRAINT finding_delivery FOREIGN KEY (delivery_id) REFERENCES delivery (delivery_id)
) COMMENT 'Statements of sheets in words: strengths, recommendations, commitments and the like, one row per feed, programme, year, kind, subject and number' WITH SYSTEM VERSIONING;

SET STATEMENT system_versioning_alter_history = KEEP FOR
ALTER TABLE fct_coverage
  ADD COLUMN IF NOT EXISTS caveats VARCHAR(100) NOT NULL DEFAULT '' COMMENT 'What the document itself says against the figure: DOUBLE_COUNTING, NOT_DEFINABLE; empty where nothing' AFTER note;

CREATE TABLE IF NOT EXISTS delivery_page (
  delivery_id BIGINT UNSIGNED NOT NULL COMMENT 'Delivery of a document',
  page INT UNSIGNED NOT NULL COMMENT 'Page, from 1',
  first_line BIGINT UNSIGNED NOT NULL COMMENT 'Line of the document''s text that the page begins on',
  PRIMARY KEY (delivery_id, page),
  CONSTRAINT delivery_page_delivery FOREIGN KEY (delivery_id) REFERENCES delivery (delivery_id) ON DELETE CASCADE
) COMMENT 'Where the pages of documents begin, so that a line can be found on its page';

-- A document's scope names its programme, too.
ALTER TABLE delivery
  MODIFY COLUMN scope VARCHAR(120) NOT NULL COMMENT 'What the delivery states completely; facts of the same feed and scope that it lacks are ended';
