-- ¿Cuánto del presupuesto aprobado se ejerció en cada programa y año?
-- How much of the approved budget did each programme exercise in each year?
SELECT
  feed, year, agency_code, programme_code, programme_name, period_es AS periodo, quarter, approved, exercised,
  exercised_approved_percent
FROM v_budget_history
WHERE price_basis_code = 'NOMINAL' AND approved IS NOT NULL
ORDER BY feed, year, agency_code, programme_code, quarter, funding_source, geography_code
