package org.avance.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.avance.model.Budget;
import org.avance.model.BudgetStage;
import org.avance.model.Footing;
import org.avance.model.Geography;
import org.avance.model.MissingReason;
import org.avance.model.Period;
import org.avance.model.PriceBasis;
import org.avance.model.Programme;
import org.avance.model.RecordFate;
import org.avance.model.Stated;
import org.junit.jupiter.api.Test;

class StagedFactTest {
  private static final List<String> KEY = List.of("PEF", "23", "U128");

  private static StagedFact<Budget> fact(
      Stated<BigDecimal> figure, String recordKey, long record, boolean sums) {
    Budget budget =
        new Budget(
            new Programme("PEF", "23", "U128", "A fund", "Ramo 23"),
            2015,
            Period.YEAR,
            2015,
            BudgetStage.APPROVED,
            "",
            Geography.UNKNOWN,
            PriceBasis.NOMINAL,
            figure,
            Stated.missing(MissingReason.BLANK, ""),
            "",
            Set.of("year", "geography"),
            recordKey,
            "Monto");
    StagedRecord staged =
        new StagedRecord(
            record,
            9,
            9,
            "",
            RecordFate.STAGED,
            List.of(budget),
            Set.of(),
            List.of(),
            List.of(),
            Footing.NONE);
    return new StagedFact<>(staged, budget, 1, true, sums);
  }

  private static StagedFact<Budget> given(String figure) {
    return fact(Stated.given(new BigDecimal(figure)), "", 1, false);
  }

  private static String content(StagedFact<Budget> fact) {
    return fact.contentHash(() -> KEY, List.of("note"));
  }

  @Test
  void parts_are_kept_apart_in_a_hash() {
    assertThat(StagedFact.hash(List.of("a", "bc")))
        .isNotEqualTo(StagedFact.hash(List.of("ab", "c")));
    assertThat(StagedFact.hash(List.of("a", ""))).isNotEqualTo(StagedFact.hash(List.of("a")));
    // MD5 of "a", as RFC 1321 prints it.
    assertThat(StagedFact.hash(List.of("a"))).isEqualTo("0cc175b9c0f1b6a831c399e269772661");
  }

  @Test
  void a_text_put_together_before_has_the_hash_of_its_parts() {
    String joined = TextHash.joined(List.of("a", "ñ"));
    assertThat(TextHash.of(List.of(joined, "c"))).isEqualTo(TextHash.of(List.of("a", "ñ", "c")));
  }

  @Test
  void labels_of_another_case_accent_or_spacing_are_one() {
    assertThat(StagedFact.labelHash(" Niñas  y NIÑOS"))
        .isEqualTo(StagedFact.labelHash("ninas y niños"));
    assertThat(StagedFact.labelHash("Niñas")).isNotEqualTo(StagedFact.labelHash("Niños"));
  }

  @Test
  void the_same_figure_in_another_spelling_is_the_same_content() {
    assertThat(content(given("10.0"))).isEqualTo(content(given("1E+1")));
    assertThat(content(given("0.00"))).isEqualTo(content(given("0")));
    assertThat(content(given("1.20"))).isEqualTo(content(given("1.2")));
    assertThat(content(given("100"))).isNotEqualTo(content(given("1")));
    assertThat(content(given("10.0"))).isNotEqualTo(content(given("10.1")));
    assertThat(content(given("0"))).isNotEqualTo(content(missing("")));
    assertThat(content(missing("ND"))).isNotEqualTo(content(missing("")));
  }

  private static StagedFact<Budget> missing(String text) {
    return fact(Stated.missing(MissingReason.NOT_AVAILABLE, text), "", 1, false);
  }

  @Test
  void the_records_own_key_tells_repeated_records_apart_but_is_no_part_of_the_facts() {
    Stated<BigDecimal> ten = Stated.given(BigDecimal.TEN);
    assertThat(fact(ten, "1", 1, false).keyHash(KEY))
        .isEqualTo(fact(ten, "2", 2, false).keyHash(KEY));
    assertThat(content(fact(ten, "1", 1, false))).isNotEqualTo(content(fact(ten, "2", 2, false)));
  }

  @Test
  void parts_of_a_figure_are_known_by_their_own_key_or_else_never_the_same() {
    Stated<BigDecimal> ten = Stated.given(BigDecimal.TEN);
    assertThat(fact(ten, "7", 1, true).keyHash(KEY))
        .isEqualTo(fact(ten, "7", 2, true).keyHash(KEY));
    assertThat(fact(ten, "", 1, true).keyHash(KEY))
        .isNotEqualTo(fact(ten, "", 2, true).keyHash(KEY));
  }

  @Test
  void what_is_missing_has_a_reason_and_no_figure() {
    StagedFact<Budget> missing = missing("ND");
    assertThat(missing.figure()).isNull();
    assertThat(missing.missingReason()).isEqualTo("NOT_AVAILABLE");
    assertThat(missing.missingText()).isEqualTo("ND");
    assertThat(given("3").missingReason()).isNull();
    assertThat(given("3").assumed()).isEqualTo("geography, year");
  }
}
