package org.avance.feed.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextsTest {

  @Test
  void ends_are_trimmed_of_any_white_space_and_the_inside_is_left() {
    assertThat(Texts.trimmed("Personas.\r\n")).isEqualTo("Personas.");
    assertThat(Texts.trimmed("\uFEFF\u00A0 Mecanismos  e\ninstrumentos\u00A0\u200B"))
        .isEqualTo("Mecanismos  e\ninstrumentos");
    assertThat(Texts.trimmed(" \u2009\t")).isEmpty();
    assertThat(Texts.trimmed("«a»")).isEqualTo("«a»");
  }

  @Test
  void composed_and_decomposed_letters_are_the_same_text() {
    assertThat(Texts.trimmed("An\u0303o")).isEqualTo("A\u00F1o");
  }

  @Test
  void names_of_columns_differ_by_more_than_white_space() {
    assertThat(Texts.folded(" Unidad \n de\u00A0medida ")).isEqualTo("Unidad de medida");
    assertThat(Texts.folded("unidad de medida")).isNotEqualTo("Unidad de medida");
  }

  @Test
  void keys_know_neither_case_nor_accents() {
    assertThat(Texts.key(" No  Disponible ")).isEqualTo("no disponible");
    assertThat(Texts.key("MÉXICO")).isEqualTo(Texts.key("Mexico"));
    assertThat(Texts.key("I")).isEqualTo("i");
  }

  @Test
  void a_cut_never_halves_a_character() {
    assertThat(Texts.cut("ab😀cd", 3)).isEqualTo("ab😀");
    assertThat(Texts.cut("ab😀", 3)).isEqualTo("ab😀");
    assertThat(Texts.isLonger("ab😀", 3)).isFalse();
    assertThat(Texts.quoted("x".repeat(61))).isEqualTo("\"" + "x".repeat(60) + "…\"");
  }
}
