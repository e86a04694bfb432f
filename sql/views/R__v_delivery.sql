-- One row for each delivery: how far it came, what was counted in it and why it was refused.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW v_delivery AS
SELECT
  delivery.delivery_id AS delivery_id,
  feed.feed AS feed,
  feed.title AS feed_title,
  feed.agency AS feed_agency,
  delivery.file_name AS file_name,
  delivery.file_digest AS file_digest,
  delivery.file_bytes AS file_bytes,
  delivery.edition AS edition,
  delivery.edition_year AS edition_year,
  delivery.scope AS scope,
  delivery.layout AS layout,
  delivery.status AS status,
  CASE delivery.status
    WHEN 'RECEIVED' THEN 'Recibida'
    WHEN 'STAGED' THEN 'Preparada'
    WHEN 'JUDGED' THEN 'Juzgada'
    WHEN 'PUBLISHED' THEN 'Publicada'
    WHEN 'REJECTED' THEN 'Rechazada'
    WHEN 'SUPERSEDED' THEN 'Reemplazada por otra más nueva'
    WHEN 'RETRACTED' THEN 'Retirada'
  END AS status_es,
  CASE delivery.status
    WHEN 'RECEIVED' THEN 'Received'
    WHEN 'STAGED' THEN 'Staged'
    WHEN 'JUDGED' THEN 'Judged'
    WHEN 'PUBLISHED' THEN 'Published'
    WHEN 'REJECTED' THEN 'Rejected'
    WHEN 'SUPERSEDED' THEN 'Superseded by a newer one'
    WHEN 'RETRACTED' THEN 'Taken back'
  END AS status_en,
  delivery.reasons AS reasons,
  delivery.rerun AS rerun,
  delivery.received_at AS received_at,
  delivery.published_at AS published_at,
  delivery.records_read AS records_read,
  delivery.records_staged AS records_staged,
  delivery.records_quarantined AS records_quarantined,
  delivery.records_blank AS records_blank,
  delivery.records_totals AS records_totals,
  delivery.records_filtered AS records_filtered,
  delivery.records_merged AS records_merged,
  delivery.facts_staged AS facts_staged,
  delivery.facts_new AS facts_new,
  delivery.facts_changed AS facts_changed,
  delivery.facts_unchanged AS facts_unchanged,
  delivery.facts_ended AS facts_ended,
  delivery.facts_kept AS facts_kept,
  delivery.descriptor_digest AS descriptor_digest,
  delivery.rulebook_digest AS rulebook_digest,
  IF(delivery.retracted_at > delivery.published_at, delivery.retracted_at, NULL) AS retracted_at,
  IF(delivery.retracted_at > delivery.published_at, delivery.retract_reason, '') AS retract_reason,
  delivery.status = 'PUBLISHED'
    OR (delivery.status IN ('RECEIVED', 'STAGED', 'JUDGED', 'REJECTED') AND delivery.published_at IS NOT NULL
        AND COALESCE(delivery.retracted_at < delivery.published_at, TRUE)) AS is_standing
FROM delivery
JOIN dim_feed AS feed ON feed.feed_id = delivery.feed_id
-- Feed 0 has none but what a retraction stages for a moment.
WHERE delivery.feed_id <> 0;
