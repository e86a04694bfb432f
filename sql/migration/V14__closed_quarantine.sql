-- A record in quarantine that was dealt with says when, by whom and why.
ALTER TABLE quarantine
  ADD COLUMN IF NOT EXISTS closed_at DATETIME(6) NULL COMMENT 'When it was replayed or waived, UTC; NULL while it is open';

ALTER TABLE quarantine
  ADD COLUMN IF NOT EXISTS closed_by VARCHAR(100) NULL COMMENT 'Who waived it, or what replayed it; NULL while it is open';

ALTER TABLE quarantine
  ADD COLUMN IF NOT EXISTS reason VARCHAR(1000) NULL COMMENT 'Why it was waived, in the words of who did; NULL where nothing was said';
