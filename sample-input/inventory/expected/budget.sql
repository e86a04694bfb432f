-- The amounts of the sample deliveries of coneval-inventory.
SELECT
  code_system, agency_code, agency_name, programme_code, programme_name, year, period_code, fund_year, funding_source,
  geography_code, approved, exercised, missing_stages, exercised_approved_percent, constant_base_year,
  approved_constant, exercised_constant, is_ambiguous, note, line, line_last, file_name
FROM v_budget_history
WHERE feed = 'coneval-inventory'
ORDER BY file_name, line, FIELD(funding_source, 'estatal', 'federal');
