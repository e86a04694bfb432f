package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.avance.RealFiles;
import org.avance.load.TestWarehouse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The agencies' own files in the warehouse, against figures that were counted apart from this code.
 */
class RealLoadsTest {
  @TempDir private static Path folder;
  private static TestWarehouse warehouse;
  private static RunResult result;

  @BeforeAll
  static void load() throws Exception {
    Path real = RealFiles.folder();
    warehouse = TestWarehouse.migrated("real_files");
    try (Loader loader = Loader.open(TestLoads.ofProject(folder, real, warehouse), Progress.NONE)) {
      result = loader.run(Set.of());
    }
  }

  @Test
  void all_of_them_are_published() {
    assertThat(TestLoads.shown(result))
        .containsExactly(
            "coverage/cobertura_poblacional_2018.csv PUBLISHED",
            "coverage/cobertura_poblacional_2019.csv PUBLISHED",
            "coverage/cobertura_poblacional_2020.csv PUBLISHED",
            "indicators/MSD_2013_2018.csv PUBLISHED",
            "budget/RAMO_23_general2015.csv PUBLISHED");
  }

  @Test
  void cells_and_sums_are_those_of_the_files() {
    assertThat(
            rows(
                """
                SELECT edition, column_name, cells_numeric, ROUND(sum_read, 2), unaccounted
                FROM v_delivery_columns JOIN v_delivery USING (delivery_id) ORDER BY 1, 2
                """))
        .containsExactly(
            "2015 | Monto aprobado | 6176 | 57303643926 | 0",
            "2018 | ASM_CUANT | 1207 | 4991 | 0",
            "2018 | BENEFICIARIOS_CUANT | 712 | 2956 | 0",
            "2018 | Cuantificación | 222 | 610468009.53 | 0",
            "2018 | EVAL_CUANT | 1450 | 4965.3 | 0",
            "2018 | MIR_CUANT | 3764 | 13151.2 | 0",
            "2018 | MSD_CUANT | 4265 | 15913 | 0",
            "2018 | PEF_CUANT | 4265 | 17170.7 | 0",
            "2019 | Cuantificación | 192 | 956759458.38 | 0",
            "2020 | Cuantificación | 211 | 1004503978.97 | 0",
            "2020 | Cuantificación 2020 | 197 | 368257753.97 | 0");
  }

  @Test
  void every_record_has_one_fate() {
    assertThat(
            rows(
                """
                SELECT edition, records_read, records_staged, records_quarantined, records_merged,
                  records_blank + records_totals + records_filtered
                FROM v_delivery ORDER BY 1
                """))
        .containsExactly(
            "2015 | 6176 | 6176 | 0 | 0 | 0",
            "2018 | 4269 | 4268 | 0 | 1 | 0",
            "2018 | 230 | 229 | 0 | 1 | 0",
            "2019 | 204 | 192 | 7 | 5 | 0",
            "2020 | 219 | 215 | 0 | 4 | 0");
  }

  /** The files' own arithmetic leaves tails of a billionth; the control figures have cents. */
  @Test
  void figures_without_repeated_records_add_up_to_the_last_digit() {
    assertThat(
            rows(
                """
                SELECT year, population_code, COUNT(figure), COUNT(*) - COUNT(figure), ROUND(SUM(figure), 2)
                FROM v_coverage_history GROUP BY year, population_code ORDER BY 1, 2
                """))
        .containsExactly(
            "2018 | TARGET | 221 | 8 | 610467990.53",
            "2019 | TARGET | 187 | 5 | 956759458.38",
            "2020 | TARGET | 207 | 8 | 1004503710.97",
            "2020 | TARGET_PROGRAMMED | 193 | 22 | 368257463.97");
  }

  /** Three programmes of 2019 have no figure that is a number: all their records are set aside. */
  @Test
  void programmes_are_those_of_ramo_and_key() {
    String loaded =
        "SELECT year, CONCAT(agency_code, '-', programme_code) AS pair FROM v_coverage_history";
    String setAside =
        "SELECT edition_year, REGEXP_SUBSTR(raw, '[0-9]{2}-[A-Z][0-9]{3}') FROM quarantine JOIN delivery USING (delivery_id)";
    String count = "SELECT year, COUNT(DISTINCT pair) FROM (%s) pair GROUP BY year ORDER BY 1";
    assertThat(rows(count.formatted(loaded)))
        .containsExactly("2018 | 155", "2019 | 147", "2020 | 153");
    assertThat(rows(count.formatted(loaded + " UNION " + setAside)))
        .containsExactly("2018 | 155", "2019 | 150", "2020 | 153");
  }

  @Test
  void projects_are_added_up_by_programme_and_state() {
    assertThat(
            rows(
                """
                SELECT COUNT(*), COUNT(DISTINCT programme_id), SUM(figure), SUM(record_count), MAX(is_ambiguous)
                FROM fct_budget
                """))
        .containsExactly("179 | 14 | 57303643926 | 6176 | 0");
    assertThat(
            rows(
                """
                SELECT geography_code, SUM(record_count), SUM(figure)
                FROM fct_budget JOIN dim_geography USING (geography_id) WHERE geography_code = 'SEVERAL'
                GROUP BY geography_code
                """))
        .containsExactly("SEVERAL | 4 | 12216652802");
  }

  private static List<String> rows(String sql) {
    return TestLoads.rows(warehouse, sql);
  }
}
