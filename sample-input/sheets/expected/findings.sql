-- What the sample sheets find, recommend and warn of.
SELECT
  agency_code, programme_code, year, kind_code, subject, number, text, percent_done, line, line_last, file_name
FROM v_findings
WHERE feed = 'issste-sheets'
ORDER BY file_name, line, kind_code, subject, number;
