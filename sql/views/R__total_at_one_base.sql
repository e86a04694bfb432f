-- A sum of amounts that refuses to add those of two price bases: a peso of 2012 is not a peso of 2017.
DELIMITER //
CREATE OR REPLACE AGGREGATE FUNCTION total_at_one_base(amount DECIMAL(38,10), price_base_year INT) RETURNS DECIMAL(48,10)
DETERMINISTIC
NO SQL
COMMENT 'Sum of amounts, all at the prices of one base year (0 for nominal ones); refuses to add amounts of two'
BEGIN
  DECLARE total DECIMAL(48,10) DEFAULT NULL;
  DECLARE base INT DEFAULT NULL;
  DECLARE refusal VARCHAR(200);
  DECLARE CONTINUE HANDLER FOR NOT FOUND RETURN total;
  LOOP
    FETCH GROUP NEXT ROW;
    IF amount IS NOT NULL THEN
      IF price_base_year IS NULL THEN
        SIGNAL SQLSTATE '45000'
          SET MESSAGE_TEXT = 'an amount of no stated price base can''t be added to others; leave it out or ask v_budget_prices for one base year';
      END IF;
      IF base <> price_base_year THEN
        SET refusal = IF(base = 0 OR price_base_year = 0,
          CONCAT('amounts at prices of ', GREATEST(base, price_base_year),
            ' and nominal ones can''t be added; ask v_budget_prices for one base year'),
          CONCAT('amounts at prices of ', LEAST(base, price_base_year), ' and at prices of ', GREATEST(base, price_base_year),
            ' can''t be added; ask v_budget_prices for one base year'));
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = refusal;
      END IF;
      SET base = price_base_year;
      SET total = COALESCE(total, 0) + amount;
    END IF;
  END LOOP;
END //
DELIMITER ;
