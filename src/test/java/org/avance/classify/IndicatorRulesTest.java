package org.avance.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.avance.model.Direction;
import org.avance.model.IndicatorJudgement;
import org.avance.model.IndicatorPoint;
import org.avance.model.NotClassified;
import org.avance.model.PeriodType;
import org.avance.model.Stated;
import org.junit.jupiter.api.Test;

class IndicatorRulesTest {
  private static final Observed HALFWAY = Observed.HALFWAY;

  @Test
  void a_series_is_judged_point_by_point_in_the_order_given() {
    Observed goal = HALFWAY.interim("50");
    assertThat(
            judge(
                goal.in(2022).figure("55").adjusted("70"),
                goal.in(2020).figure("30").unit("personas"),
                goal.in(2021).figure("50"),
                goal.in(2023).figure("ND")))
        .containsExactly(
            "2022 2 INSUFFICIENT 55.0000 of 66.6667, NOT_ACHIEVED, RISING+, RED 78.5714, YELLOW"
                + " 110.0000",
            "2020 1 ADEQUATE 30.0000 of 33.3333, NOT_ACHIEVED, NO_HISTORY, RED 60.0000, RED"
                + " 60.0000",
            "2021 2* ADEQUATE 50.0000 of 50.0000, ACHIEVED, NO_HISTORY, GREEN 100.0000, GREEN"
                + " 100.0000",
            "2023 2 NOT_REPORTED - of -, NOT_REPORTED, NO_HISTORY, GREY -, GREY -");
  }

  @Test
  void a_figure_far_above_the_effective_goal_was_badly_planned_whatever_the_original_goal() {
    IndicatorPoint point = HALFWAY.interim("50").adjusted("40").point();
    IndicatorJudgement judgement = Thresholds.RULES.judge(Observed.series(List.of(point))).get(0);
    assertThat(judgement.poorPlanning()).isTrue();
    assertThat(said(judgement)).endsWith("RED 125.0000, GREEN 100.0000");
    assertThat(badlyPlanned(HALFWAY.interim("40").adjusted("50"))).isFalse();
    assertThat(badlyPlanned(HALFWAY.interim("60").adjusted("60"))).isFalse();
  }

  @Test
  void quarters_have_segments_and_lights_and_no_class_of_years() {
    List<IndicatorPoint> quarters =
        List.of(
            HALFWAY.target(Observed.figure("50", 0)).point(),
            HALFWAY.in(2022).unit("personas").target(Observed.figure("50", 2022)).point(),
            HALFWAY.in(2023).unit("personas").partial().point());
    List<IndicatorJudgement> judged =
        Thresholds.RULES.judge(Observed.series(PeriodType.QUARTER, quarters));
    assertThat(judged.stream().map(IndicatorRulesTest::said))
        .containsExactly(
            "2021 1 NOT_CALCULABLE - of -, NOT_CALCULABLE, NO_HISTORY, GREEN 100.0000, GREEN"
                + " 100.0000",
            "2022 2* NOT_CALCULABLE - of -, NOT_CALCULABLE, NO_HISTORY, GREY -, GREY -",
            "2023 2 NOT_CALCULABLE - of -, NOT_CALCULABLE, NO_HISTORY, GREY -, GREY -");
    assertThat(judged)
        .allSatisfy(
            each -> {
              assertThat(each.progress().reason()).isEqualTo(NotClassified.NOT_A_YEAR);
              assertThat(each.interim().reason()).isEqualTo(NotClassified.NOT_A_YEAR);
              assertThat(each.trend().reason()).isEqualTo(NotClassified.NOT_A_YEAR);
            });
    assertThat(judged)
        .extracting(each -> each.light().reason())
        .containsExactly(NotClassified.NONE, NotClassified.NO_TARGET, NotClassified.PARTIAL_PERIOD);
  }

  @Test
  void a_series_without_points_has_no_judgements() {
    assertThat(Thresholds.RULES.judge(Observed.series(List.of()))).isEmpty();
  }

  @Test
  void each_point_is_judged_by_its_own_direction() {
    assertThat(
            judge(
                HALFWAY.in(2020).figure("10"),
                HALFWAY.direction(Direction.CONSTANT).figure("10"),
                HALFWAY.in(2022).direction(Direction.DESCENDING).figure("5")))
        .containsExactly(
            "2020 1 FAR_LAGGING 10.0000 of 33.3333, NOT_CALCULABLE, NO_HISTORY, GREY -, GREY -",
            "2021 1 CONSTANT_DIRECTION - of -, NOT_CALCULABLE, STABLE+, GREY -, GREY -",
            "2022 1 NOT_CALCULABLE - of -, NOT_CALCULABLE, FALLING+, GREY -, GREY -");
  }

  private static boolean badlyPlanned(Observed observed) {
    return Thresholds.RULES.judge(Observed.series(List.of(observed.point()))).get(0).poorPlanning();
  }

  private static List<String> judge(Observed... observed) {
    List<IndicatorPoint> points = List.of(observed).stream().map(Observed::point).toList();
    return Thresholds.RULES.judge(Observed.series(points)).stream()
        .map(IndicatorRulesTest::said)
        .toList();
  }

  private static String said(IndicatorJudgement judgement) {
    return "%d %d%s %s %s of %s, %s, %s%s, %s %s, %s %s"
        .formatted(
            judgement.point().year(),
            judgement.segment(),
            judgement.isBreak() ? "*" : "",
            judgement.progress().value(),
            figure(judgement.progressPercent()),
            figure(judgement.expectedPercent()),
            judgement.interim().value(),
            judgement.trend().value(),
            judgement.favourable() ? "+" : "",
            judgement.light().value(),
            figure(judgement.compliancePercent()),
            judgement.originalLight().value(),
            figure(judgement.originalCompliancePercent()));
  }

  private static String figure(Stated<BigDecimal> figure) {
    return figure.fold(Object::toString, missing -> "-");
  }
}
