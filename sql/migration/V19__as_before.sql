-- What the last delivery of a feed said of each series, so that the next one is read for what differs. Every statement can run again.

CREATE TABLE IF NOT EXISTS whole_delivery (
  feed_id SMALLINT UNSIGNED NOT NULL COMMENT 'The feed',
  delivery_id BIGINT UNSIGNED NOT NULL COMMENT 'Its last delivery, which states all that the feed has published',
  published_at DATETIME(6) NOT NULL COMMENT 'The publication that this holds for, UTC',
  facts BIGINT UNSIGNED NOT NULL COMMENT 'Facts of the feed then',
  figure_sum DECIMAL(40,10) NOT NULL COMMENT 'What their figures add up to',
  PRIMARY KEY (feed_id),
  CONSTRAINT whole_delivery_delivery FOREIGN KEY (delivery_id) REFERENCES delivery (delivery_id) ON DELETE CASCADE
) COMMENT 'Feeds whose last delivery states all that they have published';

CREATE TABLE IF NOT EXISTS series_digest (
  feed_id SMALLINT UNSIGNED NOT NULL COMMENT 'The feed',
  statement_hash CHAR(32) CHARACTER SET ascii NOT NULL COMMENT 'MD5 of what the series is of, as the file says it',
  digest CHAR(32) CHARACTER SET ascii NOT NULL COMMENT 'MD5 of all that was staged of it, but for where it stood in the file',
  indicator_key CHAR(32) CHARACTER SET ascii NOT NULL COMMENT 'The indicator it was settled to be of',
  PRIMARY KEY (feed_id, statement_hash)
) COMMENT 'What the feed\'s whole_delivery said of each series';
