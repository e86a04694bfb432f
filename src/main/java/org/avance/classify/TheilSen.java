package org.avance.classify;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.stream.Stream;
import org.avance.model.Stated;

/**
 * Theil and Sen's slope of a yearly series: the median of the slopes between all pairs of years, so
 * that no single year decides.
 */
final class TheilSen {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /** Decimals of a stored figure, and the digits that it has room for before them. */
  private static final int SCALE = 10;

  private static final int MOST_DIGITS = 20;

  private TheilSen() {}

  /**
   * Change a year; missing where it has more digits than a stored figure holds.
   *
   * @param years two years at least
   */
  static Stated<BigDecimal> slope(NavigableMap<Integer, BigDecimal> years) {
    List<Ratio> slopes =
        years.entrySet().stream().flatMap(from -> slopes(from, years)).sorted().toList();
    Ratio lower = slopes.get((slopes.size() - 1) / 2);
    Ratio upper = slopes.get(slopes.size() / 2);
    Ratio twice = lower.plus(upper);
    return new Ratio(twice.numerator(), twice.denominator().multiply(TWO))
        .rounded(SCALE, MOST_DIGITS);
  }

  private static Stream<Ratio> slopes(
      Map.Entry<Integer, BigDecimal> from, NavigableMap<Integer, BigDecimal> years) {
    return years.tailMap(from.getKey(), false).entrySet().stream()
        .map(
            to ->
                new Ratio(
                    to.getValue().subtract(from.getValue()),
                    BigDecimal.valueOf(to.getKey() - from.getKey())));
  }
}
