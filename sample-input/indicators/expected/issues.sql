-- The issues of the sample deliveries of profepa-indicators.
SELECT
  code, severity, line, column_name, found, file_name
FROM v_issues
WHERE feed = 'profepa-indicators'
ORDER BY file_name, line, column_name, code, found;
