-- One row for each time that the history of a feed was judged anew: the instant, and by which rulebook.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW v_reclassification AS
SELECT
  done.reclassification_id AS reclassification_id,
  feed.feed AS feed,
  feed.title AS feed_title,
  feed.agency AS feed_agency,
  done.reclassified_at AS reclassified_at,
  done.rulebook_version AS rulebook_version,
  done.rulebook_digest AS rulebook_digest,
  done.judgements AS judgements,
  done.judgements_changed AS judgements_changed,
  done.judgements_renewed AS judgements_renewed
FROM reclassification AS done
JOIN dim_feed AS feed ON feed.feed_id = done.feed_id;
