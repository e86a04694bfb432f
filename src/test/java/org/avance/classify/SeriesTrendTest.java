package org.avance.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.avance.model.Classified;
import org.avance.model.Direction;
import org.avance.model.IndicatorPoint;
import org.avance.model.NotClassified;
import org.avance.model.PeriodType;
import org.avance.model.RuleStatus;
import org.avance.model.Trend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Series as tables: year, unit, figure, where a question mark makes the point ambiguous and a tilde
 * partial; behind the bar trend or reason, a plus where it is favourable, and the slope.
 */
class SeriesTrendTest {

  @Test
  void a_trend_is_taken_against_the_latest_earlier_year_that_has_a_figure() {
    holds(
        """
        2015 % 10    | NO_HISTORY
        2016 % 12    | RISING+
        2017 % ND    | NO_OBSERVATION
        2019 % 11    | FALLING
        2020 % 11    | STABLE 0.1000000000
        """);
  }

  @Test
  void nothing_is_compared_across_a_break_of_unit() {
    holds(
        """
        2015 %   10    | NO_HISTORY
        2016 %   12    | RISING+
        2017 n   900   | NO_HISTORY
        2018 n   800   | FALLING
        2019 %   14    | NO_HISTORY
        2020 %   15    | RISING+
        """);
  }

  @Test
  void two_units_side_by_side_are_two_series() {
    holds(
        """
        2015 %   10    | NO_HISTORY
        2015 n   900   | NO_HISTORY
        2016 %   12    | RISING+
        2016 n   800   | FALLING
        """);
  }

  @Test
  void partial_and_ambiguous_points_have_no_trend_and_are_no_history() {
    holds(
        """
        2015 % 10    | NO_HISTORY
        2016 % 90?   | AMBIGUOUS
        2017 % 1~    | PARTIAL_PERIOD
        2018 % 11    | RISING+
        """);
  }

  @Test
  void a_year_is_judged_by_what_came_before_it_alone() {
    holds(
        """
        2018 % 10    | NO_HISTORY
        2019 % 20    | RISING+
        2020 % 30    | RISING+
        2021 % 40    | RISING+ 10.0000000000
        2022 % 0     | FALLING 10.0000000000
        """);
  }

  /** Half a percent of 200 is 1, of 20 it is 0.1. */
  @ParameterizedTest
  @CsvSource({
    "200.000,  201.000,  STABLE",
    "200.000,  201.001,  RISING",
    "200.000,  199.000,  STABLE",
    "200.000,  198.999,  FALLING",
    "-200.000, -199.000, STABLE",
    "-200.000, -198.999, RISING",
    "-200.000, -201.001, FALLING",
    "0.000,    0.001,    RISING",
    "0.000,    -0.001,   FALLING",
    "0.000,    0.000,    STABLE"
  })
  void a_change_within_half_a_percent_of_the_earlier_figure_is_stable(
      String earlier, String later, Trend expected) {
    assertThat(between(earlier, later)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0.8, 1, RISING",
    "1, 0.8, FALLING",
    "200, 240, RISING",
    "2E+2, 240, RISING",
    "0, 0.0000000001, RISING",
    "12, 12.0, STABLE",
    "100, 1E+2, STABLE"
  })
  void how_many_decimals_a_figure_has_is_no_matter(String earlier, String later, Trend expected) {
    assertThat(between(earlier, later)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "ASCENDING,  10, 20, true", "ASCENDING,  10, 10, false", "ASCENDING,  20, 10, false",
    "DESCENDING, 10, 20, false", "DESCENDING, 10, 10, false", "DESCENDING, 20, 10, true",
    "CONSTANT,   10, 20, false", "CONSTANT,   10, 10, true", "CONSTANT,   20, 10, false",
    "NOMINAL,    10, 20, false", "NOMINAL,    10, 10, false", "NOMINAL,    20, 10, false",
    "UNKNOWN,    10, 20, false", "UNKNOWN,    10, 10, false", "UNKNOWN,    20, 10, false"
  })
  void a_trend_is_favourable_where_the_direction_points(
      Direction direction, String earlier, String later, boolean favourable) {
    assertThat(last(direction, earlier, later).favourable()).isEqualTo(favourable);
  }

