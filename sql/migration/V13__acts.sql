-- What an operator's acts leave in the register: deliveries rerun by name, every instant at which one was published, and
-- the ranges of editions that are being loaded again. Every statement can run again.

ALTER TABLE delivery
  ADD COLUMN IF NOT EXISTS by_name BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'Rerun by name: takes the place of newer editions of its scope' AFTER rerun;

CREATE TABLE IF NOT EXISTS delivery_publication (
  delivery_id BIGINT UNSIGNED NOT NULL COMMENT 'Delivery',
  published_at DATETIME(6) NOT NULL COMMENT 'Instant at which this load of it became visible, UTC; row_start and row_end of facts are such instants',
  feed_id SMALLINT UNSIGNED NOT NULL COMMENT 'Feed of the delivery',
  rerun INT UNSIGNED NOT NULL COMMENT 'Which load of the delivery it was: 0 the first',
  PRIMARY KEY (delivery_id, published_at),
  KEY delivery_publication_instant (feed_id, published_at),
  CONSTRAINT delivery_publication_delivery FOREIGN KEY (delivery_id) REFERENCES delivery (delivery_id) ON DELETE CASCADE
) COMMENT 'Every instant at which a delivery was published; more than one where it was rerun';

INSERT INTO delivery_publication (delivery_id, published_at, feed_id, rerun)
SELECT delivery_id, published_at, feed_id, rerun FROM delivery
WHERE published_at IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM delivery_publication AS known WHERE known.delivery_id = delivery.delivery_id);

CREATE TABLE IF NOT EXISTS backfill (
  backfill_id INT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'Key',
  feed VARCHAR(100) NOT NULL COMMENT 'Feed whose editions are loaded again',
  first_year SMALLINT UNSIGNED NOT NULL COMMENT 'First edition year of the range',
  last_year SMALLINT UNSIGNED NOT NULL COMMENT 'Last edition year of the range',
  descriptor_digest CHAR(64) CHARACTER SET ascii NOT NULL COMMENT 'SHA-256 of the descriptor that it loads under',
  rulebook_digest CHAR(64) CHARACTER SET ascii NOT NULL COMMENT 'SHA-256 of the rulebook that it judges by',
  after_execution BIGINT NOT NULL COMMENT 'Last execution before it began; a delivery of which a later one completed is done',
  begun_at DATETIME(6) NOT NULL COMMENT 'When it was first asked for, UTC',
  ended_at DATETIME(6) NULL COMMENT 'When all of it was done, UTC; NULL while the same range, asked for again, goes on with it',
  PRIMARY KEY (backfill_id),
  KEY backfill_range (feed, first_year, last_year)
) COMMENT 'Ranges of editions that were loaded again on purpose';
