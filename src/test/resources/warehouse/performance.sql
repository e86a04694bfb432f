-- Two programmes of two agencies over few years, with every kind of fact; today is meant to be 2018-05-15.
SET time_zone = '+00:00';

-- January 2018: a first round of deliveries.
SET timestamp = UNIX_TIMESTAMP('2018-01-10 00:00:00');
INSERT INTO dim_feed VALUES (1, 'mir', 'Indicadores', 'Hacienda'), (2, 'ficha', 'Fichas', 'Secretaría'), (3, 'msd', 'Desempeño', 'Hacienda'), (4, 'padron', 'Poblaciones', 'Secretaría'), (5, 'gasto', 'Presupuesto', 'Hacienda');
INSERT INTO feed_expectation VALUES
  ('mir', 'Indicadores', 'Hacienda', 'YEAR', 4, 30, 1), ('ficha', 'Fichas', 'Secretaría', 'UNSTATED', 12, 31, 2),
  ('msd', 'Desempeño', 'Hacienda', 'YEAR', 6, 30, 3), ('padron', 'Poblaciones', 'Secretaría', 'YEAR', 4, 30, 4),
  ('gasto', 'Presupuesto', 'Hacienda', 'MONTH', 12, 31, 5), ('asm', 'Aspectos de mejora', 'Secretaría', 'YEAR', 12, 31, 6);
INSERT INTO delivery (delivery_id, feed_id, file_name, file_digest, file_bytes, edition, edition_year, scope, status, descriptor_digest, rulebook_digest, received_at, published_at, records_read, records_staged, records_quarantined, reasons)
VALUES
  (1, 1, 'mir/2016.csv', REPEAT('1', 64), 100, '2016', 2016, '2016', 'PUBLISHED', REPEAT('a', 64), REPEAT('b', 64), NOW(6), NOW(6), 3, 3, 0, ''),
  (2, 1, 'mir/2017.csv', REPEAT('2', 64), 100, '2017', 2017, '2017', 'PUBLISHED', REPEAT('a', 64), REPEAT('b', 64), NOW(6), NOW(6), 14, 12, 2, ''),
  (3, 2, 'ficha/vivienda.csv', REPEAT('3', 64), 100, '', 0, '', 'PUBLISHED', REPEAT('a', 64), REPEAT('b', 64), NOW(6), NOW(6), 2, 2, 0, ''),
  (4, 3, 'msd/2017.csv', REPEAT('4', 64), 100, '2017', 2017, '2017', 'PUBLISHED', REPEAT('a', 64), REPEAT('b', 64), NOW(6), NOW(6), 6, 6, 0, ''),
  (5, 4, 'padron/2016.csv', REPEAT('5', 64), 100, '2016', 2016, '2016', 'PUBLISHED', REPEAT('a', 64), REPEAT('b', 64), NOW(6), NOW(6), 12, 12, 0, ''),
  (6, 5, 'gasto/todo.csv', REPEAT('6', 64), 100, '', 0, '', 'PUBLISHED', REPEAT('a', 64), REPEAT('b', 64), NOW(6), NOW(6), 4, 4, 0, ''),
  (7, 4, 'padron/2017.csv', REPEAT('7', 64), 100, '2017', 2017, '2017', 'REJECTED', REPEAT('a', 64), REPEAT('b', 64), '2018-04-20 08:00:00', NULL, 9, 6, 3, 'records in quarantine');
INSERT INTO issue VALUES
  (1, 2, 13, 'NUMBER_UNREADABLE', 'ERROR', 14, 'Avance', '12 obras', 'm', 'a number'),
  (2, 2, 14, 'NUMBER_UNREADABLE', 'ERROR', 15, 'Avance', '7 obras', 'm', 'a number'),
  (3, 2, 14, 'WORD_UNKNOWN', 'ERROR', 15, 'Sentido', 'Arriba', 'm', 'Ascendente'),
  (4, 2, 3, 'LABEL_ALIAS', 'INFO', 4, 'Clase', 'Adecuada', 'm', 'Adecuado'),
  (5, 7, 1, 'NUMBER_UNREADABLE', 'ERROR', 2, 'Atendida', 'muchas', 'm', 'a number');
