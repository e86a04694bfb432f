package org.avance.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8TextTest {
  private final Utf8Text text = new Utf8Text();

  @Test
  void says_what_the_jdk_says_of_letters_of_any_length() {
    for (String word :
        List.of(
            "", "plain", "Niñas\u0000", "\u007f\u0080\u07ff\u0800\uffff", "a€b😀ñ", "\ud800x")) {
      text.add(word);
      assertThat(text.take()).isEqualTo(word.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void figures_are_written_out() {
    Random random = new Random(11);
    for (int i = 0; i < 20_000; i++) {
      BigInteger digits = new BigInteger(1 + random.nextInt(70), random);
      int decimals = random.nextInt(24) - 2;
      BigDecimal figure = new BigDecimal(i % 2 == 0 ? digits : digits.negate(), decimals);
      text.add(figure);
      assertThat(new String(text.take(), StandardCharsets.US_ASCII))
          .isEqualTo(figure.toPlainString());
    }
    text.add(new BigDecimal("0.00"));
    text.add(new BigDecimal("-0.05"));
    assertThat(new String(text.take(), StandardCharsets.US_ASCII)).isEqualTo("0.00-0.05");
  }

  @Test
  void grows_at_its_end() {
    Random random = new Random(7);
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      String word = "ñ€x".repeat(random.nextInt(40));
      all.append(word).append('\t');
      text.add(word);
      text.add('\t');
    }
    assertThat(text.take()).isEqualTo(all.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_part_of_a_text_is_added_without_the_rest() {
    text.add("<ñ€>", 1, 3);
    assertThat(text.take()).isEqualTo("ñ€".getBytes(StandardCharsets.UTF_8));
  }
}
