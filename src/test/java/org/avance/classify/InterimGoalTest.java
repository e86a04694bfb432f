package org.avance.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.avance.model.Classified;
import org.avance.model.Direction;
import org.avance.model.IndicatorPoint;
import org.avance.model.InterimOutcome;
import org.avance.model.NotClassified;
import org.avance.model.PeriodType;
import org.avance.model.RuleStatus;
import org.avance.model.TargetType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InterimGoalTest {
  private static final Observed HALFWAY = Observed.HALFWAY;

  /** Direction, baseline, goal, observed. The tolerance of a goal of 100 is 0.0001. */
  @ParameterizedTest
  @CsvSource({
    "ASCENDING,  50,  100, 110.0000000001, FAR_EXCEEDED",
    "ASCENDING,  50,  100, 110,            ACHIEVED",
    "ASCENDING,  50,  100, 100,            ACHIEVED",
    "ASCENDING,  50,  100, 99.9999,        ACHIEVED",
    "ASCENDING,  50,  100, 99.9998999999,  NOT_ACHIEVED",
    "ASCENDING,  50,  100, 50,             NOT_ACHIEVED",
    "ASCENDING,  50,  100, 49.9999999999,  REGRESSED",
    "ASCENDING,  ND,  100, -10,            NOT_ACHIEVED",
    "DESCENDING, 200, 100, 89.9999999999,  FAR_EXCEEDED",
    "DESCENDING, 200, 100, 90,             ACHIEVED",
    "DESCENDING, 200, 100, 100,            ACHIEVED",
    "DESCENDING, 200, 100, 100.0001,       ACHIEVED",
    "DESCENDING, 200, 100, 100.0001000001, NOT_ACHIEVED",
    "DESCENDING, 200, 100, 200,            NOT_ACHIEVED",
    "DESCENDING, 200, 100, 200.0000000001, REGRESSED",
    "DESCENDING, ND,  100, 999,            NOT_ACHIEVED",
    "CONSTANT,   100, 100, 110.0000000001, FAR_EXCEEDED",
    "CONSTANT,   100, 100, 110,            ACHIEVED",
    "CONSTANT,   100, 100, 99.9999,        ACHIEVED",
    "CONSTANT,   100, 100, 99.9998999999,  NOT_ACHIEVED",
    "CONSTANT,   100, 100, -5,             NOT_ACHIEVED",
    "NOMINAL,    50,  100, 100,            ACHIEVED",
    "NOMINAL,    50,  100, 100.0001,       ACHIEVED",
    "NOMINAL,    50,  100, 100.0002,       NOT_ACHIEVED",
    "NOMINAL,    50,  100, 99.9999,        ACHIEVED",
    "NOMINAL,    50,  100, 99.9998,        NOT_ACHIEVED",
    "NOMINAL,    50,  100, 500,            NOT_ACHIEVED",
    "NOMINAL,    50,  100, 0,              NOT_ACHIEVED"
  })
  void the_first_test_that_holds_gives_the_outcome(
      Direction direction, String baseline, String goal, String observed, String expected) {
    assertThat(
            name(
                HALFWAY
                    .direction(direction)
                    .baseline(baseline, 2018)
                    .interim(goal)
                    .figure(observed)))
        .isEqualTo(expected);
  }

  /**
   * A goal of 0 or less is far exceeded by the planned change, where that leads to its good side.
   */
  @ParameterizedTest
  @CsvSource({
    "ASCENDING,  -100, 0,   10.0000000001,  FAR_EXCEEDED",
    "ASCENDING,  -100, 0,   10,             ACHIEVED",
    "ASCENDING,  -100, 0,   0,              ACHIEVED",
    "ASCENDING,  -100, 0,   -0.0000000001,  NOT_ACHIEVED",
    "ASCENDING,  -100, 0,   -100.1,         REGRESSED",
    "ASCENDING,  -200, -100, -89.9999999999, FAR_EXCEEDED",
    "ASCENDING,  -200, -100, -90,            ACHIEVED",
    "ASCENDING,  0,    -100, 1000,           ACHIEVED",
    "ASCENDING,  0,    -100, -110,           REGRESSED",
    "ASCENDING,  ND,   0,    1000,           ACHIEVED",
    "ASCENDING,  0,    0,    1000,           ACHIEVED",
    "DESCENDING, 0,    -100, -110.0000000001, FAR_EXCEEDED",
    "DESCENDING, 0,    -100, -110,           ACHIEVED",
    "DESCENDING, 0,    -100, 0.1,            REGRESSED",
    "DESCENDING, -200, -100, -1000,          ACHIEVED",
    "DESCENDING, ND,   0,    -1000,          ACHIEVED",
    "CONSTANT,   0,    0,    1000,           ACHIEVED"
  })
  void goals_of_zero_or_less_are_far_exceeded_by_the_planned_change_alone(
      Direction direction, String baseline, String goal, String observed, String expected) {
    the_first_test_that_holds_gives_the_outcome(direction, baseline, goal, observed, expected);
  }

  /**
   * The type of goal says what meets it, whatever the direction; the direction what going back is.
   */
  @ParameterizedTest
  @CsvSource({
    "ASCENDING,  AT_LEAST, 100, ND,  110.1, FAR_EXCEEDED",
    "UNKNOWN,    AT_LEAST, 100, ND,  110.1, FAR_EXCEEDED",
    "UNKNOWN,    AT_LEAST, 100, ND,  100,   ACHIEVED",
    "UNKNOWN,    AT_LEAST, 100, ND,  0,     NOT_ACHIEVED",
    "DESCENDING, AT_LEAST, 100, ND,  100,   ACHIEVED",
    "DESCENDING, AT_LEAST, 100, ND,  0,     NOT_ACHIEVED",
    "NOMINAL,    AT_LEAST, 100, ND,  200,   FAR_EXCEEDED",
    "ASCENDING,  AT_MOST,  ND,  100, 89,    FAR_EXCEEDED",
    "ASCENDING,  AT_MOST,  ND,  100, 100,   ACHIEVED",
    "ASCENDING,  AT_MOST,  ND,  100, 101,   NOT_ACHIEVED",
    "UNKNOWN,    AT_MOST,  ND,  100, 101,   NOT_ACHIEVED",
    "UNKNOWN,    EXACT,    100, 100, 100,   ACHIEVED",
    "UNKNOWN,    EXACT,    100, 100, 111,   NOT_ACHIEVED",
    "ASCENDING,  EXACT,    100, 100, 111,   NOT_ACHIEVED",
    "ASCENDING,  EXACT,    100, 100, 49,    REGRESSED",
    "ASCENDING,  RANGE,    90,  110, 90,    ACHIEVED",
    "ASCENDING,  RANGE,    90,  110, 110,   ACHIEVED",
    "ASCENDING,  RANGE,    90,  110, 89.9,  NOT_ACHIEVED",
    "ASCENDING,  RANGE,    90,  110, 110.1, NOT_ACHIEVED",
    "ASCENDING,  RANGE,    90,  110, 500,   NOT_ACHIEVED",
    "ASCENDING,  RANGE,    90,  110, 49,    REGRESSED",
    "NOMINAL,    RANGE,    90,  110, 49,    NOT_ACHIEVED",
    "UNKNOWN,    RANGE,    90,  110, 100,   ACHIEVED",
    "UNKNOWN,    RANGE,    90,  ND,  100,   FAR_EXCEEDED",
    "ASCENDING,  RANGE,    110, 90,  100,   NOT_ACHIEVED"
  })
  void the_type_of_goal_says_what_meets_it(
      Direction direction,
      TargetType type,
      String min,
      String max,
      String observed,
      String expected) {
    assertThat(
            name(
                HALFWAY
                    .direction(direction)
                    .baseline("50", 2018)
                    .target(Observed.target(type, min, max, 0))
                    .figure(observed)))
        .isEqualTo(expected);
  }

  @Test
  void a_descending_indicator_that_rises_above_baseline_and_range_has_gone_back() {
    Observed descending =
        HALFWAY
            .direction(Direction.DESCENDING)
            .baseline("120", 2018)
            .target(Observed.target(TargetType.RANGE, "90", "110", 0));
    assertThat(name(descending.figure("121"))).isEqualTo("REGRESSED");
    assertThat(name(descending.figure("120"))).isEqualTo("NOT_ACHIEVED");
    assertThat(name(descending.figure("80"))).isEqualTo("NOT_ACHIEVED");
  }

  @Test
  void the_goal_is_the_adjusted_one_else_the_interim_one_else_the_target_due_in_that_year() {
    Observed target = HALFWAY.target(Observed.figure("40", 2021)).figure("50");
    assertThat(name(target)).isEqualTo("FAR_EXCEEDED");
    assertThat(name(target.target(Observed.figure("40", 0)))).isEqualTo("FAR_EXCEEDED");
    assertThat(name(target.interim("50"))).isEqualTo("ACHIEVED");
    assertThat(name(target.interim("50").adjusted("60"))).isEqualTo("NOT_ACHIEVED");
    assertThat(name(target.adjusted("60"))).isEqualTo("NOT_ACHIEVED");
    says(HALFWAY, "NOT_CALCULABLE", NotClassified.NO_TARGET, RuleStatus.DERIVED);
    assertThat(name(HALFWAY.in(2024))).isEqualTo("NOT_ACHIEVED");
  }

  @Test
  void an_adjusted_goal_is_of_the_targets_kind() {
    Observed atMost =
        HALFWAY.target(Observed.target(TargetType.AT_MOST, "ND", "10", 2024)).adjusted("50");
    assertThat(name(atMost)).isEqualTo("ACHIEVED");
    assertThat(name(atMost.figure("51"))).isEqualTo("NOT_ACHIEVED");
    Observed range = HALFWAY.target(Observed.target(TargetType.RANGE, "1", "10", 2024));
    assertThat(name(range.adjusted("51"))).isEqualTo("NOT_ACHIEVED");
    assertThat(name(range.adjusted("49"))).isEqualTo("ACHIEVED");
  }

  @Test
  void the_reference_of_going_back_is_the_rulebooks_choice() {
    Observed goal = HALFWAY.interim("100").baseline("20", 2018);
    List<IndicatorPoint> years =
        List.of(
            goal.in(2018).figure("60").point(),
            goal.in(2019).figure("ND").point(),
            goal.in(2020).figure("59").point(),
            goal.in(2021).figure("59").point(),
            goal.in(2022).figure("19").point());
    assertThat(outcomes(years, RegressionReference.BASELINE))
        .containsExactly(
            "NOT_ACHIEVED", "NOT_REPORTED", "NOT_ACHIEVED", "NOT_ACHIEVED", "REGRESSED");
    assertThat(outcomes(years, RegressionReference.PREVIOUS_YEAR))
        .containsExactly("NOT_ACHIEVED", "NOT_REPORTED", "REGRESSED", "NOT_ACHIEVED", "REGRESSED");
  }

  @Test
  void a_goal_met_outranks_a_fall_against_the_year_before() {
    Observed goal = HALFWAY.interim("50");
    List<IndicatorPoint> years =
        List.of(goal.in(2020).figure("90").point(), goal.in(2021).figure("52").point());
    assertThat(outcomes(years, RegressionReference.PREVIOUS_YEAR))
        .containsExactly("FAR_EXCEEDED", "ACHIEVED");
  }

  @Test
  void a_year_before_a_break_of_unit_is_no_reference() {
    Observed goal = HALFWAY.interim("100").baseline("ND", 2018);
    List<IndicatorPoint> years =
        List.of(
            goal.in(2019).figure("60").unit("personas").point(),
            goal.in(2020).figure("50").point(),
            goal.in(2021).figure("49").point());
    assertThat(outcomes(years, RegressionReference.PREVIOUS_YEAR))
        .containsExactly("NOT_ACHIEVED", "NOT_ACHIEVED", "REGRESSED");
  }

  @Test
  void each_outcome_is_as_firm_as_what_it_rests_on() {
    Observed goal = HALFWAY.interim("50");
    NotClassified none = NotClassified.NONE;
    says(goal.figure("60"), "FAR_EXCEEDED", none, RuleStatus.PROVISIONAL);
    says(goal.figure("50"), "ACHIEVED", none, RuleStatus.DERIVED);
    says(goal.figure("40"), "NOT_ACHIEVED", none, RuleStatus.DERIVED);
    says(goal.figure("-1"), "REGRESSED", none, RuleStatus.PROVISIONAL);
  }

  @Test
  void each_guard_says_why_there_is_no_outcome_in_its_order() {
    Observed text = HALFWAY.target(Observed.target(TargetType.TEXT, "ND", "ND", 0));
    Observed bare = HALFWAY.direction(Direction.UNKNOWN).interim("1");
    refuses(bare.in(2031).figure("ND").ambiguous().partial(), NotClassified.PARTIAL_PERIOD);
    refuses(bare.in(2031).figure("ND").ambiguous(), NotClassified.AMBIGUOUS);
    says(
        bare.in(2031).figure("ND"),
        "NOT_REPORTED",
        NotClassified.NO_OBSERVATION,
        RuleStatus.OFFICIAL);
    refuses(HALFWAY.direction(Direction.UNKNOWN).in(2031), NotClassified.NO_TARGET);
    refuses(text.direction(Direction.UNKNOWN).in(2031), NotClassified.TARGET_NOT_A_FIGURE);
    refuses(bare.in(2031), NotClassified.NO_DIRECTION);
    refuses(HALFWAY.in(2031).interim("1"), NotClassified.NO_PLAN);
    refuses(HALFWAY.in(2031).interim("1").plan("PND 2019-2024"), NotClassified.YEAR_OUTSIDE_PLAN);
    refuses(
        HALFWAY.target(Observed.target(TargetType.AT_LEAST, "ND", "5", 0)),
        NotClassified.NO_TARGET);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "YEAR")
  void parts_of_a_year_have_no_outcome(PeriodType type) {
    IndicatorPoint point = HALFWAY.interim("1").point();
    SeriesPast parts = new SeriesPast(Observed.series(type, List.of(point)));
    assertThat(InterimGoal.of(point, parts, Thresholds.PLANS))
        .isEqualTo(
            new Classified<>(
                InterimOutcome.NOT_CALCULABLE, NotClassified.NOT_A_YEAR, RuleStatus.DERIVED));
  }

  private static List<String> outcomes(List<IndicatorPoint> years, RegressionReference reference) {
    Plans plans = Thresholds.plans(Thresholds.PROGRESS, Thresholds.interim(reference));
    SeriesPast history = new SeriesPast(Observed.series(years));
    return years.stream()
        .map(point -> InterimGoal.of(point, history, plans).value().name())
        .toList();
  }

  private static Classified<InterimOutcome> of(Observed observed) {
    return InterimGoal.of(observed.point(), observed.alone(), Thresholds.PLANS);
  }

  private static String name(Observed observed) {
    return of(observed).value().name();
  }

  private static void refuses(Observed observed, NotClassified reason) {
    says(observed, "NOT_CALCULABLE", reason, RuleStatus.DERIVED);
  }

  private static void says(
      Observed observed, String name, NotClassified reason, RuleStatus status) {
    assertThat(of(observed))
        .isEqualTo(new Classified<>(InterimOutcome.valueOf(name), reason, status));
  }
}