INSERT INTO dim_agency VALUES (1, 'PEF', '15', 'RAMO', 0, 'Desarrollo Urbano'), (2, 'PEF', '16', 'RAMO', 0, 'Medio Ambiente');
INSERT INTO dim_programme VALUES
  (1, 'PEF', '15', 'S177', 1, 15, 'S', 177, NULL, 0, 'Vivienda Social'),
  (2, 'PEF', '16', 'G005', 2, 16, 'G', 5, NULL, 0, 'Inspección');
INSERT INTO dim_programme_name VALUES
  (1, 1, 2015, MD5('programa de vivienda'), 'Programa de Vivienda', 1, 1),
  (1, 1, 2017, MD5('vivienda social'), 'Vivienda Social', 2, 2),
  (1, 1, 2017, MD5('vivienda'), 'Vivienda', 2, 9),
  (2, 1, 2016, MD5('inspeccion'), 'Inspección', 1, 4),
  (2, 1, 2017, MD5('inspeccion'), 'INSPECCION', 2, 5),
  (1, 4, 2017, MD5('vivienda social'), 'VIVIENDA SOCIAL', 5, 2);
INSERT INTO dim_unit_of_measure VALUES (1, 'personas', 'Personas'), (2, 'porcentaje', 'Porcentaje'), (3, 'viviendas', 'Viviendas'), (4, 'inspecciones', 'Inspecciones'), (5, 'familias', 'Familias');
INSERT INTO dim_objective VALUES (1, 1, MD5('o'), 'Vivienda adecuada');
INSERT INTO dim_series VALUES (1, 'mir', 'MIR'), (2, 'poa', 'POA');
INSERT INTO dim_indicator VALUES
  (1, 1, MD5('1'), 1, 1, 'V1', '1.1', 'Viviendas mejoradas', 'Fin'),
  (2, 1, MD5('2'), 1, 1, 'V2', '1.2', 'Rezago habitacional', 'Propósito'),
  (3, 1, MD5('3'), 1, 1, 'V3', '1.3', 'Satisfacción', 'Componente'),
  (4, 1, MD5('4'), 2, 2, 'G1', '2.1', 'Inspecciones', 'Componente'),
  (5, 1, MD5('5'), 2, 2, 'G2', '2.2', 'Denuncias', 'Actividad'),
  (6, 1, MD5('6'), 2, 2, 'G3', '2.3', 'Multas', 'Actividad'),
  (7, 2, MD5('7'), 1, 1, '', '', 'VIVIENDAS MEJORADAS', ''),
  (8, 2, MD5('8'), 1, 1, '', '', 'Rezago habitacional', '');
INSERT INTO dim_indicator_name VALUES
  (1, 1, 2016, NULL, MD5('a'), 'V-1', '1', 'Viviendas mejoradas o ampliadas', 'Fin', 3, 'Anual', 'Viviendas con mejora', 1, 2),
  (1, 1, 2017, NULL, MD5('b'), 'V1', '1.1', 'Viviendas mejoradas', 'Fin', 3, 'Anual', '', 2, 2);

