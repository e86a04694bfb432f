-- The deliveries and their accounting of the sample deliveries of issste-sheets.
SELECT
  edition, edition_year, status, records_read, records_staged, records_quarantined, records_blank, records_totals,
  records_filtered, records_merged, reasons, file_name
FROM v_delivery
WHERE feed = 'issste-sheets'
ORDER BY file_name;
