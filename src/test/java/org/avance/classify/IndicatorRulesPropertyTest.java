package org.avance.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.avance.model.Classified;
import org.avance.model.Direction;
import org.avance.model.IndicatorJudgement;
import org.avance.model.IndicatorPoint;
import org.avance.model.IndicatorSeries;
import org.avance.model.InterimOutcome;
import org.avance.model.NotClassified;
import org.avance.model.ProgressClass;
import org.avance.model.TargetType;
import org.avance.model.TrafficLight;
import org.avance.model.Trend;
import org.junit.jupiter.api.Test;

/** What holds of every series; each is made from its own number. */
class IndicatorRulesPropertyTest {
  private static final int SERIES = 200;
  private static final Set<Enum<?>> NO_CLASS =
      Set.of(
          ProgressClass.CONSTANT_DIRECTION,
          ProgressClass.NOT_REPORTED,
          ProgressClass.NOT_CALCULABLE,
          InterimOutcome.NOT_REPORTED,
          InterimOutcome.NOT_CALCULABLE,
          Trend.NO_HISTORY,
          TrafficLight.GREY);
  private static final List<IndicatorRules> RULEBOOKS = rulebooks();

  @Test
  void every_point_is_judged_once_in_its_place_under_every_rulebook() {
    forEachSeries(
        (random, series) -> {
          for (IndicatorRules rules : RULEBOOKS) {
            assertThat(rules.judge(series))
                .extracting(IndicatorJudgement::point)
                .isEqualTo(series.points());
          }
        });
  }

  @Test
  void what_has_no_class_has_a_reason_and_no_percentage_and_the_other_way_round() {
    forEachSeries(
        (random, series) -> {
          for (IndicatorJudgement each : judge(series)) {
            for (Classified<?> classified : classes(each)) {
              assertThat(NO_CLASS.contains(classified.value()))
                  .isEqualTo(classified.reason() != NotClassified.NONE);
            }
            assertThat(each.expectedPercent().isGiven())
                .isEqualTo(each.progress().reason() == NotClassified.NONE);
            assertThat(each.progressPercent().isGiven())
                .isIn(false, each.expectedPercent().isGiven());
            assertThat(each.compliancePercent().isGiven())
                .isIn(false, each.light().value() != TrafficLight.GREY);
            assertThat(each.favourable() && each.trend().value() == Trend.NO_HISTORY).isFalse();
          }
        });
  }

  @Test
  void the_order_of_the_points_is_irrelevant() {
    forEachSeries(
        (random, series) -> {
          List<IndicatorPoint> shuffled = new ArrayList<>(series.points());
          Collections.shuffle(shuffled, random);
          assertThat(judge(Observed.series(series.periodType(), shuffled)))
              .containsExactlyInAnyOrderElementsOf(judge(series));
        });
  }

  @Test
  void figures_in_another_unit_are_judged_alike() {
    forEachSeries(
        (random, series) -> {
          BigDecimal factor = BigDecimal.valueOf(1 + random.nextInt(100_000), random.nextInt(5));
          IndicatorSeries scaled = RandomSeries.changed(series, figure -> figure.multiply(factor));
          assertThat(judge(scaled))
              .extracting(IndicatorRulesPropertyTest::said)
              .isEqualTo(judge(series).stream().map(IndicatorRulesPropertyTest::said).toList());
        });
  }

  @Test
  void more_is_never_worse_where_more_is_meant_and_less_where_less() {
    for (int seed = 1; seed <= 5 * SERIES; seed++) {
      Random random = new Random(seed);
      RandomSeries figures = new RandomSeries(random);
      boolean up = random.nextBoolean();
      Observed way =
          Observed.HALFWAY
              .direction(up ? Direction.ASCENDING : Direction.DESCENDING)
              .baseline(figures.figure().toPlainString(), 2018)
              .target(Observed.figure(figures.figure().toPlainString(), 2024))
              .interim(figures.figure().toPlainString());
      isNeverWorse(way, figures, up, "seed " + seed);
    }
  }

  @Test
  void a_floor_is_never_missed_by_more_nor_a_ceiling_by_less_whatever_the_direction() {
    for (int seed = 1; seed <= 5 * SERIES; seed++) {
      Random random = new Random(seed);
      RandomSeries figures = new RandomSeries(random);
      boolean up = random.nextBoolean();
      String bound = figures.figure().toPlainString();
      Observed goal =
          Observed.HALFWAY
              .direction(figures.oneOf(List.of(Direction.values())))
              .baseline(figures.figure().toPlainString(), 2018)
              .target(
                  Observed.target(up ? TargetType.AT_LEAST : TargetType.AT_MOST, bound, bound, 0));
      isNeverWorse(goal, figures, up, "seed " + seed);
    }
  }

