-- ¿Qué aspectos comprometidos siguen abiertos, y cuánto llevan de avance?
-- Which improvement commitments are still open, and how far have they come?
SELECT
  year, agency_code, programme_code, number, text AS aspecto, percent_done, missing_es AS motivo_sin_avance, file_name,
  line, page
FROM v_findings
WHERE kind_code = 'IMPROVEMENT_COMMITMENT' AND COALESCE(percent_done, 0) < 100
ORDER BY year, agency_code, programme_code, percent_done, number
