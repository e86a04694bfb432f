package org.avance.classify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
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

/** Series as nobody would print them, each from its own number, close enough to meet all limits. */
final class RandomSeries {
  private static final List<String> UNITS = List.of("porcentaje", "personas");
  private static final List<String> PLANS =
      List.of("", "", "", "", "", "", "PND 2019-2024", "PND 2019-2024", "no such plan");
  private static final List<Integer> DUE = List.of(0, 2018, 2024, 2024, 2024, 2024);
  private static final List<Integer> BASE_YEARS = List.of(0, 2012, 2018, 2018, 2018, 2018, 2021);
  private static final List<String> HOSTILE =
      List.of(
          "99999999999999999999.9999999999",
          "-99999999999999999999.9999999999",
          "0.0000000001",
          "-0.0000000001",
          "0",
          "0.00");

  private final Random random;

  RandomSeries(Random random) {
    this.random = random;
  }

  /** Each possible year and unit at most once, unless ambiguous. */
  IndicatorSeries next() {
    PeriodType periodType = random.nextInt(6) == 0 ? PeriodType.QUARTER : PeriodType.YEAR;
    List<IndicatorPoint> points = new ArrayList<>();
    for (int year = 2016; year < 2026; year++) {
      for (String unit : UNITS) {
        if (random.nextInt(3) > 0) {
          points.add(point(year, unit, periodType == PeriodType.YEAR ? 0 : 1));
        }
      }
    }
    return Observed.series(periodType, points);
  }

  private IndicatorPoint point(int year, String unit, int number) {
    return new IndicatorPoint(
        year,
        number,
        unit,
        1,
        direction(),
        stated(6),
        new Goals(stated(6), oneOf(BASE_YEARS), target(), stated(2), stated(1)),
        new LightLimits(stated(1), stated(1)),
        oneOf(PLANS),
        random.nextInt(10) == 0,
        random.nextInt(10) == 0);
  }

  private Direction direction() {
    return random.nextBoolean() ? Direction.ASCENDING : oneOf(List.of(Direction.values()));
  }

  private Target target() {
    return new Target(
        random.nextBoolean() ? TargetType.FIGURE : oneOf(List.of(TargetType.values())),
        stated(8),
        stated(8),
        "as printed",
        oneOf(DUE));
  }

  /** A figure, or, one time in so many, none. */
  private Stated<BigDecimal> stated(int given) {
    return random.nextInt(given + 1) == 0
        ? Stated.missing(MissingReason.NOT_REPORTED, "NR")
        : Stated.given(figure());
  }

  BigDecimal figure() {
    return random.nextInt(12) == 0
        ? new BigDecimal(oneOf(HOSTILE))
        : BigDecimal.valueOf(random.nextInt(30) - 8, random.nextInt(2));
  }

  <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** The same series with every figure that has the indicator's unit changed. */
  static IndicatorSeries changed(IndicatorSeries series, UnaryOperator<BigDecimal> change) {
    return Observed.series(
        series.periodType(),
        series.points().stream().map(point -> changed(point, change)).toList());
  }

  private static IndicatorPoint changed(IndicatorPoint point, UnaryOperator<BigDecimal> change) {
    Goals goals = point.goals();
    Target target = goals.target();
    return new IndicatorPoint(
        point.year(),
        point.number(),
        point.unitCode(),
        point.ordinal(),
        point.direction(),
        changed(point.figure(), change),
        new Goals(
            changed(goals.baseline(), change),
            goals.baselineYear(),
            new Target(
                target.type(),
                changed(target.min(), change),
                changed(target.max(), change),
                target.text(),
                target.dueYear()),
            changed(goals.interim(), change),
            changed(goals.adjusted(), change)),
        point.limits(),
        point.plan(),
        point.partial(),
        point.ambiguous());
  }

  private static Stated<BigDecimal> changed(
      Stated<BigDecimal> figure, UnaryOperator<BigDecimal> change) {
    return figure.fold(given -> Stated.given(change.apply(given)), missing -> figure);
  }
}
