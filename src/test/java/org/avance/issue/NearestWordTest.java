package org.avance.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestWordTest {
  private static final List<String> ALLOWED =
      List.of("delimiter", "encoding", "quoteChar", "headerRows", "commentRows", "pad", "pan");

  @Test
  void a_slip_of_the_pen_finds_the_word_meant() {
    assertThat(NearestWord.of("delimeter", ALLOWED)).contains("delimiter");
    assertThat(NearestWord.of("encodng", ALLOWED)).contains("encoding");
    assertThat(NearestWord.of("header_rows", ALLOWED)).contains("headerRows");
  }

  @Test
  void case_does_not_count() {
    assertThat(NearestWord.of("QUOTECHAR", ALLOWED)).contains("quoteChar");
  }

  @Test
  void a_long_word_may_differ_in_a_third_of_its_letters() {
    assertThat(NearestWord.of("commentLine", ALLOWED)).isEmpty();
    assertThat(NearestWord.of("comentRow", ALLOWED)).contains("commentRows");
    assertThat(NearestWord.of("delimitador", List.of("delimiter"))).contains("delimiter");
  }

  @Test
  void the_earlier_of_two_as_near_is_taken() {
    assertThat(NearestWord.of("pax", ALLOWED)).contains("pad");
  }

  @Test
  void nothing_is_near_to_an_unrelated_word() {
    assertThat(NearestWord.of("schedule", ALLOWED)).isEmpty();
  }

  @Test
  void a_short_word_is_never_answered_by_another_without_a_letter_in_common() {
    assertThat(NearestWord.of("xy", List.of("ab", "no"))).isEmpty();
    assertThat(NearestWord.of("", List.of("ab"))).isEmpty();
  }
}
