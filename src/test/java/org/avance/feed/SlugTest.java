package org.avance.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.avance.feed.mapping.Slug;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes made of texts, where none is printed. */
class SlugTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "Crédito a la Palabra              | credito-a-la-palabra",
        "  CREDITO  a  la palabra.         | credito-a-la-palabra",
        "Niñez (3x1) / Año 2               | ninez-3x1-ano-2",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa  | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-e2088575",
        "Programa de Apoyo a la Población Vulnerable  | programa-de-apoyo-a-la-poblacio-478c42c2",
        "Programa de apoyo a la poblacion vulnerable. | programa-de-apoyo-a-la-poblacio-478c42c2",
        "Programa de Apoyo a la Población Joven y más | programa-de-apoyo-a-la-poblacio-8749455d",
        "Programa Estatal de Protección Integral      | programa-estatal-de-proteccion-integral",
        "Programa Estatal de Protección Integral II   | programa-estatal-de-proteccion-dcab658a",
        "—                                            | \"\""
      })
  void a_text_is_a_code_of_at_most_forty_characters_and_the_same_text_the_same_code(
      String text, String code) {
    assertThat(new Slug().refine(text)).contains(code);
  }

  @Test
  void a_descriptor_says_which_words_are_made_of_texts() {
    Feed feed =
        new FeedFixture(folder)
            .feed(
                "kind: coverage",
                "edition: {constant: '2020'}",
                "record:",
                "  agency: {column: E, slug: true}",
                "  programme: {compose: [P, {constant: ' '}, D], slug: true}",
                "  note: {column: P, slug: false}",
                "facts: [{value: F}]");
    assertThat(new FeedFixture(folder).records(feed, "E,P,D,F", "Nuevo León,Créditos,DIF,5"))
        .containsExactly(
            "STAGED | coverage programme=PEF:nuevo-leon/creditos-dif year=2020 figure=5 note=Créditos"
                + " valueColumn=F | cells F=5");
  }
}
