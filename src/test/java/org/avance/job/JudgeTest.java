package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.avance.job.SeamDriver.Seam;
import org.avance.job.SeamDriver.When;
import org.avance.load.TestWarehouse;
import org.avance.model.Delivery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries that are rejected whole, why, and how they come back. */
class JudgeTest {
  private static final String HEADER = TestLoads.COVERAGE_HEADER;
  private static final String BAD_NUMBER =
      "Meta: expected a number such as 1,234.5 but found \"mucha\"";

  private static TestWarehouse warehouse;

  @TempDir private Path folder;
  private TestLoads loads;

  @BeforeAll
  static void warehouse() throws Exception {
    warehouse = TestWarehouse.migrated("judge");
  }

  @BeforeEach
  void loads() {
    loads = new TestLoads(folder, warehouse);
  }

  @AfterEach
  void close() {
    loads.close();
  }

  /** Rows of facts and dimensions, but for the register of feeds. */
  private Map<String, Long> published() {
    Map<String, Long> rows = new TreeMap<>(loads.versions());
    rows.remove("dim_feed");
    return rows;
  }

  @Test
  void a_delivery_that_passes_its_tolerances_is_rejected_with_every_reason() {
    loads
        .feed(
            "worn",
            TestLoads.COVERAGE,
            "totals: {when: {column: Clave, equals: Total}}",
            "sameKey: reject",
            "tolerances: {quarantined: 10%, crossFoot: 1}")
        .file(
            "worn/2020.csv",
            HEADER,
            "E001,Uno,Personas,mucha,90",
            "E002,Dos,Personas,200,180",
            "E002,Dos,Personas,201,180",
            "Total,,,999,451");
    Map<String, Long> before = published();
    assertThat(loads.run())
        .containsExactly(
            "worn/2020.csv REJECTED; 1 of 4 records are in quarantine, more than the descriptor bears (`tolerances: {quarantined: 10%}`); the first: line 2: "
                + BAD_NUMBER
                + "; Meta: the printed total is 999, its records add up to 401, a greater difference than the descriptor bears (`tolerances: {crossFoot: 1}`);"
                + " 2 records share a key with another and state other values (`sameKey: reject`); the first:"
                + " line 3: The record states another value than line 4 for the same key (99 E002, 2020, target, MX);"
                + " line 4: The record states another value than line 3 for the same key (99 E002, 2020, target, MX)");
    assertThat(published()).isEqualTo(before);
    assertThat(loads.figures("worn")).isEmpty();
    assertThat(
            loads.rows(
                "SELECT code, severity, record_no, line, column_name, found, message FROM v_issues WHERE feed = 'worn' ORDER BY record_no"))
        .containsExactly(
            "NUMBER_UNREADABLE | ERROR | 1 | 2 | Meta | mucha | " + BAD_NUMBER,
            "KEY_CONFLICT | ERROR | 2 | 3 |  |  | The record states another value than line 4 for the same key (99 E002, 2020, target, MX).",
            "KEY_CONFLICT | ERROR | 3 | 4 |  |  | The record states another value than line 3 for the same key (99 E002, 2020, target, MX).");
    assertThat(
            loads.rows(
                """
                SELECT status, published_at, records_read, records_staged, records_quarantined, records_totals, facts_new
                FROM v_delivery WHERE feed = 'worn'
                """))
        .containsExactly("REJECTED | null | 4 | 2 | 1 | 1 | 0");
    assertThat(loads.stagingTables()).isEmpty();
  }

  @Test
  void what_the_tolerances_bear_is_published() {
    loads
        .feed(
            "borne",
            TestLoads.COVERAGE,
            "totals: {when: {column: Clave, equals: Total}}",
            "tolerances: {quarantined: 1, crossFoot: 1%}")
        .file(
            "borne/2020.csv",
            HEADER,
            "E001,Uno,Personas,mucha,90",
            "E002,Dos,Personas,200,180",
            "Total,,,201,270");
    assertThat(loads.run()).containsExactly("borne/2020.csv PUBLISHED");
    assertThat(loads.figures("borne"))
        .containsExactly("E002 | TARGET | 2020 | 200 | 3", "E002 | SERVED | 2020 | 180 | 3");
  }

