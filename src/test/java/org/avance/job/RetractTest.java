package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.avance.load.Archive;
import org.avance.load.TestWarehouse;
import org.avance.model.Delivery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A delivery that is taken back leaves the warehouse as if it had never come. Each case loads the
 * same files twice: under one feed with the delivery, which is then taken back, and under another
 * without it; what both hold afterwards is compared, row by row.
 */
class RetractTest {
  private static final String INDICATORS =
      """
      title: T
      agency: A
      files: '%1$s/*.csv'
      kind: indicator
      record:
        agency: {constant: "99"}
        programme: Programa
        programmeName: Nombre del programa
        indicator: Id
        indicatorName: Nombre
        level: {constant: Fin}
        unit: {constant: Porcentaje}
        direction: {constant: ascending}
        year: Ciclo
        geography: {constant: MX}
        baseline: LB
        baselineYear: {constant: "2018"}
        target: Meta
        targetYear: {constant: "2024"}
      facts:
        - value: Valor
      """;

  private static final String INDICATOR_HEADER =
      "Programa,Nombre del programa,Id,Nombre,LB,Meta,Ciclo,Valor";

  private static TestWarehouse warehouse;

  @TempDir private Path folder;
  private TestLoads loads;

  @BeforeAll
  static void warehouse() throws Exception {
    warehouse = TestWarehouse.migrated("retract");
  }

  @BeforeEach
  void loads() {
    loads = new TestLoads(folder, warehouse);
  }

  @AfterEach
  void close() {
    loads.close();
  }

  /** One file and what stands in it. */
  private record Sent(String name, List<String> lines) {}

  private static Sent sent(String name, String... lines) {
    return new Sent(name, List.of(lines));
  }

  private void load(String feed, Sent file) {
    loads.file(feed + "/" + file.name(), file.lines().toArray(String[]::new));
    assertThat(loads.run()).containsExactly(feed + "/" + file.name() + " PUBLISHED");
  }

  private long delivery(String feed, String name) {
    return Long.parseLong(
        loads.one(
            "SELECT delivery_id FROM v_delivery WHERE file_name = '%s/%s'".formatted(feed, name)));
  }

  private Retractor.Outcome retract(long id) {
    return retract(id, Progress.NONE);
  }

  private Retractor.Outcome retract(long id, Progress progress) {
    try (Retractor retractor = Retractor.open(loads.settings(TestLoads.PATIENCE), progress)) {
      Delivery delivery = retractor.find(id).orElseThrow();
      return retractor.retract(delivery, "sent by mistake");
    } catch (java.io.IOException | WrongRulebook e) {
      throw new AssertionError(e);
    }
  }

  /** Everything of a feed that depends on no number of a row, a delivery or a feed. */
  private List<String> held(String feed) {
    List<String> held = new ArrayList<>();
    for (String question :
        List.of(
            """
            SELECT 'coverage', programme_code, year, population_code, figure, unit, note, REPLACE(file_name, feed, 'feed'), line, segment,
                   is_jump, change_percent, rulebook_version, programme_name, component_name
            FROM v_coverage_history WHERE feed = '%s'
            """,
            """
            SELECT 'indicator', programme_code, indicator_code, year, figure, REPLACE(file_name, feed, 'feed'), line, progress_code, progress_percent,
                   trend_code, slope, light_code, indicator_name, programme_name
            FROM v_indicator_history WHERE feed = '%s'
            """,
            """
            SELECT 'counts', programme_code, year_key, n_total, n_exceeded, n_adequate, n_insufficient, n_lagging, n_far_lagging, n_trend
            FROM fct_programme_performance JOIN dim_feed USING (feed_id) JOIN dim_programme p USING (programme_id) WHERE feed = '%s'
            """,
            """
            SELECT 'name', p.programme_code, n.year_key, n.name, REPLACE(d.file_name, feed, 'feed'), n.line
            FROM dim_programme_name n JOIN dim_feed g ON g.feed_id = n.feed_id JOIN dim_programme p USING (programme_id)
            JOIN delivery d USING (delivery_id) WHERE feed = '%s'
            """,
            """
            SELECT 'indicator name', i.code, n.year_key, n.name, REPLACE(d.file_name, feed, 'feed'), n.line
            FROM dim_indicator_name n JOIN dim_feed g ON g.feed_id = n.feed_id JOIN dim_indicator i USING (indicator_id)
            JOIN delivery d USING (delivery_id) WHERE feed = '%s'
            """)) {
      held.addAll(loads.rows(question.formatted(feed)).stream().sorted().toList());
    }
    return held;
  }

