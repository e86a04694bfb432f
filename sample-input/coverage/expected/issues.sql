-- The issues of the sample deliveries of shcp-coverage.
SELECT
  code, severity, line, column_name, found, file_name
FROM v_issues
WHERE feed = 'shcp-coverage'
ORDER BY file_name, line, column_name, code, found;
