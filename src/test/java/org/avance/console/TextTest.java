package org.avance.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.avance.operate.Refusal;
import org.junit.jupiter.api.Test;

/** Names and texts from files are shown on a terminal, never acted on by it. */
final class TextTest {
  @Test
  void what_could_move_the_cursor_is_shown() {
    assertThat(Text.safe("a\u001b[2Jb\rc\td\u0007e\u009bf\u202eg\u2028h\ud800i\u007f"))
        .isEqualTo("a\\u001b[2Jb\\u000dc\\u0009d\\u0007e\\u009bf\\u202eg\\u2028h\\ud800i\\u007f");
    assertThat(Text.safe("Cobertura año 2019 ñ — 漢字 😀.csv"))
        .isEqualTo("Cobertura año 2019 ñ — 漢字 😀.csv");
  }

  @Test
  void a_failures_message_keeps_its_lines_and_nothing_else() {
    assertThat(Failures.inWords(new Refusal("no file a\u001b]0;x\u0007.csv\nsecond line")))
        .isEqualTo("avance: no file a\\u001b]0;x\\u0007.csv\nsecond line");
  }
}
