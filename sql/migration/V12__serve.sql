-- The schedule that `avance serve` keeps, so that several processes share it and outages are known.
-- serve_agenda is the table of the library db-scheduler: its columns bear the names that the library looks for.

CREATE TABLE IF NOT EXISTS serve_agenda (
  task_name VARCHAR(100) NOT NULL COMMENT 'Kind of entry; always "feed"',
  task_instance VARCHAR(100) NOT NULL COMMENT 'Name of the feed, the file name of its descriptor',
  task_data BLOB NULL COMMENT 'Why it is due, as UTF-8 text with semicolons between: cron expression, zone, SCHEDULE or ARRIVAL, tries after a failure, whether a run is owed',
  execution_time DATETIME(6) NOT NULL COMMENT 'When the feed is due, UTC',
  picked BOOLEAN NOT NULL COMMENT 'Whether a process is at it now',
  picked_by VARCHAR(50) NULL COMMENT 'Which process is at it: host and process id',
  last_success DATETIME(6) NULL COMMENT 'When its last run ended, whatever became of its files, UTC',
  last_failure DATETIME(6) NULL COMMENT 'When a run last broke off by a fault of Avance, UTC',
  consecutive_failures INT NULL COMMENT 'How often in a row that happened',
  last_heartbeat DATETIME(6) NULL COMMENT 'When the process that is at it last said that it lives, UTC; a late one is taken for dead, and another goes on',
  version BIGINT NOT NULL COMMENT 'Raised by each change: of two processes that take an entry at once, one finds it changed and leaves it',
  priority SMALLINT NULL COMMENT 'Not used; the library expects the column',
  PRIMARY KEY (task_name, task_instance),
  KEY serve_agenda_due (execution_time),
  KEY serve_agenda_heartbeat (last_heartbeat)
) COMMENT 'Which feed is due when, shared by all processes that serve this warehouse';

CREATE TABLE IF NOT EXISTS serve_process (
  process VARCHAR(50) NOT NULL COMMENT 'Host and process id',
  started_at DATETIME(6) NOT NULL COMMENT 'When it began to serve, UTC',
  seen_at DATETIME(6) NOT NULL COMMENT 'When it last said that it lives, UTC',
  unbroken_since DATETIME(6) NOT NULL COMMENT 'Since when some process has served without a gap, UTC; what was due before and did not run was missed',
  stopped_at DATETIME(6) NULL COMMENT 'When it stopped in good order, UTC; NULL while it serves, or where it died',
  PRIMARY KEY (process)
) COMMENT 'Processes that serve or served this warehouse in the last days';

CREATE TABLE IF NOT EXISTS serve_run (
  feed VARCHAR(100) NOT NULL COMMENT 'Name of the feed',
  cause VARCHAR(10) NOT NULL COMMENT 'SCHEDULE or ARRIVAL',
  due_at DATETIME(6) NOT NULL COMMENT 'When the run was due, UTC',
  began_at DATETIME(6) NOT NULL COMMENT 'When it began, UTC',
  ended_at DATETIME(6) NOT NULL COMMENT 'When it ended, UTC',
  process VARCHAR(50) NOT NULL COMMENT 'Host and process id of who ran it',
  result VARCHAR(500) NOT NULL COMMENT 'What came of it, in words',
  PRIMARY KEY (feed)
) COMMENT 'The last run of each feed that a serving process made; every load has its row in the job repository';
