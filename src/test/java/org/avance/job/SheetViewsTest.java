package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.avance.job.SheetFacts.commitment;
import static org.avance.job.SheetFacts.exercised;
import static org.avance.job.SheetFacts.finding;
import static org.avance.job.SheetFacts.served;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.avance.load.PriceIndexTable;
import org.avance.load.TestWarehouse;
import org.avance.model.Assessment;
import org.avance.model.Caveat;
import org.avance.model.Component;
import org.avance.model.Delivery;
import org.avance.model.Distribution;
import org.avance.model.DistributionClass;
import org.avance.model.Fact;
import org.avance.model.FindingKind;
import org.avance.model.IndicatorFocus;
import org.avance.model.PriceBasis;
import org.avance.warehouse.Cell;
import org.avance.warehouse.Query;
import org.avance.warehouse.QueryRefused;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The views over what sheets state, asked as analysts ask. */
class SheetViewsTest {
  private static final PriceBasis OF_2012 = PriceBasis.constant(2012);
  private static TestWarehouse warehouse;

  @BeforeAll
  static void load() throws Exception {
    warehouse = TestWarehouse.migrated("sheet_views");
    new PriceIndexTable(warehouse.as(warehouse.endpoint().etl()))
        .publish(
            Map.of(
                2012, new BigDecimal("79.0281"),
                2016, new BigDecimal("90.1279"),
                2017, new BigDecimal("95.5730")),
            2012);
    try (StatedFacts stated = new StatedFacts(warehouse)) {
      Delivery sheet = stated.publish("sheets", 2021, sheet());
      stated.deliveries().pages(sheet.id(), List.of(1L, 10L, 48L));
      stated.publish("slips", 2021, slips());
      stated.publish("monitoring", 2017, monitoring());
      stated.publish("agency", 2017, agency());
      stated.publish("registry", 2017, registry());
    }
    warehouse
        .owner()
        .sql(
            """
            INSERT INTO feed_expectation VALUES
              ('agency', 'T', 'A', 'YEAR', 12, 31, 1), ('monitoring', 'T', 'A', 'YEAR', 12, 31, 2)
            """)
        .update();
  }

  private static List<Fact> sheet() {
    List<Fact> facts = new ArrayList<>(SheetFacts.fifteen());
    facts.addAll(SheetFacts.matrix());
    facts.add(finding(FindingKind.STRENGTH, "", 1, "Conoce a quien atiende."));
    facts.add(finding(FindingKind.NARRATIVE, "Objetivo 4", 1, "Dos indicadores al alza."));
    facts.add(commitment(1, "Publicar el padrón.", 40));
    return facts;
  }

  /** Two indicators of one class, one of them without a focus; the matrix counts one too many. */
  private static List<Fact> slips() {
    Assessment first = SheetFacts.assessment("1.1", "", "", "", "Superado");
    Assessment second = SheetFacts.assessment("1.2", "", "", "", "Muy rezagado");
    List<Distribution> cells =
        List.of(
            SheetFacts.cell(IndicatorFocus.MANAGEMENT, DistributionClass.EXCEEDED, 2, 67),
            SheetFacts.cell(IndicatorFocus.MANAGEMENT, DistributionClass.FAR_LAGGING, 1, 33),
            SheetFacts.cell(IndicatorFocus.TOTAL, DistributionClass.TOTAL, 3, 100));
    List<Fact> facts = new ArrayList<>(List.of(first, second));
    facts.addAll(cells);
    return facts;
  }

  private static List<Fact> monitoring() {
    return List.of(
        served("744939", EnumSet.allOf(Caveat.class)),
        exercised(2016, OF_2012, "2712440000"),
        exercised(2017, OF_2012, "2531930000"),
        exercised(2018, PriceBasis.NOMINAL, "3000000000"),
        exercised(2016, PriceBasis.constant(2010), "1000"));
  }

  private static List<Fact> agency() {
    return List.of(served("744000", Set.of()), exercised(2017, PriceBasis.NOMINAL, "3062000000"));
  }

  /** States parts only. */
  private static List<Fact> registry() {
    return List.of(
        served(new Component(false, "Consulta externa"), "Consultas", "900000", Set.of()),
        served(new Component(false, "Urgencias"), "Personas", "120000", Set.of()));
  }

  private static List<String> rows(String sql) {
    return TestLoads.rows(warehouse, sql);
  }

