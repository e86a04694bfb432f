package org.avance.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.List;
import javax.sql.DataSource;
import org.avance.load.TestWarehouse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** The views over the deliveries of {@code history.sql}, read as the read-only account. */
final class ViewsTest {
  private static final String BEFORE_CORRECTION =
      "FOR SYSTEM_TIME AS OF TIMESTAMP'2030-01-20 00:00:00'";
  private static DataSource reader;

  @BeforeAll
  static void load() throws Exception {
    TestWarehouse warehouse = TestWarehouse.migrated("test_views");
    reader = warehouse.as(warehouse.endpoint().bi());
    try (Connection etl = warehouse.as(warehouse.endpoint().etl()).getConnection()) {
      ScriptUtils.executeSqlScript(
          etl, new EncodedResource(new ClassPathResource("warehouse/history.sql"), "UTF-8"));
    }
  }

  @Test
  void the_coverage_history_has_one_row_for_each_fact() {
    assertThat(
            Table.of(
                reader,
                """
                SELECT coverage_key, programme_name, component_name, year, population_code, unit, figure
                FROM v_coverage_history ORDER BY feed DESC, year, component_name DESC, population_code
                """))
        .containsExactly(
            "1-1-1-1-2016-5-1-1 | Vivienda Social | Mejora | 2016 | SERVED | Viviendas | 5",
            "1-1-1-0-2017-2-1-1 | Vivienda Digna (corregida) | Programa completo / Whole programme | 2017 | POTENTIAL | Personas | 14756442",
            "1-1-1-0-2017-5-1-1 | Vivienda Digna (corregida) | Programa completo / Whole programme | 2017 | SERVED | Personas | 744000",
            "1-1-1-0-2017-3-1-1 | Vivienda Digna (corregida) | Programa completo / Whole programme | 2017 | TARGET | Personas | 784969",
            "1-1-1-1-2017-2-1-1 | Vivienda Digna (corregida) | Mejora | 2017 | POTENTIAL | Viviendas | 60",
            "1-1-1-1-2017-5-1-1 | Vivienda Digna (corregida) | Mejora | 2017 | SERVED | Viviendas | 50",
            "1-1-1-1-2017-3-1-1 | Vivienda Digna (corregida) | Mejora | 2017 | TARGET | Viviendas | 0",
            "1-1-1-0-2018-5-1-1 | Vivienda Social | Programa completo / Whole programme | 2018 | SERVED | Familias | 100",
            "1-1-1-0-2018-3-1-1 | Vivienda Social | Programa completo / Whole programme | 2018 | TARGET | Personas | 400",
            "2-1-1-0-2016-5-1-1 | Vivienda Social | Programa completo / Whole programme | 2016 | SERVED | Personas | 700",
            "2-1-1-0-2017-2-1-1 | Vivienda Social | Programa completo / Whole programme | 2017 | POTENTIAL | Familias | 9000000",
            "2-1-1-0-2017-5-1-1 | Vivienda Social | Programa completo / Whole programme | 2017 | SERVED | Personas | 744940",
            "2-1-1-0-2017-3-1-1 | Vivienda Social | Programa completo / Whole programme | 2017 | TARGET | Personas | 784969");
  }

