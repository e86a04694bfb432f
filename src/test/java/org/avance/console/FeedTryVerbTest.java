package org.avance.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class FeedTryVerbTest {
  private static final String DESCRIPTOR =
      """
      feed: becas
      title: Becas
      agency: SEP
      files: becas/atendidos_*.csv
      kind: coverage
      edition: {fileName: 'atendidos_(?<edition>\\d{4}).*\\.csv'}
      dialect: {encoding: windows-1252, delimiter: ";"}
      record: {agency: {constant: "11"}, programme: Clave, programmeName: Programa, geography: Entidad}
      facts:
        - population: {constant: served}
          value: Atendidos
      filter: {column: Estado, equals: vigente}
      totals: {when: {column: Clave, equals: Total}}
      """;

  private static final String RECORDS =
      """
      Clave;Programa;Entidad;Atendidos;Estado;Nota
      S243;Becas;01;12,500;vigente;
      S243;Becas;09;5 mil;vigente;
      S243;Becas;20;ND;vigente;
      S243;Becas;20;ND;vigente;
      S243;Becas;01;100;concluido;
      S243;Becas;21;70;vigente;
      S243;Becas;21;71;vigente;
      ;;;;;
      Total;;;12,600;;
      """;

  @TempDir Path folder;
  private Path jobs;
  private Path file;

  @BeforeEach
  void files() throws IOException {
    jobs = Files.createDirectories(folder.resolve("jobs"));
    Files.writeString(jobs.resolve("becas.yaml"), DESCRIPTOR);
    file = folder.resolve("atendidos_2023.csv");
    Files.writeString(file, RECORDS, Charset.forName("windows-1252"));
  }

  @Test
  void a_file_is_mapped_accounted_for_and_judged_without_writing_anything() throws IOException {
    assertThat(tried())
        .isEqualTo(
            new Said(
                3,
                """
                atendidos_2023.csv as becas
                edition 2023, year 2023, scope edition

                word           takes
                agency         "11"
                geography      Entidad
                population     "served"
                programme      Clave
                programmeName  Programa
                value          Atendidos
                year           "2023"
                columns not used: Nota

                the first coverage facts
                all: code_system PEF, agency 11, programme S243, programme_name Becas, year 2023, population SERVED,
                     sex TOTAL
                line  geography  figure
                   2  01          12500
                   4  20           – ND
                   5  20           – ND
                   7  21             70
                   8  21             71

                KEY_CONFLICT: 2
                    line 7: The record shares a key with another one and differs.
                    line 8: The record shares a key with another one and differs.
                NUMBER_UNREADABLE in Atendidos: 1
                    line 3: Atendidos: expected a number such as 1,234.5 but found "5 mil"
                DUPLICATE_MERGED: 1
                    line 5: The record repeats an earlier one to the letter.

                9 records read = 2 staged + 3 quarantined + 1 blank + 1 totals + 1 filtered + 1 repeated
                2 facts staged; 2 records share a key with another and differ

                value column  cells   read  staged  quarantined  totals  filtered
                Atendidos         5  25341   12641            0   12600       100

                A run would not publish this file:
                    because: 3 of 9 records are in quarantine, more than the descriptor bears (`tolerances:
                             {quarantined: 0}`); the first: line 7: The record shares a key with another one and
                             differs; line 8: The record shares a key with another one and differs
                    because: Atendidos: the printed total is 12600, its records add up to 12741, a greater
                             difference than the descriptor bears (`tolerances: {crossFoot: 0}`)
                """,
                ""));
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactlyInAnyOrder(jobs, file);
    }
  }

  @Test
  void a_file_that_nothing_speaks_against_is_said_to_load() throws IOException {
    Files.writeString(
        file, "Clave;Programa;Entidad;Atendidos;Estado\nS243;Becas;01;12,500;vigente\n");
    Said said = tried();
    assertThat(said.exit()).isZero();
    assertThat(said.out())
        .contains("\nno issues\n")
        .endsWith("A run would stage this file; nothing in it speaks against it.\n");
  }

  @Test
  void many_issues_of_a_kind_are_counted_and_each_can_be_had() throws IOException {
    StringBuilder rows = new StringBuilder("Clave;Programa;Entidad;Atendidos;Estado\n");
    for (int i = 0; i < 500; i++) {
      rows.append("S243;Becas;01;mil ").append(i).append(";vigente\n");
    }
    Files.writeString(file, rows);
    assertThat(tried().out())
        .contains("NUMBER_UNREADABLE in Atendidos: 500\n", "    … and 497 more\n")
        .doesNotContain("mil 3\"");
    assertThat(tried("--examples", "1").out()).contains("    … and 499 more\n");
    assertThat(tried("--all").out().lines().limit(500))
        .hasSize(500)
        .allMatch(line -> line.matches("line \\d+, Atendidos: NUMBER_UNREADABLE: .*"))
        .last()
        .isEqualTo(
            "line 501, Atendidos: NUMBER_UNREADABLE: Atendidos: expected a number such as 1,234.5 but found \"mil 499\"");
    JsonNode json = JsonMapper.shared().readTree(tried("--all", "--json").out());
    assertThat(json.get("everyIssue").size()).isEqualTo(500);
    assertThat(json.at("/issues/0/count").intValue()).isEqualTo(500);
  }

  @Test
  void a_refused_file_says_why_and_what_was_read_until_then() throws IOException {
    Files.writeString(
        file,
        "Clave;Programa;Entidad;Atendidos;Estado\nS243;Becas;01;1;vigente\nS243;\"a\"b;01;1;v\n");
    Said said = tried();
    assertThat(said.exit()).isEqualTo(3);
    assertThat(said.out())
        .contains(
            "1 records read = 1 staged",
            "A run would not publish this file:\n    because: line 3: ");
  }

  @Test
  void a_missing_column_is_named_with_the_nearest_one() throws IOException {
    Files.writeString(file, "Clave;Programa;Entidad;Atendido;Estado\nS243;Becas;01;1;vigente\n");
    assertThat(tried().out())
        .contains("expected a column \"Atendidos\"", "is it \"Atendido\"?")
        .contains("0 records read");
  }

  @Test
  void a_name_that_the_descriptor_does_not_take_is_noted() throws IOException {
    Files.writeString(
        jobs.resolve("becas.yaml"), DESCRIPTOR.replace("becas/atendidos_*", "becas/servidos_*"));
    assertThat(tried().out())
        .contains(
            "note: the descriptor's files (becas/servidos_*.csv) take no file named atendidos_2023.csv: a run\n");
  }

  @Test
  void a_wrong_descriptor_is_said_instead() throws IOException {
    Files.writeString(jobs.resolve("becas.yaml"), DESCRIPTOR.replace("kind:", "knd:"));
    Said said = tried();
    assertThat(said.exit()).isEqualTo(3);
    assertThat(said.out())
        .contains("becas.yaml:5: unknown word \"knd\"")
        .doesNotContain("records read");
  }

  @Test
  void a_file_that_is_not_there_is_refused() {
    file = folder.resolve("nowhere.csv");
    assertThat(tried())
        .isEqualTo(
            new Said(
                2,
                "",
                "avance: expected a file that can be read at %s, found none\n".formatted(file)));
  }

  private Said tried(String... options) {
    List<String> all = new java.util.ArrayList<>(List.of("feed", "try", "becas", file.toString()));
    all.addAll(List.of(options));
    all.addAll(List.of("--jobs", jobs.toString()));
    return Said.by(all.toArray(String[]::new));
  }
}