  @Test
  void an_assessment_tells_all_classes_of_its_indicator() {
    assertThat(
            rows(
                """
                SELECT programme_code, programme_name, year, objective, indicator_number, indicator_name, role_es, direction_code,
                  quality_es, printed_interim_code, printed_interim, printed_progress_es, focus_code, suggested_focus_es,
                  adequacy_met, clarity_met, relevance_met, monitorability_met, pertinence_met, criteria_met, criteria_marked,
                  is_ambiguous, is_current, line, page
                FROM v_indicator_assessment WHERE feed = 'sheets' AND indicator_number IN ('3.1', '4.2') ORDER BY indicator_number
                """))
        .containsExactly(
            "PI | Programa institucional | 2021 | Objetivo 3 | 3.1 | Indicador 3.1 | Parámetro | ASCENDING | No indicado | FAR_EXCEEDED | Largo muy superado | Superado | MANAGEMENT | Gestión | null | null | null | null | null | null | null | 0 | 1 | 7 | 1",
            "PI | Programa institucional | 2021 | Objetivo 4 | 4.2 | Indicador 4.2 | Parámetro | ASCENDING | Oportunidad de mejora | ACHIEVED | Alcanzada | Superado | MANAGEMENT | Gestión | 0 | 1 | 0 | 1 | 0 | 2 | 5 | 0 | 1 | 11 | 2");
  }

  @Test
  void of_two_sheets_of_one_programme_one_is_current() {
    assertThat(
            rows(
                "SELECT feed, SUM(is_current), COUNT(*) FROM v_indicator_assessment GROUP BY feed ORDER BY feed"))
        .containsExactly("sheets | 15 | 15", "slips | 0 | 2");
  }

  @Test
  void the_printed_distribution_equals_the_one_recomputed_from_the_classes() {
    assertThat(
            rows(
                """
                SELECT class_es, n_published, n_published_total, published_percent, n_recomputed, n_recomputed_total,
                  recomputed_percent, is_count_different, is_percent_different
                FROM v_published_distribution WHERE feed = 'sheets' AND focus_code = 'TOTAL' ORDER BY class_order
                """))
        .containsExactly(
            "Superado | 5 | 15 | 33 | 5 | 15 | 33 | 0 | 0",
            "Avanzado | 2 | 15 | 13 | 2 | 15 | 13 | 0 | 0",
            "Adecuado | 1 | 15 | 7 | 1 | 15 | 7 | 0 | 0",
            "Insuficiente | 0 | 15 | 0 | 0 | 15 | 0 | 0 | 0",
            "Rezagado | 1 | 15 | 7 | 1 | 15 | 7 | 0 | 0",
            "Muy rezagado | 3 | 15 | 20 | 3 | 15 | 20 | 0 | 0",
            "NR | 3 | 15 | 20 | 3 | 15 | 20 | 0 | 0",
            "Total general | 15 | 15 | 100 | 15 | 15 | 100 | 0 | 0");
  }

  @Test
  void a_focus_is_recomputed_only_where_that_of_the_whole_column_is_known() {
    assertThat(
            rows(
                """
                SELECT class_es, n_published, n_recomputed, n_without_focus, is_count_different, page
                FROM v_published_distribution WHERE feed = 'sheets' AND focus_code = 'MANAGEMENT' ORDER BY class_order
                """))
        .containsExactly(
            "Superado | 5 | 5 | 0 | 0 | 2",
            "Avanzado | 0 | null | 2 | null | 2",
            "Adecuado | 1 | 1 | 0 | 0 | 2",
            "Insuficiente | 0 | 0 | 0 | 0 | 2",
            "Rezagado | 1 | 1 | 0 | 0 | 2",
            "Muy rezagado | 2 | null | 3 | null | 2",
            "NR | 3 | 3 | 0 | 0 | 2",
            "Total general | 12 | null | 5 | null | 2");
  }

  @Test
  void a_matrix_that_does_not_fit_its_indicators_is_flagged() {
    assertThat(
            rows(
                """
                SELECT focus_code, class_code, printed, n_published, n_published_total, n_recomputed, n_recomputed_total,
                  recomputed_percent, is_count_different, is_percent_different
                FROM v_published_distribution WHERE feed = 'slips' ORDER BY line
                """))
        .containsExactly(
            "MANAGEMENT | EXCEEDED | 2, 67% | 2 | 3 | 1 | 2 | 50 | 1 | 1",
            "MANAGEMENT | FAR_LAGGING | 1, 33% | 1 | 3 | null | 2 | null | null | null",
            "TOTAL | TOTAL | 3, 100% | 3 | 3 | 2 | 2 | 100 | 1 | 0");
  }

  @Test
  void findings_are_told_with_their_page() {
    assertThat(
            rows(
                """
                SELECT kind_es, kind_en, subject, number, text, percent_done, missing_code, programme_name, line, page
                FROM v_findings ORDER BY line
                """))
        .containsExactly(
            "Fortaleza | Strength |  | 1 | Conoce a quien atiende. | null | null | Programa institucional | 48 | 3",
            "Texto | Narrative | Objetivo 4 | 1 | Dos indicadores al alza. | null | null | Programa institucional | 49 | 3",
            "Aspecto comprometido | Improvement commitment |  | 1 | Publicar el padrón. | 40 | null | Programa institucional | 50 | 3");
  }