  private static void isNeverWorse(Observed way, RandomSeries figures, boolean up, String seed) {
    BigDecimal one = figures.figure();
    BigDecimal other = figures.figure();
    BigDecimal better = up ? one.max(other) : one.min(other);
    BigDecimal worse = up ? one.min(other) : one.max(other);
    for (IndicatorRules rules : RULEBOOKS) {
      IndicatorJudgement high = judged(rules, way, better);
      IndicatorJudgement low = judged(rules, way, worse);
      assertThat(high.progress().value()).as(seed).isLessThanOrEqualTo(low.progress().value());
      assertThat(high.interim().value()).as(seed).isLessThanOrEqualTo(low.interim().value());
      boolean capped = rules.light().overFulfilment().value() == OverFulfilment.CAPPED;
      boolean linear = rules.light().descending().value() == DescendingFormula.LINEAR;
      if (capped && linear) {
        assertThat(high.light().value()).as(seed).isLessThanOrEqualTo(low.light().value());
      }
      if (linear && high.compliancePercent().isGiven() && low.compliancePercent().isGiven()) {
        assertThat(Figures.require(high.compliancePercent()))
            .as(seed)
            .isGreaterThanOrEqualTo(Figures.require(low.compliancePercent()));
      }
    }
  }

  @Test
  void a_higher_last_figure_never_turns_a_trend_down() {
    for (int seed = 1; seed <= SERIES; seed++) {
      RandomSeries figures = new RandomSeries(new Random(seed));
      BigDecimal earlier = figures.figure();
      BigDecimal one = figures.figure();
      BigDecimal other = figures.figure();
      assertThat(trend(earlier, one.max(other)))
          .as("seed %d", seed)
          .isLessThanOrEqualTo(trend(earlier, one.min(other)));
    }
  }

  @Test
  void the_series_made_here_reach_every_class_and_every_reason() {
    Map<Enum<?>, Integer> seen = new HashMap<>();
    forEachSeries(
        (random, series) -> {
          for (IndicatorJudgement each : judge(series)) {
            for (Classified<?> classified : classes(each)) {
              seen.merge(classified.value(), 1, Integer::sum);
              seen.merge(classified.reason(), 1, Integer::sum);
            }
          }
        });
    List<Enum<?>> all = new ArrayList<>();
    all.addAll(Arrays.asList(ProgressClass.values()));
    all.addAll(Arrays.asList(InterimOutcome.values()));
    all.addAll(Arrays.asList(Trend.values()));
    all.addAll(Arrays.asList(TrafficLight.values()));
    all.addAll(Arrays.asList(NotClassified.values()));
    assertThat(seen).containsOnlyKeys(all);
    assertThat(seen.values()).allSatisfy(count -> assertThat(count).isGreaterThan(3));
  }

  private static List<Classified<?>> classes(IndicatorJudgement each) {
    return List.of(
        each.progress(), each.interim(), each.trend(), each.light(), each.originalLight());
  }

  private static Trend trend(BigDecimal earlier, BigDecimal later) {
    List<IndicatorPoint> points =
        List.of(
            Observed.HALFWAY.in(2020).figure(earlier.toPlainString()).point(),
            Observed.HALFWAY.in(2021).figure(later.toPlainString()).point());
    return judge(Observed.series(points)).get(1).trend().value();
  }

  private static IndicatorJudgement judged(IndicatorRules rules, Observed way, BigDecimal figure) {
    IndicatorPoint point = way.figure(figure.toPlainString()).point();
    return rules.judge(Observed.series(List.of(point))).get(0);
  }

  private static List<IndicatorJudgement> judge(IndicatorSeries series) {
    return Thresholds.RULES.judge(series);
  }

  /** All but the figures themselves. */
  private static List<Object> said(IndicatorJudgement each) {
    return List.of(
        each.segment(),
        each.isBreak(),
        each.progressPercent(),
        each.expectedPercent(),
        each.progress(),
        each.interim(),
        each.trend(),
        each.favourable(),
        each.compliancePercent(),
        each.light(),
        each.originalCompliancePercent(),
        each.originalLight(),
        each.poorPlanning());
  }

  private static List<IndicatorRules> rulebooks() {
    List<IndicatorRules> rulebooks = new ArrayList<>();
    for (RegressionReference reference : RegressionReference.values()) {
      for (DescendingFormula descending : DescendingFormula.values()) {
        for (OverFulfilment overFulfilment : OverFulfilment.values()) {
          rulebooks.add(
              new IndicatorRules(
                  Thresholds.plans(Thresholds.PROGRESS, Thresholds.interim(reference)),
                  Thresholds.TREND,
                  Thresholds.light(descending, overFulfilment)));
        }
      }
    }
    return rulebooks;
  }

  private interface Property {
    void holds(Random random, IndicatorSeries series);
  }

  private static void forEachSeries(Property property) {
    for (int seed = 1; seed <= SERIES; seed++) {
      Random random = new Random(seed);
      IndicatorSeries series = new RandomSeries(random).next();
      try {
        property.holds(random, series);
      } catch (AssertionError | RuntimeException fault) {
        throw new AssertionError("series " + seed, fault);
      }
    }
  }
}
