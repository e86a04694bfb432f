package org.avance.feed.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.avance.feed.trust.Tolerance.Measure;
import org.junit.jupiter.api.Test;

class ToleranceTest {

  private static boolean bears(String amount, Measure measure, String found, String whole) {
    return new Tolerance(new BigDecimal(amount), measure)
        .bears(new BigDecimal(found), new BigDecimal(whole));
  }

  @Test
  void up_to_and_with_the_amount_is_borne() {
    assertThat(bears("5", Measure.PERCENT, "5", "100")).isTrue();
    assertThat(bears("5", Measure.PERCENT, "5.01", "100")).isFalse();
    assertThat(bears("5", Measure.PERCENT, "-5", "-100")).isTrue();
    assertThat(bears("5", Measure.PERCENT, "1", "0")).isFalse();
    assertThat(bears("0.5", Measure.ABSOLUTE, "-0.5", "1")).isTrue();
    assertThat(bears("0.5", Measure.ABSOLUTE, "0.51", "1000")).isFalse();
    assertThat(Tolerance.NOTHING.bears(BigDecimal.ZERO, BigDecimal.ONE)).isTrue();
    assertThat(Tolerance.NOTHING.bears(BigDecimal.ONE, BigDecimal.TEN)).isFalse();
    assertThat(Tolerance.ANYTHING.bears(BigDecimal.TEN, BigDecimal.ZERO)).isTrue();
  }

  @Test
  void it_reads_as_a_descriptor_writes_it() {
    assertThat(new Tolerance(new BigDecimal("5"), Measure.PERCENT)).hasToString("5%");
    assertThat(new Tolerance(new BigDecimal("0.5"), Measure.ABSOLUTE)).hasToString("0.5");
    assertThat(Tolerance.ANYTHING).hasToString("any");
  }
}
