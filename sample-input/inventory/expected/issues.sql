-- The issues of the sample deliveries of coneval-inventory.
SELECT
  code, severity, line, column_name, found, file_name
FROM v_issues
WHERE feed = 'coneval-inventory'
ORDER BY file_name, line, column_name, code, found;
