-- Who asks of one indicator names it by its code: v_restatements of a warehouse with 99,058 indicators answers in 0.1 s
-- instead of 4 s.
ALTER TABLE dim_indicator ADD INDEX IF NOT EXISTS indicator_code (code);
