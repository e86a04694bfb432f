-- ¿Qué diez indicadores cumplieron mejor su meta en cada año, y cuáles diez peor?
-- Which ten indicators met their goal best in each year, and which ten worst?
SELECT feed, year, from_best, from_worst, agency_code, programme_code, indicator_name, compliance_percent, semaforo
FROM (
  SELECT
    feed, year, agency_code, programme_code, indicator_name, compliance_percent, light_es AS semaforo,
    RANK() OVER (PARTITION BY feed, year ORDER BY compliance_percent DESC) AS from_best,
    RANK() OVER (PARTITION BY feed, year ORDER BY compliance_percent) AS from_worst
  FROM v_indicator_year
  WHERE compliance_percent IS NOT NULL
) AS ranked
WHERE from_best <= 10 OR from_worst <= 10
ORDER BY feed, year, from_best, agency_code, programme_code, indicator_name
