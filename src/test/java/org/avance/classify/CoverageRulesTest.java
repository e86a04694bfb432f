package org.avance.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import org.avance.model.CoveragePoint;
import org.avance.model.PopulationKind;
import org.avance.model.RuleStatus;
import org.avance.model.Stated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoverageRulesTest {

  @Test
  void units_that_continue_keep_their_segment_and_a_unit_that_comes_back_begins_another() {
    holds(
        """
        SERVED    2014 persona  10         | 1
        SERVED    2015 hogar    5          | 2 BREAK
        SERVED    2016 hogar    6          | 2 20.0000%
        SERVED    2017 persona  12         | 3 BREAK
        """);
  }

  @Test
  void all_units_of_the_first_year_are_segment_one_and_units_that_begin_together_share_the_next() {
    holds(
        """
        SERVED    2014 persona  10         | 1
        SERVED    2014 hogar    4          | 1
        SERVED    2016 persona  11         | 1 10.0000%
        SERVED    2016 becas    7          | 2 BREAK
        SERVED    2016 apoyos   8          | 2 BREAK
        SERVED    2017 hogar    5          | 3 BREAK
        SERVED    2017 apoyos   8          | 2 0.0000%
        """);
  }

  @Test
  void units_without_a_figure_hold_a_series_together_and_an_unprinted_unit_is_a_unit() {
    assertThat(
            Judged.RULES.judge(
                Judged.group(
                    List.of(
                        point("", 2014, "10"),
                        point("", 2015, "11"),
                        point("persona", 2016, "12")))))
        .extracting(judgement -> judgement.segment() + " " + Judged.flags(judgement))
        .containsExactly("1 []", "1 []", "2 [BREAK]");
    holds(
        """
        SERVED    2014 persona  10         | 1
        SERVED    2015 persona  ND         | 1
        SERVED    2016 persona  12         | 1 20.0000%
        """);
  }

  @Test
  void populations_are_series_of_their_own() {
    holds(
        """
        POTENTIAL 2014 persona  100        | 1
        TARGET    2014 hogar    10         | 1
        POTENTIAL 2015 hogar    40         | 2 BREAK
        TARGET    2015 hogar    11         | 1 10.0000%
        """);
  }

  @Test
  void a_jump_is_a_change_of_more_than_the_threshold_either_way() {
    holds(
        """
        POTENTIAL 2010 persona  100        | 1
        POTENTIAL 2011 persona  130        | 1 30.0000%
        POTENTIAL 2012 persona  91         | 1 -30.0000%
        UNKNOWN   2010 persona  100        | 1
        UNKNOWN   2011 persona  130.000001 | 1 JUMP 30.0000%
        REFERENCE 2010 persona  100        | 1
        REFERENCE 2011 persona  69.999999  | 1 JUMP -30.0000%
        """);
  }

  @Test
  void a_change_is_taken_against_the_latest_earlier_figure_of_the_same_unit_and_segment() {
    holds(
        """
        SERVED    2010 persona  100        | 1
        SERVED    2010 hogar    30         | 1
        SERVED    2013 persona  110        | 1 10.0000%
        SERVED    2014 hogar    90         | 2 BREAK
        SERVED    2015 hogar    81         | 2 -10.0000%
        """);
  }

  @Test
  void nothing_changes_against_zero_and_nothing_is_looked_for_behind_it() {
    holds(
        """
        SERVED    2010 persona  100        | 1
        SERVED    2011 persona  0          | 1 JUMP -100.0000%
        SERVED    2012 persona  100        | 1
        """);
  }

  @Test
  void ambiguous_figures_take_part_in_segments_but_in_no_comparison() {
    holds(
        """
        SERVED    2010 persona  100        | 1
        SERVED    2011 persona  900?       | 1
        SERVED    2012 persona  100        | 1
        SERVED    2013 hogar    7?         | 2 BREAK
        TARGET    2011 persona  5          | 1
        POTENTIAL 2011 persona  3?         | 1
        """);
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 10199.9, true",
    "1000, 10200, true",
    "1000, 10200.01, false",
    "1000, 9800, true",
    "1000, 9799.99, false",
    "1000, 102000, true",
    "1000, 102001, false",
    "1000, 98000, true",
    "1000, 97999, false",
    "1000, 1020000, true",
    "1000, 1020001, false",
    "1000, 980000, true",
    "1000, 979999, false",
    "1000, 102, true",
    "1000, 102.1, false",
    "1000, 98, true",
    "1000, 97.9, false",
    "1000, 10.2, true",
    "1000, 10.21, false",
    "1000, 9.8, true",
    "1000, 9.79, false",
    "1000, 1.02, true",
    "1000, 1.021, false",
    "1000, 0.98, true",
    "1000, 0.979, false",
    "1000, 1000, false",
    "1000, 10000000, false",
    "1000, 0.1, false",
    "1000, 0, false"
  })
  void a_scale_slip_is_a_factor_within_two_percent_of_a_power_of_ten(
      BigDecimal earlier, BigDecimal later, boolean slip) {
    assertThat(new Change(earlier, later).isScaleSlip(BigDecimal.valueOf(2))).isEqualTo(slip);
  }

  @Test
  void a_slip_of_scale_is_a_jump_as_well() {
    holds(
        """
        SERVED    2016 persona  784969     | 1
        SERVED    2017 persona  785        | 1 JUMP SLIP -99.9000%
        SERVED    2018 persona  786000     | 1 JUMP SLIP 100027.3885%
        """);
  }

  @Test
  void orders_between_populations_are_said_of_both_points_and_never_of_equal_ones() {
    holds(
        """
        POTENTIAL 2017 persona  100        | 1 TARGET>POTENTIAL
        TARGET    2017 persona  101        | 1 TARGET>POTENTIAL
        SERVED    2017 persona  100        | 1
        POTENTIAL 2018 persona  100        | 1 SERVED>POTENTIAL 0.0000%
        TARGET    2018 persona  100        | 1 SERVED>TARGET -0.9901%
        SERVED    2018 persona  100.5      | 1 SERVED>TARGET SERVED>POTENTIAL 0.5000%
        """);
  }

  @Test
  void orders_look_at_one_year_and_one_unit_and_need_both_figures() {
    holds(
        """
        TARGET    2017 persona  10         | 1
        SERVED    2017 hogar    50         | 1
        SERVED    2018 persona  50         | 2 BREAK
        TARGET    2019 persona  ND         | 1
        SERVED    2019 persona  51         | 2 2.0000%
        REFERENCE 2019 persona  1          | 1
        """);
  }

  @Test
  void programmed_targets_and_populations_of_unknown_kind_are_in_no_order() {
    holds(
        """
        TARGET_PROGRAMMED 2017 persona  10 | 1
        UNKNOWN   2017 persona  1          | 1
        SERVED    2017 persona  50         | 1
        """);
  }

  @Test
  void a_percentage_with_more_digits_than_its_column_is_left_out_but_flagged() {
    BigDecimal least = new BigDecimal("0.0000000001");
    assertThat(new Change(least, new BigDecimal("99999999999999")).percent())
        .isEqualTo(Stated.given(new BigDecimal("99999999999998999999999900.0000")));
    Change beyond = new Change(least, new BigDecimal("999999999999999"));
    assertThat(beyond.percent()).isEqualTo(Ratio.none());
    assertThat(beyond.exceeds(BigDecimal.valueOf(30))).isTrue();
  }

  @Test
  void a_group_without_points_has_no_judgements() {
    assertThat(Judged.RULES.judge(Judged.group(List.of()))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"94.90, true", "94.9104, true", "94.9105, false", "94.8904, true", "94.8903, false"})
  void a_printed_ratio_agrees_within_the_tolerance(BigDecimal printed, boolean agrees) {
    assertThat(Judged.RULES.ratioAgrees(printed, new BigDecimal("94.9004"))).isEqualTo(agrees);
  }

  @Test
  void the_judgements_stand_as_firmly_as_the_weakest_threshold_they_are_made_by() {
    RuleValue official = new RuleValue(BigDecimal.ONE, RuleStatus.OFFICIAL, "a test");
    RuleValue derived = new RuleValue(BigDecimal.ONE, RuleStatus.DERIVED, "a test");
    RuleValue provisional = new RuleValue(BigDecimal.ONE, RuleStatus.PROVISIONAL, "a test");
    assertThat(new CoverageRules(official, derived, provisional).status())
        .isEqualTo(RuleStatus.DERIVED);
    assertThat(new CoverageRules(provisional, derived, official).status())
        .isEqualTo(RuleStatus.PROVISIONAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1"})
  void a_rule_value_is_above_zero(String number) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Judged.value(number))
        .withMessage("expected a number above 0, found " + number);
  }

  private static CoveragePoint point(String unit, int year, String figure) {
    return new CoveragePoint(
        PopulationKind.SERVED, year, unit, Stated.given(new BigDecimal(figure)), false);
  }

  private static void holds(String table) {
    assertThat(Judged.judge(table)).isEqualTo(table);
  }
}