INSERT INTO fct_indicator_value (feed_id, indicator_id, series_id, unit_id, year_key, period_type_key, period_number, geography_id, reporting_unit_id, ordinal, agency_id, programme_id, objective_id, direction_key, figure, missing_reason_key, baseline, baseline_year, target_type_key, target_min, target_max, target_due_year, interim_target, adjusted_target, numerator, denominator, green_up_to, yellow_up_to, is_partial, as_of, is_ambiguous, printed_progress_key, printed_interim_key, printed_trend_key, printed_light_key, missing_text, target_text, printed_progress, printed_interim, printed_trend, printed_light, status, plan, note, assumed, delivery_id, line_first, line_last, record_count)
WITH f (feed, indicator, series, unit, year, period_type, period, place, direction, figure, missing, baseline, target, interim, adjusted, partial, assumed, printed_progress, printed_interim, printed_light, delivery, line) AS (VALUES
  (1, 1, 0, 3, 2016, 1, 0, 'MX', 1, 120, NULL, 100, 200, 110, NULL, 0, '', 'Adecuado', 'Alcanzada', 'Verde', 1, 2),
  (1, 1, 0, 3, 2017, 1, 0, 'MX', 1, 160, NULL, 100, 200, 180, 155, 0, '', 'Avanzado', 'Alcanzada', 'Verde', 2, 2),
  (1, 2, 0, 2, 2017, 1, 0, 'MX', 2, 30, NULL, 40, 20, 28, NULL, 0, '', 'Insuficiente', 'No alcanzada', 'Naranja', 2, 3),
  (1, 3, 0, 2, 2016, 1, 0, 'MX', 3, NULL, 4, 90, NULL, 90, NULL, 0, '', '', '', '', 1, 3),
  (1, 3, 0, 2, 2017, 1, 0, 'MX', 3, 95, NULL, 90, NULL, 90, NULL, 0, '', 'Sentido constante', 'Alcanzada', '', 2, 4),
  (1, 4, 0, 4, 2017, 1, 0, 'MX', 1, 1000, NULL, NULL, NULL, 500, NULL, 0, '', '', '', 'Verde', 2, 5),
  (1, 4, 0, 4, 2017, 1, 0, '01', 1, 300, NULL, NULL, NULL, 250, NULL, 0, '', '', '', '', 2, 6),
  (1, 4, 0, 4, 2017, 1, 0, '02', 1, 700, NULL, NULL, NULL, 250, NULL, 0, '', '', '', '', 2, 7),
  (1, 4, 0, 4, 2017, 4, 1, 'MX', 1, 80, NULL, NULL, NULL, NULL, NULL, 0, '', '', '', '', 2, 8),
  (1, 4, 0, 4, 2017, 4, 2, 'MX', 1, 90, NULL, NULL, NULL, NULL, NULL, 0, '', '', '', '', 2, 9),
  (1, 5, 0, 2, 2017, 1, 0, 'MX', 1, 10, NULL, 5, 50, NULL, NULL, 1, 'geography', 'Superado', '', '', 2, 10),
  (1, 6, 1, 2, 2017, 1, 0, 'MX', 1, 40, NULL, NULL, NULL, 50, NULL, 0, '', '', '', '', 2, 11),
  (1, 6, 2, 4, 2017, 1, 0, 'MX', 1, 400, NULL, NULL, NULL, 0, NULL, 0, '', '', '', '', 2, 12),
  (2, 7, 0, 3, 2017, 1, 0, 'MX', 1, 158, NULL, NULL, NULL, NULL, NULL, 0, '', '', '', '', 3, 2),
  (2, 8, 0, 1, 2017, 1, 0, 'MX', 2, 300000, NULL, NULL, NULL, NULL, NULL, 0, 'geography', '', '', '', 3, 3))
SELECT f.feed, f.indicator, f.series, f.unit, f.year, f.period_type, f.period, geography.geography_id, 0, 1, i.agency_id, i.programme_id, IF(f.indicator = 1, 1, 0), f.direction, f.figure, f.missing, f.baseline, IF(f.baseline IS NULL, 0, 2015), IF(f.target IS NULL, 0, 1), f.target, NULL, IF(f.target IS NULL, 0, 2018), f.interim, f.adjusted, NULL, NULL, NULL, NULL, f.partial, IF(f.partial, '2017-02-28', NULL), 0, progress.progress_key, interim.interim_key, NULL, light.light_key, IF(f.missing IS NULL, '', 'NR'), COALESCE(f.target, ''), f.printed_progress, f.printed_interim, '', f.printed_light, '', IF(f.target IS NULL, '', 'PND'), '', f.assumed, f.delivery, f.line, f.line, 1
FROM f
JOIN dim_indicator AS i ON i.indicator_id = f.indicator
JOIN dim_geography AS geography ON geography.geography_code = f.place
LEFT JOIN dim_progress_class AS progress ON progress.label_es = f.printed_progress
LEFT JOIN dim_interim_outcome AS interim ON interim.label_es = f.printed_interim
LEFT JOIN dim_traffic_light AS light ON light.label_es = f.printed_light;

