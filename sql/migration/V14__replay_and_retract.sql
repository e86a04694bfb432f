-- Replay, retract, reclassify: what becomes of quarantined records when their delivery is loaded anew, deliveries that were
-- taken back, and history that was judged anew.

ALTER TABLE delivery
  MODIFY COLUMN status VARCHAR(12) NOT NULL COMMENT 'RECEIVED, STAGED, JUDGED, PUBLISHED, REJECTED, SUPERSEDED or RETRACTED',
  ADD COLUMN IF NOT EXISTS retracted_at DATETIME(6) NULL COMMENT 'Instant at which it was last taken back, UTC; use it for as-of questions' AFTER published_at,
  ADD COLUMN IF NOT EXISTS retract_reason VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'Why it was last taken back, as the operator said' AFTER retracted_at;

ALTER TABLE quarantine
  ADD COLUMN IF NOT EXISTS first_seen DATETIME(6) NULL COMMENT 'When a load first set it aside, UTC; NULL while that load has not ended',
  ADD COLUMN IF NOT EXISTS last_seen DATETIME(6) NULL COMMENT 'When a load last set it aside, UTC',
  ADD COLUMN IF NOT EXISTS closed_at DATETIME(6) NULL COMMENT 'When it was replayed or waived, UTC; NULL while it is open',
  ADD COLUMN IF NOT EXISTS closed_by VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'Account of the machine by which it was replayed or waived',
  ADD COLUMN IF NOT EXISTS closed_under VARCHAR(64) CHARACTER SET ascii NOT NULL DEFAULT '' COMMENT 'SHA-256 of the descriptor under which it was replayed',
  ADD COLUMN IF NOT EXISTS reason VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'Why it was waived, as the operator said';

-- Of loads that have ended before this was noted.
UPDATE quarantine q JOIN delivery d ON d.delivery_id = q.delivery_id
SET q.first_seen = d.received_at, q.last_seen = COALESCE(d.published_at, d.received_at)
WHERE q.first_seen IS NULL AND d.status IN ('PUBLISHED', 'REJECTED', 'SUPERSEDED');

CREATE TABLE IF NOT EXISTS quarantine_before (
  delivery_id BIGINT UNSIGNED NOT NULL COMMENT 'Delivery it came in',
  record_no BIGINT UNSIGNED NOT NULL COMMENT 'Record under the header',
  first_line BIGINT UNSIGNED NOT NULL COMMENT 'Line it begins on',
  last_line BIGINT UNSIGNED NOT NULL COMMENT 'Line it ends on',
  status VARCHAR(10) NOT NULL COMMENT 'OPEN, REPLAYED or WAIVED',
  raw MEDIUMTEXT NOT NULL COMMENT 'The record as received',
  first_seen DATETIME(6) NULL COMMENT 'When a load first set it aside, UTC',
  last_seen DATETIME(6) NULL COMMENT 'When a load last set it aside, UTC',
  closed_at DATETIME(6) NULL COMMENT 'When it was replayed or waived, UTC',
  closed_by VARCHAR(200) NOT NULL COMMENT 'Account of the machine by which it was replayed or waived',
  closed_under VARCHAR(64) CHARACTER SET ascii NOT NULL COMMENT 'SHA-256 of the descriptor under which it was replayed',
  reason VARCHAR(1000) NOT NULL COMMENT 'Why it was waived',
  PRIMARY KEY (delivery_id, record_no),
  CONSTRAINT quarantine_before_delivery FOREIGN KEY (delivery_id) REFERENCES delivery (delivery_id) ON DELETE CASCADE
) COMMENT 'Quarantine of deliveries that are being loaded anew, as it stood before; settled when that load ends';

CREATE TABLE IF NOT EXISTS reclassification (
  reclassification_id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'Key',
  feed_id SMALLINT UNSIGNED NOT NULL COMMENT 'Feed whose history was judged anew',
  rulebook_version VARCHAR(60) NOT NULL COMMENT 'Rulebook it was judged by',
  rulebook_digest CHAR(64) CHARACTER SET ascii NOT NULL COMMENT 'SHA-256 of that rulebook',
  reclassified_at DATETIME(6) NOT NULL COMMENT 'The one instant at which the new judgements became visible, UTC; use it for as-of questions',
  reclassified_by VARCHAR(200) NOT NULL COMMENT 'Account of the machine',
  judgements BIGINT UNSIGNED NOT NULL COMMENT 'Judgements that were looked at',
  judgements_changed BIGINT UNSIGNED NOT NULL COMMENT 'Of them, those that say something else now',
  judgements_renewed BIGINT UNSIGNED NOT NULL COMMENT 'Of them, those that say the same under another version of the rulebook',
  PRIMARY KEY (reclassification_id),
  KEY reclassification_feed (feed_id, reclassified_at),
  CONSTRAINT reclassification_feed FOREIGN KEY (feed_id) REFERENCES dim_feed (feed_id)
) COMMENT 'When the history of a feed was judged anew, by which rulebook';
