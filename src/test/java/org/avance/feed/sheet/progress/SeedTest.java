package org.avance.feed.sheet.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.avance.RealFiles;
import org.avance.feed.mapping.MappedRecord;
import org.avance.feed.sheet.FootedSheet;
import org.avance.feed.sheet.SheetReading;
import org.avance.feed.sheet.SheetSpecs;
import org.avance.issue.RefusedFile;
import org.avance.model.Assessment;
import org.avance.model.Distribution;
import org.avance.model.Fact;
import org.avance.model.Finding;
import org.avance.model.IndicatorFocus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The follow-up sheet of ISSSTE's institutional programme 2020-2021, as published: figures, labels
 * and names only. {@link RealFiles} says where it lies.
 */
class SeedTest {
  private String document = "";

  @BeforeEach
  void the_sheet_is_at_hand() throws IOException {
    Path folder = RealFiles.folder().resolveSibling("seeds");
    assumeTrue(Files.isDirectory(folder), "there is no folder of seeds beside the real files");
    try (Stream<Path> files = Files.list(folder)) {
      Path sheet =
          files
              .filter(file -> file.getFileName().toString().startsWith("000_"))
              .findFirst()
              .orElseThrow();
      document = Files.readString(sheet);
    }
  }

  private static SheetReading read(String document) throws RefusedFile {
    return new ProgressSheet().read(SheetSpecs.text(document), SheetSpecs.words("progress-sheet"));
  }

  @Test
  void it_says_whose_it_is_and_of_which_years() throws Exception {
    SheetReading reading = read(document);
    assertThat(reading.identity().edition()).isEqualTo("2020-2021");
    assertThat(reading.identity().year()).isEqualTo(2021);
    assertThat(assessments(reading).findFirst().orElseThrow().programme().name())
        .isEqualTo(
            "Programa Institucional del Instituto de Seguridad y Servicios Sociales de los"
                + " Trabajadores del Estado");
    assertThat(reading.issues()).isEmpty();
  }

  @Test
  void the_classes_of_its_15_indicators() throws Exception {
    assertThat(
            assessments(read(document))
                .map(
                    each ->
                        each.indicator().number()
                            + " "
                            + each.printed().interim()
                            + " | "
                            + each.printed().progress()))
        .containsExactly(
            "1.1 No alcanzada | Muy rezagado",
            "1.2 Retroceso | Muy rezagado",
            "1.3 Alcanzada | Avanzado",
            "2.1 Alcanzada | Superado",
            "2.2 Alcanzada | Superado",
            "2.3 No alcanzada | Rezagado",
            "3.1 Largo muy superado | Superado",
            "3.2 Alcanzada | Sentido constante",
            "3.3 No alcanzada | Sentido constante",
            "4.1 Logro muy superado | Superado",
            "4.2 Alcanzada | Superado",
            "4.3 Logro muy superado | Sentido constante",
            "5.1 Alcanzada | Adecuado",
            "5.2 No alcanzada | Muy rezagado",
            "5.3 Logro muy superado | Avanzado");
  }

