package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.avance.load.TestWarehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries whose records take their unit from a side file beside them. */
class SideFilesTest {
  private static final String DESCRIPTOR =
      """
      title: T
      agency: A
      files: '%1$s/*.csv'
      kind: coverage
      edition: {fileName: '[a-z-]*(?<edition>\\d{4}(-\\d\\d)?)\\.csv'}
      lookups:
        - {name: units, files: [%1$s/units.csv, codes/old.csv], key: Id, by: Unidad}
      record:
        agency: {constant: "99"}
        programme: Clave
        unit: {lookup: units, column: Nombre}
        geography: {constant: MX}
      facts:
        - {population: {constant: target}, value: Meta}
      """;

  private static final String HEADER = "Clave,Unidad,Meta";
  private static final Runnable NOTHING = () -> {};

  private static TestWarehouse warehouse;

  @TempDir private Path folder;
  private TestLoads loads;

  /** What happens when a load comes to a step. */
  private final AtomicReference<Runnable> atStage = new AtomicReference<>(NOTHING);

  private final AtomicReference<Runnable> atJudge = new AtomicReference<>(NOTHING);

  @BeforeAll
  static void warehouse() throws Exception {
    warehouse = TestWarehouse.migrated("side_files");
  }

  @BeforeEach
  void loads() {
    loads = new TestLoads(folder, warehouse, this::at);
    loads.file("codes/old.csv", "Id,Nombre", "h,Hogares", "p,Anything");
  }

  private void at(String feed, String fileName, String step, long records) {
    switch (step) {
      case "stage" -> atStage.get().run();
      case "judge" -> atJudge.get().run();
      default -> {}
    }
  }

  @AfterEach
  void close() {
    loads.close();
  }

  private void units(String feed, String... lines) {
    String[] all = new String[lines.length + 1];
    all[0] = "Id,Nombre";
    System.arraycopy(lines, 0, all, 1, lines.length);
    loads.file(feed + "/units.csv", all);
  }

  private void published(String feed) {
    loads.feed(feed, DESCRIPTOR).file(feed + "/a-2020.csv", HEADER, "E001,p,100", "E002,h,200");
    units(feed, "p,Personas");
    assertThat(loads.run()).containsExactly(feed + "/a-2020.csv PUBLISHED");
  }

  @Test
  void a_delivery_waits_by_name_for_side_files_and_is_loaded_once_they_are_there() {
    loads.feed("waits", DESCRIPTOR).file("waits/a-2020.csv", HEADER, "E001,p,100", "E002,h,200");
    loads.remove("codes/old.csv");
    assertThat(loads.run())
        .containsExactly(
            "waits/a-2020.csv WAITING; waits for the side file waits/units.csv: it is not in the"
                + " inbox; waits for the side file codes/old.csv: it is not in the inbox");
    loads.file("codes/old.csv", "Id,Nombre", "h,Hogares", "p,Anything");
    RunResult waiting = loads.result();
    assertThat(TestLoads.shown(waiting))
        .containsExactly(
            "waits/a-2020.csv WAITING; waits for the side file waits/units.csv: it is not in the"
                + " inbox");
    assertThat(waiting.known()).isZero();
    assertThat(waiting.unclaimed()).isEmpty();
    assertThat(loads.rows("SELECT * FROM v_delivery WHERE feed = 'waits'")).isEmpty();

    units("waits", "p,Personas");
    assertThat(loads.run()).containsExactly("waits/a-2020.csv PUBLISHED");
    assertThat(figures("waits")).containsExactly("E001 | Personas | 100", "E002 | Hogares | 200");
    assertThat(loads.result())
        .isEqualTo(new RunResult(List.of(), 1, List.of(), List.of(), List.of(), List.of()));
  }

  @Test
  void the_digests_of_its_side_files_are_noted_with_a_delivery() throws IOException {
    published("noted");
    loads.file("noted/b-2021.csv", HEADER, "E001,p,100");
    units("noted", "p,Individuos");
    assertThat(loads.run()).containsExactly("noted/b-2021.csv PUBLISHED");
    assertThat(sideFiles("noted"))
        .containsExactly(
            "noted/a-2020.csv | PUBLISHED | codes/old.csv | 31 | 1",
            "noted/a-2020.csv | PUBLISHED | noted/units.csv | 21 | 1",
            "noted/b-2021.csv | PUBLISHED | codes/old.csv | 31 | 1",
            "noted/b-2021.csv | PUBLISHED | noted/units.csv | 23 | 1");
    assertThat(loads.rows(statement("docs/operate.md", "FROM v_delivery_side_files")))
        .contains("noted | noted/a-2020.csv | noted/units.csv")
        .noneMatch(row -> row.startsWith("noted | noted/b"));
  }

  /** The statement of a page that says this. */
  private static String statement(String page, String words) throws IOException {
    String text = Files.readString(Path.of(page));
    int begin = text.lastIndexOf("```sql\n", text.indexOf(words)) + "```sql\n".length();
    return text.substring(begin, text.indexOf(";\n```", begin));
  }

  @Test
  void a_published_delivery_stays_as_it_was_when_its_side_file_changes_or_goes() {
    published("stays");
    units("stays", "p,Individuos");
    assertThat(loads.result())
        .isEqualTo(new RunResult(List.of(), 1, List.of(), List.of(), List.of(), List.of()));
    loads.remove("stays/units.csv");
    assertThat(loads.result())
        .isEqualTo(new RunResult(List.of(), 1, List.of(), List.of(), List.of(), List.of()));
    assertThat(figures("stays")).containsExactly("E001 | Personas | 100", "E002 | Hogares | 200");
  }

