package org.avance.feed.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.avance.RealFiles;
import org.avance.extract.RawRow;
import org.avance.extract.container.ZipBytes;
import org.avance.feed.Feed;
import org.avance.feed.FeedCatalogue;
import org.avance.feed.OpenFile;
import org.avance.feed.mapping.MappedRecord;
import org.avance.issue.Issue;
import org.avance.issue.RefusedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DraftTest {
  @TempDir Path folder;

  @Test
  void a_workbook_is_drafted_by_its_first_visible_worksheet() throws Exception {
    Path file = folder.resolve("atendidos_2023.xlsx");
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      XSSFSheet sheet = workbook.createSheet("Hoja1");
      row(sheet, 0, "Informe");
      row(sheet, 2, "Ramo", "Clave", "Población atendida");
      row(sheet, 3, 11.0, "S243", 2000.5);
      row(sheet, 5, 11.0, "S244", 12.0);
      workbook.write(out);
    }
    Draft draft = Draft.of(file, "becas", "sep");
    assertThat(draft.text().lines())
        .contains(
            "# Drafted from atendidos_2023.xlsx: 2 records, 3 columns. Mend or confirm each guess and delete its comment.",
            "files: 'sep/atendidos_*.xlsx'",
            "format: xlsx",
            "# guess: of the first visible worksheet, 3 of the first 4 rows have 3 cells; please confirm",
            "dialect: {header: {containing: [Ramo, Clave, Población atendida]}}");
    Path jobs = Files.createDirectories(folder.resolve("jobs"));
    Files.writeString(jobs.resolve("becas.yaml"), draft.text());
    assertThat(FeedCatalogue.read(jobs).faults()).isEmpty();
  }

  private static void row(XSSFSheet sheet, int number, Object... cells) {
    XSSFRow row = sheet.createRow(number);
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] instanceof Double figure) {
        row.createCell(i).setCellValue(figure);
      } else {
        row.createCell(i).setCellValue(String.valueOf(cells[i]));
      }
    }
  }

  @Test
  void a_packed_file_is_drafted_as_the_file_within() throws Exception {
    byte[] csv = "Ramo,Clave,Monto\n11,S243,1234\n".getBytes(StandardCharsets.UTF_8);
    Path plain = Files.write(folder.resolve("montos_2020.csv"), csv);
    Path packed = Files.write(folder.resolve("montos_2020.csv.gz"), ZipBytes.gz(csv));
    assertThat(Draft.of(packed, "montos", "")).isEqualTo(Draft.of(plain, "montos", ""));
  }

  @Test
  void encoding_table_numbers_and_columns_are_guessed_with_their_evidence() throws Exception {
    Path file =
        file(
            "atendidos_2023.csv",
            "windows-1252",
            """
            Secretaría de Educación;;;;;;
            ;;;;;;
            Ramo;Clave Pp;Programa;Entidad;Población potencial;Población atendida mujeres;Comentarios
            11;S243;Becas;Oaxaca;1.234,5;-;
            11;S243;Becas;Ciudad de México;2.000;12;
            11;S244;Apoyos;Nacional;n/d;7,25;revisar
            11;;Total;;3.234,5;19,25;
            """);
    assertThat(Draft.of(file, "becas", "sep"))
        .isEqualTo(
            new Draft(
                """
                # yaml-language-server: $schema=descriptor.schema.json
                # Drafted from atendidos_2023.csv: 4 records, 7 columns. Mend or confirm each guess and delete its comment.
                feed: becas
                # guess: the file's name; write for people what the files are; please confirm
                title: atendidos_2023
                # guess: write who sends the files; please confirm
                agency: unknown
                # guess: where the files lie below the inbox, and how they are named; please confirm
                files: 'sep/atendidos_*.csv'
                # guess: the columns of figures are Población potencial, Población atendida mujeres; please confirm
                kind: coverage

                # guess: the year in the file's name is the one reported on, and a file states all of it; please confirm
                edition: {fileName: 'atendidos_(?<edition>\\d{4})\\.csv'}

                # guess: the bytes are no UTF-8, and all of them stand in windows-1252; 6 of the first 6 rows have 7 cells;
                #   please confirm
                dialect: {encoding: windows-1252, delimiter: ";", header: {containing: [Ramo, Clave Pp, Programa]}}
                # guess: 6 cells are read so, 1 dashes stand in columns of figures; or is it zero?; please confirm
                numbers: {groupChar: ".", decimalChar: ",", dash: missing}

                # guess: these stand where columns of figures have none; please confirm the reasons
                missingValues:
                  n/d: NOT_AVAILABLE  # 1 cells

                record:
                  # guess: by its name; ramos have two digits; please confirm
                  agency: {column: Ramo, pad: 2}
                  # guess: 3 of 3 cells are codes such as S243; please confirm
                  programme: Clave Pp
                  # guess: 3 of 3 cells are names of places; please confirm
                  geography: {column: Entidad, valueMap: {Ciudad de México: "09", Nacional: "MX", Oaxaca: "20"}}
                  # guess: by its name; please confirm
                  programmeName: Programa
                  # guess: by its name; please confirm
                  note: Comentarios

                facts:
                  # guess: Población potencial: 3 of 4 cells are numbers; please confirm
                  - population: {constant: potential}
                    value: Población potencial
                  # guess: Población atendida mujeres: 3 of 4 cells are numbers; please confirm
                  - population: {constant: served}
                    sex: {constant: women}
                    value: Población atendida mujeres

                # guess: 1 of 4 cells are totals; such a row is compared and not loaded; please confirm
                totals: {when: {column: Programa, matching: '(?i)(gran |sub)?total(es)?( general)?:?'}}

                # One bad record rejects a delivery, unless some are borne:
                # tolerances: {quarantined: 5%}
                # Where `feed try` shows KEY_CONFLICT, name what tells the records apart, or see sameKey and aggregate.
                """,
                15));
    assertThat(issues(file, "becas")).isEmpty();
  }

  @Test
  void an_indicators_goal_direction_and_class_are_told_from_its_observation() throws Exception {
    Path file =
        file(
            "sep_2023.csv",
            "UTF-8",
            """
            Clave Pp;Nivel;Indicador;Sentido;Meta 2023;Meta ajustada 2023;Avance 2023;Semáforo
            11-S243;Fin;Tasa de abandono;Descendente;8.5;8.6;8.9;Verde
            11-S243;Componente;Becas;Ascendente;1200;1200;1150.3;Amarillo
            """);
    assertThat(Draft.of(file, "x", "x").text().lines().filter(line -> !line.contains("#")))
        .containsSubsequence(
            "kind: indicator",
            "  indicatorName: Indicador",
            "  level: Nivel",
            "  lightClass: Semáforo",
            "  direction: {column: Sentido, valueMap: {Descendente: descending, Ascendente: ascending}}",
            "facts:",
            "  - target: Meta 2023",
            "    adjustedTarget: Meta ajustada 2023",
            "    value: Avance 2023");
  }

  @Test
  void columns_that_are_years_are_melted() throws Exception {
    Path file =
        file(
            "gasto.csv",
            "UTF-8",
            "Clave Programa|Gasto 2021|Gasto 2022\nE045|$1,000|$2,000\nE046|$3,000|$4,500.5\n");
    String text = Draft.of(file, "gasto", "").text();
    assertThat(text)
        .contains(
            "files: 'gasto.csv'\n",
            "kind: budget\n",
            "dialect: {delimiter: \"|\"}\n",
            "numbers: {bareNumber: false}\n",
            "melt: {columns: 'Gasto (?<year>\\d{4})'}\n",
            "  - year: {melted: year}\n    stage: {constant: unknown, assumed: true}\n    value: {melted: value}\n")
        .doesNotContain("edition:");
    assertThat(issues(file, "gasto")).isEmpty();
  }

  @Test
  void a_column_of_another_number_style_has_a_style_of_its_own() throws Exception {
    Path file =
        file(
            "montos_2020.csv",
            "UTF-8",
            """
            Clave Pp,Aprobado,Ejercido
            E001,"1,000.50","1.000,50"
            E002,"2,000.25","2.000,25"
            E003,"3,000",12
            """);
    assertThat(Draft.of(file, "montos", "").text())
        .contains("value: {column: Ejercido, numbers: {groupChar: \".\", decimalChar: \",\"}}");
    assertThat(issues(file, "montos")).isEmpty();
  }

  @Test
  void indicators_are_known_by_their_names_values_and_targets() throws Exception {
    Path file =
        file(
            "indicadores.csv",
            "UTF-8",
            "id_indicador,programa,periodo,valor,meta\nx-1,G005,2025,13.5,97\nx-2,G005,2025-03,56,60\n");
    assertThat(Draft.of(file, "indicadores", "").text())
        .contains(
            "kind: indicator\n",
            "  year: {column: periodo, pattern: '(?<year>\\d{4})(-\\d{2})?'}\n  month: {column: periodo, pattern: '\\d{4}(-(?<month>\\d{2}))?'}\n",
            "  programme: programa\n",
            "  indicator: id_indicador\n",
            "  - target: meta\n    value: valor\n");
    assertThat(issues(file, "indicadores")).isEmpty();
  }

  @Test
  void scores_have_their_printed_classes_beside_them() throws Exception {
    Path file =
        file(
            "notas_2018.csv",
            "UTF-8",
            "MODALIDAD_PP,PEF_CUANT,PEF_CUAL,MSD_CUANT,MSD_CUAL\nM001,4.8,ALTO,n.a.,S/I\nM002,3,MEDIO,4.9,ALTO\n");
    assertThat(Draft.of(file, "notas", "").text())
        .contains(
            "kind: score\n",
            "    dimension: {constant: PEF_CUANT}\n    printedClass: PEF_CUAL\n    value: PEF_CUANT\n",
            "    dimension: {constant: MSD_CUANT}\n    printedClass: MSD_CUAL\n    value: MSD_CUANT\n");
    assertThat(issues(file, "notas")).isEmpty();
  }

  @Test
  void a_file_without_header_or_anything_known_is_drafted_all_the_same() throws Exception {
    Path file = file("x.csv", "UTF-8", "1,2\n3,4\n");
    assertThat(Draft.of(file, "x", "").text())
        .contains(
            "dialect: {header: {names: [Column 1, Column 2]}}\n", "agency: {constant: unknown");
    assertThat(new FeedCatalogueAt(folder).faults()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Año: corte",
        "- x",
        "yes",
        "a # b",
        "it's",
        "a, b",
        "[x]",
        "100 %",
        "x\ny",
        "{k}",
        "?"
      })
  void any_column_name_is_written_as_yaml_reads_it(String name) throws Exception {
    Path file = file("y_2020.csv", "UTF-8", "Clave Pp,\"" + name + "\"\nE001,5\nE002,6\n");
    assertThat(Draft.of(file, "y", "").text()).contains("value: ");
    assertThat(issues(file, "y")).isEmpty();
  }

  @Test
  void drafts_of_real_files_are_right_as_descriptors() throws Exception {
    Path real = RealFiles.folder();
    for (String name :
        List.of(
            "coverage/cobertura_poblacional_2018.csv",
            "coverage/cobertura_poblacional_2019.csv",
            "coverage/cobertura_poblacional_2020.csv",
            "budget/RAMO_23_general2015.csv",
            "indicators/MSD_2013_2018.csv",
            "indicators/profepa_observations.csv",
            "indicators/profepa_indicators.csv",
            "indicators/Diccionario_MSD.csv",
            "geography/AGEEML_2020421930442.csv")) {
      String feed = "real" + name.hashCode();
      String text = Draft.of(real.resolve(name), feed, "real").text();
      Files.writeString(folder.resolve(feed + ".yaml"), text);
    }
    assertThat(new FeedCatalogueAt(folder).faults()).isEmpty();
  }

  private Path file(String name, String encoding, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text, Charset.forName(encoding));
    return file;
  }

  /** Drafts, checks and maps: what issues there are. */
  private List<String> issues(Path file, String name) throws IOException, RefusedFile {
    Files.writeString(
        folder.resolve(name + ".yaml"), Draft.of(file, name, "").text(), StandardCharsets.UTF_8);
    FeedCatalogueAt jobs = new FeedCatalogueAt(folder);
    assertThat(jobs.faults()).isEmpty();
    List<String> issues = new ArrayList<>();
    try (OpenFile open = jobs.feed().open(file, String.valueOf(file.getFileName()))) {
      Optional<RawRow> row = open.next();
      while (row.isPresent()) {
        MappedRecord record = open.map(row.get());
        record.issues().stream().map(Issue::message).forEach(issues::add);
        row = open.next();
      }
    }
    return issues;
  }

  private record FeedCatalogueAt(Path jobs) {
    List<String> faults() throws IOException {
      return FeedCatalogue.read(jobs).faults().stream().map(Object::toString).toList();
    }

    Feed feed() throws IOException {
      return FeedCatalogue.read(jobs).feeds().get(0);
    }
  }
}
