-- Feeds, their deliveries, and what was wrong with them.

CREATE TABLE IF NOT EXISTS dim_feed (
  feed_id SMALLINT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'Key; 0 is the unknown feed',
  feed VARCHAR(100) NOT NULL COMMENT 'Name of the feed, the file name of its descriptor',
  title VARCHAR(500) NOT NULL COMMENT 'What the feed holds, as its descriptor says',
  agency VARCHAR(500) NOT NULL COMMENT 'Who sends it',
  PRIMARY KEY (feed_id),
  UNIQUE KEY feed_name (feed)
) COMMENT 'Feeds: one kind of file from one agency' WITH SYSTEM VERSIONING;

SET STATEMENT sql_mode = 'NO_AUTO_VALUE_ON_ZERO,STRICT_TRANS_TABLES' FOR
INSERT IGNORE INTO dim_feed (feed_id, feed, title, agency) VALUES (0, '', 'Desconocido / Unknown', '');

CREATE TABLE IF NOT EXISTS delivery (
  delivery_id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'Key, in order of arrival',
  feed_id SMALLINT UNSIGNED NOT NULL COMMENT 'Feed it arrived for',
  file_name VARCHAR(500) NOT NULL COMMENT 'Path below the inbox under which it first arrived',
  file_digest CHAR(64) CHARACTER SET ascii NOT NULL COMMENT 'SHA-256 of the bytes; the identity of the delivery',
  file_bytes BIGINT UNSIGNED NOT NULL COMMENT 'Size in bytes',
  edition VARCHAR(40) NOT NULL COMMENT 'Edition as the descriptor reads it; empty where deliveries are ordered by arrival',
  edition_year SMALLINT UNSIGNED NOT NULL COMMENT 'Year the edition reports on; 0 where none is stated',
  scope VARCHAR(60) NOT NULL COMMENT 'What the delivery states completely; facts of the same feed and scope that it lacks are ended',
  layout VARCHAR(100) NOT NULL DEFAULT '' COMMENT 'Layout of the descriptor that the file matched',
  status VARCHAR(12) NOT NULL COMMENT 'RECEIVED, STAGED, JUDGED, PUBLISHED, REJECTED or SUPERSEDED',
  rerun INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'How often it was loaded anew, on purpose or because its descriptor changed',
  descriptor_digest CHAR(64) CHARACTER SET ascii NOT NULL COMMENT 'SHA-256 of the descriptor it was staged under',
  rulebook_digest CHAR(64) CHARACTER SET ascii NOT NULL COMMENT 'SHA-256 of the rulebook it was judged by',
  received_at DATETIME(6) NOT NULL COMMENT 'First arrival, UTC',
  published_at DATETIME(6) NULL COMMENT 'The one instant at which all of it became visible, UTC; use it for as-of questions',
  records_read BIGINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Records under the header',
  records_staged BIGINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Records that yielded facts',
  records_quarantined BIGINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Records set aside with their issues',
  records_blank BIGINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Blank records, or separators only',
  records_totals BIGINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Totals rows, compared and not loaded',
  records_filtered BIGINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Records that the descriptor leaves out',
  records_merged BIGINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Records that repeat an earlier one',
  facts_staged BIGINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Facts that the staged records state',
  facts_new BIGINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Facts that the warehouse did not hold',
  facts_changed BIGINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Facts it held with other values: a new version each',
  facts_unchanged BIGINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Facts it held just so: left untouched',
  facts_ended BIGINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Facts of its scope that it no longer states',
  facts_kept BIGINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'Facts left as a newer edition states them',
  reasons TEXT NOT NULL DEFAULT '' COMMENT 'Why it was rejected or superseded, one reason a line',
  PRIMARY KEY (delivery_id),
  UNIQUE KEY delivery_identity (feed_id, file_digest),
  KEY delivery_scope (feed_id, scope, status),
  CONSTRAINT delivery_feed FOREIGN KEY (feed_id) REFERENCES dim_feed (feed_id)
) COMMENT 'Deliveries: one arrival of one file content for a feed';

CREATE TABLE IF NOT EXISTS delivery_column (
  delivery_id BIGINT UNSIGNED NOT NULL COMMENT 'Delivery',
  column_name VARCHAR(200) NOT NULL COMMENT 'Value column as the header prints it',
  cells_numeric BIGINT UNSIGNED NOT NULL COMMENT 'Cells of the column that hold a number',
  sum_read DECIMAL(40,10) NOT NULL COMMENT 'Sum of those cells, counted while reading',
  sum_staged DECIMAL(40,10) NOT NULL COMMENT 'Part of it that stands in facts',
  sum_quarantined DECIMAL(40,10) NOT NULL COMMENT 'Part of it in quarantined records',
  sum_merged DECIMAL(40,10) NOT NULL COMMENT 'Part of it in repeated records',
  sum_totals DECIMAL(40,10) NOT NULL COMMENT 'Part of it in totals rows',
  sum_filtered DECIMAL(40,10) NOT NULL COMMENT 'Part of it in records left out',
  PRIMARY KEY (delivery_id, column_name),
  CONSTRAINT delivery_column_delivery FOREIGN KEY (delivery_id) REFERENCES delivery (delivery_id) ON DELETE CASCADE
) COMMENT 'The accounting of a delivery by value column: read = staged + quarantined + merged + totals + filtered';

CREATE TABLE IF NOT EXISTS issue (
  issue_id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'Key',
  delivery_id BIGINT UNSIGNED NOT NULL COMMENT 'Delivery it was found in',
  record_no BIGINT UNSIGNED NOT NULL COMMENT 'Record under the header; 0 for the file as a whole',
  code VARCHAR(40) NOT NULL COMMENT 'What kind of fault',
  severity VARCHAR(8) NOT NULL COMMENT 'ERROR, WARNING or INFO',
  line BIGINT UNSIGNED NOT NULL COMMENT 'Line of the file; 0 for the file as a whole',
  column_name VARCHAR(200) NOT NULL COMMENT 'Column as the header prints it; empty for the whole record',
  found VARCHAR(1000) NOT NULL COMMENT 'The printed text',
  message VARCHAR(2000) NOT NULL COMMENT 'What was expected and what was found',
  accepted VARCHAR(1000) NOT NULL COMMENT 'What would have been accepted',
  PRIMARY KEY (issue_id),
  KEY issue_of_delivery (delivery_id, code),
  CONSTRAINT issue_delivery FOREIGN KEY (delivery_id) REFERENCES delivery (delivery_id) ON DELETE CASCADE
) COMMENT 'Faults of the data, each with its place';

CREATE TABLE IF NOT EXISTS quarantine (
  delivery_id BIGINT UNSIGNED NOT NULL COMMENT 'Delivery it came in',
  record_no BIGINT UNSIGNED NOT NULL COMMENT 'Record under the header',
  first_line BIGINT UNSIGNED NOT NULL COMMENT 'Line it begins on',
  last_line BIGINT UNSIGNED NOT NULL COMMENT 'Line it ends on',
  status VARCHAR(10) NOT NULL DEFAULT 'OPEN' COMMENT 'OPEN, REPLAYED or WAIVED',
  raw MEDIUMTEXT NOT NULL COMMENT 'The record as received',
  PRIMARY KEY (delivery_id, record_no),
  CONSTRAINT quarantine_delivery FOREIGN KEY (delivery_id) REFERENCES delivery (delivery_id) ON DELETE CASCADE
) COMMENT 'Records that were not loaded, raw; their issues stand in issue';
