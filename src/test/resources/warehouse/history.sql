-- Two feeds and four deliveries, each published at a pinned instant; the figures of 2017 are those of a real sheet.
SET time_zone = '+00:00';

-- 1: the agency's report.
SET timestamp = UNIX_TIMESTAMP('2030-01-01 00:00:00');
INSERT INTO dim_feed VALUES (1, 'report', 'Informe anual', 'Secretaría'), (2, 'open-data', 'Datos abiertos', 'Hacienda');
INSERT INTO delivery (delivery_id, feed_id, file_name, file_digest, file_bytes, edition, edition_year, scope, status, descriptor_digest, rulebook_digest, received_at, published_at, records_read, records_staged, records_quarantined, facts_staged, facts_new)
VALUES (1, 1, 'report/2017.csv', REPEAT('1', 64), 100, '2017', 2017, '2017', 'PUBLISHED', REPEAT('a', 64), REPEAT('b', 64), '2029-12-31 23:00:00', NOW(6), 10, 9, 1, 12, 12);
INSERT INTO delivery_column VALUES (1, 'Atendida', 3, 744999.5, 744989, 10.5, 0, 0, 0);
INSERT INTO issue VALUES (1, 1, 10, 'NUMBER_UNREADABLE', 'ERROR', 11, 'Atendida', '10.5 viviendas', 'Expected a number; found: 10.5 viviendas', 'a number such as 1,234.5');
INSERT INTO quarantine (delivery_id, record_no, first_line, last_line, status, raw) VALUES (1, 10, 11, 11, 'OPEN', 'S045;10.5 viviendas');
INSERT INTO dim_agency VALUES (1, 'PEF', '15', 'RAMO', 0, 'Desarrollo Territorial');
INSERT INTO dim_agency_name VALUES (1, 1, 2017, MD5('a'), 'Desarrollo Agrario', 1, 2);
INSERT INTO dim_programme VALUES (1, 'PEF', '15', 'S177', 1, 15, 'S', 177, NULL, 0, 'Programa de Vivienda');
INSERT INTO dim_programme_name VALUES
  (1, 1, 2017, MD5('b'), 'Vivienda Digna', 1, 2),
  (1, 1, 2017, MD5('a'), 'Programa de Vivienda Digna', 1, 9);
INSERT INTO dim_unit_of_measure VALUES (1, 'personas', 'Personas'), (2, 'viviendas', 'Viviendas'), (3, 'familias', 'Familias');
INSERT INTO dim_component VALUES (1, 1, 2, 'mejora', 1, 'Mejora');
INSERT INTO dim_component_definition VALUES
  (1, 1, 2017, MD5('a'), 'La segunda', '', 1, 8),
  (1, 1, 2017, MD5('b'), 'Viviendas en rezago', 'Vivienda', 1, 5);
-- feed, agency, programme, component, year, population, sex, place, unit, figure, reason, text, as of, source, note, assumed, ambiguous, delivery, lines, records
INSERT INTO fct_coverage (feed_id, agency_id, programme_id, component_id, year_key, population_key, sex_key, geography_id, unit_id, figure, missing_reason_key, missing_text, as_of, source, note, assumed, is_ambiguous, delivery_id, line_first, line_last, record_count) VALUES
  (1, 1, 1, 0, 2017, 2, 1, 1, 1, 14756442, NULL, '', NULL, 'ENIGH', '', '', 0, 1, 2, 2, 1),
  (1, 1, 1, 0, 2017, 3, 1, 1, 1, 784969, NULL, '', NULL, '', '', '', 0, 1, 3, 3, 1),
  (1, 1, 1, 0, 2017, 5, 1, 1, 1, 744939, NULL, '', '2017-12-31', '', '', '', 0, 1, 4, 6, 3),
  (1, 1, 1, 1, 2017, 2, 1, 1, 2, NULL, 2, 'ND', NULL, '', '', '', 0, 1, 5, 5, 1),
  (1, 1, 1, 1, 2017, 3, 1, 1, 2, 0, NULL, '', NULL, '', '', '', 0, 1, 7, 7, 1),
  (1, 1, 1, 1, 2017, 5, 1, 1, 2, 50, NULL, '', NULL, '', '', '', 0, 1, 8, 8, 1),
  (1, 1, 1, 1, 2016, 5, 1, 1, 2, 5, NULL, '', NULL, '', '', '', 0, 1, 12, 12, 1),
  (1, 1, 1, 0, 2018, 3, 1, 1, 1, 400, NULL, '', NULL, '', '', 'unit', 0, 1, 9, 9, 1),
  (1, 1, 1, 0, 2018, 5, 1, 1, 3, 100, NULL, '', NULL, '', '', '', 1, 1, 10, 10, 1);
