-- One row for each side file that a delivery was staged with, by the bytes it had then.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW v_delivery_side_files AS
SELECT
  delivery.delivery_id AS delivery_id,
  feed.feed AS feed,
  delivery.file_name AS file_name,
  delivery.status AS status,
  side.file_name AS side_file_name,
  side.file_digest AS side_file_digest,
  side.file_bytes AS side_file_bytes
FROM delivery_side_file AS side
JOIN delivery ON delivery.delivery_id = side.delivery_id
JOIN dim_feed AS feed ON feed.feed_id = delivery.feed_id;