  private void leavesAsIfItHadNeverCome(
      String name, String descriptor, String more, List<Sent> files, String wrong) {
    String with = name + "-with";
    String without = name + "-without";
    loads.feed(with, descriptor, more).feed(without, descriptor, more);
    List<String> before = List.of();
    for (Sent file : files) {
      load(with, file);
      if (!file.name().equals(wrong)) {
        load(without, file);
      }
    }
    before = held(with);
    long id = delivery(with, wrong);
    Retractor.Outcome outcome = retract(id);
    assertThat(outcome.reason()).isEmpty();
    assertThat(held(with)).isEqualTo(held(without)).isNotEqualTo(before);
    assertThat(loads.rows("SELECT * FROM delivery WHERE feed_id = 0")).isEmpty();
    assertThat(loads.stagingTables()).isEmpty();
    for (String table :
        List.of(
            "fct_coverage",
            "fct_coverage_judgement",
            "fct_indicator_value",
            "fct_indicator_judgement",
            "fct_programme_performance",
            "dim_programme_name",
            "dim_indicator_name",
            "dim_agency_name")) {
      assertThat(loads.one("SELECT COUNT(*) FROM " + table + " WHERE delivery_id = " + id))
          .as(table)
          .isEqualTo("0");
    }
  }

  @Test
  void of_an_edition_the_delivery_before_it_comes_back_with_what_the_wrong_one_ended() {
    leavesAsIfItHadNeverCome(
        "edition",
        TestLoads.COVERAGE,
        "",
        List.of(
            sent(
                "a-2020.csv",
                TestLoads.COVERAGE_HEADER,
                "E001,Uno,Personas,100,90",
                "E002,Dos,Personas,200,180"),
            sent("a-2021.csv", TestLoads.COVERAGE_HEADER, "E001,Uno,Personas,110,95"),
            sent(
                "b-2020.csv",
                TestLoads.COVERAGE_HEADER,
                "E001,Uno y medio,Personas,100,9",
                "E003,Tres,Personas,7,7")),
        "b-2020.csv");
    assertThat(loads.figures("edition-with"))
        .containsExactly(
            "E001 | TARGET | 2020 | 100 | 2",
            "E001 | SERVED | 2020 | 90 | 2",
            "E001 | TARGET | 2021 | 110 | 2",
            "E001 | SERVED | 2021 | 95 | 2",
            "E002 | TARGET | 2020 | 200 | 3",
            "E002 | SERVED | 2020 | 180 | 3");
  }

  @Test
  void what_a_later_delivery_repeated_unchanged_is_that_one_s() {
    leavesAsIfItHadNeverCome(
        "repeated",
        TestLoads.COVERAGE,
        "",
        List.of(
            sent("a-2020.csv", TestLoads.COVERAGE_HEADER, "E001,Uno,Personas,100,90"),
            sent(
                "b-2020.csv",
                TestLoads.COVERAGE_HEADER,
                "E001,Uno,Personas,100,80",
                "E002,Dos,Personas,5,4"),
            sent(
                "c-2020.csv",
                TestLoads.COVERAGE_HEADER,
                "E002,Dos,Personas,5,3",
                "E001,Uno,Personas,100,80")),
        "b-2020.csv");
  }

  @Test
  void without_a_scope_all_that_state_its_keys_are_asked() {
    leavesAsIfItHadNeverCome(
        "loose",
        INDICATORS,
        "scope: none",
        List.of(
            sent(
                "1.csv",
                INDICATOR_HEADER,
                "P1,Uno,a,Acceso,10,60,2019,20",
                "P1,Uno,b,Visitas,10,60,2019,3"),
            sent(
                "2.csv",
                INDICATOR_HEADER,
                "P1,Uno,b,Visitas,10,60,2020,4",
                "P2,Dos,c,Multas,10,60,2020,7"),
            sent(
                "3.csv",
                INDICATOR_HEADER,
                "P1,Uno mal,a,Acceso,10,60,2019,55",
                "P1,Uno mal,b,Visitas,10,60,2020,44",
                "P2,Dos,c,Multas,10,60,2020,70",
                "P2,Dos,c,Multas,10,60,2021,71",
                "P3,Tres,d,Nada,10,60,2021,1"),
            sent(
                "4.csv",
                INDICATOR_HEADER,
                "P1,Uno,b,Visitas,10,60,2019,9",
                "P2,Dos,c,Multas,10,60,2021,71")),
        "3.csv");
  }

