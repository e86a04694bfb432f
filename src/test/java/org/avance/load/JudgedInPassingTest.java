package org.avance.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.avance.model.Footing;
import org.avance.model.RecordFate;
import org.avance.model.SameKey;
import org.junit.jupiter.api.Test;

/** Which windows are noted as whole series; each has the row statement, records, facts, series. */
class JudgedInPassingTest {
  private final JudgedInPassing passing =
      new JudgedInPassing(
          series -> new IndicatorHistory.Judged(series, List.of(), ""),
          SameKey.NUMBER,
          new StagingTables("stage", "feed"));
  private long records;

  /** Adds a window of two records. */
  private void add(boolean isSeries, Map<Integer, Integer> statements) {
    passing.add(
        new SeriesWindow.Series(List.of(record(++records), record(++records)), isSeries),
        statements);
  }

  private static StagedRecord record(long number) {
    return new StagedRecord(
        number,
        number,
        number,
        "",
        RecordFate.BLANK,
        List.of(),
        Set.of(),
        List.of(),
        List.of(),
        Footing.NONE);
  }

  private List<String> noted() {
    return passing.cut().stream()
        .flatMap(part -> new String(part.text(), StandardCharsets.UTF_8).lines())
        .map(line -> line.replace('\t', ' '))
        .toList();
  }

  @Test
  void a_window_is_a_series_by_the_first_of_its_statements_unless_one_of_them_came_before() {
    add(true, Map.of(1, 2));
    add(true, Map.of(3, 4, 2, 1));
    add(true, Map.of());
    add(true, Map.of(1, 1));
    add(false, Map.of(4, 7));
    add(true, Map.of(4, 1));
    add(true, Map.of(5, 1));
    assertThat(noted())
        .containsExactly(
            "1 1 2 2 1",
            "2 3 4 1 2",
            "3 3 4 4 2",
            "1 7 8 1 0",
            "4 9 10 7 0",
            "4 11 12 1 0",
            "5 13 14 1 5");
    assertThat(noted()).isEmpty();
  }

  @Test
  void it_gives_up_on_a_file_that_is_not_written_series_by_series() {
    for (int i = 1; i <= 8; i++) {
      add(true, Map.of(i, 1));
    }
    for (int i = 0; i < 102; i++) {
      add(true, Map.of(3, 1));
    }
    assertThat(noted()).hasSize(110).endsWith("3 219 220 1 0");
    add(true, Map.of(4, 1));
    add(true, Map.of(9, 1));
    assertThat(noted()).containsExactly("0 221 222 0 0");
  }
}