INSERT INTO fct_coverage_judgement VALUES
  (1, 1, 1, 0, 2017, 5, 1, 1, 1, 0, 1, 0, 35.5, 0, 0, 0, '2026.1', 'PROVISIONAL', 1);
INSERT INTO dim_price_index VALUES (2012, 79.0281, 1), (2017, 95.5730, 0);
INSERT INTO dim_price_basis VALUES (2012, 'CONSTANT', 2012, 'Precios constantes de 2012', 'Constant prices of 2012'), (2018, 'CONSTANT', 2018, 'Precios constantes de 2018', 'Constant prices of 2018');
-- feed, agency, programme, year, period, quarter, fund year, stage, source, place, prices, ordinal, figure, reason, text, as of, note, assumed, ambiguous, delivery, lines, records
INSERT INTO fct_budget VALUES
  (1, 1, 1, 2017, 1, 0, 2017, 1, 0, 1, 1, 1, 3000000000, NULL, '', NULL, '', '', 0, 1, 20, 20, 1),
  (1, 1, 1, 2017, 1, 0, 2017, 2, 0, 1, 1, 1, 0, NULL, '', NULL, '', '', 0, 1, 21, 21, 1),
  (1, 1, 1, 2017, 1, 0, 2017, 6, 0, 1, 1, 1, 3062000000, NULL, '', NULL, '', '', 0, 1, 22, 22, 1),
  (1, 1, 1, 2017, 1, 0, 2017, 7, 0, 1, 1, 1, NULL, 2, 'ND', NULL, '', '', 0, 1, 23, 23, 1),
  (1, 1, 1, 2017, 1, 0, 2017, 6, 0, 1, 2012, 1, 2531930000, NULL, '', NULL, '', '', 0, 1, 24, 24, 1),
  (1, 1, 1, 2017, 1, 0, 2017, 6, 0, 1, 2018, 1, 3200000000, NULL, '', NULL, '', '', 0, 1, 25, 25, 1),
  (1, 1, 1, 2018, 2, 2, 2018, 0, 0, 1, 1, 1, 7, NULL, '', NULL, '', '', 0, 1, 26, 26, 1);

-- 2: another feed states some of the same figures.
SET timestamp = UNIX_TIMESTAMP('2030-01-15 00:00:00');
INSERT INTO delivery (delivery_id, feed_id, file_name, file_digest, file_bytes, edition, edition_year, scope, status, descriptor_digest, rulebook_digest, received_at, published_at)
VALUES (2, 2, 'open/2017.csv', REPEAT('2', 64), 200, '', 0, '', 'PUBLISHED', REPEAT('a', 64), REPEAT('b', 64), NOW(6), NOW(6));
INSERT INTO fct_coverage (feed_id, agency_id, programme_id, component_id, year_key, population_key, sex_key, geography_id, unit_id, figure, missing_reason_key, missing_text, as_of, source, note, assumed, is_ambiguous, delivery_id, line_first, line_last, record_count) VALUES
  (2, 1, 1, 0, 2017, 2, 1, 1, 3, 9000000, NULL, '', NULL, '', '', 'population', 0, 2, 2, 2, 1),
  (2, 1, 1, 0, 2016, 5, 1, 1, 1, 700, NULL, '', NULL, '', '', '', 0, 2, 7, 7, 1),
  (2, 1, 1, 0, 2017, 3, 1, 1, 1, 784969, NULL, '', NULL, '', '', '', 0, 2, 3, 3, 1),
  (2, 1, 1, 0, 2017, 5, 1, 1, 1, 744940, NULL, '', NULL, '', '', '', 0, 2, 4, 4, 1);
