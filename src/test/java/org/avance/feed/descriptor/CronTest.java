package org.avance.feed.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CronTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 30 2 * * *",
        "*/10 * * * * *",
        "0 0 8-10 * * *",
        "0 0/30 8,9-11/2 1 JAN-MAR,dec MON-FRI",
        "0 0 0 L * ?",
        "0 0 0 L-3 * *",
        "0 0 0 15W * *",
        "0 0 0 LW * *",
        "0 0 0 ? * 5#2",
        "0 0 0 * * FRIL",
        "59 59 23 31 12 7"
      })
  void these_are_cron_expressions(String expression) {
    assertThat(Cron.sixFields(expression)).contains(expression);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2 * * *",
        "60 2 * * *",
        "0 30 2 * *",
        "0 30 2 * * * *",
        "daily",
        "daily 24:00",
        "daily 2:60",
        "weekly 02:30",
        "60 * * * * *",
        "0 60 * * * *",
        "0 0 24 * * *",
        "0 0 0 0 * *",
        "0 0 0 * 13 *",
        "0 0 0 * * 8",
        "0 0 10-8 * * *",
        "0 0 0 * FOO *",
        "0 0 , * * *",
        "0 0 */0 * * *",
        "a b c d e f"
      })
  void these_are_none(String expression) {
    assertThat(Cron.sixFields(expression)).isEmpty();
  }

  @Test
  void white_space_around_it_does_not_matter() {
    assertThat(Cron.sixFields("  0  30 2 * *\t* ")).contains("0 30 2 * * *");
  }

  @Test
  void shorter_ways_of_saying_it() {
    assertThat(Cron.sixFields("30 2 * * MON-FRI")).contains("0 30 2 * * MON-FRI");
    assertThat(Cron.sixFields("daily 02:30")).contains("0 30 2 * * *");
    assertThat(Cron.sixFields(" Daily  9:05 ")).contains("0 5 9 * * *");
  }
}
