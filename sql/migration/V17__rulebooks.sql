-- Which numbers a version of the rulebook stands for: judgements bear the version alone. Every statement can run again.

CREATE TABLE IF NOT EXISTS rulebook (
  rulebook_version VARCHAR(60) NOT NULL COMMENT 'As the rulebook calls itself',
  rules_digest CHAR(64) CHARACTER SET ascii NOT NULL COMMENT 'SHA-256 of what coverage.yaml and indicators.yaml say; without comments and sources',
  first_used_at DATETIME(6) NOT NULL COMMENT 'When it was first judged by, UTC',
  PRIMARY KEY (rulebook_version)
) COMMENT 'Rulebooks that were judged by: another one must have another version';
