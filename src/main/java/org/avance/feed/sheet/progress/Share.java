package org.avance.feed.sheet.progress;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The percentage that a cell of the distribution prints beside its count.
 *
 * @param printed as printed, with its decimals
 * @param exact what the count is of all indicators, percent
 */
record Share(BigDecimal printed, BigDecimal exact) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Empty where the cell prints none, or there is nothing to hold it against. */
  static Optional<Share> of(MatrixCell cell, Optional<BigDecimal> all) {
    return cell.share()
        .flatMap(
            printed ->
                cell.counted()
                    .flatMap(
                        count ->
                            all.filter(each -> each.signum() > 0)
                                .map(each -> new Share(printed, percent(count, each)))));
  }

  private static BigDecimal percent(BigDecimal count, BigDecimal all) {
    return count.multiply(HUNDRED).divide(all, 4, RoundingMode.HALF_UP);
  }

  /** Printed percentages are rounded: one unit of the last digit is no difference. */
  boolean isOff() {
    BigDecimal unit = BigDecimal.ONE.movePointLeft(printed.scale());
    return printed.subtract(exact).abs().compareTo(unit) > 0;
  }

  /** With as many decimals as are printed. */
  BigDecimal recomputed() {
    return exact.setScale(printed.scale(), RoundingMode.HALF_UP);
  }
}
