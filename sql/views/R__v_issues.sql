-- One row for each fault of the data, with its place in its file.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW v_issues AS
SELECT
  issue.issue_id AS issue_id,
  issue.delivery_id AS delivery_id,
  feed.feed AS feed,
  delivery.file_name AS file_name,
  issue.code AS code,
  issue.severity AS severity,
  CASE issue.severity WHEN 'ERROR' THEN 'Error' WHEN 'WARNING' THEN 'Advertencia' WHEN 'INFO' THEN 'Nota' END AS severity_es,
  CASE issue.severity WHEN 'ERROR' THEN 'Error' WHEN 'WARNING' THEN 'Warning' WHEN 'INFO' THEN 'Note' END AS severity_en,
  issue.record_no AS record_no,
  issue.line AS line,
  (SELECT MAX(begun.page) FROM delivery_page AS begun WHERE begun.delivery_id = issue.delivery_id AND begun.first_line <= issue.line)
    AS page,
  issue.column_name AS column_name,
  issue.found AS found,
  issue.message AS message,
  issue.accepted AS accepted
FROM issue
JOIN delivery ON delivery.delivery_id = issue.delivery_id
JOIN dim_feed AS feed ON feed.feed_id = delivery.feed_id;
