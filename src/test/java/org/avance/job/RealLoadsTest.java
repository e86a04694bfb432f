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
            "inventory/IE_2018.xlsx PUBLISHED",
            "indicators/profepa_observations.csv PUBLISHED",
            "coverage/cobertura_poblacional_2018.csv PUBLISHED",
            "coverage/cobertura_poblacional_2019.csv PUBLISHED",
            "coverage/cobertura_poblacional_2020.csv PUBLISHED",
            "budget/GastoFederalizado_Proyectos_CDMX_Q1_2016.xlsx PUBLISHED",
            "indicators/MSD_2013_2018.csv PUBLISHED",
            "budget/RAMO_23_general2015.csv PUBLISHED");
  }

  @Test
  void cells_and_sums_are_those_of_the_files() {
    assertThat(
            rows(
                """
                SELECT feed, edition, column_name, cells_numeric, ROUND(sum_read, 4), unaccounted
                FROM v_delivery_columns JOIN v_delivery USING (feed, delivery_id) ORDER BY 1, 2, 3
                """))
        .containsExactly(
            "coneval-inventory | 2018 | 19. Presupuesto original (pesos) | 655 | 75723677205.43 | 0",
            "coneval-inventory | 2018 | 20.Presupuesto ejercido (pesos) | 451 | 33332843426.129 | 0",
            "coneval-inventory | 2018 | 22.1. Recurso estatal del presupuesto original (pesos) | 136 | 4802332293.18 | 0",
            "coneval-inventory | 2018 | 22.2. Recurso federal del presupuesto original (pesos) | 138 | 11937658401.4 | 0",
            "profepa-indicators |  | valor | 12175 | 1663540.9517 | 0",
            "shcp-coverage | 2018 | Cuantificación | 222 | 610468009.53 | 0",
            "shcp-coverage | 2019 | Cuantificación | 192 | 956759458.38 | 0",
            "shcp-coverage | 2020 | Cuantificación | 211 | 1004503978.97 | 0",
            "shcp-coverage | 2020 | Cuantificación 2020 | 197 | 368257753.97 | 0",
            "shcp-federal-funds | 2016-Q1 | Comprometido | 470 | 1307284558.89 | 0",
            "shcp-federal-funds | 2016-Q1 | Devengado | 470 | 554984265.65 | 0",
            "shcp-federal-funds | 2016-Q1 | Ejercido | 470 | 540821072.45 | 0",
            "shcp-federal-funds | 2016-Q1 | Modificado | 470 | 12324139783.79 | 0",
            "shcp-federal-funds | 2016-Q1 | Pagado | 470 | 508565842.02 | 0",
            "shcp-federal-funds | 2016-Q1 | Presupuesto | 470 | 11963954053.37 | 0",
            "shcp-federal-funds | 2016-Q1 | Recaudado (Ministrado) | 470 | 968321865.49 | 0",
            "shcp-federal-funds | 2016-Q1 | Reintegro | 470 | 0 | 0",
            "shcp-msd | 2018 | ASM_CUANT | 1207 | 4991 | 0",
            "shcp-msd | 2018 | BENEFICIARIOS_CUANT | 712 | 2956 | 0",
            "shcp-msd | 2018 | EVAL_CUANT | 1450 | 4965.3 | 0",
            "shcp-msd | 2018 | MIR_CUANT | 3764 | 13151.2 | 0",
            "shcp-msd | 2018 | MSD_CUANT | 4265 | 15913 | 0",
            "shcp-msd | 2018 | PEF_CUANT | 4265 | 17170.7 | 0",
            "shcp-ramo23 | 2015 | Monto aprobado | 6176 | 57303643926 | 0");
  }

  @Test
  void every_record_has_one_fate() {
    assertThat(
            rows(
                """
                SELECT feed, edition, records_read, records_staged, records_quarantined, records_merged,
                  records_blank + records_totals + records_filtered
                FROM v_delivery ORDER BY 1, 2
                """))
        .containsExactly(
            "coneval-inventory | 2018 | 1444 | 1444 | 0 | 0 | 0",
            "profepa-indicators |  | 12175 | 12175 | 0 | 0 | 0",
            "shcp-coverage | 2018 | 230 | 229 | 0 | 1 | 0",
            "shcp-coverage | 2019 | 204 | 192 | 7 | 5 | 0",
            "shcp-coverage | 2020 | 219 | 215 | 0 | 4 | 0",
            "shcp-federal-funds | 2016-Q1 | 500 | 500 | 0 | 0 | 0",
            "shcp-msd | 2018 | 4269 | 4268 | 0 | 1 | 0",
            "shcp-ramo23 | 2015 | 6176 | 6176 | 0 | 0 | 0");
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
                FROM fct_budget JOIN dim_feed USING (feed_id) WHERE feed = 'shcp-ramo23'
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

  /** Two amounts are typed as text; a state lists one programme twice. */
  @Test
  void the_states_programmes_have_what_was_approved_and_exercised_and_the_shares() {
    assertThat(
            rows(
                """
                SELECT stage.code, label, COUNT(*), COUNT(figure), SUM(figure), COUNT(DISTINCT programme_id),
                  COUNT(DISTINCT geography_id), SUM(is_ambiguous)
                FROM fct_budget JOIN dim_feed USING (feed_id) JOIN dim_budget_stage stage USING (stage_key)
                  JOIN dim_funding_source USING (funding_source_id)
                WHERE feed = 'coneval-inventory' GROUP BY stage_key, label ORDER BY stage_key, label
                """))
        .containsExactly(
            "APPROVED | estatal | 184 | 136 | 4802332293.18 | 184 | 28 | 0",
            "APPROVED | federal | 184 | 138 | 11937658401.4 | 184 | 28 | 0",
            "APPROVED | No indicada / Not stated | 1444 | 655 | 75723677205.43 | 1443 | 32 | 2",
            "EXERCISED | No indicada / Not stated | 1444 | 451 | 33332843426.129 | 1443 | 32 | 2");
    assertThat(
            rows(
                """
                SELECT agency_code, programme_code, ordinal, approved, exercised, line FROM v_budget_history
                WHERE feed = 'coneval-inventory' AND is_ambiguous = 1 ORDER BY line
                """))
        .containsExactly(
            "campeche | programa-estatal-de-proteccion-1239c0ec | 2 | 36470661 | null | 156",
            "campeche | programa-estatal-de-proteccion-1239c0ec | 1 | 36470661 | 14428.85 | 173");
  }

  /** Projects by fund, source, fund year and place; 30 of the 500 state no amounts. */
  @Test
  void federal_funds_are_added_up_by_stage() {
    assertThat(
            rows(
                """
                SELECT stage.code, COUNT(*), COUNT(figure), SUM(figure), SUM(record_count)
                FROM fct_budget JOIN dim_feed USING (feed_id) JOIN dim_budget_stage stage USING (stage_key)
                WHERE feed = 'shcp-federal-funds' AND year_key = 2016 AND quarter = 1
                GROUP BY stage_key ORDER BY stage_key
                """))
        .containsExactly(
            "APPROVED | 54 | 48 | 11963954053.37 | 500",
            "MODIFIED | 54 | 48 | 12324139783.79 | 500",
            "COLLECTED | 54 | 48 | 968321865.49 | 500",
            "COMMITTED | 54 | 48 | 1307284558.89 | 500",
            "ACCRUED | 54 | 48 | 554984265.65 | 500",
            "EXERCISED | 54 | 48 | 540821072.45 | 500",
            "PAID | 54 | 48 | 508565842.02 | 500",
            "REFUNDED | 54 | 48 | 0 | 500");
    assertThat(
            rows(
                """
                SELECT fund_year_key, SUM(figure), SUM(record_count), COUNT(DISTINCT geography_id)
                FROM fct_budget JOIN dim_feed USING (feed_id)
                WHERE feed = 'shcp-federal-funds' AND stage_key = 2 GROUP BY fund_year_key ORDER BY 1
                """))
        .containsExactly("2015 | 219259173.26 | 13 | 3", "2016 | 12104880610.53 | 487 | 17");
  }

  /** One record of 2013 is there twice: its 5 points for PEF and MSD are counted once. */
  @Test
  void scores_add_up_by_dimension() {
    assertThat(
            rows(
                """
                SELECT dimension, MIN(year), MAX(year), COUNT(score), SUM(score), SUM(is_ambiguous)
                FROM v_score_history GROUP BY dimension ORDER BY 1
                """))
        .containsExactly(
            " | 2013 | 2018 | 4264 | 15908 | 4",
            "ASM | 2013 | 2018 | 1207 | 4991 | 2",
            "BENEFICIARIOS | 2013 | 2018 | 712 | 2956 | 2",
            "EVAL | 2013 | 2018 | 1450 | 4965.3 | 2",
            "MIR | 2013 | 2018 | 3764 | 13151.2 | 2",
            "PEF | 2013 | 2018 | 4264 | 17165.7 | 4");
  }

  @Test
  void percentages_and_counts_of_an_indicator_and_its_years_and_months_stand_apart() {
    assertThat(
            rows(
                """
                SELECT period_code, series, unit, year, COUNT(*), SUM(figure), SUM(is_partial)
                FROM v_indicator_history GROUP BY period_code, series, unit, year ORDER BY 1 DESC, 2, 3, 4
                """))
        .containsExactly(
            "YEAR | MIR | Porcentaje | 2025 | 21 | 1746.7517 | 0",
            "YEAR | POA | Número | 2025 | 601 | 743683.6 | 0",
            "YEAR | POA | Número | 2026 | 543 | 87096 | 543",
            "MONTH | POA | Número | 2025 | 6121 | 743918.6 | 0",
            "MONTH | POA | Número | 2026 | 4889 | 87096 | 4118");
    assertThat(
            rows(
                """
                SELECT COUNT(*), MIN(figures), MAX(figures) FROM (
                  SELECT COUNT(DISTINCT figure) AS figures FROM fct_indicator_value
                  GROUP BY indicator_id, year_key, period_type_key, period_number, geography_id, reporting_unit_id
                  HAVING COUNT(*) > 1) AS stated_twice
                """))
        .containsExactly("20 | 2 | 2");
  }

  @Test
  void what_was_not_over_in_february_2026_has_no_class() {
    assertThat(
            rows(
                """
                SELECT period_code, MIN(period_number), SUM(figure), progress_reason_code, trend_reason_code, light_reason_code
                FROM v_indicator_history WHERE is_partial = 1
                GROUP BY period_code, progress_reason_code, trend_reason_code, light_reason_code ORDER BY 1 DESC
                """))
        .containsExactly(
            "YEAR | 0 | 87096 | PARTIAL_PERIOD | PARTIAL_PERIOD | PARTIAL_PERIOD",
            "MONTH | 3 | 0 | NOT_A_YEAR | NOT_A_YEAR | PARTIAL_PERIOD");
  }

  /** Of those that the counts state; months against years, and the parts of the country. */
  @Test
  void years_are_the_sum_of_their_months_and_one_national_total_is_not_that_of_its_parts() {
    String counts =
        """
        FROM fct_indicator_value JOIN dim_series USING (series_id) JOIN dim_geography USING (geography_id)
        WHERE series_code = 'poa'
        """;
    assertThat(
            rows(
                """
                SELECT COUNT(*), SUM(whole = months) FROM (
                  SELECT SUM(IF(period_number = 0, figure, 0)) AS whole, SUM(IF(period_number > 0, figure, 0)) AS months
                  %s AND geography_code = 'MX' GROUP BY indicator_id, year_key) AS years
                """
                    .formatted(counts)))
        .containsExactly("48 | 48");
    assertThat(
            rows(
                """
                SELECT COUNT(*), SUM(nation <> parts), MAX(IF(nation <> parts, CONCAT(year_key, '-', period_number), '')) FROM (
                  SELECT year_key, period_number, SUM(IF(geography_code = 'MX', figure, 0)) AS nation,
                    SUM(IF(geography_code = 'MX', 0, figure)) AS parts, SUM(geography_code = 'MX') AS stated
                  %s GROUP BY indicator_id, year_key, period_number) AS totals
                WHERE stated > 0
                """
                    .formatted(counts)))
        .containsExactly("603 | 1 | 2025-3");
  }

  @Test
  void issues_are_counted() {
    assertThat(
            rows(
                """
                SELECT feed, code, COUNT(*) FROM v_issues WHERE feed NOT IN ('shcp-coverage', 'shcp-ramo23')
                GROUP BY feed, code ORDER BY 1, 2
                """))
        .containsExactly(
            "coneval-inventory | INVISIBLE_CHARACTERS | 1",
            "coneval-inventory | KEY_NUMBERED | 2",
            "profepa-indicators | FIGURE_ROUNDED | 160",
            "profepa-indicators | TARGET_ZERO | 813",
            "shcp-msd | DUPLICATE_MERGED | 1",
            "shcp-msd | KEY_NUMBERED | 4");
  }

  private static List<String> rows(String sql) {
    return TestLoads.rows(warehouse, sql);
  }
}
