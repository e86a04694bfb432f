package org.avance.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.avance.model.IndicatorStatement;
import org.avance.model.KnownIndicator;
import org.avance.model.SettledIndicators;
import org.avance.model.SettledIndicators.Proposal;
import org.junit.jupiter.api.Test;

class IndicatorIdentitiesTest {

  /** What is stated; each hash is unlike any other. */
  private static IndicatorStatement stated(
      String hash, String code, String previous, String name, Integer... years) {
    return new IndicatorStatement(
        hash, "pef|16|g005", code, previous, "fin", name, "porcentaje", Set.of(years));
  }

  private static SettledIndicators settle(IndicatorStatement... statements) {
    return IndicatorIdentities.settle(List.of(), List.of(statements));
  }

  /** Which statements are of one indicator: hashes in groups. */
  private static String groups(SettledIndicators settled) {
    Map<String, List<String>> byKey = new TreeMap<>();
    new TreeMap<>(settled.keys())
        .forEach((hash, key) -> byKey.computeIfAbsent(key, each -> new ArrayList<>()).add(hash));
    return byKey.values().stream().map(each -> String.join("=", each)).sorted().toList().toString();
  }

  @Test
  void the_same_code_is_the_same_indicator_whatever_its_name() {
    assertThat(
            groups(
                settle(
                    stated("a", "x1", "", "denuncias", 2019),
                    stated("b", "x1", "", "quejas", 2020),
                    stated("c", "x2", "", "visitas", 2020))))
        .isEqualTo("[a=b, c]");
  }

  @Test
  void a_previous_code_carries_identity_through_a_chain() {
    assertThat(
            groups(
                settle(
                    stated("c", "x3", "x2", "tres", 2021),
                    stated("a", "x1", "", "uno", 2019),
                    stated("b", "x2", "x1", "dos", 2020))))
        .isEqualTo("[a=b=c]");
  }

  @Test
  void a_previous_code_of_the_same_year_does_not_make_two_indicators_one() {
    assertThat(
            groups(
                settle(stated("a", "x1", "", "uno", 2020), stated("b", "x2", "x1", "dos", 2020))))
        .isEqualTo("[a, b]");
  }

  @Test
  void programme_level_name_and_unit_identify_where_the_code_changed_with_the_year() {
    assertThat(
            groups(
                settle(
                    stated("a", "x-2019", "", "denuncias", 2019),
                    stated("b", "x-2020", "", "denuncias", 2020))))
        .isEqualTo("[a=b]");
  }

  @Test
  void two_codes_in_one_year_are_two_indicators_even_of_one_name() {
    assertThat(
            groups(
                settle(
                    stated("a", "x1", "", "denuncias", 2019, 2020),
                    stated("b", "x2", "", "denuncias", 2020))))
        .isEqualTo("[a, b]");
  }

  @Test
  void another_unit_or_level_or_programme_is_another_indicator() {
    assertThat(
            groups(
                settle(
                    new IndicatorStatement("a", "p", "", "", "fin", "n", "%", Set.of(2019)),
                    new IndicatorStatement("b", "p", "", "", "fin", "n", "visita", Set.of(2020)),
                    new IndicatorStatement("c", "p", "", "", "componente", "n", "%", Set.of(2020)),
                    new IndicatorStatement("d", "q", "", "", "fin", "n", "%", Set.of(2020)))))
        .isEqualTo("[a, b, c, d]");
  }

  @Test
  void what_the_warehouse_knows_keeps_its_key() {
    SettledIndicators settled =
        IndicatorIdentities.settle(
            List.of(
                new KnownIndicator("K1", stated("k", "x1", "", "denuncias", 2019)),
                new KnownIndicator("K2", stated("l", "", "", "visitas", 2019))),
            List.of(
                stated("a", "x2", "x1", "otra", 2020), stated("b", "", "", "visitas", 2019, 2020)));
    assertThat(settled.keys()).containsOnly(Map.entry("a", "K1"), Map.entry("b", "K2"));
  }

