package org.avance.classify;

import static org.avance.model.NotClassified.NONE;
import static org.avance.model.NotClassified.NO_BASELINE;
import static org.avance.model.NotClassified.NO_BASELINE_YEAR;
import static org.avance.model.NotClassified.NO_DIRECTION;
import static org.avance.model.NotClassified.NO_OBSERVATION;
import static org.avance.model.NotClassified.NO_PLAN;
import static org.avance.model.NotClassified.NO_TARGET;
import static org.avance.model.NotClassified.TARGET_AGAINST_DIRECTION;
import static org.avance.model.NotClassified.TARGET_IS_BASELINE;
import static org.avance.model.NotClassified.TARGET_NOT_A_FIGURE;
import static org.avance.model.NotClassified.UNDEFINED;
import static org.avance.model.NotClassified.YEAR_OUTSIDE_PLAN;

import java.math.BigDecimal;
import org.avance.model.Classified;
import org.avance.model.Direction;
import org.avance.model.Goals;
import org.avance.model.IndicatorPoint;
import org.avance.model.NotClassified;
import org.avance.model.ProgressClass;
import org.avance.model.RuleStatus;
import org.avance.model.Stated;
import org.avance.model.Target;
import org.avance.model.TargetType;

/**
 * Progress towards the goal that is due in a plan's last year ("avance de la meta sexenal").
 *
 * <ul>
 *   <li>Progress: 100 × (observed − baseline) / (target − baseline), signed; the same formula
 *       upwards and downwards.
 *   <li>Expected: 100 × (year − baseline year) / (plan's last year − baseline year).
 *   <li>The target counts only where it says that it is due in the plan's last year: a goal without
 *       a year is one for the fact's own year.
 *   <li>The guards stand in {@link #of} and {@link #obstacle}, in their order; the classes in
 *       {@link ProgressLimits}.
 * </ul>
 *
 * @param percent progress; missing where it is not calculable
 * @param expectedPercent progress at a linear pace; missing where progress is
 */
record SixYearProgress(
    Classified<ProgressClass> progress,
    Stated<BigDecimal> percent,
    Stated<BigDecimal> expectedPercent) {

  static SixYearProgress of(IndicatorPoint point, SeriesPast history, Plans plans) {
    NotClassified obstacle = history.obstacle(point);
    if (obstacle == NO_OBSERVATION) {
      return none(ProgressClass.NOT_REPORTED, obstacle, RuleStatus.OFFICIAL);
    }
    if (obstacle != NONE) {
      return notCalculable(obstacle);
    }
    return switch (point.direction()) {
      case CONSTANT ->
          none(
              ProgressClass.CONSTANT_DIRECTION,
              NotClassified.CONSTANT_DIRECTION,
              RuleStatus.OFFICIAL);
      case NOMINAL -> notCalculable(UNDEFINED);
      case UNKNOWN -> notCalculable(NO_DIRECTION);
      case ASCENDING, DESCENDING ->
          plans
              .find(point)
              .map(plan -> inPlan(point, plan))
              .orElseGet(() -> notCalculable(NO_PLAN));
    };
  }

  private static SixYearProgress inPlan(IndicatorPoint point, Plan plan) {
    NotClassified obstacle = obstacle(point, plan);
    return obstacle == NONE
        ? plan.edition(point.year())
            .map(edition -> measured(point, plan, edition.progress()))
            .orElseGet(() -> notCalculable(YEAR_OUTSIDE_PLAN))
        : notCalculable(obstacle);
  }

  private static NotClassified obstacle(IndicatorPoint point, Plan plan) {
    Goals goals = point.goals();
    if (!goals.baseline().isGiven()) {
      return NO_BASELINE;
    }
    NotClassified noTarget = obstacle(goals.target(), plan);
    if (noTarget != NONE) {
      return noTarget;
    }
    int way = figure(goals.target()).compareTo(Figures.require(goals.baseline()));
    if (way == 0) {
      return TARGET_IS_BASELINE;
    }
    if (way > 0 != (point.direction() == Direction.ASCENDING)) {
      return TARGET_AGAINST_DIRECTION;
    }
    if (goals.baselineYear() == 0) {
      return NO_BASELINE_YEAR;
    }
    return goals.baselineYear() < point.year() ? NONE : YEAR_OUTSIDE_PLAN;
  }

  private static NotClassified obstacle(Target target, Plan plan) {
    if (target.type() == TargetType.NONE || target.dueYear() != plan.lastYear()) {
      return NO_TARGET;
    }
    return target.figure().isPresent() ? NONE : TARGET_NOT_A_FIGURE;
  }

  private static SixYearProgress measured(IndicatorPoint point, Plan plan, ProgressLimits limits) {
    Goals goals = point.goals();
    BigDecimal baseline = Figures.require(goals.baseline());
    Ratio progress =
        Ratio.percent(
            Figures.require(point.figure()).subtract(baseline),
            figure(goals.target()).subtract(baseline));
    Ratio expected =
        Ratio.percent(
            BigDecimal.valueOf(point.year() - goals.baselineYear()),
            BigDecimal.valueOf(plan.lastYear() - goals.baselineYear()));
    Classified<ProgressClass> found = limits.classify(progress, expected);
    return new SixYearProgress(
        new Classified<>(found.value(), NONE, found.status().weaker(plan.status())),
        progress.rounded(),
        expected.rounded());
  }

  private static BigDecimal figure(Target target) {
    return target.figure().orElseThrow();
  }

  private static SixYearProgress notCalculable(NotClassified reason) {
    return none(ProgressClass.NOT_CALCULABLE, reason, RuleStatus.DERIVED);
  }

  private static SixYearProgress none(
      ProgressClass value, NotClassified reason, RuleStatus status) {
    return new SixYearProgress(new Classified<>(value, reason, status), Ratio.none(), Ratio.none());
  }
}
