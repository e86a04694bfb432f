package org.avance.classify;

import java.math.BigDecimal;
import java.util.List;
import org.avance.model.Direction;
import org.avance.model.Goals;
import org.avance.model.IndicatorPoint;
import org.avance.model.IndicatorSeries;
import org.avance.model.LightLimits;
import org.avance.model.MissingReason;
import org.avance.model.PeriodType;
import org.avance.model.Stated;
import org.avance.model.Target;
import org.avance.model.TargetType;

/**
 * Indicator points for tests, each way of changing one giving another. {@code ND} is a missing
 * figure; where nothing is said, an ascending yearly observation of 50 in 2021, on the way from 0
 * in 2018 to 100 in 2024.
 */
record Observed(IndicatorPoint point) {
  static final Observed HALFWAY =
      new Observed(
          new IndicatorPoint(
              2021,
              0,
              "porcentaje",
              1,
              Direction.ASCENDING,
              stated("50"),
              new Goals(stated("0"), 2018, figure("100", 2024), stated("ND"), stated("ND")),
              new LightLimits(stated("ND"), stated("ND")),
              "",
              false,
              false));

  static Stated<BigDecimal> stated(String figure) {
    return figure.equals("ND")
        ? Stated.missing(MissingReason.NOT_AVAILABLE, "ND")
        : Stated.given(new BigDecimal(figure));
  }

  static Target figure(String figure, int dueYear) {
    return Target.figure(new BigDecimal(figure), dueYear);
  }

  /** A target of any type, by its bounds. */
  static Target target(TargetType type, String min, String max, int dueYear) {
    return new Target(type, stated(min), stated(max), "as printed", dueYear);
  }

  /** A yearly series of these points. */
  static IndicatorSeries series(List<IndicatorPoint> points) {
    return series(PeriodType.YEAR, points);
  }

  static IndicatorSeries series(PeriodType periodType, List<IndicatorPoint> points) {
    return new IndicatorSeries(periodType, points);
  }

  /** The history of a series that has this point only. */
  SeriesPast alone() {
    return new SeriesPast(series(List.of(point)));
  }

  Observed figure(String figure) {
    return with(point.direction(), stated(figure), point.goals());
  }

  Observed direction(Direction direction) {
    return with(direction, point.figure(), point.goals());
  }

  Observed baseline(String figure, int year) {
    Goals goals = point.goals();
    return goals(
        new Goals(stated(figure), year, goals.target(), goals.interim(), goals.adjusted()));
  }

  Observed target(Target target) {
    Goals goals = point.goals();
    return goals(
        new Goals(
            goals.baseline(), goals.baselineYear(), target, goals.interim(), goals.adjusted()));
  }

  Observed interim(String figure) {
    Goals goals = point.goals();
    return goals(
        new Goals(
            goals.baseline(),
            goals.baselineYear(),
            goals.target(),
            stated(figure),
            goals.adjusted()));
  }

  Observed adjusted(String figure) {
    Goals goals = point.goals();
    return goals(
        new Goals(
            goals.baseline(),
            goals.baselineYear(),
            goals.target(),
            goals.interim(),
            stated(figure)));
  }

  Observed in(int year) {
    return new Observed(
        new IndicatorPoint(
            year,
            point.number(),
            point.unitCode(),
            point.ordinal(),
            point.direction(),
            point.figure(),
            point.goals(),
            point.limits(),
            point.plan(),
            point.partial(),
            point.ambiguous()));
  }

  Observed unit(String unit) {
    return new Observed(
        new IndicatorPoint(
            point.year(),
            point.number(),
            unit,
            point.ordinal(),
            point.direction(),
            point.figure(),
            point.goals(),
            point.limits(),
            point.plan(),
            point.partial(),
            point.ambiguous()));
  }

  Observed limits(String greenUpTo, String yellowUpTo) {
    return with(new LightLimits(stated(greenUpTo), stated(yellowUpTo)), point.plan());
  }

  Observed plan(String plan) {
    return with(point.limits(), plan);
  }

  Observed partial() {
    return flagged(true, point.ambiguous());
  }

  Observed ambiguous() {
    return flagged(point.partial(), true);
  }

  private Observed goals(Goals goals) {
    return with(point.direction(), point.figure(), goals);
  }

  private Observed with(Direction direction, Stated<BigDecimal> figure, Goals goals) {
    return new Observed(
        new IndicatorPoint(
            point.year(),
            point.number(),
            point.unitCode(),
            point.ordinal(),
            direction,
            figure,
            goals,
            point.limits(),
            point.plan(),
            point.partial(),
            point.ambiguous()));
  }

  private Observed with(LightLimits limits, String plan) {
    return new Observed(
        new IndicatorPoint(
            point.year(),
            point.number(),
            point.unitCode(),
            point.ordinal(),
            point.direction(),
            point.figure(),
            point.goals(),
            limits,
            plan,
            point.partial(),
            point.ambiguous()));
  }

  private Observed flagged(boolean partial, boolean ambiguous) {
    return new Observed(
        new IndicatorPoint(
            point.year(),
            point.number(),
            point.unitCode(),
            point.ordinal(),
            point.direction(),
            point.figure(),
            point.goals(),
            point.limits(),
            point.plan(),
            partial,
            ambiguous));
  }
}