  @Test
  void files_that_are_no_files_of_the_feed_are_refused_by_name_and_stop_no_other() {
    loads
        .feed("broken", TestLoads.COVERAGE)
        .file("broken/a-2011.csv", new byte[0])
        .file("broken/b-2012.csv", HEADER)
        .file("broken/c-2013.csv", "Clave,Programa,Unidad,Meta", "E001,Uno,Personas,1")
        .file(
            "broken/d-2014.csv",
            (HEADER + "\nE001,Niños,Personas,1,1\n").getBytes(StandardCharsets.ISO_8859_1))
        .file(
            "broken/e-2015.csv",
            HEADER,
            "E001,Uno,Personas,1,1",
            "E002,\"Dos,Personas,2,2",
            "E003,x,y,3,3")
        .file("broken/last.csv", HEADER, "E001,Uno,Personas,7,7")
        .file("broken/g-2020.csv", HEADER, "E001,Uno,Personas,1,1");
    List<String> outcomes = loads.run();
    assertThat(outcomes)
        .containsExactly(
            "broken/last.csv REJECTED; expected a file name that states its edition ([a-z-]*(?<edition>\\d{4}(-\\d\\d)?)\\.csv), found \"last.csv\"",
            "broken/a-2011.csv REJECTED; expected a table, found a file without text",
            "broken/b-2012.csv REJECTED; The file has no record under its header.",
            "broken/c-2013.csv REJECTED; expected a column \"Atendida\", found the header \"Clave\", \"Programa\", \"Unidad\", \"Meta\"",
            "broken/d-2014.csv REJECTED; line 2: byte 0xF1 at offset 43 can't be UTF-8; the file may be windows-1252",
            "broken/e-2015.csv REJECTED; line 3: a quote opens a cell here and is never closed",
            "broken/g-2020.csv PUBLISHED");
    assertThat(
            loads.rows(
                "SELECT file_name, status, reasons FROM v_delivery WHERE feed = 'broken' ORDER BY delivery_id"))
        .containsExactlyElementsOf(
            outcomes.stream()
                .map(line -> line.replaceFirst(" ", " | ").replaceFirst("; ", " | "))
                .map(line -> line.endsWith("PUBLISHED") ? line + " | " : line)
                .toList());
    assertThat(loads.figures("broken"))
        .containsExactly("E001 | TARGET | 2020 | 1 | 2", "E001 | SERVED | 2020 | 1 | 2");
    RunResult again = loads.result();
    assertThat(again.loads()).isEmpty();
    assertThat(again.known()).isEqualTo(7);
    assertThat(again.standing()).extracting(Delivery::fileName).hasSize(6);
  }

