-- The issues of the sample deliveries of shcp-federal-funds.
SELECT
  code, severity, line, column_name, found, file_name
FROM v_issues
WHERE feed = 'shcp-federal-funds'
ORDER BY file_name, line, column_name, code, found;
