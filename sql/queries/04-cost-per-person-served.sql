-- ¿Cuánto costó cada persona atendida, a precios corrientes y constantes?
-- What did each person served cost, at nominal and constant prices?
SELECT
  year, agency_code, programme_code, stage_es AS momento, amount, served, unit, cost_per_served, cost_per_served_constant,
  constant_base_year, assumed
FROM v_cost_per_served
WHERE price_basis_code = 'NOMINAL'
ORDER BY agency_code, programme_code, year, budget_feed, served_feed