INSERT INTO fct_budget VALUES
  (2, 1, 1, 2017, 1, 0, 2017, 6, 0, 1, 1, 1, 3062000000.5, NULL, '', NULL, '', '', 0, 2, 5, 5, 1);

-- 3: the report corrected. A figure changes, another gains a note, a third is stated no longer; the programme is renamed.
SET timestamp = UNIX_TIMESTAMP('2030-02-01 00:00:00.25');
INSERT INTO delivery (delivery_id, feed_id, file_name, file_digest, file_bytes, edition, edition_year, scope, status, descriptor_digest, rulebook_digest, received_at, published_at)
VALUES (3, 1, 'report/2017-corrected.csv', REPEAT('3', 64), 300, '2017', 2017, '2017', 'PUBLISHED', REPEAT('a', 64), REPEAT('b', 64), NOW(6), NOW(6));
UPDATE fct_coverage SET figure = 744000, delivery_id = 3, line_first = 14 WHERE feed_id = 1 AND component_id = 0 AND year_key = 2017 AND population_key = 5;
UPDATE fct_coverage SET note = 'revisada', delivery_id = 3, line_first = 13 WHERE feed_id = 1 AND component_id = 0 AND year_key = 2017 AND population_key = 3;
DELETE FROM fct_coverage WHERE feed_id = 1 AND component_id = 0 AND year_key = 2017 AND population_key = 2;
UPDATE fct_coverage SET figure = 60, missing_reason_key = NULL, missing_text = '', delivery_id = 3, line_first = 15 WHERE feed_id = 1 AND component_id = 1 AND population_key = 2;
UPDATE fct_budget SET figure = 3100000000, delivery_id = 3, line_first = 30 WHERE feed_id = 1 AND stage_key = 1;
UPDATE dim_programme_name SET name = 'Vivienda Digna (corregida)' WHERE name_hash = MD5('b');
UPDATE dim_programme SET name = 'Vivienda Social' WHERE programme_id = 1;

-- 4: the report once more; what it had left out is back.
SET timestamp = UNIX_TIMESTAMP('2030-03-01 00:00:00');
INSERT INTO delivery (delivery_id, feed_id, file_name, file_digest, file_bytes, edition, edition_year, scope, status, reasons, descriptor_digest, rulebook_digest, received_at, published_at)
VALUES (4, 1, 'report/2017-again.csv', REPEAT('4', 64), 400, '2017', 2017, '2017', 'PUBLISHED', '', REPEAT('a', 64), REPEAT('b', 64), NOW(6), NOW(6));
INSERT INTO fct_coverage (feed_id, agency_id, programme_id, component_id, year_key, population_key, sex_key, geography_id, unit_id, figure, missing_reason_key, missing_text, as_of, source, note, assumed, is_ambiguous, delivery_id, line_first, line_last, record_count) VALUES
  (1, 1, 1, 0, 2017, 2, 1, 1, 1, 14756442, NULL, '', NULL, 'ENIGH', '', '', 0, 4, 2, 2, 1);
-- Every instant at which something was published, as loads note it.
INSERT IGNORE INTO delivery_publication (delivery_id, published_at, feed_id, rerun) SELECT delivery_id, published_at, feed_id, 0 FROM delivery WHERE published_at IS NOT NULL;
