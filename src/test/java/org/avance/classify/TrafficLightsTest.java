package org.avance.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.avance.classify.DescendingFormula.LINEAR;
import static org.avance.classify.DescendingFormula.RATIO;
import static org.avance.classify.OverFulfilment.CAPPED;
import static org.avance.classify.OverFulfilment.SYMMETRIC;

import org.avance.model.Classified;
import org.avance.model.Direction;
import org.avance.model.NotClassified;
import org.avance.model.PeriodType;
import org.avance.model.RuleStatus;
import org.avance.model.TargetType;
import org.avance.model.TrafficLight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lights as words: colour or reason, compliance, and an exclamation mark for poor planning. */
class TrafficLightsTest {
  private static final Observed HALFWAY = Observed.HALFWAY;

  /** Direction, goal, observed. */
  @ParameterizedTest
  @CsvSource({
    "ASCENDING,  100,  100,            GREEN 100.0000",
    "ASCENDING,  100,  95,             GREEN 95.0000",
    "ASCENDING,  100,  94.9999999999,  YELLOW 95.0000",
    "ASCENDING,  100,  90,             YELLOW 90.0000",
    "ASCENDING,  100,  89.9999999999,  RED 90.0000",
    "ASCENDING,  100,  0,              RED 0.0000",
    "ASCENDING,  100,  -50,            RED -50.0000",
    "ASCENDING,  100,  105,            GREEN 105.0000",
    "ASCENDING,  100,  105.0000000001, YELLOW 105.0000",
    "ASCENDING,  100,  110,            YELLOW 110.0000",
    "ASCENDING,  100,  110.0000000001, RED 110.0000!",
    "ASCENDING,  -100, -100,           GREEN 100.0000",
    "ASCENDING,  -100, -105,           GREEN 95.0000",
    "ASCENDING,  -100, -110,           YELLOW 90.0000",
    "ASCENDING,  -100, -111,           RED 89.0000",
    "ASCENDING,  -100, -89,            RED 111.0000!",
    "ASCENDING,  -100, 100,            RED 300.0000!",
    "DESCENDING, 100,  100,            GREEN 100.0000",
    "DESCENDING, 100,  105,            GREEN 95.0000",
    "DESCENDING, 100,  105.0000000001, YELLOW 95.0000",
    "DESCENDING, 100,  110,            YELLOW 90.0000",
    "DESCENDING, 100,  110.0000000001, RED 90.0000",
    "DESCENDING, 100,  95,             GREEN 105.0000",
    "DESCENDING, 100,  90,             YELLOW 110.0000",
    "DESCENDING, 100,  89.9999999999,  RED 110.0000!",
    "DESCENDING, 100,  0,              RED 200.0000!",
    "DESCENDING, -100, -105,           GREEN 105.0000",
    "DESCENDING, -100, -89,            RED 89.0000",
    "CONSTANT,   100,  105,            GREEN 95.0000",
    "CONSTANT,   100,  95,             GREEN 95.0000",
    "CONSTANT,   100,  110,            YELLOW 90.0000",
    "CONSTANT,   100,  90,             YELLOW 90.0000",
    "CONSTANT,   100,  110.1,          RED 89.9000",
    "CONSTANT,   100,  89.9,           RED 89.9000",
    "CONSTANT,   -100, -105,           GREEN 95.0000",
    "NOMINAL,    100,  300,            RED -100.0000",
    "NOMINAL,    100,  100,            GREEN 100.0000",
    "ASCENDING,  0,    0,              TARGET_ZERO",
    "ASCENDING,  0.00, 7,              TARGET_ZERO",
    "DESCENDING, 0,    0,              TARGET_ZERO",
    "CONSTANT,   0,    0,              TARGET_ZERO",
    "NOMINAL,    0,    5,              TARGET_ZERO",
    "ASCENDING,  ND,   5,              NO_TARGET",
    "ASCENDING,  100,  ND,             NO_OBSERVATION",
    "UNKNOWN,    100,  5,              NO_DIRECTION"
  })
  void the_deviation_from_the_goal_gives_the_light(
      Direction direction, String goal, String observed, String expected) {
    assertThat(said(of(HALFWAY.direction(direction).interim(goal).figure(observed))))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "100,  100,  GREEN 100.0000",
    "100,  125,  RED 80.0000",
    "100,  80,   RED 125.0000!",
    "100,  96,   GREEN 104.1667",
    "100,  0,    UNDEFINED",
    "100,  -5,   UNDEFINED",
    "-100, -90,  UNDEFINED",
    "0,    5,    TARGET_ZERO"
  })
  void a_ratio_of_descending_figures_is_defined_above_zero_only(
      String goal, String observed, String expected) {
    Observed point = HALFWAY.direction(Direction.DESCENDING).interim(goal).figure(observed);
    assertThat(said(of(point, Thresholds.light(RATIO, SYMMETRIC)))).isEqualTo(expected);
  }

  @Test
  void the_ratio_is_for_goals_to_be_fallen_to_alone() {
    LightRule ratio = Thresholds.light(RATIO, SYMMETRIC);
    assertThat(said(of(HALFWAY.interim("100").figure("80"), ratio))).isEqualTo("RED 80.0000");
    assertThat(said(of(HALFWAY.interim("100").figure("0"), ratio))).isEqualTo("RED 0.0000");
  }

  @ParameterizedTest
  @CsvSource({
    "ASCENDING,  200, GREEN 200.0000", "ASCENDING,  106, GREEN 106.0000",
    "ASCENDING,  94,  YELLOW 94.0000", "ASCENDING,  80,  RED 80.0000",
    "DESCENDING, 0,   GREEN 200.0000", "DESCENDING, 200, RED 0.0000",
    "CONSTANT,   200, RED 0.0000"
  })
  void capped_over_fulfilment_is_green_and_its_compliance_stays_as_it_is(
      Direction direction, String observed, String expected) {
    Observed point = HALFWAY.direction(direction).interim("100").figure(observed);
    assertThat(said(of(point, Thresholds.light(LINEAR, CAPPED)))).isEqualTo(expected);
  }

  /** A range of 90 to 110: the deviation is taken from the bound that is missed. */
  @ParameterizedTest
  @CsvSource({
    "RANGE,    90, 110, 90,    GREEN 100.0000",
    "RANGE,    90, 110, 110,   GREEN 100.0000",
    "RANGE,    90, 110, 85.5,  GREEN 95.0000",
    "RANGE,    90, 110, 85.4,  YELLOW 94.8889",
    "RANGE,    90, 110, 121,   YELLOW 90.0000",
    "RANGE,    90, 110, 121.1, RED 89.9091",
    "RANGE,    90, 110, 500,   RED -254.5455",
    "RANGE,    0,  5,   3,     GREEN 100.0000",
    "RANGE,    0,  5,   0,     GREEN 100.0000",
    "RANGE,    0,  5,   -1,    TARGET_ZERO",
    "RANGE,    0,  5,   6,     RED 80.0000",
    "EXACT,    90, 90,  90,    GREEN 100.0000",
    "EXACT,    90, 90,  99,    YELLOW 90.0000",
    "EXACT,    0,  0,   0,     TARGET_ZERO",
    "AT_LEAST, 90, ND,  180,   RED 200.0000!",
    "AT_LEAST, 90, ND,  45,    RED 50.0000",
    "AT_MOST,  ND, 90,  180,   RED 0.0000",
    "AT_MOST,  ND, 90,  45,    RED 150.0000!",
    "TEXT,     ND, ND,  45,    TARGET_NOT_A_FIGURE",
    "NONE,     ND, ND,  45,    NO_TARGET",
    "RANGE,    ND, ND,  45,    NO_TARGET"
  })
  void the_type_of_goal_gives_the_formula_whatever_the_direction(
      TargetType type, String min, String max, String observed, String expected) {
    Observed point = HALFWAY.target(Observed.target(type, min, max, 0)).figure(observed);
    assertThat(said(of(point.direction(Direction.ASCENDING)))).isEqualTo(expected);
    assertThat(said(of(point.direction(Direction.UNKNOWN)))).isEqualTo(expected);
    assertThat(said(of(point.direction(Direction.NOMINAL)))).isEqualTo(expected);
  }

  @Test
  void an_indicators_own_limits_count_where_both_are_printed() {
    Observed point = HALFWAY.interim("100");
    assertThat(said(of(point.limits("20", "40").figure("80")))).isEqualTo("GREEN 80.0000");
    assertThat(said(of(point.limits("20", "40").figure("79.9")))).isEqualTo("YELLOW 79.9000");
    assertThat(said(of(point.limits("20", "40").figure("60")))).isEqualTo("YELLOW 60.0000");
    assertThat(said(of(point.limits("20", "40").figure("59.9")))).isEqualTo("RED 59.9000");
    assertThat(said(of(point.limits("20", "ND").figure("80")))).isEqualTo("RED 80.0000");
    assertThat(said(of(point.limits("ND", "40").figure("80")))).isEqualTo("RED 80.0000");
    assertThat(said(of(point.limits("0", "0").figure("100")))).isEqualTo("GREEN 100.0000");
  }

  /** The rulebook's green ends at an anchored limit here, yellow at a derived one. */
  @ParameterizedTest
  @CsvSource({
    "ASCENDING,  100, ANCHORED", "ASCENDING,  93,  DERIVED", "ASCENDING,  80, DERIVED",
    "ASCENDING,  104, ANCHORED", "ASCENDING,  107, PROVISIONAL", "ASCENDING, 180, PROVISIONAL",
    "DESCENDING, 100, PROVISIONAL", "CONSTANT, 80, DERIVED", "CONSTANT, 100, ANCHORED"
  })
  void a_light_is_as_firm_as_the_weakest_of_limits_formula_and_choice(
      Direction direction, String observed, RuleStatus status) {
    Observed point = HALFWAY.direction(direction).interim("100").figure(observed);
    assertThat(of(point).light().status()).isEqualTo(status);
  }

  @Test
  void own_limits_are_official_and_what_is_not_lit_rests_on_no_number() {
    Observed own = HALFWAY.interim("100").limits("20", "40");
    assertThat(of(own.figure("100")).light().status()).isEqualTo(RuleStatus.OFFICIAL);
    assertThat(of(own.figure("1")).light().status()).isEqualTo(RuleStatus.OFFICIAL);
    assertThat(of(own.figure("199")).light().status()).isEqualTo(RuleStatus.PROVISIONAL);
    assertThat(of(own.figure("ND")).light())
        .isEqualTo(
            new Classified<>(TrafficLight.GREY, NotClassified.NO_OBSERVATION, RuleStatus.DERIVED));
  }

  @Test
  void periods_not_over_and_ambiguous_points_are_grey() {
    Observed point = HALFWAY.interim("100");
    assertThat(said(of(point.partial().ambiguous().figure("ND")))).isEqualTo("PARTIAL_PERIOD");
    assertThat(said(of(point.ambiguous().figure("ND")))).isEqualTo("AMBIGUOUS");
    assertThat(said(of(point.figure("ND").interim("ND")))).isEqualTo("NO_OBSERVATION");
  }

  @ParameterizedTest
  @CsvSource({
    "YEAR,         0,    GREEN 100.0000",
    "YEAR,         2021, GREEN 100.0000",
    "YEAR,         2024, NO_TARGET",
    "QUARTER,      0,    GREEN 100.0000",
    "QUARTER,      2021, NO_TARGET",
    "MONTH,        0,    GREEN 100.0000",
    "MONTH,        2021, NO_TARGET",
    "YEAR_TO_DATE, 0,    GREEN 100.0000",
    "YEAR_TO_DATE, 2021, NO_TARGET"
  })
  void a_quarter_or_month_is_lit_by_a_goal_of_its_own_alone(
      PeriodType type, int dueYear, String expected) {
    Observed point = HALFWAY.target(Observed.figure("50", dueYear));
    assertThat(
            said(
                TrafficLights.of(
                    point.point(), PeriodTargets.effective(point.point(), type), Thresholds.LIGHT)))
        .isEqualTo(expected);
  }

  @Test
  void figures_of_any_size_are_lit_and_a_percentage_without_room_is_left_out() {
    String huge = "99999999999999999999.9999999999";
    TrafficLights lit = of(HALFWAY.interim("0.0000000001").figure(huge));
    assertThat(lit.light().value()).isEqualTo(TrafficLight.RED);
    assertThat(lit.compliancePercent()).isEqualTo(Ratio.none());
    assertThat(lit.poorPlanning()).isTrue();
  }

  @Test
  void green_ends_before_yellow() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new LightRule(
                    Thresholds.value("10", RuleStatus.DERIVED),
                    Thresholds.value("10", RuleStatus.DERIVED),
                    Thresholds.LIGHT.descending(),
                    Thresholds.LIGHT.overFulfilment()))
        .withMessage("expected green to end below 10, found 10");
  }

  private static TrafficLights of(Observed observed) {
    return of(observed, Thresholds.LIGHT);
  }

  private static TrafficLights of(Observed observed, LightRule rule) {
    return TrafficLights.of(
        observed.point(), PeriodTargets.effective(observed.point(), PeriodType.YEAR), rule);
  }

  private static String said(TrafficLights lit) {
    Classified<TrafficLight> light = lit.light();
    assertThat(light.value() == TrafficLight.GREY)
        .isEqualTo(light.reason() != NotClassified.NONE)
        .isEqualTo(!lit.compliancePercent().isGiven());
    return lit.compliancePercent()
        .fold(
            compliance -> light.value() + " " + compliance + (lit.poorPlanning() ? "!" : ""),
            missing -> light.reason().name());
  }
}
