package org.avance.feed.sheet.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.avance.RealFiles;
import org.avance.feed.sheet.SheetSpecs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The monitoring sheet of programme E-045 of 2017-2018, as published. Figures, codes and names are
 * held here; of its sentences only how they begin. {@link RealFiles} says where it lies.
 */
class SeedTest {
  private List<String> lines = List.of();

  @BeforeEach
  void the_sheet_is_at_hand() throws IOException {
    Path folder = RealFiles.folder().resolveSibling("seeds");
    assumeTrue(Files.isDirectory(folder), "there is no folder of seeds beside the real files");
    try (Stream<Path> files = Files.list(folder)) {
      Path sheet =
          files
              .filter(file -> file.getFileName().toString().startsWith("002_"))
              .findFirst()
              .orElseThrow();
      MonitoringSheet layout = new MonitoringSheet();
      lines =
          SheetSpecs.printed(
              layout, SheetSpecs.text(Files.readString(sheet)), SheetSpecs.words(layout.name()));
    }
  }

  @Test
  void it_says_whose_it_is() {
    assertThat(lines).first().isEqualTo("IDENTITY 51 E045 | 2017 | 2017");
  }

  @Test
  void populations_and_what_is_not_available() {
    assertThat(of("COVERAGE").map(SeedTest::withoutDefinition))
        .containsExactly(
            "28 COVERAGE E045 2017 SERVED TOTAL (Entidades atendidas) NOT_AVAILABLE ND"
                + " unit=\"Entidades federativas\"",
            "29 COVERAGE E045 2017 SERVED TOTAL (Municipios atendidos) NOT_AVAILABLE ND"
                + " unit=\"Municipios\"",
            "30 COVERAGE E045 2017 SERVED TOTAL (Localidades atendidas) NOT_AVAILABLE ND"
                + " unit=\"Localidades\"",
            "31 COVERAGE E045 2017 SERVED MEN NOT_AVAILABLE ND unit=\"Derechohabientes\"",
            "32 COVERAGE E045 2017 SERVED WOMEN NOT_AVAILABLE ND unit=\"Derechohabientes\"",
            "37 COVERAGE E045 2017 POTENTIAL TOTAL 14756442 unit=\"Derechohabientes\"",
            "38 COVERAGE E045 2017 TARGET TOTAL 784969 unit=\"Derechohabientes\" [DOUBLE_COUNTING,"
                + " NOT_DEFINABLE]",
            "39-40 COVERAGE E045 2017 SERVED TOTAL 744939 unit=\"Derechohabientes\""
                + " note=\"Población Atendida/ Población Objetivo: 94.90 %\" [DOUBLE_COUNTING]");
  }

  @Test
  void amounts_at_prices_of_2012_with_the_ramo_and_the_share() {
    assertThat(of("BUDGET"))
        .containsExactly(
            "68 BUDGET E045 2016 EXERCISED 2712440000 prices of 2012 note=\"% = (1)/(2): 1.27 %\"",
            "68 BUDGET  2016 EXERCISED 213827700000 prices of 2012 note=\"% = (1)/(2): 1.27 %\"",
            "69 BUDGET E045 2017 EXERCISED 2531930000 prices of 2012 note=\"% = (1)/(2): 1.17 %\"",
            "69 BUDGET  2017 EXERCISED 217054660000 prices of 2012 note=\"% = (1)/(2): 1.17 %\"");
  }

  @Test
  void the_indicator_at_purpose_level_and_that_of_the_sector() {
    assertThat(of("INDICATOR"))
        .containsExactly(
            "12-14 INDICATOR E045 2017 (Propósito) name=\"Cobertura de servicios económicos,"
                + " sociales y culturales por cada 1000 derechohabientes\" 622 target 543 due 2017"
                + " unit=\"servicios por cada 1000 derechohabientes\" status=\"114%\"",
            "61 INDICATOR E045 2017 (Sectorial) name=\"Número de mujeres y hombres beneficiados por"
                + " buenas prácticas de inclusión laboral\" BLANK target BLANK due 0");
  }

  @Test
  void statements_in_words_each_where_it_stands() {
    assertThat(of("FINDING").map(SeedTest::beginning))
        .containsExactly(
            "6 NARRATIVE Descripción del Programa #1 BLANK El programa tiene",
            "6 COMPONENT  #1 BLANK Préstamos personales otorgados",
            "6 COMPONENT  #2 BLANK Servicio de Estancias",
            "6 COMPONENT  #3 BLANK Servicios funerarios de",
            "6 COMPONENT  #4 BLANK Servicios deportivos, culturales",
            "12 NARRATIVE Resultados #1 BLANK El Programa inició",
            "12 EVALUATION_CITED EDS16 #1 BLANK EDS 2016",
            "12 EVALUATION_CITED ICP17 #1 BLANK ICP 2017",
            "12 EVALUATION_CITED MIR17 #1 BLANK MIR 2017",
            "25 CAVEAT NOT_DEFINABLE #1 BLANK No es posible",
            "25 NARRATIVE Definición de Población Objetivo #1 BLANK No es posible",
            "48 CAVEAT DOUBLE_COUNTING #1 BLANK Por lo anterior,",
            "48 NARRATIVE Análisis de la Cobertura #1 BLANK El programa cuenta",
            "57 NARRATIVE Análisis del Sector #1 BLANK El programa contribuye",
            "71 NARRATIVE Año de inicio del programa #1 BLANK 2016",
            "73 FOOTNOTE  #1 BLANK * Valores a",
            "77 STRENGTH  #1 BLANK El Instituto tiene",
            "77 OPPORTUNITY  #2 BLANK Actualización de la",
            "81 WEAKNESS  #1 BLANK La agrupación de",
            "81 WEAKNESS  #2 BLANK El Programa no",
            "81 THREAT  #3 BLANK Imposibilidad de unificar",
            "87 RECOMMENDATION  #1 BLANK A pesar de",
            "87 RECOMMENDATION  #2 BLANK Establecer una metodología",
            "95 IMPROVEMENT_COMMITMENT años anteriores #1 0 Documento de difusión",
            "95 IMPROVEMENT_COMMITMENT años anteriores #2 40 Elaborar una nueva",
            "99 NO_COMMITMENT 2018 #1 BLANK El programa no",
            "105 CURRENT_YEAR_ADVANCE 2018 #1 BLANK La MIR 2018");
  }

  @Test
  void two_caveats_are_all_there_is_to_say_against_it() {
    assertThat(lines.stream().filter(line -> line.matches("\\S+ (ERROR|WARNING|INFO) .*")))
        .map(line -> line.split(" ")[2])
        .containsExactly("POPULATION_NOT_DEFINABLE", "POPULATION_COUNTED_TWICE");
  }

  private Stream<String> of(String kind) {
    return lines.stream().filter(line -> line.split(" ")[1].equals(kind));
  }

  private static String withoutDefinition(String line) {
    return line.replaceFirst(" definition=\"[^\"]*\"", "");
  }

  /** Line, kind, subject, number, figure and the first three words. */
  private static String beginning(String line) {
    return line.replaceFirst(
        "^(\\S+) FINDING E045 2017 (\\w+)(?: subject=\"([^\"]*)\")? (#\\d+) (\\S+)"
            + " text=\"(\\S+(?: \\S+){0,2}).*\"$",
        "$1 $2 $3 $4 $5 $6");
  }
}
