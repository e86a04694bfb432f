package org.avance.classify;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.avance.model.CoverageJudgement;
import org.avance.model.MissingReason;
import org.avance.model.Stated;

/**
 * An exact quotient: thresholds are compared with it before anything is rounded, so that no
 * rounding decides a class.
 *
 * @param denominator above 0
 */
record Ratio(BigDecimal numerator, BigDecimal denominator) implements Comparable<Ratio> {
  private static final int PERCENT_SCALE = 4;

  Ratio {
    if (denominator.signum() <= 0) {
      throw new IllegalArgumentException("expected a denominator above 0, found " + denominator);
    }
  }

  static Ratio of(BigDecimal whole) {
    return new Ratio(whole, BigDecimal.ONE);
  }

  /**
   * The quotient of two figures.
   *
   * @param denominator not 0
   */
  static Ratio of(BigDecimal numerator, BigDecimal denominator) {
    return denominator.signum() < 0
        ? new Ratio(numerator.negate(), denominator.negate())
        : new Ratio(numerator, denominator);
  }

  /**
   * A part in percent of a whole.
   *
   * @param whole not 0
   */
  static Ratio percent(BigDecimal part, BigDecimal whole) {
    return of(part.scaleByPowerOfTen(2), whole);
  }

  Ratio plus(BigDecimal addend) {
    return new Ratio(numerator.add(addend.multiply(denominator)), denominator);
  }

  Ratio plus(Ratio addend) {
    return new Ratio(
        numerator.multiply(addend.denominator).add(addend.numerator.multiply(denominator)),
        denominator.multiply(addend.denominator));
  }

  Ratio negate() {
    return new Ratio(numerator.negate(), denominator);
  }

  Ratio abs() {
    return new Ratio(numerator.abs(), denominator);
  }

  int signum() {
    return numerator.signum();
  }

  /** By value: two ratios may compare as the same and yet not be equal. */
  @Override
  public int compareTo(Ratio other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  int compareTo(BigDecimal threshold) {
    return numerator.compareTo(threshold.multiply(denominator));
  }

  /** With the decimals of a stored percentage; missing where it has more digits than one holds. */
  Stated<BigDecimal> rounded() {
    return rounded(PERCENT_SCALE, CoverageJudgement.MOST_PERCENT_DIGITS);
  }

  /**
   * Rounded half up.
   *
   * @param mostDigits digits that there is room for before the point; missing where it has more
   */
  Stated<BigDecimal> rounded(int scale, int mostDigits) {
    BigDecimal rounded = numerator.divide(denominator, scale, RoundingMode.HALF_UP);
    return rounded.precision() - scale <= mostDigits ? Stated.given(rounded) : none();
  }

  /** What is stored where there is no quotient. */
  static Stated<BigDecimal> none() {
    return Stated.missing(MissingReason.NOT_APPLICABLE, "");
  }
}