INSERT INTO fct_indicator_judgement (feed_id, indicator_id, series_id, unit_id, year_key, period_type_key, period_number, geography_id, reporting_unit_id, ordinal, segment, is_break, progress_percent, expected_percent, progress_key, progress_reason_key, progress_status, interim_key, interim_reason_key, interim_status, trend_key, trend_reason_key, trend_status, is_favourable, slope, compliance_percent, light_key, light_reason_key, light_status, original_compliance_percent, original_light_key, is_poor_planning, rulebook_version, delivery_id)
WITH j (indicator, series, unit, year, place, segment, breaks, percent, expected, progress, progress_reason, interim, interim_reason, trend, trend_reason, favourable, compliance, light, light_reason, original, original_light, poor, delivery) AS (VALUES
  (1, 0, 3, 2016, 'MX', 1, 0, 20, 33.3333, 4, 0, 2, 0, 0, 16, 0, 109.0909, 2, 0, 109.0909, 2, 0, 1),
  (1, 0, 3, 2017, 'MX', 1, 0, 60, 66.6667, 3, 0, 3, 0, 1, 0, 1, 103.2258, 1, 0, 88.8889, 3, 0, 2),
  (2, 0, 2, 2017, 'MX', 1, 0, 50, 66.6667, 4, 0, 3, 0, 0, 16, 0, 92.8571, 2, 0, 92.8571, 2, 0, 2),
  (3, 0, 2, 2016, 'MX', 1, 0, NULL, NULL, 8, 1, 5, 1, 0, 1, 0, NULL, 0, 1, NULL, 0, 0, 1),
  (3, 0, 2, 2017, 'MX', 1, 0, NULL, NULL, 7, 6, 2, 0, 0, 16, 0, 94.4444, 2, 0, 94.4444, 2, 0, 2),
  (4, 0, 4, 2017, 'MX', 1, 0, NULL, NULL, 0, 7, 1, 0, 0, 16, 0, 200, 3, 0, 200, 3, 1, 2),
  (4, 0, 4, 2017, '01', 1, 0, NULL, NULL, 0, 7, 1, 0, 0, 16, 0, 120, 3, 0, 120, 3, 1, 2),
  (4, 0, 4, 2017, '02', 1, 0, NULL, NULL, 0, 7, 1, 0, 0, 16, 0, 280, 3, 0, 280, 3, 1, 2),
  (5, 0, 2, 2017, 'MX', 1, 0, NULL, NULL, 0, 2, 0, 2, 0, 2, 0, NULL, 0, 2, NULL, 0, 0, 2),
  (6, 1, 2, 2017, 'MX', 1, 0, NULL, NULL, 0, 7, 3, 0, 0, 16, 0, 80, 3, 0, 80, 3, 0, 2),
  (6, 2, 4, 2017, 'MX', 1, 0, NULL, NULL, 0, 7, 0, 11, 0, 16, 0, NULL, 0, 11, NULL, 0, 0, 2))
SELECT 1, j.indicator, j.series, j.unit, j.year, 1, 0, geography.geography_id, 0, 1, j.segment, j.breaks, j.percent, j.expected, j.progress, j.progress_reason, 'PROVISIONAL', j.interim, j.interim_reason, 'DERIVED', j.trend, j.trend_reason, 'PROVISIONAL', j.favourable, NULL, j.compliance, j.light, j.light_reason, 'PROVISIONAL', j.original, j.original_light, j.poor, '2018.1', j.delivery
FROM j
JOIN dim_geography AS geography ON geography.geography_code = j.place;

