package org.avance.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.avance.model.MissingReason;
import org.avance.model.Stated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageRatiosTest {

  @Test
  void the_figures_of_e045_in_2017_give_its_printed_ratio() {
    CoverageRatios ratios =
        CoverageRatios.of(stated("14756442"), stated("784969"), stated("744939"));
    assertThat(ratios.servedOfTargetPercent()).contains(new BigDecimal("94.9004"));
    assertThat(ratios.servedOfPotentialPercent()).contains(new BigDecimal("5.0482"));
    assertThat(ratios.targetOfPotentialPercent()).contains(new BigDecimal("5.3195"));
  }

  /** Potential, target, served; then PA/PO, PA/PP, PO/PP, a dash where there is none. */
  @ParameterizedTest
  @CsvSource({
    "ND, 10, 5,   50.0000, -, -",
    "20, ND, 5,   -, 25.0000, -",
    "20, 10, ND,  -, -, 50.0000",
    "0,  10, 5,   50.0000, -, -",
    "20, 0,  5,   -, 25.0000, 0.0000",
    "20, 10, 0,   0.0000, 0.0000, 50.0000",
    "10, 5,  12,  240.0000, 120.0000, 50.0000",
    "3,  2,  1,   50.0000, 33.3333, 66.6667"
  })
  void a_ratio_is_absent_without_its_denominator_and_never_capped(
      String potential,
      String target,
      String served,
      String ofTarget,
      String ofPotential,
      String focus) {
    CoverageRatios ratios = CoverageRatios.of(stated(potential), stated(target), stated(served));
    assertThat(ratios.servedOfTargetPercent().map(BigDecimal::toString).orElse("-"))
        .isEqualTo(ofTarget);
    assertThat(ratios.servedOfPotentialPercent().map(BigDecimal::toString).orElse("-"))
        .isEqualTo(ofPotential);
    assertThat(ratios.targetOfPotentialPercent().map(BigDecimal::toString).orElse("-"))
        .isEqualTo(focus);
  }

  private static Stated<BigDecimal> stated(String figure) {
    return figure.equals("ND")
        ? Stated.missing(MissingReason.NOT_AVAILABLE, "ND")
        : Stated.given(new BigDecimal(figure));
  }
}
