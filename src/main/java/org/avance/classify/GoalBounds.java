package org.avance.classify;

import java.math.BigDecimal;
import org.avance.model.Direction;
import org.avance.model.NotClassified;
import org.avance.model.Stated;
import org.avance.model.Target;
import org.avance.model.TargetType;

/**
 * The figures that meet a goal. At least, at most, exact and range say so themselves, whatever the
 * direction; of a mere figure the direction says whether it is the least, the most or the only one.
 *
 * @param least missing where the goal has none
 * @param greatest missing where the goal has none
 */
record GoalBounds(Stated<BigDecimal> least, Stated<BigDecimal> greatest) {

  /** What keeps a target from having bounds; {@code NONE} where nothing does. */
  static NotClassified obstacle(Target target, Direction direction) {
    if (target.type() == TargetType.TEXT) {
      return NotClassified.TARGET_NOT_A_FIGURE;
    }
    if (target.type() == TargetType.FIGURE && direction == Direction.UNKNOWN) {
      return NotClassified.NO_DIRECTION;
    }
    GoalBounds bounds = of(target, direction);
    return bounds.least.isGiven() || bounds.greatest.isGiven()
        ? NotClassified.NONE
        : NotClassified.NO_TARGET;
  }

  static GoalBounds of(Target target, Direction direction) {
    return switch (target.type()) {
      case NONE, TEXT -> new GoalBounds(Ratio.none(), Ratio.none());
      case AT_LEAST -> new GoalBounds(target.min(), Ratio.none());
      case AT_MOST -> new GoalBounds(Ratio.none(), target.max());
      case EXACT, RANGE -> new GoalBounds(target.min(), target.max());
      case FIGURE ->
          switch (direction) {
            case ASCENDING, CONSTANT -> new GoalBounds(target.min(), Ratio.none());
            case DESCENDING -> new GoalBounds(Ratio.none(), target.max());
            case NOMINAL -> new GoalBounds(target.min(), target.max());
            case UNKNOWN -> new GoalBounds(Ratio.none(), Ratio.none());
          };
    };
  }

  /** True where a figure can't be too good: there is a least or a greatest, not both. */
  boolean isOneSided() {
    return least.isGiven() != greatest.isGiven();
  }

  /** The one bound of a one-sided goal. */
  BigDecimal bound() {
    return Figures.require(least.isGiven() ? least : greatest);
  }

  /** How much better a figure is than another, for a one-sided goal. */
  BigDecimal gain(BigDecimal from, BigDecimal to) {
    return least.isGiven() ? to.subtract(from) : from.subtract(to);
  }

  /**
   * True where a figure is too little.
   *
   * @param tolerance share of the bound that the figure may lack
   */
  boolean isBelow(BigDecimal figure, BigDecimal tolerance) {
    return least.fold(bound -> lacks(bound.subtract(figure), bound, tolerance), missing -> false);
  }

  /**
   * True where a figure is too much.
   *
   * @param tolerance share of the bound that the figure may exceed
   */
  boolean isAbove(BigDecimal figure, BigDecimal tolerance) {
    return greatest.fold(
        bound -> lacks(figure.subtract(bound), bound, tolerance), missing -> false);
  }

  private static boolean lacks(BigDecimal distance, BigDecimal bound, BigDecimal tolerance) {
    return distance.compareTo(bound.abs().multiply(tolerance)) > 0;
  }
}