INSERT INTO dim_score_dimension VALUES (1, 'msd', '', 'MSD', ''), (2, 'msd', 'mir', 'MSD', 'MIR'), (3, 'msd', 'asm', 'MSD', 'ASM');
-- feed, agency, programme, year, dimension, place, ordinal, score, reason, as of, ambiguous, text, class, note, assumed, delivery, lines, records
INSERT INTO fct_score VALUES
  (3, 1, 1, 2016, 1, 0, 1, 3.2, NULL, NULL, 0, '', 'Medio', '', '', 4, 2, 2, 1),
  (3, 1, 1, 2017, 1, 0, 1, 4.1, NULL, NULL, 0, '', 'Medio alto', '', '', 4, 3, 3, 1),
  (3, 1, 1, 2016, 2, 0, 1, 3, NULL, NULL, 0, '', '', '', '', 4, 2, 2, 1),
  (3, 1, 1, 2017, 2, 0, 1, 4.5, NULL, NULL, 0, '', '', '', '', 4, 3, 3, 1),
  (3, 1, 1, 2017, 3, 0, 1, NULL, 3, NULL, 0, 'n.a.', '', '', '', 4, 3, 3, 1),
  (3, 2, 2, 2016, 1, 0, 1, 2.5, NULL, NULL, 0, '', 'Medio bajo', '', '', 4, 5, 5, 1),
  (2, 1, 1, 2017, 1, 0, 1, 4, NULL, NULL, 0, '', '', '', '', 3, 4, 4, 1);

INSERT INTO dim_component VALUES (1, 1, 5, 'ahorro', 1, 'Ahorro'), (2, 2, 1, 'capacitados', 1, 'Capacitados');
-- feed, agency, programme, component, year, population, sex, place, unit, figure, reason, text, as of, source, note, assumed, ambiguous, delivery, lines, records
INSERT INTO fct_coverage (feed_id, agency_id, programme_id, component_id, year_key, population_key, sex_key, geography_id, unit_id, figure, missing_reason_key, missing_text, as_of, source, note, assumed, is_ambiguous, delivery_id, line_first, line_last, record_count) VALUES
  (4, 1, 1, 0, 2015, 5, 1, 1, 1, 300, NULL, '', NULL, '', '', 'geography', 0, 5, 2, 2, 1),
  (4, 1, 1, 0, 2015, 5, 2, 1, 1, 180, NULL, '', NULL, '', '', 'geography', 0, 5, 2, 2, 1),
  (4, 1, 1, 0, 2015, 5, 3, 1, 1, 120, NULL, '', NULL, '', '', 'geography', 0, 5, 2, 2, 1),
  (4, 1, 1, 0, 2016, 3, 1, 1, 1, 500, NULL, '', NULL, '', '', 'geography', 0, 5, 3, 3, 1),
  (4, 1, 1, 0, 2016, 5, 1, 1, 1, 400, NULL, '', NULL, '', '', 'geography', 0, 5, 4, 4, 1),
  (4, 1, 1, 0, 2016, 5, 2, 1, 1, 250, NULL, '', NULL, '', '', 'geography', 0, 5, 4, 4, 1),
  (4, 1, 1, 0, 2016, 5, 3, 1, 1, 150, NULL, '', NULL, '', '', 'geography', 0, 5, 4, 4, 1),
  (4, 1, 1, 1, 2015, 5, 1, 1, 1, 40, NULL, '', NULL, '', '', 'geography', 0, 5, 5, 5, 1),
  (4, 1, 1, 1, 2016, 5, 1, 1, 5, 90, NULL, '', NULL, '', '', 'geography', 0, 5, 6, 6, 1),
  (4, 2, 2, 2, 2016, 3, 1, 1, 1, 9, NULL, '', NULL, '', '', '', 0, 5, 7, 7, 1),
  (4, 2, 2, 2, 2016, 5, 1, 1, 1, 10, NULL, '', NULL, '', '', '', 0, 5, 7, 7, 1);
