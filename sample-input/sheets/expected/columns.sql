-- The accounting by value column of the sample deliveries of issste-sheets.
SELECT
  column_name, cells_numeric, sum_read, sum_staged, sum_quarantined, sum_merged, sum_totals, sum_filtered,
  unaccounted, file_name
FROM v_delivery_columns
WHERE feed = 'issste-sheets'
ORDER BY file_name, column_name;
