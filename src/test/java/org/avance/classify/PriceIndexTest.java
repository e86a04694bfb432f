package org.avance.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceIndexTest {
  private static final PriceIndex INPC = index();

  /** The ficha of E045 prints pesos of 2012, in millions; the nominal amounts are implied. */
  @ParameterizedTest
  @CsvSource({
    "2712.44, 2016, 3093.4", "2531.93, 2017, 3062.0",
    "213827.70, 2016, 243860.6", "217054.66, 2017, 262496.1"
  })
  void the_constant_amounts_of_e045_imply_these_nominal_ones(
      BigDecimal constant, int year, BigDecimal nominal) {
    assertThat(INPC.constant(constant, 2012, year).orElseThrow())
        .isCloseTo(nominal, within(new BigDecimal("0.05")));
  }

  @Test
  void an_amount_at_the_prices_of_its_own_year_stays_as_it_is() {
    assertThat(INPC.constant(new BigDecimal("-12.5"), 2016, 2016))
        .contains(new BigDecimal("-12.5000000000"));
  }

  @Test
  void a_year_that_the_index_lacks_gives_no_amount() {
    assertThat(INPC.constant(BigDecimal.TEN, 1999, 2012)).isEmpty();
    assertThat(INPC.constant(BigDecimal.TEN, 2012, 1999)).isEmpty();
  }

  @Test
  void there_and_back_is_the_same_amount_to_the_ninth_decimal() {
    Random random = new Random(7);
    for (int i = 0; i < 1_000; i++) {
      BigDecimal amount = BigDecimal.valueOf(random.nextInt(), 2);
      BigDecimal constant = INPC.constant(amount, 2017, 2012).orElseThrow();
      assertThat(INPC.constant(constant, 2012, 2017).orElseThrow())
          .isCloseTo(amount, within(new BigDecimal("0.000000001")));
    }
  }

  @Test
  void the_base_year_of_the_views_needs_an_average() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PriceIndex(2010, INPC.averages()))
        .withMessage(
            "expected an average for the base year 2010, found the years [2012, 2016, 2017]");
  }

  private static PriceIndex index() {
    TreeMap<Integer, RuleValue> averages = new TreeMap<>();
    averages.put(2012, Judged.value("79.0281"));
    averages.put(2016, Judged.value("90.1279"));
    averages.put(2017, Judged.value("95.5730"));
    return new PriceIndex(2012, averages);
  }
}