  @Test
  void the_only_delivery_of_a_feed_leaves_nothing() {
    loads.feed("only", INDICATORS);
    load("only", sent("1.csv", INDICATOR_HEADER, "P1,Uno,a,Acceso,10,60,2019,20"));
    Retractor.Outcome outcome = retract(delivery("only", "1.csv"));
    assertThat(outcome).isEqualTo(new Retractor.Outcome(List.of(), 1, 0, 1, List.of(), ""));
    assertThat(held("only")).isEmpty();
  }

  @Test
  void quarantine_of_the_one_before_keeps_what_the_one_before_that_states() {
    leavesAsIfItHadNeverCome(
        "kept",
        TestLoads.COVERAGE,
        "tolerances: {quarantined: 1}",
        List.of(
            sent(
                "a-2020.csv",
                TestLoads.COVERAGE_HEADER,
                "E001,Uno,Personas,100,90",
                "E002,Dos,Personas,200,180"),
            sent(
                "b-2020.csv",
                TestLoads.COVERAGE_HEADER,
                "E001,Uno,Personas,100,95",
                "E002,Dos,Personas,200 (p),180"),
            sent("c-2020.csv", TestLoads.COVERAGE_HEADER, "E003,Tres,Personas,1,1")),
        "c-2020.csv");
  }

  @Test
  void the_register_says_so_and_the_past_stays_readable() {
    loads.feed("said", TestLoads.COVERAGE);
    load("said", sent("a-2020.csv", TestLoads.COVERAGE_HEADER, "E001,Uno,Personas,100,90"));
    load("said", sent("b-2020.csv", TestLoads.COVERAGE_HEADER, "E001,Uno,Personas,100,9"));
    long id = delivery("said", "b-2020.csv");
    Retractor.Outcome outcome = retract(id);
    assertThat(outcome.loadedAgain())
        .extracting(Delivery::fileName)
        .containsExactly("said/a-2020.csv");
    assertThat(outcome.taken()).isEqualTo(1);
    assertThat(outcome.restored()).isEqualTo(1);
    assertThat(
            loads.rows(
                """
                SELECT status, status_en, reasons, retract_reason, retracted_at > published_at FROM v_delivery
                WHERE feed = 'said' ORDER BY delivery_id
                """))
        .containsExactly(
            "PUBLISHED | Published |  |  | null",
            "RETRACTED | Taken back | sent by mistake | sent by mistake | 1");
    // As of the night before, and up to the very instant: never both, never none.
    String figure =
        "SELECT figure FROM fct_coverage FOR SYSTEM_TIME AS OF TIMESTAMP'%s' JOIN dim_feed USING (feed_id) WHERE feed = 'said' AND population_key = (SELECT population_key FROM dim_population_kind WHERE code = 'SERVED')";
    String published =
        loads.one("SELECT CAST(published_at AS CHAR) FROM v_delivery WHERE delivery_id = " + id);
    String retracted =
        loads.one("SELECT CAST(retracted_at AS CHAR) FROM v_delivery WHERE delivery_id = " + id);
    assertThat(loads.rows(figure.formatted(published))).containsExactly("9");
    assertThat(loads.rows(figure.formatted(retracted))).containsExactly("90");
    // Run leaves it alone; its quarantine and counts stand as they were.
    assertThat(loads.run()).isEmpty();
    // A rerun loads it again.
    loads.open().load(Selection.of(List.of(Selection.Chosen.again(found(id)))));
    assertThat(loads.figures("said")).contains("E001 | SERVED | 2020 | 9 | 2");
    assertThat(loads.one("SELECT status FROM v_delivery WHERE delivery_id = " + id))
        .isEqualTo("PUBLISHED");
  }

