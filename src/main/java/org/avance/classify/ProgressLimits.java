package org.avance.classify;

import java.math.BigDecimal;
import org.avance.model.Classified;
import org.avance.model.NotClassified;
import org.avance.model.ProgressClass;
import org.avance.model.RuleStatus;

/**
 * Where the classes of six-year progress begin and end.
 *
 * @param exceededFromPercent from here on the target is exceeded
 * @param adequateBandPoints percentage points around the linear pace that are adequate
 * @param laggingBelowPercent below this it lags, whatever the pace
 * @param farLaggingBelowPercent below this it lags far behind
 */
public record ProgressLimits(
    RuleValue exceededFromPercent,
    RuleValue adequateBandPoints,
    RuleValue laggingBelowPercent,
    RuleValue farLaggingBelowPercent) {

  public ProgressLimits {
    expectBelow(farLaggingBelowPercent, laggingBelowPercent);
    expectBelow(laggingBelowPercent, exceededFromPercent);
  }

  private static void expectBelow(RuleValue lower, RuleValue higher) {
    if (lower.value().compareTo(higher.value()) >= 0) {
      throw new IllegalArgumentException(
          "expected a number below %s, found %s".formatted(higher.value(), lower.value()));
    }
  }

  /**
   * The class of a progress, both in percent. Tested from the top, the first that holds; a band may
   * be empty. The status is the weaker of those of the limits above and below.
   *
   * @param expected progress at a linear pace
   */
  Classified<ProgressClass> classify(Ratio progress, Ratio expected) {
    BigDecimal band = adequateBandPoints.value();
    if (progress.compareTo(exceededFromPercent.value()) >= 0) {
      return of(ProgressClass.EXCEEDED, exceededFromPercent, exceededFromPercent);
    }
    if (progress.compareTo(expected.plus(band)) >= 0) {
      return of(ProgressClass.ADVANCED, exceededFromPercent, adequateBandPoints);
    }
    if (progress.compareTo(laggingBelowPercent.value()) >= 0) {
      return progress.compareTo(expected.plus(band.negate())) >= 0
          ? of(ProgressClass.ADEQUATE, adequateBandPoints, laggingBelowPercent)
          : of(ProgressClass.INSUFFICIENT, adequateBandPoints, laggingBelowPercent);
    }
    return progress.compareTo(farLaggingBelowPercent.value()) >= 0
        ? of(ProgressClass.LAGGING, laggingBelowPercent, farLaggingBelowPercent)
        : of(ProgressClass.FAR_LAGGING, farLaggingBelowPercent, farLaggingBelowPercent);
  }

  private static Classified<ProgressClass> of(
      ProgressClass progress, RuleValue upper, RuleValue lower) {
    RuleStatus status = upper.status().weaker(lower.status());
    return new Classified<>(progress, NotClassified.NONE, status);
  }
}
