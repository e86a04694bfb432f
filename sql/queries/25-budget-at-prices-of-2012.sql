-- ¿Cuánto presupuesto tuvo cada programa en cada año, a precios de 2012?
-- How much budget did each programme have in each year, at prices of 2012?
SELECT
  feed, agency_code, programme_code, year, period_es AS periodo, quarter, stage_es AS momento, geography_level,
  price_basis_es AS declarado_a, total_at_one_base(nominal_amount, year) AS monto_corriente, base_year,
  total_at_one_base(amount, base_year) AS monto
FROM v_budget_prices
WHERE base_year = 2012 AND is_current = 1
GROUP BY
  feed, agency_code, programme_code, year, period_es, quarter, stage_code, stage_es, geography_level, price_basis_es, base_year
ORDER BY feed, agency_code, programme_code, year, quarter, stage_code, geography_level, price_basis_es
