-- What a file of a million wrong records needs to be looked at in a second or two: kinds of fault counted by index alone, the
-- faults of one record found by its number, records counted by what became of them. Every statement can run again.

ALTER TABLE issue
  ADD INDEX IF NOT EXISTS issue_of_kind (delivery_id, code, severity, column_name, record_no),
  ADD INDEX IF NOT EXISTS issue_of_record (delivery_id, record_no),
  DROP INDEX IF EXISTS issue_of_delivery;

ALTER TABLE quarantine
  ADD INDEX IF NOT EXISTS quarantine_status (delivery_id, status);
