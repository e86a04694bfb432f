-- What somebody was told of, so that each event is told once, whichever process sees it first.

CREATE TABLE IF NOT EXISTS alert (
  alert_id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'Key',
  event_key VARCHAR(250) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'Which event: its kind and what it happened to',
  is_open TINYINT UNSIGNED NULL DEFAULT 1 COMMENT '1 while it lasts, NULL once it is over: of one event at most one row is open',
  kind VARCHAR(20) NOT NULL COMMENT 'RUN_FAILED, RUN_REJECTED, FEED_LATE, ROWS_FELL, QUARANTINE_GREW, LEFT_OUT or RECOVERED',
  feed VARCHAR(100) NOT NULL COMMENT 'Feed it is about; empty for none',
  file_digest CHAR(64) CHARACTER SET ascii NOT NULL COMMENT 'Digest of the file it is about; empty for none',
  scope VARCHAR(60) NOT NULL COMMENT 'Scope of the delivery it is about; empty for none',
  delivery_id BIGINT UNSIGNED NOT NULL COMMENT 'Delivery it is about; 0 for none',
  execution_id BIGINT UNSIGNED NOT NULL COMMENT 'Execution it is about, as avance runs numbers them; 0 for none',
  amount BIGINT UNSIGNED NOT NULL COMMENT 'How much there was when it was told: records in quarantine; 0 where nothing is measured',
  subject VARCHAR(300) NOT NULL COMMENT 'The message in a line',
  body TEXT NOT NULL COMMENT 'The message',
  commands TEXT NOT NULL COMMENT 'What puts it right, a command a line',
  times_seen INT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'How often it was seen while it lasted',
  first_seen DATETIME(6) NOT NULL COMMENT 'When it was first seen, UTC',
  last_seen DATETIME(6) NOT NULL COMMENT 'When it was last seen, UTC',
  told_by VARCHAR(60) NOT NULL DEFAULT '' COMMENT 'Channels that have taken the message',
  told_at DATETIME(6) NULL COMMENT 'When all channels had taken it, UTC; NULL as long as it is to be told',
  tries INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'How often it was tried to tell it',
  next_try_at DATETIME(6) NOT NULL COMMENT 'Nobody tries before this instant, UTC: one process is at it, or a channel failed',
  resolved_at DATETIME(6) NULL COMMENT 'When it was over, UTC',
  PRIMARY KEY (alert_id),
  UNIQUE KEY alert_event (event_key, is_open),
  KEY alert_open (is_open, kind, feed),
  KEY alert_untold (told_at, next_try_at)
) COMMENT 'Events that operators are told of, each once';