  /** Slopes by hand: all pairs of years, their median. */
  @ParameterizedTest
  @CsvSource({
    "1 2 3 4,      1.0000000000",
    "1 2 3 100,    17.0000000000",
    "4 3 2 1,      -1.0000000000",
    "5 5 5 5,      0.0000000000",
    "1 ND 3 4 5,   1.0000000000",
    "0 1 0 1 0,    0.0000000000",
    "1 2 3 4 1000, 1.0000000000",
    "10 10 10 11,  0.1666666667"
  })
  void the_slope_is_the_median_of_the_slopes_of_all_pairs(String figures, String slope) {
    assertThat(last(Direction.ASCENDING, figures.split(" ")).slope())
        .isEqualTo(Observed.stated(slope));
  }

  @Test
  void fewer_years_than_the_rulebook_asks_for_and_slopes_without_room_give_none() {
    assertThat(last(Direction.ASCENDING, "1", "2", "3").slope()).isEqualTo(Ratio.none());
    assertThat(last(Direction.ASCENDING, "1", "2", "ND", "3").slope()).isEqualTo(Ratio.none());
    String huge = "99999999999999999999";
    assertThat(last(Direction.ASCENDING, "-" + huge, "-" + huge, huge, huge).slope())
        .isEqualTo(Observed.stated("83333333333333333332.5000000000"));
    String beyond = huge + "00";
    assertThat(last(Direction.ASCENDING, "-" + beyond, "-" + beyond, beyond, beyond).slope())
        .isEqualTo(Ratio.none());
  }

  @Test
  void a_trend_is_provisional_like_its_tolerance_and_no_trend_rests_on_no_number() {
    assertThat(last(Direction.ASCENDING, "1", "2").trend())
        .isEqualTo(new Classified<>(Trend.RISING, NotClassified.NONE, RuleStatus.PROVISIONAL));
    assertThat(last(Direction.ASCENDING, "1").trend())
        .isEqualTo(
            new Classified<>(Trend.NO_HISTORY, NotClassified.NO_HISTORY, RuleStatus.DERIVED));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "YEAR")
  void parts_of_a_year_have_no_trend(PeriodType type) {
    List<IndicatorPoint> points = points("2015 % 10\n2016 % 20\n");
    SeriesPast parts = new SeriesPast(Observed.series(type, points));
    assertThat(SeriesTrend.of(points.get(1), parts, Thresholds.TREND).trend())
        .isEqualTo(
            new Classified<>(Trend.NO_HISTORY, NotClassified.NOT_A_YEAR, RuleStatus.DERIVED));
  }

  private static Trend between(String earlier, String later) {
    return last(Direction.ASCENDING, earlier, later).trend().value();
  }

  /** Of one figure a year, from 2010. */
  private static SeriesTrend last(Direction direction, String... figures) {
    List<IndicatorPoint> points = new ArrayList<>();
    for (String figure : figures) {
      points.add(
          Observed.HALFWAY.in(2010 + points.size()).direction(direction).figure(figure).point());
    }
    SeriesPast history = new SeriesPast(Observed.series(points));
    return SeriesTrend.of(points.get(points.size() - 1), history, Thresholds.TREND);
  }

  private static void holds(String table) {
    List<IndicatorPoint> points = points(table);
    SeriesPast history = new SeriesPast(Observed.series(points));
    List<String> said =
        points.stream()
            .map(point -> said(SeriesTrend.of(point, history, Thresholds.TREND)))
            .toList();
    assertThat(said).isEqualTo(table.lines().map(line -> line.split("\\|")[1].trim()).toList());
  }

  private static String said(SeriesTrend trend) {
    String word =
        trend.trend().reason() == NotClassified.NONE
            ? trend.trend().value().name()
            : trend.trend().reason().name();
    return word
        + (trend.favourable() ? "+" : "")
        + trend.slope().fold(slope -> " " + slope.toPlainString(), missing -> "");
  }

  private static List<IndicatorPoint> points(String table) {
    return table
        .lines()
        .map(line -> line.split("\\|")[0].trim().split(" +"))
        .map(SeriesTrendTest::point)
        .collect(Collectors.toList());
  }

  private static IndicatorPoint point(String[] words) {
    Observed point =
        Observed.HALFWAY
            .in(Integer.parseInt(words[0]))
            .unit(words[1])
            .figure(words[2].replaceAll("[?~]", ""));
    point = words[2].endsWith("?") ? point.ambiguous() : point;
    return (words[2].endsWith("~") ? point.partial() : point).point();
  }
}
