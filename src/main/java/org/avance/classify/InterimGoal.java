package org.avance.classify;

import static org.avance.model.NotClassified.NONE;

import org.avance.model.Classified;
import org.avance.model.IndicatorPoint;
import org.avance.model.InterimOutcome;
import org.avance.model.NotClassified;
import org.avance.model.RuleStatus;
import org.avance.model.Target;

/**
 * Whether a year's own goal was met ("cumplimiento de la meta intermedia"). Indicators of constant
 * direction are judged, too. The goal is the effective one of {@link PeriodTargets}, the tests are
 * those of {@link InterimLimits} in the edition that observes the year.
 */
final class InterimGoal {
  private InterimGoal() {}

  static Classified<InterimOutcome> of(IndicatorPoint point, SeriesPast history, Plans plans) {
    NotClassified obstacle = history.obstacle(point);
    if (obstacle == NotClassified.NO_OBSERVATION) {
      return new Classified<>(InterimOutcome.NOT_REPORTED, obstacle, RuleStatus.OFFICIAL);
    }
    if (obstacle != NONE) {
      return notCalculable(obstacle);
    }
    Target target = PeriodTargets.effective(point, history.periodType());
    NotClassified noGoal = GoalBounds.obstacle(target, point.direction());
    if (noGoal != NONE) {
      return notCalculable(noGoal);
    }
    GoalBounds goal = GoalBounds.of(target, point.direction());
    return plans
        .find(point)
        .map(
            plan ->
                plan.edition(point.year())
                    .map(
                        edition -> edition.interim().classify(point, goal, history.previous(point)))
                    .orElseGet(() -> notCalculable(NotClassified.YEAR_OUTSIDE_PLAN)))
        .orElseGet(() -> notCalculable(NotClassified.NO_PLAN));
  }

  private static Classified<InterimOutcome> notCalculable(NotClassified reason) {
    return new Classified<>(InterimOutcome.NOT_CALCULABLE, reason, RuleStatus.DERIVED);
  }
}
