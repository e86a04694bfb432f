package org.avance.feed.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.avance.extract.sheettext.SheetLine;
import org.avance.extract.sheettext.SheetText;
import org.avance.issue.RefusedFile;
import org.avance.model.FactKind;
import org.junit.jupiter.api.Test;

final class RecognitionTest {

  /** A layout that is known by its headings and nothing more. */
  private record Known(String name, List<String> anchors) implements SheetLayout {
    @Override
    public Set<FactKind> kinds() {
      return Set.of(FactKind.FINDING);
    }

    @Override
    public SheetReading read(SheetText text, SheetWords words) {
      throw new IllegalStateException("not read here");
    }
  }

  private static final SheetLayout PROGRESS =
      new Known("progress", List.of("Distribución del avance", "Conclusiones"));
  private static final SheetLayout COVERAGE =
      new Known("coverage", List.of("Cuantificación de Poblaciones"));

  private final Recognition any =
      new Recognition(List.of(PROGRESS, COVERAGE), List.of("progress", "coverage"));

  private static SheetText text(String... lines) {
    List<SheetLine> read = new ArrayList<>();
    for (String line : lines) {
      read.add(new SheetLine(0, read.size() + 1, read.size() + 1, line));
    }
    return new SheetText(read);
  }

  private static String refusal(Recognition recognition, SheetText text) {
    return String.valueOf(
        catchThrowableOfType(RefusedFile.class, () -> recognition.of(text)).getMessage());
  }

  @Test
  void all_headings_make_a_layout_without_regard_to_case_accents_and_spaces() throws Exception {
    assertThat(any.of(text("x", "\t DISTRIBUCION  del avance de los", "", "conclusiones\t\t")))
        .isEqualTo(PROGRESS);
  }

  @Test
  void a_heading_may_be_broken_over_two_lines() throws Exception {
    assertThat(any.of(text("Cuantificación", "", "de Poblaciones"))).isEqualTo(COVERAGE);
  }

  @Test
  void a_heading_within_prose_is_none() {
    assertThat(refusal(any, text("Vea la cuantificación de poblaciones del año")))
        .isEqualTo(
            "expected a document with the headings of progress (\"Distribución del avance\","
                + " \"Conclusiones\") or coverage (\"Cuantificación de Poblaciones\"), found the"
                + " headings \"Vea la cuantificación de poblaciones del año\"");
  }

  @Test
  void an_unknown_document_is_refused_with_its_headings_but_nobodys_name() {
    SheetText text =
        text(
            "Informe anual",
            "Con 3 cifras, que no son un título",
            "Resultados",
            "Datos de Contacto",
            "Persona Inventada Apellido");
    assertThat(refusal(any, text)).endsWith("found the headings \"Informe anual\", \"Resultados\"");
  }

  @Test
  void a_document_without_headings_is_refused() {
    assertThat(refusal(any, text("1", "2"))).endsWith("found no heading");
  }

  @Test
  void a_known_layout_that_the_feed_does_not_want_is_refused_by_name() {
    Recognition one = new Recognition(List.of(PROGRESS, COVERAGE), List.of("progress"));
    assertThat(refusal(one, text("Cuantificación de poblaciones")))
        .isEqualTo("expected a document of the layout progress, found a coverage");
  }
}
