-- One row for each delivery of which records were ever set aside, and what became of them; the records themselves are for operators.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW v_quarantine AS
SELECT
  held.delivery_id AS delivery_id,
  feed.feed AS feed,
  feed.title AS feed_title,
  feed.agency AS feed_agency,
  held.file_name AS file_name,
  held.edition AS edition,
  held.status AS delivery_status,
  IF(held.is_overtaken, 0, held.open) AS records_open,
  IF(held.is_overtaken, held.open, 0) AS records_overtaken,
  held.replayed AS records_replayed,
  held.waived AS records_waived,
  (SELECT MIN(q.first_seen) FROM quarantine AS q WHERE q.delivery_id = held.delivery_id) AS first_seen,
  (SELECT MAX(q.last_seen) FROM quarantine AS q WHERE q.delivery_id = held.delivery_id) AS last_seen,
  (SELECT MAX(q.closed_at) FROM quarantine AS q WHERE q.delivery_id = held.delivery_id) AS closed_at
FROM (
  SELECT delivery.*, counted.open, counted.replayed, counted.waived,
    -- Nothing of it is loaded while a newer delivery of its scope stands, or none of it does.
    delivery.status IN ('SUPERSEDED', 'RETRACTED') OR delivery.scope <> '' AND EXISTS (
      SELECT 1 FROM delivery AS newer
      WHERE newer.feed_id = delivery.feed_id AND newer.scope = delivery.scope
        AND (newer.edition > delivery.edition OR newer.edition = delivery.edition AND newer.delivery_id > delivery.delivery_id)
        AND (newer.status = 'PUBLISHED' OR newer.published_at IS NOT NULL AND COALESCE(newer.retracted_at < newer.published_at, TRUE)
          AND newer.status IN ('RECEIVED', 'STAGED', 'JUDGED', 'REJECTED'))) AS is_overtaken
  FROM (
    SELECT delivery_id, SUM(status = 'OPEN') AS open, SUM(status = 'REPLAYED') AS replayed, SUM(status = 'WAIVED') AS waived
    FROM quarantine GROUP BY delivery_id
  ) AS counted
  JOIN delivery ON delivery.delivery_id = counted.delivery_id
) AS held
JOIN dim_feed AS feed ON feed.feed_id = held.feed_id
WHERE held.feed_id <> 0;