  @Test
  void a_row_of_the_coverage_history_tells_everything_about_its_figure() {
    assertThat(
            Table.withColumns(
                reader,
                "SELECT * FROM v_coverage_history WHERE coverage_key = '1-1-1-0-2017-5-1-1'"))
        .containsExactly(
            "coverage_key | feed | code_system | agency_code | agency_name | ramo | programme_code | programme_name | is_whole_programme | component_name | component_ordinal | component_definition | population_type | year | population_code | population_es | population_en | sex_code | sex_es | sex_en | geography_code | geography_level | geography_es | geography_en | unit | figure | missing_code | missing_es | missing_en | missing_text | as_of | source | note | assumed | is_ambiguous | caveats | is_double_counted | is_not_definable | segment | is_break | is_jump | is_scale_slip | change_percent | served_over_target | served_over_potential | target_over_potential | rulebook_version | rule_status | served_target_percent | served_potential_percent | target_potential_percent | is_current | delivery_id | line | line_last | record_count | file_name | file_digest | published_at",
            "1-1-1-0-2017-5-1-1 | report | PEF | 15 | Desarrollo Agrario | 15 | S177 | Vivienda Digna (corregida) | 1 | Programa completo / Whole programme | 0 | NULL | NULL | 2017 | SERVED | Población atendida | Population served | TOTAL | Total | Total | MX | NATION | Estados Unidos Mexicanos | Mexico | Personas | 744000 | NULL | NULL | NULL |  | 2017-12-31 |  |  |  | 0 |  | 0 | 0 | 1 | 0 | 1 | 0 | 35.5 | 0 | 0 | 0 | 2026.1 | PROVISIONAL | 94.7808 | 5.0419 | 5.3195 | 0 | 3 | 14 | 6 | 3 | report/2017-corrected.csv | 3333333333333333333333333333333333333333333333333333333333333333 | 2030-02-01T00:00:00.25");
    assertThat(
            Table.of(
                reader,
                """
                SELECT component_definition, population_type, figure, missing_code, missing_es, missing_en, missing_text
                FROM v_coverage_history FOR SYSTEM_TIME AS OF TIMESTAMP'2030-01-20 00:00:00'
                WHERE coverage_key = '1-1-1-1-2017-2-1-1'
                """))
        .containsExactly(
            "Viviendas en rezago | Vivienda | NULL | NOT_AVAILABLE | No disponible (ND) | Not available | ND");
  }

  @Test
  void ratios_are_null_without_a_denominator_and_across_units() {
    assertThat(
            Table.of(
                reader,
                """
                SELECT ratio_key, programme_name, unit, is_unit_mixed, potential, target, target_programmed, served,
                  served_target_percent, served_potential_percent, target_potential_percent,
                  is_ambiguous, is_assumed, change_percent, delivery_id, line
                FROM v_coverage_ratios %s ORDER BY feed DESC, year, component_name DESC
                """
                    .formatted(BEFORE_CORRECTION)))
        .containsExactly(
            "1-1-1-1-2016-1-1 | Programa de Vivienda | Viviendas | 0 | NULL | NULL | NULL | 5 | NULL | NULL | NULL | 0 | 0 | NULL | 1 | 12",
            "1-1-1-0-2017-1-1 | Vivienda Digna | Personas | 0 | 14756442 | 784969 | NULL | 744939 | 94.9004 | 5.0482 | 5.3195 | 0 | 0 | 35.5 | 1 | 4",
            "1-1-1-1-2017-1-1 | Vivienda Digna | Viviendas | 0 | NULL | 0 | NULL | 50 | NULL | NULL | NULL | 0 | 0 | NULL | 1 | 8",
            "1-1-1-0-2018-1-1 | Programa de Vivienda | Familias | 1 | NULL | 400 | NULL | 100 | NULL | NULL | NULL | 1 | 1 | NULL | 1 | 10",
            "2-1-1-0-2016-1-1 | Programa de Vivienda | Personas | 0 | NULL | NULL | NULL | 700 | NULL | NULL | NULL | 0 | 0 | NULL | 2 | 7",
            "2-1-1-0-2017-1-1 | Programa de Vivienda | Personas | 1 | 9000000 | 784969 | NULL | 744940 | 94.9006 | NULL | NULL | 0 | 1 | NULL | 2 | 4");
  }

  @Test
  void the_budget_history_sets_stages_side_by_side_in_nominal_and_constant_prices() {
    assertThat(
            Table.of(
                reader,
                """
                SELECT feed, programme_name, year, period_code, quarter, price_basis_en, approved, modified, exercised, paid,
                  stage_not_stated, missing_stages, exercised_approved_percent, exercised_modified_percent,
                  constant_base_year, approved_constant, modified_constant, exercised_constant, paid_constant, delivery_id, line
                FROM v_budget_history %s ORDER BY feed DESC, year, price_base_year
                """
                    .formatted(BEFORE_CORRECTION)))
        .containsExactly(
            "report | Vivienda Digna | 2017 | YEAR | 0 | Nominal prices | 3000000000 | 0 | 3062000000 | NULL | NULL | PAID NOT_AVAILABLE | 102.0667 | NULL | 2012 | 2480661902.42 | 0 | 2531928915.07 | NULL | 1 | 22",
            "report | Vivienda Digna | 2017 | YEAR | 0 | Constant prices of 2012 | NULL | NULL | 2531930000 | NULL | NULL | NULL | NULL | NULL | 2012 | NULL | NULL | 2531930000 | NULL | 1 | 24",
            "report | Vivienda Digna | 2017 | YEAR | 0 | Constant prices of 2018 | NULL | NULL | 3200000000 | NULL | NULL | NULL | NULL | NULL | 2012 | NULL | NULL | NULL | NULL | 1 | 25",
            "report | Programa de Vivienda | 2018 | YEAR_TO_DATE | 2 | Nominal prices | NULL | NULL | NULL | NULL | 7 | NULL | NULL | NULL | 2012 | NULL | NULL | NULL | NULL | 1 | 26",
            "open-data | Programa de Vivienda | 2017 | YEAR | 0 | Nominal prices | NULL | NULL | 3062000000.5 | NULL | NULL | NULL | NULL | NULL | 2012 | NULL | NULL | 2531928915.48 | NULL | 2 | 5");
  }

