package org.avance.classify;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Annual averages of the national consumer price index (INPC). Factors between years are computed
 * from them and never stored, so that the index's own base drops out.
 *
 * @param viewBaseYear the year at whose prices views show constant amounts; the index has it
 * @param averages average of the twelve monthly values by year
 */
public record PriceIndex(int viewBaseYear, SortedMap<Integer, RuleValue> averages) {
  /** Decimals of an amount at other prices, rounded half up: those of a stored figure. */
  public static final int SCALE = 10;

  public PriceIndex {
    averages = Collections.unmodifiableSortedMap(new TreeMap<>(averages));
    if (!averages.containsKey(viewBaseYear)) {
      throw new IllegalArgumentException(
          "expected an average for the base year %d, found the years %s"
              .formatted(viewBaseYear, averages.keySet()));
    }
  }

  /**
   * An amount of one year at the average prices of another; empty where the index lacks either.
   *
   * @param nominal amount in the money of {@code year}, any unit
   */
  public Optional<BigDecimal> constant(BigDecimal nominal, int year, int baseYear) {
    RuleValue from = averages.get(year);
    RuleValue to = averages.get(baseYear);
    return from == null || to == null
        ? Optional.empty()
        : Optional.of(
            nominal.multiply(to.value()).divide(from.value(), SCALE, RoundingMode.HALF_UP));
  }
}
