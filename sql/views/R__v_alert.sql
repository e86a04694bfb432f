-- One row for each event that operators are told of: what it is about and since when; the messages themselves are for operators.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW v_alert AS
SELECT
  alert.alert_id AS alert_id,
  alert.kind AS kind,
  alert.feed AS feed,
  alert.scope AS scope,
  NULLIF(alert.delivery_id, 0) AS delivery_id,
  NULLIF(alert.execution_id, 0) AS run,
  COALESCE(alert.is_open, 0) AS is_open,
  alert.times_seen AS times_seen,
  alert.first_seen AS first_seen,
  alert.last_seen AS last_seen,
  alert.told_at AS told_at,
  alert.resolved_at AS resolved_at
FROM alert;
