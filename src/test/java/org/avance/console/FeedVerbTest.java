package org.avance.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FeedVerbTest {
  @TempDir Path jobs;

  @Test
  void feeds_are_listed_within_a_hundred_columns() {
    assertThat(Said.by("feed", "list"))
        .isEqualTo(
            new Said(
                0,
                """
                feed                kind                       files                      title
                coneval-inventory   budget                     inventory/IE_*.xlsx        Inventario e…rrollo social
                issste-budget       budget                     issste-budge…budget-*.csv  Presupuesto …(ilustrativo)
                issste-coverage     coverage                   issste-cover…issste-*.csv  Poblaciones …(ilustrativo)
                issste-indicators   indicator                  issste-indic…cators-*.csv  Indicadores …(ilustrativo)
                issste-sheets       assessment, …g, indicator  *.{txt,html,…tml,htm,pdf}  Fichas de ev…as del ISSSTE
                profepa-indicators  indicator                  indicators/p…rvations.csv  Indicadores …programa G005
                shcp-coverage       coverage                   coverage/cob…cional_*.csv  Poblaciones …esupuestarios
                shcp-federal-funds  budget                     budget/Gasto…CDMX_Q*.xlsx  Gasto federa…dad de México
                shcp-msd            score                      indicators/M…es/MSD_*.csv  Modelo Sinté…sempeño (MSD)
                shcp-ramo23         budget                     budget/RAMO_…general*.csv  Proyectos de…onto aprobado
                """,
                ""));
  }

  @Test
  void options_stand_before_or_after_the_verb() {
    Said listed = Said.by("--json", "feed", "list");
    assertThat(listed.out()).startsWith("{").contains("\"feed\" : \"shcp-ramo23\"");
    assertThat(Said.by("feed", "--json", "list")).isEqualTo(listed);
    assertThat(Said.by("feed", "list", "--json")).isEqualTo(listed);
  }

  @Test
  void sound_descriptors_are_said_to_be_right() {
    assertThat(Said.by("feed", "check", "shcp-ramo23", "issste-budget"))
        .isEqualTo(new Said(0, "issste-budget: right\nshcp-ramo23: right\n", ""));
  }

  @Test
  void a_wrong_descriptor_is_named_with_its_line_and_asks_for_a_person() throws IOException {
    for (String name : List.of("rules/rulebook.yaml", "rules/coverage.yaml", "rules/prices.yaml")) {
      Files.createDirectories(jobs.resolve("rules"));
      Files.copy(Path.of("jobs", name), jobs.resolve(name));
    }
    String wrong = Files.readString(Path.of("jobs/shcp-ramo23.yaml")).replace("title:", "titel:");
    Files.writeString(jobs.resolve("shcp-ramo23.yaml"), wrong);
    Said checked = Said.by("feed", "check", "--jobs", jobs.toString());
    assertThat(checked.exit()).isEqualTo(3);
    assertThat(checked.out())
        .contains("shcp-ramo23.yaml", "titel", "title")
        .doesNotContain("right");
  }

  @Test
  void a_wrong_rulebook_asks_for_a_person_whoever_comes_upon_it() throws IOException {
    Path rules = Files.createDirectories(jobs.resolve("rules"));
    for (String name : List.of("coverage.yaml", "indicators.yaml", "prices.yaml")) {
      Files.copy(Path.of("jobs/rules", name), rules.resolve(name));
    }
    Files.writeString(rules.resolve("rulebook.yaml"), "verson: 1\n");
    Said checked = Said.by("feed", "check", "--jobs", jobs.toString());
    Path home = jobs.resolve("home");
    Said run =
        Said.by(
            "run",
            "--jobs",
            jobs.toString(),
            "--inbox",
            jobs.toString(),
            "--home",
            home.toString());
    assertThat(checked.exit()).isEqualTo(3);
    assertThat(checked.out())
        .startsWith(rules.resolve("rulebook.yaml") + ":1: ")
        .contains("verson");
    assertThat(run).isEqualTo(new Said(3, "", "avance: " + checked.out()));
    assertThat(home.resolve("mariadb")).doesNotExist();
  }

  @Test
  void the_status_of_a_database_that_never_was_makes_none() {
    Path home = jobs.resolve("home");
    assertThat(Said.by("db", "status", "--home", home.toString()))
        .isEqualTo(
            new Said(
                0,
                """
                server:   embedded, not running
                data:     %s/mariadb/data (0 MB)
                """
                    .formatted(home),
                ""));
    assertThat(home.resolve("mariadb")).doesNotExist();
  }
}
