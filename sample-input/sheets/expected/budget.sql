-- The amounts of the sample deliveries of issste-sheets.
SELECT
  agency_code, programme_code, year, period_code, quarter, geography_code, price_basis_code, price_base_year,
  approved, modified, exercised, paid, missing_stages, exercised_approved_percent, exercised_modified_percent,
  constant_base_year, approved_constant, modified_constant, exercised_constant, paid_constant, note, is_ambiguous, assumed,
  line, line_last, file_name
FROM v_budget_history
WHERE feed = 'issste-sheets'
ORDER BY file_name, line, year, quarter, geography_code;
