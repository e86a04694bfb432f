-- ¿Cuántos registros quedaron en cuarentena, por causa y fuente?
-- How many records were set aside, by cause and feed?
SELECT
  feed, code,
  COUNT(DISTINCT delivery_id, record_no) AS records,
  COUNT(DISTINCT delivery_id) AS deliveries,
  MIN(found) AS for_example,
  MIN(accepted) AS accepted
FROM v_issues
WHERE severity = 'ERROR' AND record_no > 0
GROUP BY feed, code
ORDER BY records DESC, feed, code