INSERT INTO fct_coverage_judgement VALUES
  (4, 1, 1, 0, 2015, 5, 1, 1, 1, 0, 0, 0, NULL, 0, 0, 0, '2018.1', 'PROVISIONAL', 5),
  (4, 1, 1, 0, 2016, 5, 1, 1, 1, 0, 1, 0, 33.3333, 0, 0, 0, '2018.1', 'PROVISIONAL', 5),
  (4, 1, 1, 0, 2015, 5, 2, 1, 1, 0, 0, 0, NULL, 0, 0, 0, '2018.1', 'PROVISIONAL', 5),
  (4, 1, 1, 0, 2016, 5, 2, 1, 1, 0, 1, 0, 38.8889, 0, 0, 0, '2018.1', 'PROVISIONAL', 5),
  (4, 1, 1, 0, 2015, 5, 3, 1, 1, 0, 0, 0, NULL, 0, 0, 0, '2018.1', 'PROVISIONAL', 5),
  (4, 1, 1, 0, 2016, 5, 3, 1, 1, 0, 0, 0, 25, 0, 0, 0, '2018.1', 'PROVISIONAL', 5),
  (4, 1, 1, 1, 2015, 5, 1, 1, 1, 0, 0, 0, NULL, 0, 0, 0, '2018.1', 'PROVISIONAL', 5),
  (4, 1, 1, 1, 2016, 5, 1, 1, 2, 1, 0, 0, NULL, 0, 0, 0, '2018.1', 'PROVISIONAL', 5),
  (4, 2, 2, 2, 2016, 5, 1, 1, 1, 0, 0, 0, NULL, 1, 0, 0, '2018.1', 'PROVISIONAL', 5);
INSERT INTO dim_price_index VALUES (2012, 79.0281, 1), (2015, 87.6546, 0), (2016, 90.1279, 0);
-- feed, agency, programme, year, period, quarter, fund year, stage, source, place, prices, ordinal, figure, reason, text, as of, note, assumed, ambiguous, delivery, lines, records
INSERT INTO fct_budget VALUES
  (5, 1, 1, 2015, 1, 0, 2015, 1, 0, 1, 1, 1, 900000, NULL, '', NULL, '', '', 0, 6, 2, 2, 1),
  (5, 1, 1, 2016, 1, 0, 2016, 1, 0, 1, 1, 1, 800000, NULL, '', NULL, '', '', 0, 6, 3, 3, 1),
  (5, 1, 1, 2016, 1, 0, 2016, 6, 0, 1, 1, 1, 1000000, NULL, '', NULL, '', '', 0, 6, 4, 4, 1),
  (5, 2, 2, 2016, 1, 0, 2016, 2, 0, 1, 1, 1, 5000, NULL, '', NULL, '', '', 0, 6, 5, 5, 1);

-- A sheet's classes: 1.1 exceeds its goal, 1.2 lags; its matrix counts one too many as exceeded.
INSERT INTO delivery_page VALUES (3, 1, 1), (3, 2, 20);
-- feed, indicator, year, ordinal, agency, programme, objective, role, direction, quality, focus, suggested, criteria met, reason, five marks, interim, progress, ambiguous, texts (missing, other marks, role, direction, quality, interim, progress, note, assumed), delivery, lines, records
INSERT INTO fct_indicator_assessment VALUES
  (2, 7, 2017, 1, 1, 1, 1, 1, 1, 2, 3, 3, 4, NULL, 1, 1, 1, 1, 0, 2, 1, 0, '', '', 'Meta para el bienestar', 'Ascendente', 'Adecuado', 'Alcanzada', 'Superado', '', '', 3, 5, 6, 1),
  (2, 8, 2017, 1, 1, 1, 1, 2, 2, 0, 0, 3, NULL, 1, NULL, NULL, NULL, NULL, NULL, 3, 5, 1, '', '', 'Parámetro', 'Descendente', '', 'No alcanzada', 'Rezagado', 'Moderado', '', 3, 7, 8, 1);
