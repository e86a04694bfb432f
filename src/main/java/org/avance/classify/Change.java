package org.avance.classify;

import java.math.BigDecimal;
import java.util.stream.IntStream;
import org.avance.model.Stated;

/**
 * From one figure to a later one of the same series. Thresholds are compared without division, so
 * that no rounding decides.
 *
 * @param earlier not 0
 */
record Change(BigDecimal earlier, BigDecimal later) {
  private static final int LARGEST_SLIP = 3;

  Change {
    if (earlier.signum() == 0) {
      throw new IllegalArgumentException("a change starts from a figure other than 0");
    }
  }

  /** The change in percent; missing where it has more digits than a stored percentage holds. */
  Stated<BigDecimal> percent() {
    return Ratio.percent(difference(), earlier.abs()).rounded();
  }

  /**
   * True where the change, up or down, is more than the percentage given; not where it is equal.
   */
  boolean exceeds(BigDecimal percent) {
    return difference().abs().compareTo(share(earlier, percent)) > 0;
  }

  /**
   * True where the later figure lies within the percentage of the earlier one times or divided by
   * 10, 100 or 1000, the edge counted in: thousands written for units, or the other way round.
   */
  boolean isScaleSlip(BigDecimal withinPercent) {
    return IntStream.rangeClosed(-LARGEST_SLIP, LARGEST_SLIP)
        .filter(power -> power != 0)
        .mapToObj(earlier::scaleByPowerOfTen)
        .anyMatch(slip -> later.subtract(slip).abs().compareTo(share(slip, withinPercent)) <= 0);
  }

  private BigDecimal difference() {
    return later.subtract(earlier);
  }

  private static BigDecimal share(BigDecimal figure, BigDecimal percent) {
    return figure.abs().multiply(percent).scaleByPowerOfTen(-2);
  }
}
