-- One row for each feed of the catalogue, and each that ever delivered: how old its last published delivery is, when the
-- next one is due, and how many are missing.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW v_freshness AS
SELECT
  feed.feed AS feed,
  COALESCE(expected.title, known.title) AS feed_title,
  COALESCE(expected.agency, known.agency) AS feed_agency,
  expected.feed IS NOT NULL AS is_in_catalogue,
  expected.every AS every_code,
  CASE expected.every
    WHEN 'YEAR' THEN 'cada año' WHEN 'QUARTER' THEN 'cada trimestre' WHEN 'MONTH' THEN 'cada mes'
    WHEN 'WEEK' THEN 'cada semana' WHEN 'DAY' THEN 'cada día' WHEN 'UNSTATED' THEN 'sin indicar'
  END AS every_es,
  CASE expected.every
    WHEN 'YEAR' THEN 'every year' WHEN 'QUARTER' THEN 'every quarter' WHEN 'MONTH' THEN 'every month'
    WHEN 'WEEK' THEN 'every week' WHEN 'DAY' THEN 'every day' WHEN 'UNSTATED' THEN 'not stated'
  END AS every_en,
  arrived.n_deliveries AS n_deliveries,
  arrived.received_at AS last_received_at,
  newest.status AS last_status,
  published.edition AS last_edition,
  published.published_at AS published_at,
  DATEDIFF(UTC_DATE(), DATE(published.published_at)) AS age_days,
  CASE expected.every
    WHEN 'YEAR' THEN MAKEDATE(YEAR(UTC_DATE())
        + (UTC_DATE() > MAKEDATE(YEAR(UTC_DATE()), 1) + INTERVAL expected.due_month - 1 MONTH
          + INTERVAL expected.due_day - 1 DAY), 1)
      + INTERVAL expected.due_month - 1 MONTH + INTERVAL expected.due_day - 1 DAY
    WHEN 'QUARTER' THEN MAKEDATE(YEAR(UTC_DATE()), 1) + INTERVAL QUARTER(UTC_DATE()) QUARTER - INTERVAL 1 DAY
    WHEN 'MONTH' THEN LAST_DAY(UTC_DATE())
    WHEN 'WEEK' THEN UTC_DATE() + INTERVAL 6 - WEEKDAY(UTC_DATE()) DAY
    WHEN 'DAY' THEN UTC_DATE()
  END AS next_due_on,
  COALESCE(missing.editions, 0) AS n_missing,
  published.delivery_id AS delivery_id,
  published.file_name AS file_name
FROM (
  SELECT feed FROM feed_expectation
  UNION
  SELECT feed FROM dim_feed WHERE feed_id <> 0
) AS feed
LEFT JOIN feed_expectation AS expected ON expected.feed = feed.feed
LEFT JOIN dim_feed AS known ON known.feed = feed.feed
LEFT JOIN (
  SELECT feed_id, COUNT(*) AS n_deliveries, MAX(received_at) AS received_at, MAX(delivery_id) AS delivery_id
  FROM delivery
  GROUP BY feed_id
) AS arrived ON arrived.feed_id = known.feed_id
LEFT JOIN delivery AS newest ON newest.delivery_id = arrived.delivery_id
-- The last edition, and of several deliveries of it the last published; one that is being rerun stands meanwhile.
LEFT JOIN (
  SELECT feed_id, delivery_id, file_name, edition, published_at,
    ROW_NUMBER() OVER (PARTITION BY feed_id ORDER BY edition DESC, published_at DESC) AS place
  FROM delivery
  WHERE status = 'PUBLISHED' OR published_at IS NOT NULL AND COALESCE(retracted_at < published_at, TRUE) AND status IN ('RECEIVED', 'STAGED', 'JUDGED', 'REJECTED')
) AS published ON published.feed_id = known.feed_id AND published.place = 1
LEFT JOIN (
  SELECT feed, COUNT(*) AS editions
  FROM v_expected_missing
  GROUP BY feed
) AS missing ON missing.feed = feed.feed;