  @Test
  void what_is_certain_of_roles_directions_and_qualities() throws Exception {
    assertThat(
            assessments(read(document))
                .map(
                    each ->
                        "%s %s %s %s%s"
                            .formatted(
                                each.indicator().number(),
                                each.role(),
                                each.direction(),
                                each.quality(),
                                each.ambiguous() ? " ambiguous" : "")))
        .containsExactly(
            "1.1 WELLBEING_TARGET DESCENDING MODERATE",
            "1.2 PARAMETER UNKNOWN UNKNOWN ambiguous",
            "1.3 PARAMETER UNKNOWN UNKNOWN ambiguous",
            "2.1 WELLBEING_TARGET ASCENDING NEEDS_IMPROVEMENT",
            "2.2 PARAMETER UNKNOWN UNKNOWN ambiguous",
            "2.3 PARAMETER UNKNOWN UNKNOWN ambiguous",
            "3.1 WELLBEING_TARGET ASCENDING MODERATE",
            "3.2 PARAMETER CONSTANT UNKNOWN ambiguous",
            "3.3 PARAMETER CONSTANT UNKNOWN ambiguous",
            "4.1 WELLBEING_TARGET ASCENDING NEEDS_IMPROVEMENT",
            "4.2 PARAMETER ASCENDING NEEDS_IMPROVEMENT",
            "4.3 PARAMETER CONSTANT NEEDS_IMPROVEMENT",
            "5.1 WELLBEING_TARGET ASCENDING MODERATE",
            "5.2 PARAMETER ASCENDING NEEDS_IMPROVEMENT",
            "5.3 PARAMETER ASCENDING ADEQUATE");
    assertThat(
            assessments(read(document))
                .filter(Assessment::ambiguous)
                .map(Assessment::note)
                .distinct())
        .containsExactly(
            "Características: Parámetro, Ascendente, Destacado",
            "Características: Parámetro, Ascendente, Oportunidad de mejora",
            "Características: Parámetro, Constante, Moderado");
  }

  @Test
  void marks_of_its_last_two_objectives() throws Exception {
    assertThat(
            assessments(read(document))
                .filter(each -> !each.marks().isEmpty())
                .map(each -> each.indicator().number() + " " + each.marks().values()))
        .containsExactly(
            "4.1 [MET, MET, MET, MET, WARNING]",
            "4.2 [WARNING, MET, WARNING, MET, WARNING]",
            "4.3 [WARNING, MET, MET, WARNING, WARNING]",
            "5.1 [MET, MET, MET, MET, WARNING]",
            "5.2 [MET, MET, MET, WARNING, WARNING]",
            "5.3 [MET, MET, MET, MET, WARNING]");
  }

  @Test
  void the_focus_of_ten_indicators_follows_from_the_distribution() throws Exception {
    assertThat(
            assessments(read(document))
                .filter(each -> each.focus() == IndicatorFocus.MANAGEMENT)
                .map(each -> each.indicator().number()))
        .containsExactly("2.1", "2.2", "2.3", "3.1", "3.2", "3.3", "4.1", "4.2", "4.3", "5.1");
    assertThat(
            assessments(read(document))
                .filter(each -> each.focus() == IndicatorFocus.UNKNOWN)
                .map(each -> each.indicator().number()))
        .containsExactly("1.1", "1.2", "1.3", "5.2", "5.3");
  }

  @Test
  void the_distribution_meets_its_indicators() throws Exception {
    SheetReading reading = read(document);
    assertThat(facts(reading).filter(Distribution.class::isInstance)).hasSize(32);
    assertThat(row(reading, IndicatorFocus.RESULTS))
        .containsExactly("0", "1", "0", "0", "0", "1", "0", "2, 13%");
    assertThat(row(reading, IndicatorFocus.COORDINATION))
        .containsExactly("0", "1", "0", "0", "0", "0", "0", "1, 7%");
    assertThat(row(reading, IndicatorFocus.MANAGEMENT))
        .containsExactly("5", "0", "1", "0", "1", "2", "3", "12, 80%");
    assertThat(row(reading, IndicatorFocus.TOTAL))
        .containsExactly("5, 33%", "2, 13%", "1, 7%", "0, 0%", "1, 7%", "3, 20%", "3, 20%", "15");
    assertThat(FootedSheet.unmet(reading)).isEmpty();
  }

