-- The amounts of the sample deliveries of shcp-ramo23.
SELECT
  agency_code, programme_code, year, period_code, geography_code, price_basis_code, approved, constant_base_year,
  approved_constant, is_ambiguous, assumed, line, line_last, file_name
FROM v_budget_history
WHERE feed = 'shcp-ramo23'
ORDER BY file_name, line, year, geography_code;