  private Delivery found(long id) {
    try (Retractor retractor = Retractor.open(loads.settings(TestLoads.PATIENCE), Progress.NONE)) {
      return retractor.find(id).orElseThrow();
    } catch (java.io.IOException | WrongRulebook e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void what_dies_before_its_commit_has_changed_nothing_and_said_again_comes_to_its_end() {
    loads.feed("dies", INDICATORS, "scope: none");
    load("dies", sent("1.csv", INDICATOR_HEADER, "P1,Uno,a,Acceso,10,60,2019,20"));
    List<String> first = held("dies");
    load("dies", sent("2.csv", INDICATOR_HEADER, "P1,Uno,a,Acceso,10,60,2019,55"));
    long id = delivery("dies", "2.csv");
    List<String> before = held("dies");
    Map<String, Long> versions = loads.versions();
    // Facts have gone and come by then, and what follows from them is being judged.
    Progress dying =
        (feed, file, step, records) -> {
          if (step.equals("classify")) {
            throw new IllegalStateException("killed");
          }
        };
    assertThat(retract(id, dying).reason()).isEqualTo("killed; nothing was changed");
    assertThat(held("dies")).isEqualTo(before);
    assertThat(loads.versions()).isEqualTo(versions);
    assertThat(loads.one("SELECT status FROM v_delivery WHERE delivery_id = " + id))
        .isEqualTo("PUBLISHED");
    assertThat(retract(id).reason()).isEmpty();
    assertThat(held("dies")).isEqualTo(first);
  }

  @Test
  void of_two_who_take_it_back_at_once_the_second_changes_nothing() throws Exception {
    loads.feed("two", TestLoads.COVERAGE);
    load("two", sent("a-2020.csv", TestLoads.COVERAGE_HEADER, "E001,Uno,Personas,100,90"));
    long id = delivery("two", "a-2020.csv");
    Delivery seen = found(id);
    assertThat(retract(id).reason()).isEmpty();
    String register = "SELECT retracted_at, retract_reason FROM delivery WHERE delivery_id = " + id;
    String before = loads.one(register);
    try (Retractor second = Retractor.open(loads.settings(TestLoads.PATIENCE), Progress.NONE)) {
      assertThat(second.retract(seen, "another reason").reason())
          .isEqualTo("another process has changed it meanwhile: it is RETRACTED now; say it again");
    }
    assertThat(loads.one(register)).isEqualTo(before);
    // Nor does whoever chose to load it again before undo it.
    Selection chosen = Selection.of(List.of(Selection.Chosen.again(seen)));
    assertThat(TestLoads.shown(loads.open().load(chosen)))
        .containsExactly(
            "two/a-2020.csv FAILED; another process has taken it back meanwhile; `rerun` loads it again");
    assertThat(loads.one(register)).isEqualTo(before);
    assertThat(held("two")).isEmpty();
  }

  @Test
  void what_it_ended_comes_back_though_the_clock_stepped_back_in_mid_load() {
    loads.feed("clock", TestLoads.COVERAGE);
    load("clock", sent("a-2020.csv", TestLoads.COVERAGE_HEADER, "E001,Uno,Personas,100,90"));
    List<String> before = held("clock");
    load("clock", sent("b-2020.csv", TestLoads.COVERAGE_HEADER, "E002,Dos,Personas,7,6"));
    long id = delivery("clock", "b-2020.csv");
    TestLoads.sql(warehouse)
        .sql(
            "UPDATE delivery SET received_at = published_at + INTERVAL 1 HOUR WHERE delivery_id = ?")
        .param(id)
        .update();
    assertThat(retract(id).reason()).isEmpty();
    assertThat(held("clock")).isEqualTo(before);
  }

  @Test
  void what_can_t_be_loaded_again_stops_it_before_anything_changes() throws Exception {
    loads.feed("lost", TestLoads.COVERAGE);
    load("lost", sent("a-2020.csv", TestLoads.COVERAGE_HEADER, "E001,Uno,Personas,100,90"));
    load("lost", sent("b-2020.csv", TestLoads.COVERAGE_HEADER, "E001,Uno,Personas,100,9"));
    long first = delivery("lost", "a-2020.csv");
    Path kept = new Archive(folder.resolve("archive")).file(found(first).digest());
    Path elsewhere = folder.resolve("elsewhere");
    Files.move(kept, elsewhere);
    Map<String, Long> before = loads.versions();
    assertThat(retract(delivery("lost", "b-2020.csv")).reason())
        .isEqualTo(
            "delivery %d (lost/a-2020.csv) may state what it stated and is to be loaded again, but its bytes are not in the archive at %s; nothing was changed"
                .formatted(first, kept));
    assertThat(loads.versions()).isEqualTo(before);
    Files.move(elsewhere, kept);
    loads.feed("lost", TestLoads.COVERAGE.replace("Clave", "Clave nueva"));
    assertThat(retract(delivery("lost", "b-2020.csv")).reason())
        .startsWith(
            "delivery %d (lost/a-2020.csv) may state what it stated, but can't be loaded again under the descriptor of now: "
                .formatted(first))
        .endsWith("; nothing was changed");
    assertThat(loads.versions()).isEqualTo(before);
    assertThat(loads.rows("SELECT * FROM delivery WHERE feed_id = 0")).isEmpty();
  }
}