-- feed, agency, programme, year, focus, class, ordinal, indicators, reason, percent, ambiguous, text, printed, assumed, delivery, lines, records
INSERT INTO fct_published_distribution VALUES
  (2, 1, 1, 2017, 3, 1, 1, 1, NULL, 50, 0, '', '1, 50%', '', 3, 21, 21, 1),
  (2, 1, 1, 2017, 3, 5, 1, 1, NULL, 50, 0, '', '1, 50%', '', 3, 21, 21, 1),
  (2, 1, 1, 2017, 4, 1, 1, 2, NULL, 67, 0, '', '2, 67%', '', 3, 22, 22, 1),
  (2, 1, 1, 2017, 4, 5, 1, 1, NULL, 50, 0, '', '1, 50%', '', 3, 22, 22, 1),
  (2, 1, 1, 2017, 4, 8, 1, 2, NULL, 100, 0, '', '2, 100%', '', 3, 22, 22, 1);
-- feed, agency, programme, year, kind, subject, number, ordinal, percent done, reason, ambiguous, text, subject, what it says, assumed, delivery, lines, records
INSERT INTO fct_finding VALUES
  (2, 1, 1, 2017, 1, '', 1, 1, NULL, 1, 0, '', '', 'Conoce a quien atiende.', '', 3, 25, 25, 1),
  (2, 1, 1, 2017, 3, '', 1, 1, NULL, 1, 0, '', '', 'Su meta no cambia en tres años.', '', 3, 26, 26, 1),
  (2, 1, 1, 2017, 3, '', 2, 1, NULL, 1, 0, '', '', 'El padrón se publica tarde.', '', 3, 27, 27, 1),
  (2, 1, 1, 2017, 6, '', 1, 1, 40, NULL, 0, '', '', 'Publicar el padrón cada trimestre.', '', 3, 30, 30, 1),
  (2, 1, 1, 2017, 6, '', 2, 1, 100, NULL, 0, '', '', 'Revisar las metas.', '', 3, 31, 31, 1),
  (2, 1, 1, 2017, 6, '', 3, 1, NULL, 2, 0, 'ND', '', 'Evaluar el diseño.', '', 3, 32, 32, 1);

-- April 2018: the indicators of 2017 corrected. A figure and an adjusted goal change, a month is stated no longer; the score, too.
SET timestamp = UNIX_TIMESTAMP('2018-04-10 00:00:00');
INSERT INTO delivery (delivery_id, feed_id, file_name, file_digest, file_bytes, edition, edition_year, scope, status, descriptor_digest, rulebook_digest, received_at, published_at)
VALUES
  (8, 1, 'mir/2017-corrected.csv', REPEAT('8', 64), 100, '2017', 2017, '2017', 'PUBLISHED', REPEAT('a', 64), REPEAT('b', 64), NOW(6), NOW(6)),
  (9, 3, 'msd/2017-corrected.csv', REPEAT('9', 64), 100, '2017', 2017, '2017', 'PUBLISHED', REPEAT('a', 64), REPEAT('b', 64), NOW(6), NOW(6));
UPDATE fct_indicator_value SET figure = 162, adjusted_target = 158, delivery_id = 8, line_first = 20 WHERE feed_id = 1 AND indicator_id = 1 AND year_key = 2017;
UPDATE fct_indicator_value SET note = 'revisado', delivery_id = 8, line_first = 21 WHERE feed_id = 1 AND indicator_id = 2;
DELETE FROM fct_indicator_value WHERE indicator_id = 4 AND period_type_key = 4 AND period_number = 2;
UPDATE fct_indicator_judgement SET progress_percent = 62, compliance_percent = 102.5316, original_compliance_percent = 90, original_light_key = 2, delivery_id = 8 WHERE feed_id = 1 AND indicator_id = 1 AND year_key = 2017;
UPDATE fct_score SET figure = 4.2, delivery_id = 9, line_first = 3 WHERE feed_id = 3 AND year_key = 2017 AND score_dimension_id = 1;

INSERT IGNORE INTO delivery_publication (delivery_id, published_at, feed_id, rerun) SELECT delivery_id, published_at, feed_id, 0 FROM delivery WHERE published_at IS NOT NULL;
