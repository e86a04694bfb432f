-- The issues of the sample deliveries of shcp-ramo-23.
SELECT
  code, severity, line, column_name, found, file_name
FROM v_issues
WHERE feed = 'shcp-ramo-23'
ORDER BY file_name, line, column_name, code, found;
