package org.avance.classify;

import java.math.BigDecimal;
import org.avance.model.Classified;
import org.avance.model.IndicatorPoint;
import org.avance.model.LightLimits;
import org.avance.model.NotClassified;
import org.avance.model.RuleStatus;
import org.avance.model.TrafficLight;

/**
 * The colours of one indicator, by deviation from its goal in percent.
 *
 * @param greenUpTo where green ends, itself green
 * @param yellowUpTo where yellow ends, itself yellow
 * @param greenStatus status of where green ends
 * @param yellowStatus status of where yellow ends
 * @param overFulfilment what is made of deviations to the better
 * @param formula status of the formula that the deviation comes from
 */
record LightScale(
    BigDecimal greenUpTo,
    BigDecimal yellowUpTo,
    RuleStatus greenStatus,
    RuleStatus yellowStatus,
    RuleChoice<OverFulfilment> overFulfilment,
    RuleStatus formula) {

  /**
   * An indicator's own limits count where both are printed, as official ones; else the rulebook's.
   */
  static LightScale of(IndicatorPoint point, LightRule rule) {
    LightLimits own = point.limits();
    return own.greenUpTo().isGiven() && own.yellowUpTo().isGiven()
        ? new LightScale(
            Figures.require(own.greenUpTo()),
            Figures.require(own.yellowUpTo()),
            RuleStatus.OFFICIAL,
            RuleStatus.OFFICIAL,
            rule.overFulfilment(),
            RuleStatus.OFFICIAL)
        : new LightScale(
            rule.greenUpToPercent().value(),
            rule.yellowUpToPercent().value(),
            rule.greenUpToPercent().status(),
            rule.yellowUpToPercent().status(),
            rule.overFulfilment(),
            RuleStatus.OFFICIAL);
  }

  /** The same colours for deviations that come from a formula of this status. */
  LightScale restingOn(RuleStatus chosenFormula) {
    return new LightScale(
        greenUpTo, yellowUpTo, greenStatus, yellowStatus, overFulfilment, chosenFormula);
  }

  /**
   * The light of a deviation. It stands as firmly as the weakest of the limits around it, of the
   * formula, and, where it is better than green reaches, of the choice about over-fulfilment.
   */
  Classified<TrafficLight> light(Ratio deviation) {
    Ratio distance = deviation.abs();
    if (distance.compareTo(greenUpTo) <= 0) {
      return of(TrafficLight.GREEN, greenStatus);
    }
    if (deviation.signum() > 0 && overFulfilment.value() == OverFulfilment.CAPPED) {
      return of(TrafficLight.GREEN, overFulfilment.status());
    }
    RuleStatus choice = deviation.signum() > 0 ? overFulfilment.status() : RuleStatus.OFFICIAL;
    return distance.compareTo(yellowUpTo) <= 0
        ? of(TrafficLight.YELLOW, choice.weaker(greenStatus).weaker(yellowStatus))
        : of(TrafficLight.RED, choice.weaker(yellowStatus));
  }

  private Classified<TrafficLight> of(TrafficLight light, RuleStatus status) {
    return new Classified<>(light, NotClassified.NONE, status.weaker(formula));
  }
}
