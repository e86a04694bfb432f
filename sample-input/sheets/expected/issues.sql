-- The issues of the sample deliveries of issste-sheets.
SELECT
  code, severity, line, column_name, found, file_name
FROM v_issues
WHERE feed = 'issste-sheets'
ORDER BY file_name, line, column_name, code, found;
