-- One row for each value column of a delivery: the sums that must add up, read = staged + quarantined + merged + totals + filtered.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW v_delivery_columns AS
SELECT
  delivery.delivery_id AS delivery_id,
  feed.feed AS feed,
  delivery.file_name AS file_name,
  delivery_column.column_name AS column_name,
  delivery_column.cells_numeric AS cells_numeric,
  delivery_column.sum_read AS sum_read,
  delivery_column.sum_staged AS sum_staged,
  delivery_column.sum_quarantined AS sum_quarantined,
  delivery_column.sum_merged AS sum_merged,
  delivery_column.sum_totals AS sum_totals,
  delivery_column.sum_filtered AS sum_filtered,
  delivery_column.sum_read - delivery_column.sum_staged - delivery_column.sum_quarantined - delivery_column.sum_merged
    - delivery_column.sum_totals - delivery_column.sum_filtered AS unaccounted
FROM delivery_column
JOIN delivery ON delivery.delivery_id = delivery_column.delivery_id
JOIN dim_feed AS feed ON feed.feed_id = delivery.feed_id;
