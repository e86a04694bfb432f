-- Nothing here rewrites history: dropped are constraints and their indexes, added is a column that may be NULL.

-- A name holds for years that follow one another, not for each year anew.
SET STATEMENT system_versioning_alter_history = KEEP FOR
ALTER TABLE dim_indicator_name
  ADD COLUMN IF NOT EXISTS last_year SMALLINT UNSIGNED NULL COMMENT 'Last of the years for which it is printed; NULL where year_key is the only one' AFTER year_key,
  MODIFY COLUMN year_key SMALLINT UNSIGNED NOT NULL COMMENT 'First of the years, one after the other, for which it is printed';

-- InnoDB keeps an index for each foreign key, and each costs a load about 1.7 µs a row. Of keys to short lists nobody
-- looks up facts by such an index; staging takes no other word than those of the lists.
SET STATEMENT system_versioning_alter_history = KEEP FOR
ALTER TABLE fct_indicator_value
  DROP FOREIGN KEY IF EXISTS indicator_value_series,
  DROP FOREIGN KEY IF EXISTS indicator_value_period_type,
  DROP FOREIGN KEY IF EXISTS indicator_value_reporting_unit,
  DROP FOREIGN KEY IF EXISTS indicator_value_objective,
  DROP FOREIGN KEY IF EXISTS indicator_value_direction,
  DROP FOREIGN KEY IF EXISTS indicator_value_missing,
  DROP FOREIGN KEY IF EXISTS indicator_value_target_type,
  DROP FOREIGN KEY IF EXISTS indicator_value_printed_progress,
  DROP FOREIGN KEY IF EXISTS indicator_value_printed_interim,
  DROP FOREIGN KEY IF EXISTS indicator_value_printed_trend,
  DROP FOREIGN KEY IF EXISTS indicator_value_printed_light;

SET STATEMENT system_versioning_alter_history = KEEP FOR
ALTER TABLE fct_indicator_value
  DROP INDEX IF EXISTS indicator_value_series,
  DROP INDEX IF EXISTS indicator_value_period_type,
  DROP INDEX IF EXISTS indicator_value_reporting_unit,
  DROP INDEX IF EXISTS indicator_value_objective,
  DROP INDEX IF EXISTS indicator_value_direction,
  DROP INDEX IF EXISTS indicator_value_missing,
  DROP INDEX IF EXISTS indicator_value_target_type,
  DROP INDEX IF EXISTS indicator_value_printed_progress,
  DROP INDEX IF EXISTS indicator_value_printed_interim,
  DROP INDEX IF EXISTS indicator_value_printed_trend,
  DROP INDEX IF EXISTS indicator_value_printed_light;

SET STATEMENT system_versioning_alter_history = KEEP FOR
ALTER TABLE fct_indicator_judgement
  DROP FOREIGN KEY IF EXISTS indicator_judgement_progress,
  DROP FOREIGN KEY IF EXISTS indicator_judgement_interim,
  DROP FOREIGN KEY IF EXISTS indicator_judgement_trend,
  DROP FOREIGN KEY IF EXISTS indicator_judgement_light,
  DROP FOREIGN KEY IF EXISTS indicator_judgement_original_light,
  DROP FOREIGN KEY IF EXISTS indicator_judgement_progress_reason,
  DROP FOREIGN KEY IF EXISTS indicator_judgement_interim_reason,
  DROP FOREIGN KEY IF EXISTS indicator_judgement_trend_reason,
  DROP FOREIGN KEY IF EXISTS indicator_judgement_light_reason;

SET STATEMENT system_versioning_alter_history = KEEP FOR
ALTER TABLE fct_indicator_judgement
  DROP INDEX IF EXISTS indicator_judgement_progress,
  DROP INDEX IF EXISTS indicator_judgement_interim,
  DROP INDEX IF EXISTS indicator_judgement_trend,
  DROP INDEX IF EXISTS indicator_judgement_light,
  DROP INDEX IF EXISTS indicator_judgement_original_light,
  DROP INDEX IF EXISTS indicator_judgement_progress_reason,
  DROP INDEX IF EXISTS indicator_judgement_interim_reason,
  DROP INDEX IF EXISTS indicator_judgement_trend_reason,
  DROP INDEX IF EXISTS indicator_judgement_light_reason;
