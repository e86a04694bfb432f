-- One row for each delivery that was due by now and has not been published, by what the descriptors expect. A yearly
-- edition is due by a day of the year after the one it reports on; of other feeds, and where no edition names its year,
-- one is due in each quarter, month, week or day, or between two due days. Expected are the periods since the first
-- published delivery, a thousand at most; of a feed that never published, the last one only.
CREATE OR REPLACE SQL SECURITY DEFINER VIEW v_expected_missing AS
WITH period AS (
  SELECT
    expected.feed, expected.title, expected.agency, expected.every, feed.feed_id,
    published.first_year, published.first_day,
    CASE expected.every
      WHEN 'YEAR' THEN MAKEDATE(YEAR(UTC_DATE()) - back.n, 1)
      WHEN 'QUARTER' THEN MAKEDATE(YEAR(UTC_DATE()), 1) + INTERVAL QUARTER(UTC_DATE()) - 1 - back.n QUARTER
      WHEN 'MONTH' THEN MAKEDATE(YEAR(UTC_DATE()), 1) + INTERVAL MONTH(UTC_DATE()) - 1 - back.n MONTH
      WHEN 'WEEK' THEN UTC_DATE() - INTERVAL WEEKDAY(UTC_DATE()) DAY - INTERVAL back.n WEEK
      WHEN 'DAY' THEN UTC_DATE() - INTERVAL back.n DAY
    END AS first_of_period,
    CASE expected.every
      WHEN 'YEAR' THEN MAKEDATE(YEAR(UTC_DATE()) - back.n + 1, 1) + INTERVAL expected.due_month - 1 MONTH
        + INTERVAL expected.due_day - 1 DAY
      WHEN 'QUARTER' THEN MAKEDATE(YEAR(UTC_DATE()), 1) + INTERVAL QUARTER(UTC_DATE()) - back.n QUARTER - INTERVAL 1 DAY
      WHEN 'MONTH' THEN MAKEDATE(YEAR(UTC_DATE()), 1) + INTERVAL MONTH(UTC_DATE()) - back.n MONTH - INTERVAL 1 DAY
      WHEN 'WEEK' THEN UTC_DATE() - INTERVAL WEEKDAY(UTC_DATE()) DAY - INTERVAL back.n - 1 WEEK - INTERVAL 1 DAY
      WHEN 'DAY' THEN UTC_DATE() - INTERVAL back.n DAY
    END AS due_on
  FROM feed_expectation AS expected
  CROSS JOIN (SELECT CAST(seq AS SIGNED) AS n FROM seq_0_to_999) AS back
  LEFT JOIN dim_feed AS feed ON feed.feed = expected.feed
  LEFT JOIN (
    SELECT feed_id, MIN(NULLIF(edition_year, 0)) AS first_year, MIN(DATE(received_at)) AS first_day
    FROM delivery
    WHERE status IN ('PUBLISHED', 'SUPERSEDED')
      OR published_at IS NOT NULL AND COALESCE(retracted_at < published_at, TRUE) AND status IN ('RECEIVED', 'STAGED', 'JUDGED', 'REJECTED')
    GROUP BY feed_id
  ) AS published ON published.feed_id = feed.feed_id
  WHERE expected.every <> 'UNSTATED'
),
due AS (
  SELECT
    period.*,
    period.every = 'YEAR' AND period.first_year IS NOT NULL AS by_edition,
    CASE period.every
      WHEN 'YEAR' THEN period.due_on - INTERVAL 1 YEAR + INTERVAL 1 DAY
      ELSE period.first_of_period
    END AS from_day,
    CASE period.every
      WHEN 'YEAR' THEN YEAR(period.first_of_period)
      WHEN 'QUARTER' THEN CONCAT(YEAR(period.first_of_period), '-Q', QUARTER(period.first_of_period))
      WHEN 'MONTH' THEN DATE_FORMAT(period.first_of_period, '%Y-%m')
      WHEN 'WEEK' THEN DATE_FORMAT(period.first_of_period, '%x-W%v')
      WHEN 'DAY' THEN DATE_FORMAT(period.first_of_period, '%Y-%m-%d')
    END AS label
  FROM period
  WHERE period.due_on < UTC_DATE()
    AND CASE
      WHEN period.every = 'YEAR' AND period.first_year IS NOT NULL THEN YEAR(period.first_of_period) >= period.first_year
      WHEN period.first_day IS NOT NULL THEN period.due_on >= period.first_day
      ELSE UTC_DATE() <= CASE period.every
        WHEN 'YEAR' THEN period.due_on + INTERVAL 1 YEAR
        WHEN 'QUARTER' THEN LAST_DAY(period.due_on + INTERVAL 1 QUARTER)
        WHEN 'MONTH' THEN LAST_DAY(period.due_on + INTERVAL 1 MONTH)
        WHEN 'WEEK' THEN period.due_on + INTERVAL 1 WEEK
        WHEN 'DAY' THEN period.due_on + INTERVAL 1 DAY
      END
    END
)
SELECT
  CONCAT_WS('-', due.feed, due.label) AS missing_key,
  due.feed AS feed,
  due.title AS feed_title,
  due.agency AS feed_agency,
  due.every AS every_code,
  CASE due.every
    WHEN 'YEAR' THEN 'cada año' WHEN 'QUARTER' THEN 'cada trimestre' WHEN 'MONTH' THEN 'cada mes'
    WHEN 'WEEK' THEN 'cada semana' WHEN 'DAY' THEN 'cada día'
  END AS every_es,
  CASE due.every
    WHEN 'YEAR' THEN 'every year' WHEN 'QUARTER' THEN 'every quarter' WHEN 'MONTH' THEN 'every month'
    WHEN 'WEEK' THEN 'every week' WHEN 'DAY' THEN 'every day'
  END AS every_en,
  due.label AS edition,
  due.due_on AS due_on,
  DATEDIFF(UTC_DATE(), due.due_on) AS days_late,
  due.first_day IS NULL AS never_delivered,
  refused.delivery_id AS delivery_id,
  refused.file_name AS file_name,
  refused.status AS status
FROM due
LEFT JOIN delivery AS came
  ON came.feed_id = due.feed_id
  AND (came.status IN ('PUBLISHED', 'SUPERSEDED')
    OR came.published_at IS NOT NULL AND COALESCE(came.retracted_at < came.published_at, TRUE) AND came.status IN ('RECEIVED', 'STAGED', 'JUDGED', 'REJECTED'))
  AND IF(due.by_edition, came.edition_year = YEAR(due.first_of_period), DATE(came.received_at) BETWEEN due.from_day AND due.due_on)
-- What came instead, and was not published.
LEFT JOIN delivery AS refused
  ON refused.delivery_id = (
    SELECT MAX(latest.delivery_id)
    FROM delivery AS latest
    WHERE latest.feed_id = due.feed_id AND latest.status NOT IN ('PUBLISHED', 'SUPERSEDED')
      AND (latest.edition_year = YEAR(due.first_of_period) AND due.every = 'YEAR'
        OR NOT due.by_edition AND DATE(latest.received_at) BETWEEN due.from_day AND due.due_on))
WHERE came.delivery_id IS NULL;
