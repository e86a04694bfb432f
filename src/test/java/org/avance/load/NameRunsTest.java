package org.avance.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NameRunsTest {
  private static NameRuns.Span said(
      String identity, int statement, String text, int firstYear, int lastYear) {
    return new NameRuns.Span(
        identity, "INDICATOR", statement, text, firstYear, lastYear, 10L * statement);
  }

  private static List<String> runs(NameRuns.Span... spans) {
    return NameRuns.of(List.of(spans)).stream()
        .map(
            run ->
                "%s %d-%d of statement %d, line %d"
                    .formatted(
                        run.said().identity(),
                        run.firstYear(),
                        run.lastYear(),
                        run.said().statement(),
                        run.line()))
        .toList();
  }

  @Test
  void a_statement_of_years_that_follow_one_another_is_one_run() {
    assertThat(runs(said("a", 1, "x", 2015, 2024), said("b", 2, "x", 2019, 2019)))
        .containsExactly(
            "a 2015-2024 of statement 1, line 10", "b 2019-2019 of statement 2, line 20");
  }

  @Test
  void statements_that_say_the_same_in_years_side_by_side_are_one_run() {
    assertThat(runs(said("a", 3, "x", 2018, 2020), said("a", 2, "x", 2015, 2017)))
        .containsExactly("a 2015-2020 of statement 2, line 20");
  }

  @Test
  void a_year_that_is_not_stated_ends_a_run() {
    assertThat(runs(said("a", 1, "x", 2015, 2016), said("a", 2, "x", 2018, 2019)))
        .containsExactly(
            "a 2015-2016 of statement 1, line 10", "a 2018-2019 of statement 2, line 20");
  }

  @Test
  void a_changed_definition_begins_a_run() {
    assertThat(runs(said("a", 1, "x", 2015, 2016), said("a", 2, "y", 2017, 2018)))
        .containsExactly(
            "a 2015-2016 of statement 1, line 10", "a 2017-2018 of statement 2, line 20");
  }

  @Test
  void of_two_texts_for_one_year_the_first_by_its_text_stands_in_whatever_order_they_come() {
    List<String> expected =
        List.of(
            "a 2015-2015 of statement 1, line 10",
            "a 2016-2016 of statement 2, line 20",
            "a 2017-2017 of statement 1, line 10");
    NameRuns.Span long3 = said("a", 1, "y", 2015, 2017);
    NameRuns.Span short1 = said("a", 2, "x", 2016, 2016);
    assertThat(runs(long3, short1)).isEqualTo(expected);
    assertThat(runs(short1, long3)).isEqualTo(expected);
  }
}
