package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.avance.job.SheetFacts.ambiguous;
import static org.avance.job.SheetFacts.assessment;
import static org.avance.job.SheetFacts.commitment;
import static org.avance.job.SheetFacts.finding;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.avance.load.TestWarehouse;
import org.avance.model.Caveat;
import org.avance.model.Delivery;
import org.avance.model.Fact;
import org.avance.model.FactKind;
import org.avance.model.FindingKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What sheets state, from staging into the warehouse. */
class SheetFactsTest {
  private static TestWarehouse warehouse;
  private static StatedFacts stated;

  @BeforeAll
  static void open() throws Exception {
    warehouse = TestWarehouse.migrated("sheet_facts");
    stated = new StatedFacts(warehouse);
  }

  @AfterAll
  static void close() {
    stated.close();
  }

  /** As if nothing had ever been loaded. */
  @AfterEach
  void empty() {
    JdbcClient owner = TestLoads.sql(warehouse);
    for (String table : FACTS) {
      owner.sql("DELETE FROM " + table).update();
      owner.sql("DELETE HISTORY FROM " + table).update();
    }
    for (String table : List.of("dim_indicator_name", "dim_indicator")) {
      owner.sql("DELETE FROM " + table + " WHERE indicator_id > 0").update();
    }
    owner.sql("DELETE FROM issue").update();
  }

  private static final List<String> FACTS =
      List.of(
          "fct_indicator_assessment",
          "fct_published_distribution",
          "fct_finding",
          "fct_indicator_value",
          "fct_coverage");

  private static List<String> rows(String sql) {
    return TestLoads.rows(warehouse, sql);
  }

  private static String effect(Delivery delivery) {
    return "%s new %d changed %d unchanged %d ended %d"
        .formatted(
            delivery.status(),
            delivery.counts().factsNew(),
            delivery.counts().factsChanged(),
            delivery.counts().factsUnchanged(),
            delivery.counts().factsEnded());
  }

  private static List<Fact> sheet() {
    List<Fact> facts = new ArrayList<>(SheetFacts.fifteen());
    facts.addAll(SheetFacts.matrix());
    facts.add(finding(FindingKind.STRENGTH, "", 1, "Conoce a quien atiende."));
    facts.add(finding(FindingKind.STRENGTH, "", 2, "Su padrón está al día."));
    facts.add(finding(FindingKind.NARRATIVE, "Objetivo 4", 1, "Tres indicadores, dos al alza."));
    facts.add(commitment(1, "Publicar el padrón.", 40));
    return facts;
  }