  @Test
  void conflicts_are_figures_that_differ_between_feeds() {
    assertThat(
            Table.of(
                reader,
                """
                SELECT kind, programme_code, year, measure_en, feed_a, component_a, unit_a, figure_a, delivery_id_a, line_a,
                  feed_b, unit_b, figure_b, delivery_id_b, line_b, difference, comparable, why_not_comparable_es, why_not_comparable_en
                FROM v_conflicts %s ORDER BY kind DESC, measure_en, component_a DESC
                """
                    .formatted(BEFORE_CORRECTION)))
        .containsExactly(
            "coverage | S177 | 2017 | Population served | report | Programa completo / Whole programme | Personas | 744939 | 1 | 4 | open-data | Personas | 744940 | 2 | 4 | 1 | 1 |  | ",
            "coverage | S177 | 2016 | Population served | report | Mejora | Viviendas | 5 | 1 | 12 | open-data | Personas | 700 | 2 | 7 | NULL | 0 | otra unidad: Viviendas / Personas; un componente frente al programa completo | another unit: Viviendas / Personas; a component against the whole programme",
            "coverage | S177 | 2017 | Potential population | report | Programa completo / Whole programme | Personas | 14756442 | 1 | 2 | open-data | Familias | 9000000 | 2 | 2 | NULL | 0 | otra unidad: Personas / Familias; open-data supone: population | another unit: Personas / Familias; open-data assumes: population",
            "budget | S177 | 2017 | Exercised | report | NULL | pesos | 3062000000 | 1 | 22 | open-data | pesos | 3062000000.5 | 2 | 5 | 0.5 | 1 |  | ");
  }

  @Test
  void restatements_are_figures_changed_ended_or_stated_again() {
    assertThat(
            Table.of(
                reader,
                """
                SELECT kind, feed, programme_code, component_name, year, measure_en, what, what_es, restated_at,
                  figure_before, missing_before, unit_before, delivery_before, line_before, file_before,
                  figure_after, missing_after, unit_after, delivery_after, line_after, file_after
                FROM v_restatements ORDER BY restated_at, kind DESC, component_name, measure_en
                """))
        .containsExactly(
            "coverage | report | S177 | Mejora | 2017 | Potential population | changed | cambió | 2030-02-01T00:00:00.25 | NULL | NOT_AVAILABLE | Viviendas | 1 | 5 | report/2017.csv | 60 | NULL | Viviendas | 3 | 15 | report/2017-corrected.csv",
            "coverage | report | S177 | Programa completo / Whole programme | 2017 | Population served | changed | cambió | 2030-02-01T00:00:00.25 | 744939 | NULL | Personas | 1 | 4 | report/2017.csv | 744000 | NULL | Personas | 3 | 14 | report/2017-corrected.csv",
            "coverage | report | S177 | Programa completo / Whole programme | 2017 | Potential population | ended | dejó de declararse | 2030-02-01T00:00:00.25 | 14756442 | NULL | Personas | 1 | 2 | report/2017.csv | NULL | NULL | NULL | 3 | NULL | report/2017-corrected.csv",
            "budget | report | S177 | NULL | 2017 | Approved | changed | cambió | 2030-02-01T00:00:00.25 | 3000000000 | NULL | pesos | 1 | 20 | report/2017.csv | 3100000000 | NULL | pesos | 3 | 30 | report/2017-corrected.csv",
            "coverage | report | S177 | Programa completo / Whole programme | 2017 | Potential population | stated again | declarada de nuevo | 2030-03-01T00:00:00 | 14756442 | NULL | Personas | 1 | 2 | report/2017.csv | 14756442 | NULL | Personas | 4 | 2 | report/2017-again.csv");
  }