  @Test
  void a_copy_with_one_changed_cell_does_not_meet_its_totals() throws Exception {
    assertThat(
            FootedSheet.unmet(
                read(
                    document.replace(
                        "Avance meta sexenal\tMuy rezagado\t\tMuy rezagado",
                        "Avance meta sexenal\tMuy rezagado\t\tRezagado"))))
        .containsExactly(
            "Total general of Rezagado against the indicators of this class (printed in line 36, 42):"
                + " the printed total is 1, its records add up to 2",
            "Total general of Muy rezagado against the indicators of this class (printed in line 36,"
                + " 61): the printed total is 3, its records add up to 2");
    assertThat(FootedSheet.unmet(read(document.replace("Gestión\t5\t0", "Gestión\t5\t1"))))
        .containsExactly(
            "row Gestión of the distribution: the printed total is 12, its records add up to 13",
            "column Avanzado of the distribution: the printed total is 2, its records add up to 3");
  }

  @Test
  void what_does_not_go_together_is_said() throws Exception {
    assertThat(
            read(document).records().stream()
                .flatMap(SeedTest::issues)
                .filter(issue -> !issue.contains("ASSIGNMENT_AMBIGUOUS")))
        .containsExactly(
            "3.1 LABEL_ALIAS Características: \"Metas para el bienestar\" was read as \"Meta para"
                + " el bienestar\"",
            "3.1 LABEL_ALIAS Cumplimiento metas intermedia: \"Largo muy superado\" was read as"
                + " \"Logro muy superado\"",
            "4.1 LABEL_ALIAS Características: \"Metas para el bienestar\" was read as \"Meta para"
                + " el bienestar\"",
            "4.1 QUALITY_MISMATCH indicator 4.1: 4 of 5 criteria are met, which leads to expect"
                + " Moderado, but printed is Oportunidad de mejora",
            "4.2 DIRECTION_DOUBTFUL indicator 4.2: the text says that it fell, and the six-year"
                + " goal is printed as Superado, which do not go with the direction Ascendente",
            "Tipo de enfoque de los objetivos y calidad de los indicadores NARRATIVE_DISAGREES the"
                + " text speaks of half of the indicators, but 10 of 15 are printed as Moderado or"
                + " Oportunidad de mejora and 3 have no class of quality",
            "Distribución del avance de los indicadores NARRATIVE_DISAGREES the text says that all"
                + " indicators report progress, but the distribution has 3 as NR",
            "* CLASS_REDEFINED NR: by the footnote these indicators do report, and have no class"
                + " because their direction is constant");
  }

  @Test
  void its_sentences_are_kept_by_section() throws Exception {
    assertThat(
            facts(read(document))
                .filter(Finding.class::isInstance)
                .map(Finding.class::cast)
                .map(each -> "%s %s %d".formatted(each.type(), each.subject(), each.number())))
        .containsExactly(
            "NARRATIVE Tipo de enfoque de los objetivos y calidad de los indicadores 1",
            "NARRATIVE Tipo de enfoque de los objetivos y calidad de los indicadores 2",
            "NARRATIVE Distribución del avance de los indicadores 1",
            "CONCLUSION  1",
            "FOOTNOTE 1 1",
            "FOOTNOTE 2 1",
            "FOOTNOTE * 1",
            "NARRATIVE objective 4 1",
            "NARRATIVE objective 5 1");
    assertThat(SheetSpecs.printed(read(document))).noneMatch(line -> line.contains("<"));
  }

  private static Stream<String> issues(MappedRecord record) {
    return record.issues().stream()
        .map(issue -> subject(record.facts().get(0)) + " " + issue.code() + " " + issue.message());
  }

  private static String subject(Fact fact) {
    return fact instanceof Assessment each ? each.indicator().number() : ((Finding) fact).subject();
  }

  private static Stream<Assessment> assessments(SheetReading reading) {
    return facts(reading).filter(Assessment.class::isInstance).map(Assessment.class::cast);
  }

  private static List<String> row(SheetReading reading, IndicatorFocus focus) {
    return facts(reading)
        .filter(Distribution.class::isInstance)
        .map(Distribution.class::cast)
        .filter(each -> each.focus() == focus)
        .map(Distribution::printed)
        .toList();
  }

  private static Stream<Fact> facts(SheetReading reading) {
    return reading.records().stream().flatMap(each -> each.facts().stream());
  }
}