  @Test
  void caveats_stand_beside_the_population() {
    assertThat(
            rows(
                """
                SELECT feed, figure, caveats, is_double_counted, is_not_definable, is_current
                FROM v_coverage_history WHERE is_whole_programme = 1 ORDER BY feed
                """))
        .containsExactly(
            "agency | 744000 |  | 0 | 0 | 1",
            "monitoring | 744939 | DOUBLE_COUNTING, NOT_DEFINABLE | 1 | 1 | 0");
  }

  @Test
  void what_sheet_and_agency_say_of_one_population_is_a_conflict_or_not_comparable() {
    assertThat(
            rows(
                """
                SELECT feed_a, component_a, unit_a, figure_a, feed_b, component_b, unit_b, figure_b, difference, comparable,
                  why_not_comparable_es
                FROM v_conflicts WHERE kind = 'coverage' AND feed_a = 'monitoring' ORDER BY feed_b, figure_b
                """))
        .containsExactly(
            "monitoring | Programa completo / Whole programme | Personas | 744939 | agency | Programa completo / Whole programme | Personas | 744000 | -939 | 1 | ",
            "monitoring | Programa completo / Whole programme | Personas | 744939 | registry | Urgencias | Personas | 120000 | -624939 | 0 | un componente frente al programa completo",
            "monitoring | Programa completo / Whole programme | Personas | 744939 | registry | Consulta externa | Consultas | 900000 | null | 0 | otra unidad: Personas / Consultas; un componente frente al programa completo");
  }

  @Test
  void an_amount_is_told_at_the_prices_of_any_year() {
    assertThat(
            rows(
                """
                SELECT year, price_basis_es, stated_amount, nominal_amount, base_year, amount, is_current
                FROM v_budget_prices WHERE feed = 'monitoring' AND year IN (2016, 2017) AND base_year IN (2012, 2017)
                ORDER BY year, price_base_year DESC, base_year
                """))
        .containsExactly(
            "2016 | Precios constantes de 2012 | 2712440000 | 3093412609.89 | 2012 | 2712440000 | 1",
            "2016 | Precios constantes de 2012 | 2712440000 | 3093412609.89 | 2017 | 3280301919.44 | 1",
            "2016 | Precios constantes de 2010 | 1000 | null | 2012 | null | 1",
            "2016 | Precios constantes de 2010 | 1000 | null | 2017 | null | 1",
            "2017 | Precios constantes de 2012 | 2531930000 | 3062001312.06 | 2012 | 2531930000 | 0",
            "2017 | Precios constantes de 2012 | 2531930000 | 3062001312.06 | 2017 | 3062001312.06 | 0");
    assertThat(
            rows(
                "SELECT year, nominal_amount, base_year, amount FROM v_budget_prices WHERE year = 2018 AND base_year = 2012"))
        .containsExactly("2018 | 3000000000 | 2012 | null");
  }

  @Test
  void amounts_at_one_base_are_added() {
    assertThat(
            asked(
                """
                SELECT total_at_one_base(amount, base_year) AS total FROM v_budget_prices
                WHERE feed = 'monitoring' AND base_year = 2012
                """))
        .containsExactly("5244370000");
    assertThat(asked("SELECT total_at_one_base(stated_amount, 0) FROM v_budget_prices WHERE 1 = 0"))
        .containsExactly("");
  }

  @Test
  void amounts_of_two_bases_are_not_added() {
    assertThatThrownBy(
            () ->
                asked(
                    "SELECT total_at_one_base(exercised, price_base_year) FROM v_budget_history WHERE year = 2017"))
        .isInstanceOf(QueryRefused.class)
        .hasMessage(
            "Amounts at prices of 2012 and nominal ones can't be added; ask v_budget_prices for one base year.");
    assertThatThrownBy(
            () ->
                asked(
                    "SELECT total_at_one_base(stated_amount, price_base_year) FROM v_budget_prices WHERE year = 2016"))
        .hasMessage(
            "Amounts at prices of 2010 and at prices of 2012 can't be added; ask v_budget_prices for one base year.");
    assertThatThrownBy(() -> asked("SELECT total_at_one_base(amount, NULL) FROM v_budget_prices"))
        .hasMessage(
            "An amount of no stated price base can't be added to others; leave it out or ask v_budget_prices for one base year.");
  }

  /** As the account that only reads. */
  private static List<String> asked(String sql) {
    List<String> lines = new ArrayList<>();
    Query.run(
        warehouse.as(warehouse.endpoint().bi()),
        sql,
        new Query.Answer() {
          @Override
          public void columns(List<String> names) {}

          @Override
          public void row(List<Cell> cells) {
            lines.add(cells.stream().map(Cell::text).collect(Collectors.joining(" | ")));
          }
        });
    return lines;
  }
}
