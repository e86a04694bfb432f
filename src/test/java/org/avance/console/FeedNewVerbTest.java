package org.avance.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FeedNewVerbTest {
  @TempDir Path folder;
  private Path jobs;
  private Path file;

  @BeforeEach
  void files() throws IOException {
    jobs = Files.createDirectories(folder.resolve("jobs"));
    file =
        Files.createDirectories(folder.resolve("inbox/sep")).resolve("Población_Atendida_2023.csv");
    Files.writeString(file, "Clave Pp,Población atendida\nS243,\"12,500\"\nS244,70\n");
  }

  @Test
  void a_draft_is_written_that_is_right_and_tries_cleanly() {
    Path draft = jobs.resolve("poblacion-atendida.yaml");
    assertThat(said("feed", "new", file.toString()))
        .isEqualTo(
            new Said(
                0,
                """
                %s: a draft with 8 guesses to confirm.
                Mend it, then: ./avance feed check poblacion-atendida; ./avance feed try poblacion-atendida %s
                """
                    .formatted(draft, file),
                ""));
    assertThat(draft).content().contains("\nfiles: 'sep/Población_Atendida_*.csv'\n");
    Said tried = said("feed", "try", "poblacion-atendida", file.toString());
    assertThat(tried.out())
        .contains("2 records read = 2 staged", "nothing in it speaks against it");
    assertThat(tried.exit()).isZero();
  }

  @Test
  void a_descriptor_that_is_there_is_never_overwritten() throws IOException {
    Path there = jobs.resolve("becas.yaml");
    Files.writeString(there, "mine");
    assertThat(said("feed", "new", file.toString(), "--name", "becas"))
        .isEqualTo(
            new Said(
                2,
                "",
                "avance: expected no descriptor of that name yet, found %s; say another by --name, or see the draft by --print\n"
                    .formatted(there)));
    assertThat(there).hasContent("mine");
  }

  @Test
  void a_draft_can_be_seen_without_being_written() throws IOException {
    Said said = said("feed", "new", file.toString(), "--name", "becas", "--print");
    assertThat(said.out()).contains("\nfeed: becas\n", "value: Población atendida\n");
    assertThat(jobs).isEmptyDirectory();
  }

  @Test
  void a_name_that_is_none_and_a_file_without_a_table_are_refused() throws IOException {
    assertThat(said("feed", "new", file.toString(), "--name", "../x").err())
        .isEqualTo(
            "avance: expected a feed's name of letters, digits, dots and hyphens, found ../x; see --name\n");
    Files.writeString(file, "\n");
    Said empty = said("feed", "new", file.toString());
    assertThat(empty.exit()).isEqualTo(2);
    assertThat(empty.err())
        .isEqualTo(
            "avance: no table in %s: expected a table, found a file without text\n"
                .formatted(file));
  }

  private Said said(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--jobs", jobs.toString(), "--inbox", folder.resolve("inbox").toString()));
    return Said.by(all.toArray(String[]::new));
  }
}
