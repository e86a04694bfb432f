package org.avance.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.avance.model.NotClassified.AMBIGUOUS;
import static org.avance.model.NotClassified.CONSTANT_DIRECTION;
import static org.avance.model.NotClassified.NOT_A_YEAR;
import static org.avance.model.NotClassified.NO_BASELINE;
import static org.avance.model.NotClassified.NO_BASELINE_YEAR;
import static org.avance.model.NotClassified.NO_DIRECTION;
import static org.avance.model.NotClassified.NO_OBSERVATION;
import static org.avance.model.NotClassified.NO_PLAN;
import static org.avance.model.NotClassified.NO_TARGET;
import static org.avance.model.NotClassified.PARTIAL_PERIOD;
import static org.avance.model.NotClassified.TARGET_AGAINST_DIRECTION;
import static org.avance.model.NotClassified.TARGET_IS_BASELINE;
import static org.avance.model.NotClassified.TARGET_NOT_A_FIGURE;
import static org.avance.model.NotClassified.UNDEFINED;
import static org.avance.model.NotClassified.YEAR_OUTSIDE_PLAN;

import java.math.BigDecimal;
import java.util.List;
import org.avance.model.Classified;
import org.avance.model.Direction;
import org.avance.model.NotClassified;
import org.avance.model.PeriodType;
import org.avance.model.ProgressClass;
import org.avance.model.RuleStatus;
import org.avance.model.Target;
import org.avance.model.TargetType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SixYearProgressTest {
  private static final Observed HALFWAY = Observed.HALFWAY;
  private static final Target NONE = Observed.target(TargetType.NONE, "ND", "ND", 0);

  /** In 2021 the pace from 2018 to 2024 is 50: adequate from 40 to 60. */
  @ParameterizedTest
  @CsvSource({
    "1000,             EXCEEDED",
    "100,              EXCEEDED",
    "99.9999999999,    ADVANCED",
    "60,               ADVANCED",
    "59.9999999999,    ADEQUATE",
    "40,               ADEQUATE",
    "39.9999999999,    INSUFFICIENT",
    "23,               INSUFFICIENT",
    "22.9999999999,    LAGGING",
    "11.5,             LAGGING",
    "11.4999999999,    FAR_LAGGING",
    "0,                FAR_LAGGING",
    "-0.0000000001,    FAR_LAGGING",
    "-1000,            FAR_LAGGING"
  })
  void each_class_begins_at_its_limit_upwards_downwards_and_below_zero(
      BigDecimal progress, String expected) {
    String observed = progress.toPlainString();
    String mirrored = BigDecimal.valueOf(100).subtract(progress).toPlainString();
    String halfBelow = progress.subtract(BigDecimal.valueOf(50)).toPlainString();
    String below = progress.add(BigDecimal.valueOf(-200)).toPlainString();
    assertThat(
            List.of(
                name(ascending("0", "100", observed)),
                name(descending("100", "0", mirrored)),
                name(ascending("-50", "50", halfBelow)),
                name(ascending("-200", "-100", below))))
        .containsOnly(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2021, 60, 60.0000 of 50.0000",
    "2021, -12.34567, -12.3457 of 50.0000",
    "2020, 43, 43.0000 of 33.3333",
    "2022, 250, 250.0000 of 66.6667"
  })
  void progress_stands_signed_beside_the_linear_pace(int year, String observed, String said) {
    SixYearProgress progress = of(HALFWAY.in(year).figure(observed));
    assertThat(
            Figures.require(progress.percent())
                + " of "
                + Figures.require(progress.expectedPercent()))
        .isEqualTo(said);
  }

  /** Observed in percent; the pace of 2020 is a third: exact, where 33.3333 would round. */
  @ParameterizedTest
  @CsvSource({
    "2020, 43.3333333333, ADEQUATE",
    "2020, 43.3333333334, ADVANCED",
    "2020, 23.3333333334, ADEQUATE",
    "2020, 23.3333333333, INSUFFICIENT",
    "2023, 73.3333333333, INSUFFICIENT",
    "2023, 73.3333333334, ADEQUATE",
    "2023, 93.3333333334, ADVANCED",
    "2024, 90, ADEQUATE",
    "2024, 89.9999999999, INSUFFICIENT",
    "2024, 99.9999999999, ADEQUATE",
    "2024, 100, EXCEEDED"
  })
  void the_adequate_band_moves_with_the_pace_and_is_cut_off_where_the_target_is_met(
      int year, String observed, String expected) {
    assertThat(name(HALFWAY.in(year).figure(observed))).isEqualTo(expected);
  }

  /** From a baseline of 2014 the pace of 2015 is 10 of 100: adequate from 23 to 20. */
  @ParameterizedTest
  @CsvSource({"23, ADVANCED", "20, ADVANCED", "19.9999, LAGGING", "11.4999, FAR_LAGGING"})
  void a_band_may_be_empty_and_the_highest_class_that_holds_wins(String observed, String expected) {
    ProgressLimits limits = Thresholds.PROGRESS;
    assertThat(limits.classify(Ratio.of(new BigDecimal(observed)), Ratio.of(BigDecimal.TEN)))
        .extracting(found -> found.value().name())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "100, EXCEEDED, DERIVED", "60, ADVANCED, PROVISIONAL", "40, ADEQUATE, PROVISIONAL",
    "23, INSUFFICIENT, PROVISIONAL", "11.5, LAGGING, PROVISIONAL", "0, FAR_LAGGING, PROVISIONAL"
  })
  void a_class_is_as_firm_as_the_weaker_of_its_two_limits(
      String observed, String expected, RuleStatus status) {
    assertThat(of(HALFWAY.figure(observed)).progress())
        .extracting(found -> found.value().name(), each -> each.status(), each -> each.reason())
        .containsExactly(expected, status, NotClassified.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "100, OFFICIAL",
    "60, ANCHORED",
    "40, ANCHORED",
    "23, ANCHORED",
    "11.5, DERIVED",
    "0, DERIVED"
  })
  void only_the_limits_around_a_class_count_for_its_status(String observed, RuleStatus status) {
    ProgressLimits limits =
        new ProgressLimits(
            Thresholds.value("100", RuleStatus.OFFICIAL),
            Thresholds.value("10", RuleStatus.ANCHORED),
            Thresholds.value("23", RuleStatus.OFFICIAL),
            Thresholds.value("11.5", RuleStatus.DERIVED));
    Plans plans = Thresholds.plans(limits, Thresholds.INTERIM);
    Observed seen = HALFWAY.figure(observed);
    assertThat(SixYearProgress.of(seen.point(), seen.alone(), plans).progress().status())
        .isEqualTo(status);
  }

  @Test
  void the_edition_that_observes_the_year_gives_the_limits() {
    assertThat(name(HALFWAY.in(2019).figure("90"))).isEqualTo("EXCEEDED");
    assertThat(name(HALFWAY.in(2020).figure("90"))).isEqualTo("ADVANCED");
    assertThat(name(HALFWAY.in(2019).figure("2"))).isEqualTo("LAGGING");
    assertThat(name(HALFWAY.in(2020).figure("2"))).isEqualTo("FAR_LAGGING");
  }

  @Test
  void the_plan_is_the_one_named_else_the_one_that_the_year_lies_in() {
    Observed due2018 = HALFWAY.baseline("0", 2012).target(Observed.figure("100", 2018));
    assertThat(name(due2018.in(2015))).isEqualTo("ADEQUATE");
    assertThat(name(due2018.in(2015).plan("PND 2013-2018"))).isEqualTo("ADEQUATE");
    refuses(due2018.in(2015).plan("PND 2019-2024"), NO_TARGET);
    refuses(due2018.in(2012), NO_PLAN);
    refuses(due2018.in(2025), NO_PLAN);
    refuses(due2018.in(2015).plan("PND"), NO_PLAN);
  }

  @Test
  void a_figure_that_is_missing_is_not_reported() {
    says(HALFWAY.figure("ND"), "NOT_REPORTED", NO_OBSERVATION, RuleStatus.OFFICIAL);
    says(
        HALFWAY.figure("ND").direction(Direction.CONSTANT),
        "NOT_REPORTED",
        NO_OBSERVATION,
        RuleStatus.OFFICIAL);
  }

  @Test
  void a_constant_direction_has_a_class_of_its_own_whatever_the_goals() {
    Observed constant = HALFWAY.direction(Direction.CONSTANT);
    says(constant, "CONSTANT_DIRECTION", CONSTANT_DIRECTION, RuleStatus.OFFICIAL);
    says(
        constant.baseline("ND", 0).target(NONE).in(1990),
        "CONSTANT_DIRECTION",
        CONSTANT_DIRECTION,
        RuleStatus.OFFICIAL);
  }

  @Test
  void each_guard_says_why_nothing_can_be_calculated() {
    refuses(HALFWAY.direction(Direction.NOMINAL), UNDEFINED);
    refuses(HALFWAY.direction(Direction.UNKNOWN), NO_DIRECTION);
    refuses(HALFWAY.in(2031), NO_PLAN);
    refuses(HALFWAY.baseline("ND", 2018), NO_BASELINE);
    refuses(HALFWAY.target(NONE), NO_TARGET);
    refuses(
        HALFWAY.target(Observed.target(TargetType.TEXT, "ND", "ND", 2024)), TARGET_NOT_A_FIGURE);
    refuses(HALFWAY.target(Observed.target(TargetType.RANGE, "1", "9", 2024)), TARGET_NOT_A_FIGURE);
    refuses(HALFWAY.baseline("100.0", 2018), TARGET_IS_BASELINE);
    refuses(HALFWAY.baseline("100.1", 2018), TARGET_AGAINST_DIRECTION);
    refuses(HALFWAY.direction(Direction.DESCENDING), TARGET_AGAINST_DIRECTION);
    refuses(HALFWAY.baseline("0", 0), NO_BASELINE_YEAR);
    refuses(HALFWAY.baseline("0", 2021), YEAR_OUTSIDE_PLAN);
    refuses(HALFWAY.baseline("0", 2024), YEAR_OUTSIDE_PLAN);
    refuses(HALFWAY.in(2025).plan("PND 2019-2024"), YEAR_OUTSIDE_PLAN);
    refuses(HALFWAY.in(2018).baseline("0", 2015).plan("PND 2019-2024"), YEAR_OUTSIDE_PLAN);
  }

  @Test
  void the_last_year_before_each_bound_of_years_is_calculated() {
    assertThat(name(HALFWAY.baseline("0", 2020))).isNotEqualTo("NOT_CALCULABLE");
    assertThat(name(HALFWAY.in(2024))).isNotEqualTo("NOT_CALCULABLE");
    assertThat(name(HALFWAY.in(2019).plan("PND 2019-2024"))).isNotEqualTo("NOT_CALCULABLE");
  }

  @Test
  void guards_fire_in_their_order() {
    Observed nothing = HALFWAY.in(2031).baseline("ND", 0).target(NONE);
    refuses(
        nothing.direction(Direction.UNKNOWN).figure("ND").partial().ambiguous(), PARTIAL_PERIOD);
    refuses(nothing.direction(Direction.CONSTANT).figure("ND").ambiguous(), AMBIGUOUS);
    refuses(nothing.direction(Direction.UNKNOWN), NO_DIRECTION);
    refuses(nothing, NO_PLAN);
    refuses(nothing.in(2021), NO_BASELINE);
    refuses(nothing.in(2021).baseline("0", 0), NO_TARGET);
    refuses(HALFWAY.baseline("100", 0), TARGET_IS_BASELINE);
    refuses(HALFWAY.baseline("101", 0), TARGET_AGAINST_DIRECTION);
    refuses(HALFWAY.in(2025).baseline("0", 0).plan("PND 2019-2024"), NO_BASELINE_YEAR);
  }

  @Test
  void a_target_counts_only_where_it_says_that_it_is_due_in_the_plans_last_year() {
    assertThat(name(HALFWAY.target(Observed.figure("100", 2024)))).isEqualTo("ADEQUATE");
    refuses(HALFWAY.target(Observed.figure("100", 2023)), NO_TARGET);
    refuses(HALFWAY.target(Observed.figure("100", 2021)), NO_TARGET);
    refuses(HALFWAY.target(Observed.figure("100", 0)), NO_TARGET);
    refuses(HALFWAY.in(2024).target(Observed.figure("100", 0)).plan("PND 2019-2024"), NO_TARGET);
  }

  @ParameterizedTest
  @CsvSource({"AT_LEAST, 100, ND", "AT_MOST, ND, 100", "EXACT, 100, 100", "FIGURE, 100, 100"})
  void any_target_with_one_figure_is_a_way_to_go(TargetType type, String min, String max) {
    assertThat(name(HALFWAY.target(Observed.target(type, min, max, 2024)))).isEqualTo("ADEQUATE");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "YEAR")
  void parts_of_a_year_have_no_six_year_progress(PeriodType type) {
    SeriesPast parts = new SeriesPast(Observed.series(type, List.of(HALFWAY.point())));
    assertThat(SixYearProgress.of(HALFWAY.point(), parts, Thresholds.PLANS))
        .isEqualTo(refused(NOT_A_YEAR));
  }

  @Test
  void figures_of_any_size_are_calculated_and_a_percentage_without_room_is_left_out() {
    String huge = "99999999999999999999.9999999999";
    SixYearProgress progress = of(ascending("0", "0.0000000001", huge));
    assertThat(progress.progress().value().name()).isEqualTo("EXCEEDED");
    assertThat(progress.percent()).isEqualTo(Ratio.none());
    assertThat(progress.expectedPercent()).isEqualTo(Observed.stated("50.0000"));
    assertThat(name(ascending("-" + huge, huge, "0"))).isEqualTo("ADEQUATE");
  }

  @Test
  void limits_lie_below_one_another() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> limits("23", "23"))
        .withMessage("expected a number below 23, found 23");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> limits("100", "1"))
        .withMessage("expected a number below 100, found 100");
  }

  private static ProgressLimits limits(String lagging, String farLagging) {
    return new ProgressLimits(
        Thresholds.value("100", RuleStatus.DERIVED),
        Thresholds.value("10", RuleStatus.DERIVED),
        Thresholds.value(lagging, RuleStatus.DERIVED),
        Thresholds.value(farLagging, RuleStatus.DERIVED));
  }

  private static Observed ascending(String baseline, String target, String observed) {
    return HALFWAY.baseline(baseline, 2018).target(Observed.figure(target, 2024)).figure(observed);
  }

  private static Observed descending(String baseline, String target, String observed) {
    return ascending(baseline, target, observed).direction(Direction.DESCENDING);
  }

  private static SixYearProgress of(Observed observed) {
    return SixYearProgress.of(observed.point(), observed.alone(), Thresholds.PLANS);
  }

  private static String name(Observed observed) {
    return of(observed).progress().value().name();
  }

  private static SixYearProgress refused(NotClassified reason) {
    return new SixYearProgress(
        new Classified<>(ProgressClass.NOT_CALCULABLE, reason, RuleStatus.DERIVED),
        Ratio.none(),
        Ratio.none());
  }

  private static void refuses(Observed observed, NotClassified reason) {
    assertThat(of(observed)).isEqualTo(refused(reason));
  }

  private static void says(
      Observed observed, String name, NotClassified reason, RuleStatus status) {
    SixYearProgress said = of(observed);
    assertThat(said.progress().value().name()).isEqualTo(name);
    assertThat(said.progress().reason()).isEqualTo(reason);
    assertThat(said.progress().status()).isEqualTo(status);
    assertThat(said.percent()).isEqualTo(Ratio.none());
    assertThat(said.expectedPercent()).isEqualTo(Ratio.none());
  }
}