  @Test
  void a_sheet_becomes_rows() {
    assertThat(effect(stated.publish("sheets", 2021, sheet())))
        .isEqualTo("PUBLISHED new 51 changed 0 unchanged 0 ended 0");
    assertThat(
            rows(
                """
                SELECT i.number, i.name, o.text, r.code, d.code, q.code, fo.code, sf.code, f.figure, m.code,
                       CONCAT_WS('/', IFNULL(adequacy_met, '-'), IFNULL(clarity_met, '-'), IFNULL(relevance_met, '-'),
                                 IFNULL(monitorability_met, '-'), IFNULL(pertinence_met, '-')) AS marks,
                       pi.code, pp.code, f.printed_interim, f.printed_progress, f.printed_quality, f.line_first
                FROM fct_indicator_assessment f
                JOIN dim_indicator i USING (indicator_id)
                JOIN dim_objective o USING (objective_id)
                JOIN dim_indicator_role r USING (role_key)
                JOIN dim_direction d USING (direction_key)
                JOIN dim_quality q USING (quality_key)
                JOIN dim_focus fo USING (focus_key)
                JOIN dim_focus sf ON sf.focus_key = f.suggested_focus_key
                LEFT JOIN dim_missing_reason m USING (missing_reason_key)
                JOIN dim_interim_outcome pi ON pi.interim_key = f.printed_interim_key
                JOIN dim_progress_class pp ON pp.progress_key = f.printed_progress_key
                WHERE i.number IN ('3.1', '4.2', '5.3') ORDER BY i.number
                """))
        .containsExactly(
            "3.1 | Indicador 3.1 | Objetivo 3 | PARAMETER | ASCENDING | UNKNOWN | MANAGEMENT | MANAGEMENT | null | BLANK | -/-/-/-/- | FAR_EXCEEDED | EXCEEDED | Largo muy superado | Superado |  | 7",
            "4.2 | Indicador 4.2 | Objetivo 4 | PARAMETER | ASCENDING | NEEDS_IMPROVEMENT | MANAGEMENT | MANAGEMENT | 2 | null | 0/1/0/1/0 | ACHIEVED | EXCEEDED | Alcanzada | Superado | Oportunidad de mejora | 11",
            "5.3 | Indicador 5.3 | Objetivo 5 | PARAMETER | ASCENDING | ADEQUATE | UNKNOWN | MANAGEMENT | 4 | null | 1/1/1/1/0 | FAR_EXCEEDED | ADVANCED | Logro muy superado | Avanzado | Adecuado | 15");
    assertThat(
            rows(
                """
                SELECT fo.code, dc.code, f.figure, f.percent, f.printed, f.line_first
                FROM fct_published_distribution f JOIN dim_focus fo USING (focus_key)
                JOIN dim_distribution_class dc USING (distribution_class_key)
                WHERE dc.code IN ('FAR_LAGGING', 'TOTAL') ORDER BY f.line_first
                """))
        .containsExactly(
            "RESULTS | FAR_LAGGING | 1 | 7 | 1, 7% | 21",
            "RESULTS | TOTAL | 2 | 13 | 2, 13% | 23",
            "COORDINATION | FAR_LAGGING | 0 | 0 | 0, 0% | 29",
            "COORDINATION | TOTAL | 1 | 7 | 1, 7% | 31",
            "MANAGEMENT | FAR_LAGGING | 2 | 13 | 2, 13% | 37",
            "MANAGEMENT | TOTAL | 12 | 80 | 12, 80% | 39",
            "TOTAL | FAR_LAGGING | 3 | 20 | 3, 20% | 45",
            "TOTAL | TOTAL | 15 | 100 | 15, 100% | 47");
    assertThat(
            rows(
                """
                SELECT k.code, f.subject_code, f.subject, f.number, f.text, f.figure, f.line_first
                FROM fct_finding f JOIN dim_finding_kind k USING (finding_kind_key) ORDER BY f.line_first
                """))
        .containsExactly(
            "STRENGTH |  |  | 1 | Conoce a quien atiende. | null | 48",
            "STRENGTH |  |  | 2 | Su padrón está al día. | null | 49",
            "NARRATIVE | objetivo 4 | Objetivo 4 | 1 | Tres indicadores, dos al alza. | null | 50",
            "IMPROVEMENT_COMMITMENT |  |  | 1 | Publicar el padrón. | 40 | 51");
  }

  @Test
  void the_same_sheet_again_adds_no_version() {
    stated.publish("sheets", 2021, sheet());
    Map<String, Long> versions = TestLoads.versions(warehouse);

    assertThat(effect(stated.publish("sheets", 2021, sheet())))
        .isEqualTo("PUBLISHED new 0 changed 0 unchanged 51 ended 0");
    assertThat(TestLoads.versions(warehouse)).isEqualTo(versions);
  }

  @Test
  void a_changed_label_is_one_new_version_and_what_is_no_longer_stated_ends() {
    stated.publish("sheets", 2021, sheet());
    List<Fact> restated = new ArrayList<>(sheet());
    restated.set(12, assessment("5.1", "Moderado", "++++!", "Alcanzada", "Adecuádo"));
    restated.remove(restated.size() - 1);

    assertThat(effect(stated.publish("sheets", 2021, restated)))
        .isEqualTo("PUBLISHED new 0 changed 1 unchanged 49 ended 1");
    assertThat(
            rows(
                """
                SELECT f.printed_progress, f.row_end > NOW(6) AS stands FROM fct_indicator_assessment FOR SYSTEM_TIME ALL f
                JOIN dim_indicator i USING (indicator_id) WHERE i.number = '5.1' ORDER BY 2
                """))
        .containsExactly("Adecuado | 0", "Adecuádo | 1");
    assertThat(
            rows(
                "SELECT text, row_end > NOW(6) AS stands FROM fct_finding FOR SYSTEM_TIME ALL WHERE figure IS NOT NULL"))
        .containsExactly("Publicar el padrón. | 0");
  }

  @Test
  void another_year_is_another_fact_of_the_same_indicator() {
    stated.publish("sheets", 2021, List.of(SheetFacts.fifteen().get(12)));
    stated.publish("sheets", 2022, List.of(SheetFacts.inYear(2022, SheetFacts.fifteen().get(12))));

    assertThat(
            rows(
                """
                SELECT COUNT(DISTINCT indicator_id), GROUP_CONCAT(year_key ORDER BY year_key), COUNT(*)
                FROM fct_indicator_assessment
                """))
        .containsExactly("1 | 2021,2022 | 2");
  }

