package org.avance.classify;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.stream.IntStream;
import org.avance.model.Stated;

/**
 * Theil and Sen's slope of a yearly series: the median of the slopes between all pairs of years, so
 * that no single year decides.
 */
final class TheilSen {
  /** Least common multiples of 1 up to as many years as a series usually has. */
  private static final List<BigDecimal> COMMON =
      IntStream.range(0, 64).mapToObj(TheilSen::commonMultiple).toList();

  /** Decimals of a stored figure, and the digits that it has room for before them. */
  private static final int SCALE = 10;

  private static final int MOST_DIGITS = 20;

  private TheilSen() {}

  /** Digits of figures, and years that they span, with which all sums below fit a long. */
  private static final int SHORT_DIGITS = 11;

  private static final int SHORT_SPAN = 15;

  /**
   * Change a year; missing where it has more digits than a stored figure holds.
   *
   * @param years two years at least
   */
  static Stated<BigDecimal> slope(NavigableMap<Integer, BigDecimal> years) {
    int span = years.lastKey() - years.firstKey();
    BigDecimal common = span < COMMON.size() ? COMMON.get(span) : commonMultiple(span);
    int scale = years.values().stream().mapToInt(BigDecimal::scale).max().orElse(0);
    BigDecimal middle =
        span <= SHORT_SPAN && years.values().stream().allMatch(figure -> isShort(figure, scale))
            ? middleOfShort(years, common.longValueExact(), scale)
            : middle(years, common);
    return new Ratio(middle, common.add(common)).rounded(SCALE, MOST_DIGITS);
  }

  private static boolean isShort(BigDecimal figure, int scale) {
    return figure.precision() - figure.scale() + scale <= SHORT_DIGITS;
  }

  /** The same as {@link #middle}, several times as fast; most figures are short. */
  private static BigDecimal middleOfShort(
      NavigableMap<Integer, BigDecimal> figures, long common, int scale) {
    int[] years = figures.keySet().stream().mapToInt(Integer::intValue).toArray();
    long[] values =
        figures.values().stream()
            .mapToLong(figure -> figure.scaleByPowerOfTen(scale).longValueExact())
            .toArray();
    long[] slopes = new long[years.length * (years.length - 1) / 2];
    int count = 0;
    for (int to = 1; to < years.length; to++) {
      for (int from = 0; from < to; from++) {
        slopes[count++] = (values[to] - values[from]) * (common / (years[to] - years[from]));
      }
    }
    Arrays.sort(slopes);
    return BigDecimal.valueOf(slopes[(count - 1) / 2] + slopes[count / 2], scale);
  }

  /** The two slopes in the middle, added up, multiplied by the common multiple. */
  private static BigDecimal middle(NavigableMap<Integer, BigDecimal> years, BigDecimal common) {
    BigDecimal[] slopes = slopes(years, common);
    Arrays.sort(slopes);
    return slopes[(slopes.length - 1) / 2].add(slopes[slopes.length / 2]);
  }

  /**
   * The slopes of all pairs, multiplied by what every count of years divides: so they are compared
   * exactly, and without a division each.
   */
  private static BigDecimal[] slopes(NavigableMap<Integer, BigDecimal> figures, BigDecimal common) {
    int[] years = figures.keySet().stream().mapToInt(Integer::intValue).toArray();
    BigDecimal[] values = figures.values().toArray(BigDecimal[]::new);
    BigDecimal[] factors = new BigDecimal[years[years.length - 1] - years[0] + 1];
    BigDecimal[] slopes = new BigDecimal[years.length * (years.length - 1) / 2];
    int count = 0;
    for (int to = 1; to < years.length; to++) {
      for (int from = 0; from < to; from++) {
        int apart = years[to] - years[from];
        if (factors[apart] == null) {
          factors[apart] = common.divide(BigDecimal.valueOf(apart));
        }
        slopes[count++] = values[to].subtract(values[from]).multiply(factors[apart]);
      }
    }
    return slopes;
  }

  private static BigDecimal commonMultiple(int most) {
    BigInteger multiple = BigInteger.ONE;
    for (int i = 2; i <= most; i++) {
      BigInteger factor = BigInteger.valueOf(i);
      multiple = multiple.multiply(factor).divide(multiple.gcd(factor));
    }
    return new BigDecimal(multiple);
  }
}
