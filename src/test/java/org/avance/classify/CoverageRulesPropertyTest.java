package org.avance.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.avance.model.CoverageGroup;
import org.avance.model.CoverageJudgement;
import org.avance.model.CoveragePoint;
import org.avance.model.MissingReason;
import org.avance.model.PopulationKind;
import org.avance.model.Stated;
import org.junit.jupiter.api.Test;

/** What holds of every group; each group is made from its own number. */
class CoverageRulesPropertyTest {
  private static final int GROUPS = 100;
  private static final List<String> UNITS = List.of("persona", "hogar", "");

  @Test
  void every_point_is_judged_once_and_in_its_place() {
    for (int group = 1; group <= GROUPS; group++) {
      List<CoveragePoint> points = points(new Random(group));
      assertThat(judge(points))
          .as("group %d", group)
          .extracting(CoverageJudgement::point)
          .isEqualTo(points);
    }
  }

  @Test
  void the_order_of_the_points_is_irrelevant() {
    for (int group = 1; group <= GROUPS; group++) {
      Random random = new Random(group);
      List<CoveragePoint> points = points(random);
      List<CoveragePoint> shuffled = new ArrayList<>(points);
      Collections.shuffle(shuffled, random);
      assertThat(judge(shuffled))
          .as("group %d", group)
          .containsExactlyInAnyOrderElementsOf(judge(points));
    }
  }

  @Test
  void figures_in_another_scale_are_judged_alike() {
    for (int group = 1; group <= GROUPS; group++) {
      Random random = new Random(group);
      List<CoveragePoint> points = points(random);
      BigDecimal factor = BigDecimal.valueOf(1 + random.nextInt(100_000), random.nextInt(5));
      List<CoveragePoint> scaled = points.stream().map(each -> scaled(each, factor)).toList();
      assertThat(judge(scaled))
          .as("group %d", group)
          .extracting(CoverageRulesPropertyTest::said)
          .isEqualTo(said(points));
    }
  }

  @Test
  void a_higher_threshold_finds_no_new_jump() {
    for (int group = 1; group <= GROUPS; group++) {
      CoverageGroup points = Judged.group(points(new Random(group)));
      List<CoverageJudgement> strict = Judged.rules("10", "2", "0.01").judge(points);
      List<CoverageJudgement> lax = Judged.rules("60", "2", "0.01").judge(points);
      for (int i = 0; i < strict.size(); i++) {
        assertThat(strict.get(i).isJump() || !lax.get(i).isJump()).as("group %d", group).isTrue();
      }
    }
  }

  @Test
  void more_served_never_takes_back_that_served_is_over_target() {
    for (int group = 1; group <= GROUPS; group++) {
      List<CoveragePoint> points = points(new Random(group));
      List<CoveragePoint> more =
          points.stream()
              .map(each -> each.population() == PopulationKind.SERVED ? more(each) : each)
              .toList();
      List<CoverageJudgement> before = judge(points);
      List<CoverageJudgement> after = judge(more);
      for (int i = 0; i < before.size(); i++) {
        assertThat(after.get(i).servedOverTarget() || !before.get(i).servedOverTarget())
            .as("group %d", group)
            .isTrue();
      }
    }
  }

  @Test
  void segments_begin_at_one_and_rise_only_at_breaks() {
    for (int group = 1; group <= GROUPS; group++) {
      Map<PopulationKind, Integer> highest = new HashMap<>();
      List<CoverageJudgement> judgements = new ArrayList<>(judge(points(new Random(group))));
      judgements.sort(Comparator.comparingInt(each -> each.point().year()));
      for (CoverageJudgement each : judgements) {
        int last = highest.getOrDefault(each.point().population(), 1);
        assertThat(each.segment())
            .as("group %d", group)
            .isBetween(1, last + (each.isBreak() ? 1 : 0));
        highest.merge(each.point().population(), each.segment(), Math::max);
      }
    }
  }

  @Test
  void the_groups_made_here_show_every_flag() {
    Map<String, Integer> seen = new HashMap<>();
    for (int group = 1; group <= GROUPS; group++) {
      judge(points(new Random(group)))
          .forEach(each -> Judged.flags(each).forEach(flag -> seen.merge(flag, 1, Integer::sum)));
    }
    assertThat(seen.values()).hasSize(6).allSatisfy(count -> assertThat(count).isGreaterThan(30));
  }

  private static List<CoverageJudgement> judge(List<CoveragePoint> points) {
    return Judged.RULES.judge(Judged.group(points));
  }

  private static List<String> said(List<CoveragePoint> points) {
    return judge(points).stream().map(CoverageRulesPropertyTest::said).toList();
  }

  private static String said(CoverageJudgement judgement) {
    return judgement.segment() + " " + Judged.flags(judgement) + " " + judgement.change();
  }

  /** Some of the possible keys, each once; figures lie close enough to meet all thresholds. */
  private static List<CoveragePoint> points(Random random) {
    List<CoveragePoint> points = new ArrayList<>();
    for (PopulationKind population : EnumSet.allOf(PopulationKind.class)) {
      for (int year = 2010; year < 2018; year++) {
        for (String unit : UNITS) {
          if (random.nextInt(3) > 0) {
            points.add(
                new CoveragePoint(population, year, unit, figure(random), random.nextInt(8) == 0));
          }
        }
      }
    }
    Collections.shuffle(points, random);
    return points;
  }

  private static Stated<BigDecimal> figure(Random random) {
    return switch (random.nextInt(10)) {
      case 0 -> Stated.missing(MissingReason.NOT_REPORTED, "NR");
      case 1 -> Stated.given(BigDecimal.ZERO);
      default ->
          Stated.given(
              BigDecimal.valueOf(70 + random.nextInt(60))
                  .scaleByPowerOfTen(random.nextInt(6) == 0 ? random.nextInt(4) : 0));
    };
  }

  private static CoveragePoint scaled(CoveragePoint point, BigDecimal factor) {
    return with(point, figure -> figure.multiply(factor));
  }

  private static CoveragePoint more(CoveragePoint point) {
    return with(point, figure -> figure.add(BigDecimal.TEN));
  }

  private static CoveragePoint with(CoveragePoint point, UnaryOperator<BigDecimal> change) {
    return new CoveragePoint(
        point.population(),
        point.year(),
        point.unitCode(),
        point
            .figure()
            .fold(
                figure -> Stated.given(change.apply(figure)),
                missing -> Stated.missing(missing.reason(), missing.officialText())),
        point.ambiguous());
  }
}