  @Test
  void values_and_classes_of_one_feed_are_of_one_indicator() {
    stated.publish(
        "sheets",
        2021,
        List.of(
            SheetFacts.coded(SheetFacts.fifteen().get(3), "I-2.1"),
            SheetFacts.value("I-2.1", "Indicador 2.1", "Porcentaje", "87.5")));

    assertThat(
            rows(
                """
                SELECT i.code, i.name, v.figure, a.printed_progress
                FROM dim_indicator i JOIN fct_indicator_value v USING (indicator_id)
                JOIN fct_indicator_assessment a USING (indicator_id)
                """))
        .containsExactly("I-2.1 | Indicador 2.1 | 87.5 | Superado");
  }

  @Test
  void what_cannot_be_assigned_is_kept_as_ambiguous() {
    stated.publish(
        "sheets",
        2021,
        List.of(
            ambiguous(
                SheetFacts.fifteen().get(0), "Meta para el bienestar | Ascendente | Destacado")));

    assertThat(
            rows(
                "SELECT is_ambiguous, note, printed_role, printed_progress, role_key, quality_key FROM fct_indicator_assessment"))
        .containsExactly(
            "1 | Meta para el bienestar | Ascendente | Destacado |  | Muy rezagado | 0 | 0");
  }

  @Test
  void two_findings_of_one_number_are_both_kept() {
    stated.publish(
        "sheets",
        2021,
        List.of(
            finding(FindingKind.THREAT, "", 1, "Menos recursos."),
            finding(FindingKind.THREAT, "", 1, "Más demanda.")));

    assertThat(rows("SELECT number, ordinal, is_ambiguous, text FROM fct_finding ORDER BY ordinal"))
        .containsExactly("1 | 1 | 1 | Más demanda.", "1 | 2 | 1 | Menos recursos.");
    assertThat(rows("SELECT message FROM issue ORDER BY record_no LIMIT 1"))
        .containsExactly(
            "One of 2 records that state different values for the same key (51 PI, 2021, threat, 1, MX); kept under ordinal 2, out of trends.");
  }

  @Test
  void a_long_subject_is_known_by_its_beginning_and_a_hash() {
    String heading = "Sección ".repeat(60).strip();
    stated.publish(
        "sheets",
        2021,
        List.of(
            finding(FindingKind.NARRATIVE, heading + " a", 1, "Uno."),
            finding(FindingKind.NARRATIVE, heading + " b", 1, "Dos.")));

    assertThat(
            rows(
                "SELECT CHAR_LENGTH(subject_code), CHAR_LENGTH(subject), text FROM fct_finding ORDER BY line_first"))
        .containsExactly("192 | 481 | Uno.", "192 | 481 | Dos.");
  }

  @Test
  void caveats_of_a_population_are_published_and_compared() {
    stated.publish("sheets", 2017, List.of(SheetFacts.served("744939", Set.of())));
    stated.publish(
        "sheets", 2017, List.of(SheetFacts.served("744939", EnumSet.allOf(Caveat.class))));

    assertThat(
            rows("SELECT figure, caveats FROM fct_coverage FOR SYSTEM_TIME ALL ORDER BY row_end"))
        .containsExactly("744939 | ", "744939 | DOUBLE_COUNTING, NOT_DEFINABLE");
  }

  @Test
  void a_kind_that_the_feed_no_longer_yields_ends() {
    stated.publish("sheets", 2021, sheet());

    assertThat(
            effect(
                stated.publish("sheets", 2021, Set.of(FactKind.ASSESSMENT), SheetFacts.fifteen())))
        .isEqualTo("PUBLISHED new 0 changed 0 unchanged 15 ended 36");
  }

  @Test
  void pages_are_noted_and_replaced() {
    long id = stated.publish("sheets", 2021, sheet()).id();
    stated.deliveries().pages(id, List.of(1L, 40L, 90L));
    stated.deliveries().pages(id, List.of(1L, 45L));

    assertThat(rows("SELECT page, first_line FROM delivery_page ORDER BY page"))
        .containsExactly("1 | 1", "2 | 45");
    stated.deliveries().pages(id, List.of());
    assertThat(rows("SELECT COUNT(*) FROM delivery_page")).containsExactly("0");
  }
}