  @Test
  void a_rejection_stands_until_the_descriptor_changes_and_is_then_loaded_from_stage() {
    loads
        .feed("stands", TestLoads.COVERAGE)
        .file("stands/2020.csv", HEADER, "E001,Uno,Personas,mucha,90", "E002,Dos,Personas,2,1");
    String rejected =
        "1 of 2 records are in quarantine, more than the descriptor bears (`tolerances: {quarantined: 0}`); the first: line 2: "
            + BAD_NUMBER;
    assertThat(loads.run()).containsExactly("stands/2020.csv REJECTED; " + rejected);
    RunResult again = loads.result();
    assertThat(again.loads()).isEmpty();
    assertThat(again.standing())
        .extracting(Delivery::fileName, Delivery::reasons)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("stands/2020.csv", List.of(rejected)));
    loads.feed("stands", TestLoads.COVERAGE, "tolerances: {quarantined: 1}");
    assertThat(loads.run()).containsExactly("stands/2020.csv PUBLISHED");
    assertThat(loads.figures("stands"))
        .containsExactly("E002 | TARGET | 2020 | 2 | 3", "E002 | SERVED | 2020 | 1 | 3");
    assertThat(executions("stands"))
        .containsExactly(
            "0 | COMPLETED | receive, stage, classify, judge, publish",
            "1 | COMPLETED | receive, stage, classify, judge, publish");
    assertThat(
            loads.rows(
                "SELECT status, rerun, records_read, reasons FROM v_delivery WHERE feed = 'stands'"))
        .containsExactly("PUBLISHED | 1 | 2 | ");
    assertThat(
            loads.rows("SELECT code, COUNT(*) FROM v_issues WHERE feed = 'stands' GROUP BY code"))
        .containsExactly("NUMBER_UNREADABLE | 1");
    assertThat(loads.run()).isEmpty();
  }

  @Test
  void a_rejection_falls_due_again_when_the_rulebook_changes() {
    loads
        .feed("rules", TestLoads.COVERAGE)
        .file("rules/2020.csv", HEADER, "E001,Uno,Personas,mucha,90");
    String rejected =
        "rules/2020.csv REJECTED; 1 of 1 records are in quarantine, more than the descriptor bears (`tolerances: {quarantined: 0}`); the first: line 2: "
            + BAD_NUMBER
            + "; none of 1 records states a fact";
    assertThat(loads.run()).containsExactly(rejected);
    loads.rulebook("2020.2");
    assertThat(loads.run()).containsExactly(rejected);
    assertThat(loads.run()).isEmpty();
  }

  @Test
  void a_wrong_descriptor_takes_only_its_own_feed_out() {
    loads
        .feed("wrong", TestLoads.COVERAGE, "scop: feed")
        .feed("right", TestLoads.COVERAGE)
        .file("wrong/2020.csv", HEADER, "E001,Uno,Personas,1,1")
        .file("right/2020.csv", HEADER, "E001,Uno,Personas,1,1");
    assertThat(loads.run()).containsExactly("right/2020.csv PUBLISHED");
    Feeds feeds = loads.feeds();
    assertThat(feeds.sound()).extracting(Feeds.Summary::feed).containsExactly("right");
    assertThat(feeds.faults())
        .extracting(Feeds.Fault::message)
        .containsExactly(
            "%s/jobs/wrong.yaml:17: unknown word \"scop\" in the descriptor; expected one of feed, title, agency, source, files, edition, scope, limits, entry, sameKey, aggregate, tolerances, expectations, schedule, zone, catchUp, kind, format, dialect, numbers, missingValues, unitAliases, lookups, record, facts, melt, filter, totals, controls, key, layouts, sheet; did you mean \"scope\"?"
                .formatted(folder));
  }

  @Test
  void a_printed_text_of_any_length_is_told_and_kept() {
    String endless = "😀".repeat(3000);
    loads
        .feed("long", TestLoads.COVERAGE, "tolerances: {quarantined: 1}")
        .file(
            "long/2020.csv",
            HEADER,
            "E001,Uno,Personas," + endless + ",90",
            "E002,Dos,Personas,2,1");
    assertThat(loads.run()).containsExactly("long/2020.csv PUBLISHED");
    assertThat(
            loads.rows(
                "SELECT raw FROM quarantine JOIN v_delivery USING (delivery_id) WHERE feed = 'long'"))
        .containsExactly("E001,Uno,Personas," + endless + ",90");
  }

  @Test
  void a_load_killed_under_another_descriptor_starts_again_at_stage() throws Exception {
    loads.feed("since", TestLoads.COVERAGE).file("since/2020.csv", HEADER, "E001,Uno,Personas,1,2");
    loads.cutOff("since", new Seam("UPDATE delivery SET status", 2, When.AFTER_COMMIT));
    loads.feed("since", TestLoads.COVERAGE.replace("constant: target", "constant: potential"));
    assertThat(loads.run()).containsExactly("since/2020.csv PUBLISHED");
    assertThat(loads.figures("since"))
        .containsExactly("E001 | SERVED | 2020 | 2 | 2", "E001 | POTENTIAL | 2020 | 1 | 2");
    assertThat(executions("since"))
        .containsExactly(
            "0 | FAILED | receive, stage, classify, judge",
            "0 | COMPLETED | receive, stage, classify, judge, publish");
  }

  /** Executions of a feed's job in order: rerun, status, steps that ran. */
  private List<String> executions(String feed) {
    return loads.rows(
        """
        SELECT p.PARAMETER_VALUE, e.STATUS, GROUP_CONCAT(s.STEP_NAME ORDER BY s.STEP_EXECUTION_ID SEPARATOR ', ')
        FROM BATCH_JOB_INSTANCE i JOIN BATCH_JOB_EXECUTION e USING (JOB_INSTANCE_ID)
        JOIN BATCH_JOB_EXECUTION_PARAMS p ON p.JOB_EXECUTION_ID = e.JOB_EXECUTION_ID AND p.PARAMETER_NAME = 'rerun'
        JOIN BATCH_STEP_EXECUTION s ON s.JOB_EXECUTION_ID = e.JOB_EXECUTION_ID
        WHERE i.JOB_NAME = 'load-%s' GROUP BY e.JOB_EXECUTION_ID, p.PARAMETER_VALUE, e.STATUS ORDER BY e.JOB_EXECUTION_ID
        """
            .formatted(feed));
  }
}
