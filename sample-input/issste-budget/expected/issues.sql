-- The issues of the sample deliveries of issste-budget.
SELECT
  code, severity, line, column_name, found, file_name
FROM v_issues
WHERE feed = 'issste-budget'
ORDER BY file_name, line, column_name, code, found;
