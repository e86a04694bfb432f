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
    assertThat(Cron.isSound(expression)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "30 2 * * *",
        "0 30 2 * * * *",
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
    assertThat(Cron.isSound(expression)).isFalse();
  }

  @Test
  void white_space_around_it_does_not_matter() {
    assertThat(Cron.isSound("  0  30 2 * *\t* ")).isTrue();
  }
}
