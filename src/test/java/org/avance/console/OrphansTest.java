package org.avance.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.avance.job.Loader;
import org.avance.job.Progress;
import org.avance.job.TestLoads;
import org.avance.load.TestWarehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keys to short lists that no foreign key holds (ADR 24): each finds its row all the same. */
class OrphansTest {
  private static final Map<String, Map<String, String>> KEYS =
      Map.of(
          "fct_indicator_value",
          Map.ofEntries(
              Map.entry("series_id", "dim_series.series_id"),
              Map.entry("period_type_key", "dim_period_type.period_type_key"),
              Map.entry("reporting_unit_id", "dim_reporting_unit.reporting_unit_id"),
              Map.entry("objective_id", "dim_objective.objective_id"),
              Map.entry("direction_key", "dim_direction.direction_key"),
              Map.entry("missing_reason_key", "dim_missing_reason.missing_reason_key"),
              Map.entry("target_type_key", "dim_target_type.target_type_key"),
              Map.entry("printed_progress_key", "dim_progress_class.progress_key"),
              Map.entry("printed_interim_key", "dim_interim_outcome.interim_key"),
              Map.entry("printed_trend_key", "dim_trend.trend_key"),
              Map.entry("printed_light_key", "dim_traffic_light.light_key")),
          "fct_indicator_judgement",
          Map.of(
              "progress_key", "dim_progress_class.progress_key",
              "interim_key", "dim_interim_outcome.interim_key",
              "trend_key", "dim_trend.trend_key",
              "light_key", "dim_traffic_light.light_key",
              "original_light_key", "dim_traffic_light.light_key",
              "progress_reason_key", "dim_not_classified.reason_key",
              "interim_reason_key", "dim_not_classified.reason_key",
              "trend_reason_key", "dim_not_classified.reason_key",
              "light_reason_key", "dim_not_classified.reason_key"));

  @TempDir private Path folder;

  @Test
  void every_key_of_the_samples_facts_is_in_its_list() throws Exception {
    TestWarehouse warehouse = TestWarehouse.migrated("orphans");
    try (Loader loader =
        Loader.open(
            TestLoads.ofProject(folder, Path.of("sample-input"), warehouse), Progress.NONE)) {
      loader.run(Set.of());
    }
    assertThat(orphans(warehouse.etl())).isEmpty();
    warehouse.owner().sql("UPDATE fct_indicator_value SET direction_key = 99 LIMIT 1").update();
    assertThat(orphans(warehouse.etl())).isEqualTo(Map.of("fct_indicator_value.direction_key", 1L));
  }

  private static Map<String, Long> orphans(JdbcClient sql) {
    Map<String, Long> found = new TreeMap<>();
    KEYS.forEach(
        (table, keys) ->
            keys.forEach(
                (column, key) -> {
                  String list = key.substring(0, key.indexOf('.'));
                  String question =
                      "SELECT COUNT(*) FROM %1$s f LEFT JOIN %2$s ON %3$s = f.%4$s WHERE f.%4$s IS NOT NULL AND %3$s IS NULL"
                          .formatted(table, list, key, column);
                  long count = sql.sql(question).query(Long.class).single();
                  if (count > 0) {
                    found.put(table + "." + column, count);
                  }
                }));
    return found;
  }
}
