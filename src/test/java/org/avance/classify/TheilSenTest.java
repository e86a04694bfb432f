package org.avance.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Short figures are reckoned with otherwise than long ones, to the same slope. */
class TheilSenTest {
  private static final BigDecimal FAR = new BigDecimal("4000000000000000");

  @Test
  void a_series_that_is_moved_so_far_up_that_its_figures_are_long_has_the_same_slope() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      NavigableMap<Integer, BigDecimal> years = new TreeMap<>();
      NavigableMap<Integer, BigDecimal> far = new TreeMap<>();
      int count = 2 + random.nextInt(9);
      while (years.size() < count) {
        int year = 2010 + random.nextInt(15);
        BigDecimal figure = BigDecimal.valueOf(random.nextInt(), random.nextInt(6) - 2);
        years.put(year, figure);
        far.put(year, figure.add(FAR));
      }
      assertThat(TheilSen.slope(years)).as("%s", years).isEqualTo(TheilSen.slope(far));
    }
  }

  @Test
  void the_longest_figures_that_are_short_do_not_overflow() {
    NavigableMap<Integer, BigDecimal> years = new TreeMap<>();
    for (int year = 0; year <= 15; year++) {
      years.put(year, new BigDecimal(year % 2 == 0 ? "99999999999" : "-99999999999"));
    }
    NavigableMap<Integer, BigDecimal> far = new TreeMap<>();
    years.forEach((year, figure) -> far.put(year, figure.add(FAR)));
    assertThat(TheilSen.slope(years)).isEqualTo(TheilSen.slope(far));
    years.headMap(14).clear();
    assertThat(TheilSen.slope(years).<String>fold(BigDecimal::toPlainString, none -> "none"))
        .isEqualTo("-199999999998.0000000000");
  }
}
