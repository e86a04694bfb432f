package org.avance.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MojibakeTest {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private static Optional<Issue> in(String... cells) {
    Mojibake mojibake = new Mojibake(List.of("Clave", "Programa"));
    for (int i = 0; i < cells.length; i++) {
      mojibake.look(
          new RawRow(i + 1L, i + 2L, i + 2L, List.of("E001", cells[i]), "E001," + cells[i]));
    }
    return mojibake.issue();
  }

  private static String read(String text, Charset written, Charset read) {
    return new String(text.getBytes(written), read);
  }

  @Test
  void cells_are_counted_and_the_first_is_told_as_it_was_meant() {
    assertThat(in("Uno", "PoblaciÃ³n", "Dos", "NiÃ±os", "AÃ±o"))
        .contains(
            new Issue(
                IssueCode.MOJIBAKE,
                Location.cell(3, "Programa"),
                "PoblaciÃ³n",
                "expected text of one encoding, found 3 cells with signs of another; the first is in line 3: \"PoblaciÃ³n\", in UTF-8 \"Población\"",
                "Población"));
  }

  @Test
  void a_cell_that_is_as_the_one_above_counts_again() {
    assertThat(in("Uno", "AÃ±o", "AÃ±o", "Uno", "Uno", "AÃ±o").orElseThrow().message())
        .contains("found 3 cells", "in line 3");
  }

  @Test
  void what_cannot_be_mended_is_told_as_it_is() {
    assertThat(in("Ni\uFFFDos"))
        .contains(
            new Issue(
                IssueCode.MOJIBAKE,
                Location.cell(2, "Programa"),
                "Ni\uFFFDos",
                "expected text of one encoding, found 1 cell with signs of another; the first is in line 2: \"Ni\uFFFDos\"",
                ""));
  }

  @Test
  void a_name_in_the_header_counts() {
    Mojibake mojibake = new Mojibake(List.of("AÃ±o", "Meta"));
    mojibake.look(new RawRow(1, 2, 2, List.of("2020", "7"), "2020,7"));
    assertThat(mojibake.issue())
        .contains(
            new Issue(
                IssueCode.MOJIBAKE,
                Location.cell(0, "AÃ±o"),
                "AÃ±o",
                "expected text of one encoding, found 1 cell with signs of another; the first is in the header: \"AÃ±o\", in UTF-8 \"Año\"",
                "Año"));
  }

  @Test
  void every_letter_of_spanish_read_wrongly_within_a_word_is_a_sign() {
    Charset dos = Charset.forName("IBM850");
    for (String letter : "á é í ó ú ü ñ É Ü Ñ °".split(" ")) {
      String word = "a" + letter + "o";
      assertThat(in(read(word, StandardCharsets.UTF_8, WINDOWS))).as(letter).isPresent();
      assertThat(in(read(word, StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)))
          .as(letter)
          .isPresent();
    }
    for (String word : "niños educación niñas Año".split(" ")) {
      assertThat(in(read(word, dos, WINDOWS))).as(word).isPresent();
      assertThat(in(read(word, WINDOWS, dos))).as(word).isPresent();
      assertThat(in(read(word, WINDOWS, StandardCharsets.US_ASCII))).as(word).isPresent();
      assertThat(in(word.replaceAll("[^a-zA-Z]", "?"))).as(word).isPresent();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Población de niñas y niños: ¿cuántos?",
        "¡Atención! «México» – “hoy”… ± 3 °C, 5½ m², £3, ¢5, 2¾",
        "https://www.gob.mx/x/default.aspx?id=7&s=1",
        "São João, Château, naïve, Zürich, Ångström, Ã, 1ª y 2º",
        ""
      })
  void text_as_it_should_be_has_no_signs(String text) {
    assertThat(in(text)).isEmpty();
  }
}
