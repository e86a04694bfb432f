package org.avance.classify;

import java.math.BigDecimal;
import org.avance.model.Classified;
import org.avance.model.Direction;
import org.avance.model.IndicatorPoint;
import org.avance.model.InterimOutcome;
import org.avance.model.NotClassified;
import org.avance.model.RuleStatus;
import org.avance.model.Stated;

/**
 * When a period's goal is far exceeded, met, missed, or missed by going back.
 *
 * @param farExceededPercent better than the goal by more than this, in percent of it
 * @param tolerancePercent worse than the goal by no more than this, in percent of it, still meets
 *     it
 * @param regressedAgainst what an observation that missed its goal must be worse than
 */
public record InterimLimits(
    RuleValue farExceededPercent,
    RuleValue tolerancePercent,
    RuleChoice<RegressionReference> regressedAgainst) {

  /**
   * The outcome of an observation. Tested in this order, the first that holds:
   *
   * <ul>
   *   <li>far exceeded: a goal with one bound, above 0, is passed by more than the limit. Of a goal
   *       of 0 or less the limit is taken of the planned change, target − baseline; where that does
   *       not lead to the goal's good side, or there is no baseline, it does not fire;
   *   <li>achieved: within the bounds, or outside within the tolerance. So a goal met outranks a
   *       fall;
   *   <li>regressed: below the goal and below the reference where the direction is ascending, above
   *       both where it is descending. It does not fire for other directions and without reference;
   *   <li>not achieved.
   * </ul>
   *
   * @param point has an observation
   * @param previous the latest earlier observation
   */
  Classified<InterimOutcome> classify(
      IndicatorPoint point, GoalBounds goal, Stated<BigDecimal> previous) {
    BigDecimal observed = Figures.require(point.figure());
    if (isFarExceeded(observed, goal, point.goals().baseline())) {
      return of(InterimOutcome.FAR_EXCEEDED, farExceededPercent.status());
    }
    BigDecimal tolerance = share(tolerancePercent);
    boolean below = goal.isBelow(observed, tolerance);
    boolean above = goal.isAbove(observed, tolerance);
    if (!below && !above) {
      return of(InterimOutcome.ACHIEVED, tolerancePercent.status());
    }
    Direction away = below ? Direction.ASCENDING : Direction.DESCENDING;
    Stated<BigDecimal> reference =
        switch (regressedAgainst.value()) {
          case BASELINE -> point.goals().baseline();
          case PREVIOUS_YEAR -> previous;
        };
    return point.direction() == away && isWorse(observed, reference, below)
        ? of(InterimOutcome.REGRESSED, regressedAgainst.status())
        : of(InterimOutcome.NOT_ACHIEVED, tolerancePercent.status());
  }

  private static boolean isWorse(
      BigDecimal observed, Stated<BigDecimal> reference, boolean lessIsWorse) {
    return reference.fold(
        figure -> lessIsWorse ? observed.compareTo(figure) < 0 : observed.compareTo(figure) > 0,
        missing -> false);
  }

  private boolean isFarExceeded(BigDecimal observed, GoalBounds goal, Stated<BigDecimal> baseline) {
    if (!goal.isOneSided()) {
      return false;
    }
    BigDecimal bound = goal.bound();
    BigDecimal whole =
        bound.signum() > 0
            ? bound
            : baseline.fold(from -> goal.gain(from, bound), missing -> BigDecimal.ZERO);
    return whole.signum() > 0
        && goal.gain(bound, observed).compareTo(whole.multiply(share(farExceededPercent))) > 0;
  }

  private static BigDecimal share(RuleValue percent) {
    return percent.value().scaleByPowerOfTen(-2);
  }

  private static Classified<InterimOutcome> of(InterimOutcome outcome, RuleStatus status) {
    return new Classified<>(outcome, NotClassified.NONE, status);
  }
}
