-- One row for each time that a delivery was published: more than one where it was rerun or replayed.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW v_delivery_publication AS
SELECT
  publication.delivery_id AS delivery_id,
  feed.feed AS feed,
  delivery.file_name AS file_name,
  delivery.edition AS edition,
  publication.rerun AS rerun,
  publication.published_at AS published_at
FROM delivery_publication AS publication
JOIN delivery ON delivery.delivery_id = publication.delivery_id
JOIN dim_feed AS feed ON feed.feed_id = publication.feed_id;
