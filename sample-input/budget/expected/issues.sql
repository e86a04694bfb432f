-- The issues of the sample deliveries of shcp-ramo23.
SELECT
  code, severity, line, column_name, found, file_name
FROM v_issues
WHERE feed = 'shcp-ramo23'
ORDER BY file_name, line, column_name, code, found;
