-- The issues of the sample deliveries of shcp-msd.
SELECT
  code, severity, line, column_name, found, file_name
FROM v_issues
WHERE feed = 'shcp-msd'
ORDER BY file_name, line, column_name, code, found;
