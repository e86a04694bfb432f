package org.avance.classify;

import java.math.BigDecimal;
import org.avance.model.Goals;
import org.avance.model.IndicatorPoint;
import org.avance.model.PeriodType;
import org.avance.model.Stated;
import org.avance.model.Target;
import org.avance.model.TargetType;

/**
 * The goal that an observation is held against in its own period.
 *
 * <ul>
 *   <li>The adjusted goal if there is one, else the intermediate one, else the target where it is
 *       due in that period. The original goal is the same without the adjusted one.
 *   <li>A target without a due year is one for the fact's own period; one with a due year is for
 *       that whole year, never for a quarter or month of it.
 *   <li>An adjusted or intermediate goal is a mere figure; that it is the least, the most or the
 *       exact figure is taken over from the target, whenever that is due.
 * </ul>
 */
final class PeriodTargets {
  private PeriodTargets() {}

  static Target effective(IndicatorPoint point, PeriodType periodType) {
    Goals goals = point.goals();
    return goals
        .adjusted()
        .fold(
            figure -> ofKind(goals.target().type(), figure),
            missing -> original(point, periodType));
  }

  static Target original(IndicatorPoint point, PeriodType periodType) {
    Goals goals = point.goals();
    return goals
        .interim()
        .fold(
            figure -> ofKind(goals.target().type(), figure),
            missing ->
                isDue(goals.target(), point.year(), periodType)
                    ? goals.target()
                    : Target.none(missing));
  }

  private static boolean isDue(Target target, int year, PeriodType periodType) {
    return target.dueYear() == 0 || (periodType == PeriodType.YEAR && target.dueYear() == year);
  }

  private static Target ofKind(TargetType kind, BigDecimal figure) {
    TargetType type =
        switch (kind) {
          case AT_LEAST, AT_MOST, EXACT -> kind;
          case NONE, FIGURE, RANGE, TEXT -> TargetType.FIGURE;
        };
    Stated<BigDecimal> stated = Stated.given(figure);
    return new Target(type, stated, stated, figure.toPlainString(), 0);
  }
}
