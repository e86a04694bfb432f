-- ¿Qué clases de avance y de calidad da cada ficha a los indicadores de cada objetivo?
-- Which classes of progress and quality does each sheet give to the indicators of each objective?
SELECT
  feed, year, agency_code, programme_code, objective AS objetivo,
  COUNT(*) AS n_total,
  SUM(COALESCE(printed_progress_code, '') = 'EXCEEDED') AS superado,
  SUM(COALESCE(printed_progress_code, '') = 'ADVANCED') AS avanzado,
  SUM(COALESCE(printed_progress_code, '') = 'ADEQUATE') AS adecuado,
  SUM(COALESCE(printed_progress_code, '') = 'INSUFFICIENT') AS insuficiente,
  SUM(COALESCE(printed_progress_code, '') = 'LAGGING') AS rezagado,
  SUM(COALESCE(printed_progress_code, '') = 'FAR_LAGGING') AS muy_rezagado,
  SUM(COALESCE(printed_progress_code, '') = 'CONSTANT_DIRECTION') AS sentido_constante,
  SUM(quality_code IN ('OUTSTANDING', 'ADEQUATE')) AS calidad_adecuada_o_mejor,
  SUM(quality_code = 'UNKNOWN') AS calidad_no_indicada,
  SUM(is_ambiguous) AS n_ambiguos
FROM v_indicator_assessment
GROUP BY feed, year, agency_code, programme_code, objective
ORDER BY feed, year, agency_code, programme_code, MIN(line)
