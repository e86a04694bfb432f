package org.avance.load;

import java.util.List;

/**
 * One column of {@code fct_programme_performance}: which indicators it counts.
 *
 * @param column the column
 * @param condition over the figure by which an indicator counts, {@code is_one} where it states one
 *     only; keys are those of the class dimensions
 */
record PerformanceCount(String column, String condition) {
  /** What conditions are over, of a value. */
  static final List<String> OF_VALUE = List.of("is_partial", "printed_progress_key");

  /** What conditions are over, of its judgement. */
  static final List<String> OF_JUDGEMENT =
      List.of(
          "progress_key",
          "interim_key",
          "trend_key",
          "is_favourable",
          "light_key",
          "is_poor_planning");

  static final List<PerformanceCount> ALL =
      List.of(
          new PerformanceCount("n_total", "TRUE"),
          new PerformanceCount("n_several", "NOT is_one"),
          new PerformanceCount("n_partial", "is_one AND is_partial = 1"),
          new PerformanceCount("n_exceeded", "is_one AND progress_key = 1"),
          new PerformanceCount("n_advanced", "is_one AND progress_key = 2"),
          new PerformanceCount("n_adequate", "is_one AND progress_key = 3"),
          new PerformanceCount("n_insufficient", "is_one AND progress_key = 4"),
          new PerformanceCount("n_lagging", "is_one AND progress_key = 5"),
          new PerformanceCount("n_far_lagging", "is_one AND progress_key = 6"),
          new PerformanceCount("n_constant_direction", "is_one AND progress_key = 7"),
          new PerformanceCount("n_not_reported", "is_one AND progress_key = 8"),
          new PerformanceCount("n_far_exceeded", "is_one AND interim_key = 1"),
          new PerformanceCount("n_achieved", "is_one AND interim_key = 2"),
          new PerformanceCount("n_not_achieved", "is_one AND interim_key = 3"),
          new PerformanceCount("n_regressed", "is_one AND interim_key = 4"),
          new PerformanceCount("n_interim_not_reported", "is_one AND interim_key = 5"),
          new PerformanceCount("n_trend", "is_one AND trend_key <> 0"),
          new PerformanceCount("n_favourable", "is_one AND is_favourable = 1"),
          new PerformanceCount("n_green", "is_one AND light_key = 1"),
          new PerformanceCount("n_yellow", "is_one AND light_key = 2"),
          new PerformanceCount("n_red", "is_one AND light_key = 3"),
          new PerformanceCount("n_poor_planning", "is_one AND is_poor_planning = 1"),
          new PerformanceCount("n_printed_not_calculable", "is_one AND printed_progress_key = 0"),
          new PerformanceCount("n_printed_exceeded", "is_one AND printed_progress_key = 1"),
          new PerformanceCount("n_printed_advanced", "is_one AND printed_progress_key = 2"),
          new PerformanceCount("n_printed_adequate", "is_one AND printed_progress_key = 3"),
          new PerformanceCount("n_printed_insufficient", "is_one AND printed_progress_key = 4"),
          new PerformanceCount("n_printed_lagging", "is_one AND printed_progress_key = 5"),
          new PerformanceCount("n_printed_far_lagging", "is_one AND printed_progress_key = 6"),
          new PerformanceCount(
              "n_printed_constant_direction", "is_one AND printed_progress_key = 7"),
          new PerformanceCount("n_printed_not_reported", "is_one AND printed_progress_key = 8"));

  /** The table they stand in. */
  static final VersionedTable TABLE =
      new VersionedTable(
          "fct_programme_performance",
          List.of("feed_id", "agency_id", "programme_id", "year_key"),
          ALL.stream().map(PerformanceCount::column).toList(),
          List.of(),
          List.of("delivery_id"));

  /** Over rows that stand for {@code n} figures each. */
  String expression() {
    return "SUM(IF(" + condition + ", n, 0))";
  }
}