  @Test
  void deliveries_and_issues_are_readable_though_their_tables_are_not() {
    assertThat(
            Table.of(
                reader,
                """
                SELECT delivery_id, feed, file_name, edition, status_es, status_en, published_at, records_read,
                  records_quarantined, facts_new
                FROM v_delivery ORDER BY delivery_id
                """))
        .containsExactly(
            "1 | report | report/2017.csv | 2017 | Publicada | Published | 2030-01-01T00:00:00 | 10 | 1 | 12",
            "2 | open-data | open/2017.csv |  | Publicada | Published | 2030-01-15T00:00:00 | 0 | 0 | 0",
            "3 | report | report/2017-corrected.csv | 2017 | Publicada | Published | 2030-02-01T00:00:00.25 | 0 | 0 | 0",
            "4 | report | report/2017-again.csv | 2017 | Publicada | Published | 2030-03-01T00:00:00 | 0 | 0 | 0");
    assertThat(Table.withColumns(reader, "SELECT * FROM v_delivery_columns"))
        .containsExactly(
            "delivery_id | feed | file_name | column_name | cells_numeric | sum_read | sum_staged | sum_quarantined | sum_merged | sum_totals | sum_filtered | unaccounted",
            "1 | report | report/2017.csv | Atendida | 3 | 744999.5 | 744989 | 10.5 | 0 | 0 | 0 | 0");
    assertThat(Table.withColumns(reader, "SELECT * FROM v_issues"))
        .containsExactly(
            "issue_id | delivery_id | feed | file_name | code | severity | severity_es | severity_en | record_no | line | page | column_name | found | message | accepted",
            "1 | 1 | report | report/2017.csv | NUMBER_UNREADABLE | ERROR | Error | Error | 10 | 11 | NULL | Atendida | 10.5 viviendas | Expected a number; found: 10.5 viviendas | a number such as 1,234.5");
  }

  @Test
  void the_past_is_read_through_every_view() {
    String served =
        "SELECT figure, programme_name, served_target_percent FROM v_coverage_history %s WHERE coverage_key = '1-1-1-0-2017-5-1-1'";

    assertThat(Table.of(reader, served.formatted("")))
        .containsExactly("744000 | Vivienda Digna (corregida) | 94.7808");
    assertThat(Table.of(reader, served.formatted(BEFORE_CORRECTION)))
        .containsExactly("744939 | Vivienda Digna | 94.9004");
    assertThat(
            Table.of(
                reader, served.formatted("FOR SYSTEM_TIME AS OF TIMESTAMP'2029-01-01 00:00:00'")))
        .isEmpty();
  }

  @Test
  void a_session_may_be_set_to_the_past_as_a_whole() throws Exception {
    try (SingleConnectionDataSource session =
        new SingleConnectionDataSource(reader.getConnection(), true)) {
      JdbcClient.create(session)
          .sql("SET time_zone = '+00:00', system_versioning_asof = '2030-01-20 00:00:00'")
          .update();

      assertThat(
              Table.of(
                  session,
                  "SELECT figure, programme_name FROM v_coverage_history WHERE coverage_key = '1-1-1-0-2017-5-1-1'"))
          .containsExactly("744939 | Vivienda Digna");
      assertThat(
              Table.of(
                  session,
                  "SELECT served, programme_name FROM v_coverage_ratios WHERE ratio_key = '1-1-1-0-2017-1-1'"))
          .containsExactly("744939 | Vivienda Digna");
      assertThat(
              Table.of(
                  session,
                  "SELECT approved FROM v_budget_history WHERE feed = 'report' AND approved > 0"))
          .containsExactly("3000000000");
    }
  }

  @Test
  void views_never_multiply_rows() {
    assertThat(
            Table.of(
                reader, "SELECT COUNT(*), COUNT(DISTINCT coverage_key) FROM v_coverage_history"))
        .isEqualTo(Table.of(reader, "SELECT COUNT(*), COUNT(*) FROM fct_coverage"));
    for (String view :
        List.of(
            "ratio_key FROM v_coverage_ratios",
            "budget_key FROM v_budget_history",
            "conflict_key FROM v_conflicts",
            "restatement_key FROM v_restatements")) {
      assertThat(Table.of(reader, "SELECT " + view)).isNotEmpty().doesNotHaveDuplicates();
    }
  }
}
