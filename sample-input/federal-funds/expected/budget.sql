-- The amounts of the sample deliveries of shcp-federal-funds.
SELECT
  agency_code, agency_name, programme_code, programme_name, year, period_code, quarter, fund_year, funding_source,
  geography_code, approved, modified, collected, committed, accrued, exercised, paid, refunded, missing_stages,
  exercised_modified_percent, constant_base_year, modified_constant, exercised_constant, line, line_last, file_name
FROM v_budget_history
WHERE feed = 'shcp-federal-funds'
ORDER BY file_name, line;