  /** Its own scope's years do not count: known() leaves them out. */
  @Test
  void a_corrected_code_within_a_scope_finds_the_indicator_by_its_name() {
    SettledIndicators settled =
        IndicatorIdentities.settle(
            List.of(new KnownIndicator("K1", stated("k", "x-wrnog", "", "denuncias"))),
            List.of(stated("a", "x-wrong", "", "denuncias", 2020)));
    assertThat(settled.keys()).containsOnly(Map.entry("a", "K1"));
  }

  /** The years that a delivery states anew are not among those known; its own codes tell them. */
  @Test
  void a_code_beside_a_known_one_is_another_indicator_in_any_order() {
    List<KnownIndicator> known =
        List.of(new KnownIndicator("K1", stated("k", "x1", "", "denuncias")));
    for (String other : List.of("a", "z")) {
      SettledIndicators settled =
          IndicatorIdentities.settle(
              known,
              List.of(
                  stated("k", "x1", "", "denuncias", 2020),
                  stated(other, "x2", "x1", "denuncias", 2020)));
      assertThat(settled.keys()).containsEntry("k", "K1");
      assertThat(groups(settled)).isEqualTo(other.equals("a") ? "[a, k]" : "[k, z]");
    }
  }

  @Test
  void a_code_under_two_names_keeps_others_of_its_years_apart() {
    assertThat(
            groups(
                settle(
                    stated("a", "x1", "", "denuncias", 2019),
                    stated("b", "x2", "", "denuncias", 2020),
                    stated("c", "x1", "", "quejas", 2020))))
        .isEqualTo("[a=c, b]");
    assertThat(
            groups(
                settle(
                    stated("a", "x1", "", "denuncias", 2020),
                    stated("b", "x2", "", "denuncias", 2019, 2022),
                    stated("c", "x2", "", "quejas", 2020))))
        .isEqualTo("[a, b=c]");
  }

  @Test
  void what_merely_resembles_is_proposed_and_kept_apart() {
    SettledIndicators settled =
        settle(
            stated("a", "x1", "", "porcentaje de denuncias atendidas", 2019),
            stated("b", "x2", "", "porcentaje de denuncias atendida", 2020),
            stated("c", "x3", "", "visitas", 2020));
    assertThat(groups(settled)).isEqualTo("[a, b, c]");
    assertThat(settled.proposals())
        .containsExactly(
            new Proposal(
                "b",
                "porcentaje de denuncias atendidas",
                Similarity.of(
                    "porcentaje de denuncias atendidas", "porcentaje de denuncias atendida")));
  }

  @Test
  void statements_without_a_name_are_never_one_by_it() {
    assertThat(groups(settle(stated("a", "x1", "", "", 2019), stated("b", "x2", "", "", 2020))))
        .isEqualTo("[a, b]");
  }

  @Test
  void the_order_of_statements_does_not_matter() {
    List<IndicatorStatement> statements = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String previous = i % 3 == 0 ? "c" + (i - 6) : "";
      statements.add(stated("h" + i, "c" + i, previous, "name " + i % 20, 2010 + i / 6));
    }
    SettledIndicators inOrder = IndicatorIdentities.settle(List.of(), statements);
    Random random = new Random(7);
    for (int round = 0; round < 50; round++) {
      Collections.shuffle(statements, random);
      assertThat(IndicatorIdentities.settle(List.of(), statements)).isEqualTo(inOrder);
    }
  }

  @Test
  void similarity_runs_from_nothing_in_common_to_the_same() {
    assertThat(Similarity.of("noche", "noche")).isEqualTo(1);
    assertThat(Similarity.of("night", "nacht")).isEqualTo(0.25);
    assertThat(Similarity.of("abc", "xyz")).isZero();
    assertThat(Similarity.of("", "a")).isZero();
    assertThat(Similarity.of("a", "b")).isZero();
  }
}