  @Test
  void a_rejected_delivery_falls_due_again_when_a_side_file_changes() {
    loads.feed("again", DESCRIPTOR).file("again/a-2020.csv", HEADER, "E001,p,100", "E002,x,200");
    units("again", "p,Personas");
    assertThat(loads.run())
        .containsExactly(
            "again/a-2020.csv REJECTED; 1 of 2 records are in quarantine, more than the descriptor bears (`tolerances: {quarantined: 0}`); the first: line 3: Unidad: expected a key of again/units.csv or codes/old.csv but found \"x\"");
    assertThat(
            loads.rows(
                "SELECT code, line, column_name, found, message, accepted FROM v_issues WHERE feed = 'again'"))
        .containsExactly(
            "LOOKUP_NO_PARTNER | 3 | Unidad | x | Unidad: expected a key of again/units.csv or"
                + " codes/old.csv but found \"x\" | a key of again/units.csv or codes/old.csv");
    assertThat(loads.result().standing()).hasSize(1);
    loads.remove("again/units.csv");
    assertThat(loads.result().standing()).hasSize(1);

    units("again", "p,Personas", "x,Obras");
    assertThat(loads.run()).containsExactly("again/a-2020.csv PUBLISHED");
    assertThat(figures("again")).containsExactly("E001 | Personas | 100", "E002 | Obras | 200");
    assertThat(sideFiles("again"))
        .containsExactly(
            "again/a-2020.csv | PUBLISHED | again/units.csv | 29 | 1",
            "again/a-2020.csv | PUBLISHED | codes/old.csv | 31 | 1");
    assertThat(loads.one("SELECT rerun FROM v_delivery WHERE feed = 'again'")).isEqualTo("1");
  }

  @Test
  void a_side_file_that_can_not_be_used_rejects_the_delivery_by_its_name() {
    loads.feed("bad", DESCRIPTOR).file("bad/a-2020.csv", HEADER, "E001,p,100");
    units("bad", "p,Personas", "q,x", "p,Individuos");
    assertThat(loads.run())
        .containsExactly(
            "bad/a-2020.csv REJECTED; side file bad/units.csv: expected one record for the key \"p\""
                + " but lines 2 and 4 state Nombre \"Personas\" and \"Individuos\"");
    units("bad", "p,Personas");
    assertThat(loads.run()).containsExactly("bad/a-2020.csv PUBLISHED");
  }

  @Test
  void a_load_that_broke_off_starts_over_when_a_side_file_has_changed_since() {
    loads.feed("broken", DESCRIPTOR).file("broken/a-2020.csv", HEADER, "E001,p,100");
    units("broken", "p,Personas");
    breakOff("broken/a-2020.csv");
    units("broken", "p,Individuos");
    assertThat(loads.run()).containsExactly("broken/a-2020.csv PUBLISHED");
    assertThat(figures("broken")).containsExactly("E001 | Individuos | 100");
    assertThat(sideFiles("broken"))
        .containsExactly(
            "broken/a-2020.csv | PUBLISHED | broken/units.csv | 23 | 1",
            "broken/a-2020.csv | PUBLISHED | codes/old.csv | 31 | 1");
  }

  @Test
  void a_load_that_broke_off_goes_on_from_the_archive_when_a_side_file_has_gone_since() {
    loads.feed("gone", DESCRIPTOR).file("gone/a-2020.csv", HEADER, "E001,p,100");
    units("gone", "p,Personas");
    breakOff("gone/a-2020.csv");
    loads.remove("gone/units.csv");
    AtomicReference<String> staged = new AtomicReference<>("not again");
    atStage.set(() -> staged.set("again"));
    assertThat(loads.run()).containsExactly("gone/a-2020.csv PUBLISHED");
    assertThat(staged).hasValue("not again");
    assertThat(figures("gone")).containsExactly("E001 | Personas | 100");
  }

  /** Fails at the step after all is staged. */
  private void breakOff(String file) {
    atJudge.set(
        () -> {
          throw new IllegalStateException("broken off");
        });
    assertThat(loads.run()).containsExactly(file + " FAILED; step judge: broken off");
    atJudge.set(NOTHING);
  }

  @Test
  void records_are_read_again_with_the_side_files_they_were_staged_with() {
    loads
        .feed("settled", DESCRIPTOR, "tolerances: {quarantined: 2}")
        .file("settled/a-2020.csv", HEADER, "E001,p,100", "E001,p,101", "E002,h,200");
    units("settled", "p,Personas");
    atStage.set(() -> loads.file("settled/units.csv", "no side file"));
    assertThat(loads.run()).containsExactly("settled/a-2020.csv PUBLISHED");
    assertThat(figures("settled")).containsExactly("E002 | Hogares | 200");
    assertThat(loads.one("SELECT records_quarantined FROM v_delivery WHERE feed = 'settled'"))
        .isEqualTo("2");
  }

  private List<String> figures(String feed) {
    return loads.rows(
        """
        SELECT programme_code, unit, figure FROM v_coverage_history WHERE feed = '%s' ORDER BY 1, 2
        """
            .formatted(feed));
  }

  /** The digest as whether the archive has a file of it. */
  private List<String> sideFiles(String feed) {
    return loads
        .rows(
            """
            SELECT file_name, status, side_file_name, side_file_bytes, side_file_digest
            FROM v_delivery_side_files WHERE feed = '%s' ORDER BY 1, 3
            """
                .formatted(feed))
        .stream()
        .map(
            row -> {
              String digest = row.substring(row.lastIndexOf(' ') + 1);
              Path kept = folder.resolve("archive").resolve(digest.substring(0, 2)).resolve(digest);
              return row.replace(digest, kept.toFile().isFile() ? "1" : "0");
            })
        .toList();
  }
}
