-- What the catalogue of feeds expects, so that views can tell what is late and which feed is shown first.

CREATE TABLE IF NOT EXISTS feed_expectation (
  feed VARCHAR(100) NOT NULL COMMENT 'Name of the feed, the file name of its descriptor; it may never have delivered',
  title VARCHAR(500) NOT NULL COMMENT 'What the feed holds, as its descriptor says',
  agency VARCHAR(500) NOT NULL COMMENT 'Who sends it',
  every VARCHAR(10) NOT NULL COMMENT 'How often a delivery is due: YEAR, QUARTER, MONTH, WEEK, DAY, or UNSTATED',
  due_month TINYINT UNSIGNED NOT NULL COMMENT 'Month by whose day a yearly delivery is due, in the year after the one it reports on',
  due_day TINYINT UNSIGNED NOT NULL COMMENT 'That day',
  show_order SMALLINT UNSIGNED NOT NULL COMMENT 'Of several feeds that state the same figure, the one with the lowest number is shown as current',
  PRIMARY KEY (feed)
) COMMENT 'Feeds of the catalogue as the last run found it: what is due of them, and their order';
