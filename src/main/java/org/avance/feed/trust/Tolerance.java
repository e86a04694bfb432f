package org.avance.feed.trust;

import java.math.BigDecimal;

/**
 * How much of something is borne.
 *
 * @param amount 0 or more; not looked at where the measure is ANY
 */
public record Tolerance(BigDecimal amount, Measure measure) {
  public static final Tolerance NOTHING = new Tolerance(BigDecimal.ZERO, Measure.ABSOLUTE);
  public static final Tolerance ANYTHING = new Tolerance(BigDecimal.ZERO, Measure.ANY);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** What the amount is measured in. */
  public enum Measure {
    /** Records, or the unit of the figures. */
    ABSOLUTE,
    /** Hundredths of the whole. */
    PERCENT,
    /** Whatever it is, it is borne. */
    ANY
  }

  public Tolerance {
    if (amount.signum() < 0) {
      throw new IllegalArgumentException("a tolerance is 0 or more, not " + amount);
    }
  }

  /** Whether this much of a whole is borne; signs do not matter. */
  public boolean bears(BigDecimal found, BigDecimal whole) {
    return switch (measure) {
      case ABSOLUTE -> found.abs().compareTo(amount) <= 0;
      case PERCENT -> found.abs().multiply(HUNDRED).compareTo(whole.abs().multiply(amount)) <= 0;
      case ANY -> true;
    };
  }

  /** As a descriptor writes it: {@code 5%}, {@code 0.5}. */
  @Override
  public String toString() {
    return switch (measure) {
      case ABSOLUTE -> amount.toPlainString();
      case PERCENT -> amount.toPlainString() + "%";
      case ANY -> "any";
    };
  }
}
