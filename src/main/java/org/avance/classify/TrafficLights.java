package org.avance.classify;

import static org.avance.model.NotClassified.NONE;

import java.math.BigDecimal;
import org.avance.model.Classified;
import org.avance.model.Direction;
import org.avance.model.IndicatorPoint;
import org.avance.model.NotClassified;
import org.avance.model.RuleStatus;
import org.avance.model.Stated;
import org.avance.model.Target;
import org.avance.model.TrafficLight;

/**
 * How far an observation lies from its period's goal ("semáforo" of SHCP). Judged of any period
 * that is over.
 *
 * <ul>
 *   <li>Deviation of a goal that is to be reached: 100 × (observed − goal) / |goal|, which for a
 *       goal above 0 is the printed 100 × observed / goal, less 100. Of one to be fallen to, the
 *       mirror of it, or the ratio goal / observed, as the rulebook chooses.
 *   <li>Of a constant or nominal direction and of an exact goal every deviation is one to the
 *       worse. Of a range it is taken from the bound that is missed.
 *   <li>Nothing is divided by a goal of 0: grey. So is a ratio of figures that are not above 0.
 *   <li>Compliance is the deviation plus 100 and never capped.
 * </ul>
 *
 * @param compliancePercent missing where it can't be computed
 * @param poorPlanning red, for being far better than the goal
 */
record TrafficLights(
    Stated<BigDecimal> compliancePercent, Classified<TrafficLight> light, boolean poorPlanning) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  static TrafficLights of(IndicatorPoint point, Target target, LightRule rule) {
    Direction direction =
        point.direction() == Direction.CONSTANT ? Direction.NOMINAL : point.direction();
    NotClassified obstacle = Figures.obstacle(point);
    if (obstacle == NONE) {
      obstacle = GoalBounds.obstacle(target, direction);
    }
    if (obstacle != NONE) {
      return grey(obstacle);
    }
    GoalBounds goal = GoalBounds.of(target, direction);
    BigDecimal observed = Figures.require(point.figure());
    return goal.isOneSided()
        ? oneSided(goal, observed, point, rule)
        : twoSided(goal, observed, LightScale.of(point, rule));
  }

  private static TrafficLights oneSided(
      GoalBounds goal, BigDecimal observed, IndicatorPoint point, LightRule rule) {
    BigDecimal bound = goal.bound();
    LightScale scale = LightScale.of(point, rule);
    if (bound.signum() == 0) {
      return grey(NotClassified.TARGET_ZERO);
    }
    if (goal.least().isGiven()) {
      return lit(Ratio.percent(goal.gain(bound, observed), bound.abs()), scale);
    }
    LightScale chosen = scale.restingOn(rule.descending().status());
    return switch (rule.descending().value()) {
      case LINEAR -> lit(Ratio.percent(goal.gain(bound, observed), bound.abs()), chosen);
      case RATIO ->
          bound.signum() > 0 && observed.signum() > 0
              ? lit(Ratio.percent(goal.gain(bound, observed), observed), chosen)
              : grey(NotClassified.UNDEFINED);
    };
  }

  private static TrafficLights twoSided(GoalBounds goal, BigDecimal observed, LightScale scale) {
    BigDecimal least = Figures.require(goal.least());
    BigDecimal greatest = Figures.require(goal.greatest());
    boolean below = observed.compareTo(least) < 0;
    boolean inside = !below && observed.compareTo(greatest) <= 0;
    boolean isZero = least.signum() == 0 && greatest.signum() == 0;
    if (inside && !isZero) {
      return lit(Ratio.of(BigDecimal.ZERO), scale);
    }
    BigDecimal missed = below ? least : greatest;
    return missed.signum() == 0
        ? grey(NotClassified.TARGET_ZERO)
        : lit(Ratio.percent(observed.subtract(missed).abs().negate(), missed.abs()), scale);
  }

  private static TrafficLights lit(Ratio deviation, LightScale scale) {
    Classified<TrafficLight> light = scale.light(deviation);
    return new TrafficLights(
        deviation.plus(HUNDRED).rounded(),
        light,
        light.value() == TrafficLight.RED && deviation.signum() > 0);
  }

  private static TrafficLights grey(NotClassified reason) {
    return new TrafficLights(
        Ratio.none(), new Classified<>(TrafficLight.GREY, reason, RuleStatus.DERIVED), false);
  }
}
