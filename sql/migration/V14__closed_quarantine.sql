-- A record in quarantine that was dealt with says when, by whom and why.
ALTER TABLE quarantine
  ADD COLUMN IF NOT EXISTS closed_at DATETIME(6) NULL COMMENT 'When it was replayed or waived, UTC; NULL while it is open';

ALTER TABLE quarantine
  ADD COLUMN IF NOT EXISTS closed_by VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'Account of the machine by which it was replayed or waived';

ALTER TABLE quarantine
  ADD COLUMN IF NOT EXISTS reason VARCHAR(1000) NOT NULL DEFAULT '' COMMENT 'Why it was waived, as the operator said';
