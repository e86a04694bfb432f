package org.avance.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.avance.model.Direction;
import org.avance.model.InterimOutcome;
import org.avance.model.ProgressClass;
import org.junit.jupiter.api.Test;

/**
 * The indicators of ISSSTE's institutional programme 2020-2024, of which CONEVAL's sheet prints
 * classes and no figures.
 */
class PlausibilityTest {

  /** Number, printed outcome, printed class; then figures of ours in 2021 that reach the pair. */
  private static final String SHEET =
      """
      1.1 | No alcanzada       | Muy rezagado      | ASCENDING  | 0 100 | 20 | 10
      1.2 | Retroceso          | Muy rezagado      | ASCENDING  | 0 100 | 20 | -1
      1.3 | Alcanzada          | Avanzado          | ASCENDING  | 0 100 | 60 | 65
      2.1 | Alcanzada          | Superado          | ASCENDING  | 0 100 | 95 | 100
      2.2 | Alcanzada          | Superado          | DESCENDING | 100 5 | 5  | 5
      2.3 | No alcanzada       | Rezagado          | ASCENDING  | 0 100 | 40 | 20
      3.1 | Logro muy superado | Superado          | ASCENDING  | 0 100 | 60 | 110
      3.2 | Alcanzada          | Sentido constante | CONSTANT   | 9 9   | 9  | 9
      3.3 | No alcanzada       | Sentido constante | CONSTANT   | 9 9   | 9  | 8
      4.1 | Logro muy superado | Superado          | ASCENDING  | 0 100 | 60 | 110
      4.2 | Alcanzada          | Superado          | DESCENDING | 100 5 | 5  | 5
      4.3 | Logro muy superado | Sentido constante | CONSTANT   | 9 9   | 9  | 10
      5.1 | Alcanzada          | Adecuado          | ASCENDING  | 0 100 | 50 | 51
      5.2 | No alcanzada       | Muy rezagado      | ASCENDING  | 0 100 | 20 | 11
      5.3 | Logro muy superado | Avanzado          | ASCENDING  | 0 100 | 50 | 70
      """;

  private static final Map<String, InterimOutcome> OUTCOMES =
      byLabel(InterimOutcome.values(), InterimOutcome::officialLabel);
  private static final Map<String, ProgressClass> CLASSES =
      byLabel(ProgressClass.values(), ProgressClass::officialLabel);

  @Test
  void no_printed_pair_of_the_sheet_is_suspicious() {
    for (String[] row : rows()) {
      assertThat(Plausibility.isSuspicious(OUTCOMES.get(row[1]), CLASSES.get(row[2])))
          .as(row[0])
          .isFalse();
    }
  }

  @Test
  void the_rules_can_reach_every_printed_pair() {
    for (String[] row : rows()) {
      Observed point = illustrated(row);
      assertThat(InterimGoal.of(point.point(), point.alone(), Thresholds.PLANS).value())
          .as(row[0])
          .isEqualTo(OUTCOMES.get(row[1]));
      assertThat(
              SixYearProgress.of(point.point(), point.alone(), Thresholds.PLANS).progress().value())
          .as(row[0])
          .isEqualTo(CLASSES.get(row[2]));
    }
  }

  /** As printed, where "NR" counts those of constant direction. */
  @Test
  void the_classes_add_up_to_the_printed_totals() {
    Map<String, Long> counts =
        rows().stream().collect(Collectors.groupingBy(row -> row[2], Collectors.counting()));
    assertThat(counts)
        .isEqualTo(
            Map.of(
                "Superado", 5L,
                "Avanzado", 2L,
                "Adecuado", 1L,
                "Rezagado", 1L,
                "Muy rezagado", 3L,
                "Sentido constante", 3L));
  }

  @Test
  void a_pair_is_suspicious_where_goal_and_progress_contradict() {
    Map<InterimOutcome, List<ProgressClass>> suspicious = new TreeMap<>();
    for (InterimOutcome outcome : InterimOutcome.values()) {
      suspicious.put(
          outcome,
          Arrays.stream(ProgressClass.values())
              .filter(each -> Plausibility.isSuspicious(outcome, each))
              .toList());
    }
    assertThat(suspicious)
        .isEqualTo(
            Map.of(
                InterimOutcome.FAR_EXCEEDED,
                List.of(
                    ProgressClass.INSUFFICIENT, ProgressClass.LAGGING, ProgressClass.FAR_LAGGING),
                InterimOutcome.ACHIEVED,
                List.of(ProgressClass.LAGGING, ProgressClass.FAR_LAGGING),
                InterimOutcome.NOT_ACHIEVED,
                List.of(ProgressClass.EXCEEDED),
                InterimOutcome.REGRESSED,
                List.of(
                    ProgressClass.EXCEEDED,
                    ProgressClass.ADVANCED,
                    ProgressClass.ADEQUATE,
                    ProgressClass.INSUFFICIENT,
                    ProgressClass.LAGGING),
                InterimOutcome.NOT_REPORTED,
                List.of(),
                InterimOutcome.NOT_CALCULABLE,
                List.of()));
  }

  private static Observed illustrated(String[] row) {
    String[] way = row[4].split(" +");
    return Observed.HALFWAY
        .direction(Direction.valueOf(row[3]))
        .baseline(way[0], 2018)
        .target(Observed.figure(way[1], 2024))
        .interim(row[5])
        .figure(row[6]);
  }

  private static List<String[]> rows() {
    return SHEET.lines().map(line -> line.trim().split(" +\\| +")).toList();
  }

  private static <E> Map<String, E> byLabel(E[] values, Function<E, String> label) {
    return Arrays.stream(values).collect(Collectors.toMap(label, Function.identity()));
  }
}
