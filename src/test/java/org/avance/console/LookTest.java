package org.avance.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.avance.load.Ownership;
import org.avance.load.TestWarehouse;
import org.avance.operate.FreshnessCheck;
import org.avance.operate.InboxList;
import org.avance.operate.QuarantineActs;
import org.avance.operate.Refusal;
import org.avance.operate.Run;
import org.avance.operate.RunDetails;
import org.avance.operate.RunList;
import org.avance.operate.TraceCell;
import org.avance.operate.Workplace;
import org.avance.warehouse.Executions;
import org.avance.warehouse.QueryRefused;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator finds the morning after: whole pages, of a night with a bit of everything. */
final class LookTest {
  private static final Pattern TIME = Pattern.compile("\\d{4}(-\\d\\d){2} \\d\\d:\\d\\d(:\\d\\d)?");
  private static final Pattern SECONDS = Pattern.compile("( +)\\d+\\.\\d{1,2}(?= )");
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}|[0-9a-f]{16}…");
  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

  private static final String HEADER = "Clave,Programa,Unidad,Meta,Atendida";

  private static final String DESCRIPTOR =
      """
      feed: cov
      title: T
      agency: A
      files: 'cov/*.csv'
      kind: coverage
      edition: {fileName: '[a-z-]*(?<edition>\\d{4})\\.csv'}
      tolerances: {quarantined: 50%}
      expectations: {every: year}
      record:
        agency: {constant: "99"}
        agencyName: {constant: An agency}
        programme: Clave
        programmeName: Programa
        unit: Unidad
        geography: {constant: MX}
      facts:
        - {population: {constant: target}, value: Meta}
        - {population: {constant: served}, value: Atendida}
      """;

  @TempDir private static Path folder;
  private static TestWarehouse warehouse;
  private static Workplace place;

  /** Executions 1 to 4 load; 5 failed in the old way, 6 was left behind by its process. */
  @BeforeAll
  static void a_night() throws Exception {
    warehouse = TestWarehouse.migrated("test_look");
    place =
        new Workplace(
            folder.resolve("home"),
            folder.resolve("jobs"),
            folder.resolve("inbox"),
            Map.of(
                "AVANCE_DB_URL", warehouse.endpoint().jdbcUrl(),
                "AVANCE_DB_USER", warehouse.endpoint().owner().user(),
                "AVANCE_DB_PASSWORD", warehouse.endpoint().owner().password()));
    write("jobs/cov.yaml", DESCRIPTOR);
    for (String rules : List.of("coverage.yaml", "indicators.yaml", "prices.yaml")) {
      write("jobs/rules/" + rules, Files.readString(Path.of("jobs/rules", rules)));
    }
    write("jobs/rules/rulebook.yaml", "version: 2020.1\nfeedOrder: []\n");
    file(
        "cov/a2019.csv",
        "E1,One,Personas,100,90",
        "E2,Two,Personas,200,=2",
        "E3,Three,Personas,30,30");
    file("cov/a2020.csv", "E1,One,Personas,1 x,-y", "E2,Two,Personas,\u001B[31m,5");
    run();
    file("cov/b2019.csv", "E1,One,Personas,110,90");
    run();
    file("cov/c2021.csv", "E1,One,Personas,120,95");
    file("stray.csv", "x");
    file("cov/copy2021.csv", "E1,One,Personas,120,95");
    sayOfTheJobRepository();
  }

  private static void run() {
    Run.perform(place, Set.of(), (feed, file, step, records) -> {});
  }

  private static void file(String name, String... lines) throws IOException {
    write("inbox/" + name, HEADER + "\n" + String.join("\n", lines) + "\n");
    Files.setLastModifiedTime(folder.resolve("inbox").resolve(name), LONG_AGO);
  }

  private static void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** What a build of before, and a killed process, leave there. */
  private static void sayOfTheJobRepository() {
    for (int run : List.of(5, 6)) {
      sql("INSERT INTO BATCH_JOB_INSTANCE VALUES (%1$d, 0, 'load-cov', 'k%1$d')".formatted(run));
      sql(
          """
          INSERT INTO BATCH_JOB_EXECUTION (JOB_EXECUTION_ID, VERSION, JOB_INSTANCE_ID, CREATE_TIME, START_TIME, STATUS)
          VALUES (%1$d, 1, %1$d, '2026-02-01 02:00:00', '2026-02-01 02:00:00', 'STARTED')
          """
              .formatted(run));
      sql(
          "INSERT INTO BATCH_JOB_EXECUTION_PARAMS VALUES (%d, 'feed', 'java.lang.String', 'cov', 'Y')"
              .formatted(run));
    }
    sql(
        """
        UPDATE BATCH_JOB_EXECUTION SET STATUS = 'FAILED', END_TIME = '2026-02-01 02:00:01.500', EXIT_MESSAGE =
          'org.springframework.dao.X: y\n\tat a.B.c(B.java:1)\nCaused by: java.sql.SQLException: (conn=3) the disk is full\n\tat d.E.f(E.java:2)'
        WHERE JOB_EXECUTION_ID = 5
        """);
  }

  private static void sql(String statement) {
    warehouse.owner().sql(statement).update();
  }

  private static String masked(StringWriter out) {
    String here = out.toString().replace(folder.toString(), "DIR");
    assertThat(here.lines()).allMatch(line -> line.length() <= 100);
    String text = TIME.matcher(here).replaceAll(found -> found.group().replaceAll("\\d", "0"));
    text = DIGEST.matcher(text).replaceAll("DIGEST");
    return SECONDS
        .matcher(text)
        .replaceAll(found -> " ".repeat(found.group().length() - 4) + "0.00");
  }

  private interface Page {
    void print(PrintWriter out);
  }

  private static String page(Page page) {
    StringWriter out = new StringWriter();
    page.print(new PrintWriter(out));
    return masked(out);
  }

  private static String runs(boolean failed, String feed, String since, int limit) {
    RunList.Report report = RunList.perform(place, failed, feed, since, limit);
    return page(out -> RunsPage.print(report, failed, out));
  }

  @Test
  void runs_are_a_line_each_the_newest_first() {
    assertThat(runs(false, "", "", 50))
        .isEqualTo(
            """
            run  feed  file       started (UTC)     seconds  outcome      records  facts
              6  cov   –          0000-00-00 00:00        –  LEFT BEHIND        0  0/0/0
              5  cov   –          0000-00-00 00:00     0.00  FAILED             0  0/0/0
              3  cov   b2019.csv  0000-00-00 00:00     0.00  PUBLISHED          1  0/1/2
              2  cov   a2020.csv  0000-00-00 00:00     0.00  REJECTED           2  0/0/0
              1  cov   a2019.csv  0000-00-00 00:00     0.00  PUBLISHED          3  4/0/0
            (facts: new/changed/ended)
            """);
  }

  @Test
  void what_is_left_off_is_said_and_a_day_is_a_bound() {
    assertThat(runs(false, "cov", "", 1))
        .endsWith("4 older runs left off; --limit N shows more.\n");
    assertThat(RunList.perform(place, false, "", "2026-02-01", 50).runs()).hasSize(5);
    assertThat(RunList.perform(place, false, "", "9999-01-01", 50).runs()).isEmpty();
    assertThat(RunList.perform(place, false, "", "2h", 50).runs())
        .extracting(run -> run.run())
        .containsExactly(3L, 2L, 1L);
  }

  @Test
  void failed_are_those_that_still_need_somebody() throws Exception {
    assertThat(RunList.perform(place, true, "", "", 50).runs())
        .extracting(run -> run.run())
        .containsExactly(6L, 5L, 2L);
    try (Ownership held = claim()) {
      assertThat(held).isNotNull();
      assertThat(RunList.perform(place, true, "", "", 50).runs())
          .extracting(run -> run.run())
          .containsExactly(5L, 2L);
      assertThat(runs(false, "", "", 1)).contains("  RUNNING  ");
    }
  }

  private static Ownership claim() throws Exception {
    return Ownership.claim(
            warehouse.as(warehouse.endpoint().owner()), "test_look", "cov", Duration.ZERO)
        .orElseThrow();
  }

  @Test
  void wrong_questions_are_answered_with_right_ones() {
    refuses(
        () -> RunList.perform(place, false, "cow", "", 50),
        "no descriptor cow.yaml in %s (see --jobs); there are cov; did you mean cov?"
            .formatted(place.jobs()));
    refuses(
        () -> RunList.perform(place, false, "", "lately", 50),
        "expected --since to be a date such as 2026-03-31, or a span back from now such as 12h, 7d or 2w; found lately");
    refuses(
        () -> RunDetails.perform(place, 77),
        "no run is numbered 77; `./avance runs` lists those there are");
  }

  private static void refuses(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable act, String message) {
    assertThatThrownBy(act).isInstanceOf(Refusal.class).hasMessage(message);
  }

  @Test
  void a_rejected_run_is_shown_with_its_reasons_and_the_commands_that_help() {
    RunDetails.Report report = RunDetails.perform(place, 2);
    assertThat(page(out -> new ShowPage(report, out).print()))
        .isEqualTo(
            """
            run 2 of cov: REJECTED after 0.00 s
            started 0000-00-00 00:00:00, ended 0000-00-00 00:00:00 (UTC)

            step      status     seconds  read  written  taken back
            receive   COMPLETED     0.00     0        0           0
            stage     COMPLETED     0.00     2        2           0
            classify  COMPLETED     0.00     0        0           0
            judge     COMPLETED     0.00     0        0           0
            publish   COMPLETED     0.00     0        0           0

            delivery 2: cov/a2020.csv
                REJECTED, edition 2020, scope edition 2020
                received 0000-00-00 00:00:00, published – (UTC)
                digest DIGEST, 83 bytes
                descriptor DIGEST, the one of now
                rulebook DIGEST, version 2020.1, the one of now
                2 records read = 0 staged + 2 quarantined + 0 blank + 0 totals + 0 filtered + 0 repeated
                0 facts stated: 0 new, 0 changed, 0 unchanged, 0 kept as newer; 0 ended
                because: 2 of 2 records are in quarantine, more than the descriptor bears (`tolerances:
                         {quarantined: 50%}`); the first: line 2: Meta: expected a number such as 1,234.5 but
                         found "1 x"; line 2: Atendida: expected a number such as 1,234.5 but found "-y"; line
                         3: Meta: expected a number such as 1,234.5 but found "\\u001b[31m"
                because: none of 2 records states a fact

            issues of the delivery
                NUMBER_UNREADABLE in Meta: 2
                    line 2: Meta: expected a number such as 1,234.5 but found "1 x"
                    line 3: Meta: expected a number such as 1,234.5 but found "\\u001b[31m"
                NUMBER_UNREADABLE in Atendida: 1
                    line 2: Atendida: expected a number such as 1,234.5 but found "-y"

            log: DIR/home/log/avance.log

            what can be done now
                ./avance quarantine list --delivery 2
                    shows the records that were set aside
                ./avance feed try cov DIR/inbox/cov/a2020.csv
                    shows what the descriptor makes of the file, while you mend it
                ./avance run --feed cov
                    loads it again, once descriptor, rulebook or side files are mended, or a corrected file is
                    in the inbox
            """);
  }

  @Test
  void why_a_run_failed_is_said_in_plain_words() {
    RunDetails.Report failed = RunDetails.perform(place, 5);
    assertThat(failed.cause()).isEqualTo("the disk is full");
    assertThat(failed.run().seconds()).isEqualTo(1.5);
    assertThat(failed.run().started()).isEqualTo("2026-02-01T02:00:00Z");
    assertThat(RunDetails.perform(place, 6).cause())
        .isEqualTo("its process is gone: killed, or its machine or its connection went down");
  }

  @Test
  void times_are_those_of_the_loading_machine_in_utc() {
    Executions executions =
        new Executions(
            warehouse.as(warehouse.endpoint().etl()),
            Clock.systemUTC(),
            ZoneId.of("America/Mexico_City"),
            feed -> Optional.empty());
    assertThat(executions.find(5).orElseThrow().started()).isEqualTo("2026-02-01T08:00:00Z");
  }

  @Test
  void every_file_of_the_inbox_is_told_of_and_nothing_is_written() {
    long before = warehouse.owner().sql("SELECT COUNT(*) FROM delivery").query(Long.class).single();
    InboxList.Report report = InboxList.perform(place, "");
    assertThat(page(out -> FilesPage.print(report, out)))
        .isEqualTo(
            """
            file              feed  state      delivery  status     edition
            cov/a2019.csv     cov   known             1  PUBLISHED  2019
            cov/a2020.csv     cov   rejected          2  REJECTED   2020
            cov/b2019.csv     cov   known             3  PUBLISHED  2019
            cov/c2021.csv     cov   new               –  –          2021
            cov/copy2021.csv  cov   new               –  –          2021
                the same bytes as cov/c2021.csv
            stray.csv         –     unclaimed         –  –          –
            (2 known, 2 new, 1 rejected, 1 unclaimed)
            """);
    assertThat(warehouse.owner().sql("SELECT COUNT(*) FROM delivery").query(Long.class).single())
        .isEqualTo(before);
  }

  @Test
  void a_feed_is_late_when_an_edition_that_was_due_has_not_come() {
    FreshnessCheck.Report report = FreshnessCheck.perform(place, "cov");
    assertThat(report.anyLate()).isTrue();
    assertThat(report.feeds().get(0).missing())
        .anyMatch(each -> each.edition().equals("2020") && each.status().equals("REJECTED"))
        .anyMatch(each -> each.edition().equals("2022") && each.delivery() == 0);
    assertThat(page(out -> FreshnessPage.print(report, out)))
        .contains("cov   2019                 3  0000-00-00 00:00")
        .contains("  LATE\n");
  }

  @Test
  void a_cell_is_followed_to_its_line_and_its_past() {
    TraceCell.Report report =
        TraceCell.perform(
            place,
            "v_coverage_history",
            List.of("programme_code=E1", "year=2019", "population_code=TARGET"));
    assertThat(page(out -> new TracePage(report, out).print()))
        .isEqualTo(
            """
            v_coverage_history 1-1-1-0-2019-3-1-1
                feed=cov, code_system=PEF, agency_code=99, agency_name=An agency, ramo=99, programme_code=E1,
                programme_name=One, is_whole_programme=1, component_name=Programa completo / Whole programme,
                component_ordinal=0, year=2019, population_code=TARGET, sex_code=TOTAL, geography_code=MX,
                geography_level=NATION, unit=Personas, figure=110, is_ambiguous=0, is_double_counted=0,
                is_not_definable=0, segment=1, is_break=0, is_jump=0, is_scale_slip=0, served_over_target=0,
                served_over_potential=0, target_over_potential=0, rulebook_version=2020.1,
                rule_status=PROVISIONAL, served_target_percent=81.8182, is_current=1, record_count=1

            cov/b2019.csv, line 2
                columns: Clave | Programa | Unidad | Meta | Atendida
                2: E1,One,Personas,110,90

            delivery 3 of cov
                PUBLISHED, edition 2019, scope edition 2019
                received 0000-00-00 00:00:00, published 0000-00-00 00:00:00 (UTC)
                digest DIGEST, 59 bytes
                descriptor DIGEST, the one of now
                rulebook DIGEST, version 2020.1, the one of now
                kept as DIR/home/archive/30/DIGEST
            computed by rulebook 2020.1

            what the figure was (UTC)
            figure  from                 to                   delivery  line  file
               100  0000-00-00 00:00:00  0000-00-00 00:00:00         1     2  cov/a2019.csv
               110  0000-00-00 00:00:00  now                         3     2  cov/b2019.csv
            """);
  }

  @Test
  void several_rows_are_told_apart_and_unknown_words_are_answered_with_the_nearest() {
    TraceCell.Report report = TraceCell.perform(place, "v_coverage_history", List.of("year=2019"));
    assertThat(page(out -> new TracePage(report, out).print()))
        .isEqualTo(
            """
            2 rows of v_coverage_history match; say which, by what tells them apart or by key:
                coverage_key=1-1-1-0-2019-3-1-1
                    population_code=TARGET, figure=110, delivery_id=3
                coverage_key=1-1-1-0-2019-5-1-1
                    population_code=SERVED, figure=90, delivery_id=1
            """);
    assertThatThrownBy(() -> TraceCell.perform(place, "v_coverage_hystory", List.of("year=2019")))
        .isInstanceOf(QueryRefused.class)
        .hasMessage(
            "No view is named v_coverage_hystory. Nearest: v_coverage_history, v_coverage_ratios, v_score_history.");
    assertThatThrownBy(() -> TraceCell.perform(place, "v_coverage_history", List.of("yeer=2019")))
        .isInstanceOf(QueryRefused.class)
        .hasMessage("v_coverage_history has no column named yeer. Nearest: year, feed.");
    assertThatThrownBy(() -> TraceCell.perform(place, "v_dictionary", List.of("x")))
        .isInstanceOf(QueryRefused.class)
        .hasMessageStartingWith(
            "Rows of v_dictionary come from no single line: they are counted or listed from others. Traced can be rows of v_budget_current, ");
  }

  @Test
  void quarantine_is_counted_once_for_each_kind_shown_and_exported() {
    QuarantineActs.Which all = new QuarantineActs.Which("", 0, "");
    QuarantineActs.Listing listing = QuarantineActs.list(place, all, 20);
    assertThat(page(out -> QuarantinePage.print(listing, out)))
        .isEqualTo(
            """
            delivery 2, cov, cov/a2020.csv: 2 of 2 records open (the delivery is REJECTED)
                NUMBER_UNREADABLE in Meta: 2 records
                    record 1, line 2: Meta: expected a number such as 1,234.5 but found "1 x"
                    record 2, line 3: Meta: expected a number such as 1,234.5 but found "\\u001b[31m"
                NUMBER_UNREADABLE in Atendida: 1 record
                    record 1, line 2: Atendida: expected a number such as 1,234.5 but found "-y"
            delivery 1, cov, cov/a2019.csv: 1 of 3 records open (the delivery is PUBLISHED)
                NUMBER_UNREADABLE in Atendida: 1 record
                    record 2, line 3: Atendida: expected a number such as 1,234.5 but found "=2"
            """);
    var record = QuarantineActs.show(place, 2, 2);
    assertThat(page(out -> QuarantinePage.print(record, out)))
        .isEqualTo(
            """
            record 2 of delivery 2, cov, cov/a2020.csv, line 3: OPEN
                text: E2,Two,Personas,\\u001b[31m,5
                NUMBER_UNREADABLE in Meta (ERROR): Meta: expected a number such as 1,234.5 but found
                "\\u001b[31m"
                    would be accepted: a number such as 1,234.5, or a missing word: NA, ND, NR
            """);
    refuses(
        () -> QuarantineActs.show(place, 2, 9),
        "record 9 of delivery 2 is not in quarantine: open are 1, 2");
    StringWriter csv = new StringWriter();
    CsvAnswer answer = new CsvAnswer(new PrintWriter(csv));
    assertThat(QuarantineActs.export(place, new QuarantineActs.Which("cov", 1, ""), answer))
        .isOne();
    assertThat(csv.toString())
        .isEqualTo(
            """
            feed,file_name,delivery_id,delivery_status,record_no,first_line,last_line,code,line,column_name,found,message,accepted,raw
            cov,cov/a2019.csv,1,PUBLISHED,2,3,3,NUMBER_UNREADABLE,3,Atendida,'=2,"Atendida: expected a number such as 1,234.5 but found ""=2""\","a number such as 1,234.5, or a missing word: NA, ND, NR","E2,Two,Personas,200,=2"
            """);
  }

  @Test
  void waived_records_are_closed_with_who_and_why_unless_the_feed_is_at_work() throws Exception {
    refuses(
        () -> QuarantineActs.waive(place, 2, List.of(7L), "", "why", scope -> true),
        "nothing was waived: record 7 of delivery 2: not open in quarantine; open are 1, 2");
    refuses(
        () -> QuarantineActs.waive(place, 2, List.of(), "NUMBER_UNREDABLE", "why", scope -> true),
        "no kind of issue is named NUMBER_UNREDABLE (docs/issues.md lists them); did you mean NUMBER_UNREADABLE?");
    refuses(
        () -> QuarantineActs.waive(place, 2, List.of(), "", " ", scope -> true),
        "expected --reason to say why, in 1 to 1000 letters, found 0");
    assertThat(QuarantineActs.waive(place, 2, List.of(), "", "why", scope -> false)).isEmpty();
    try (Ownership held = claim()) {
      assertThat(held).isNotNull();
      assertThatThrownBy(
              () -> QuarantineActs.waive(place, 2, List.of(1L), "", "why", scope -> true))
          .isInstanceOf(Refusal.class)
          .hasMessageStartingWith(
              "nothing was waived: another process is at work on the feed cov (connection ");
    }
    assertThat(open()).isEqualTo(2);
    // What is waived of a load that has not come to its end would be forgotten by its restart.
    warehouse.owner().sql("UPDATE delivery SET status = 'JUDGED' WHERE delivery_id = 3").update();
    refuses(
        () -> QuarantineActs.waive(place, 3, List.of(), "", "why", scope -> true),
        "nothing was waived: delivery 3 (cov/b2019.csv) is JUDGED: its load has not come to its end, and only that settles what is in quarantine; `run` goes on with it");
    warehouse
        .owner()
        .sql("UPDATE delivery SET status = 'PUBLISHED' WHERE delivery_id = 3")
        .update();
    warehouse
        .owner()
        .sql(
            "INSERT INTO quarantine (delivery_id, record_no, first_line, last_line, raw) VALUES (3, 1, 2, 2, 'r')")
        .update();
    assertThat(QuarantineActs.waive(place, 3, List.of(1L), "", "agreed", scope -> true))
        .map(QuarantineActs.Waived::waived)
        .contains(1L);
    assertThat(
            TestWarehouse.texts(
                warehouse.owner(),
                "SELECT CONCAT_WS(' ', status, closed_by, reason, closed_at > NOW() - INTERVAL 1 MINUTE) FROM quarantine WHERE delivery_id = 3"))
        .containsExactly("WAIVED " + System.getProperty("user.name") + " agreed 1");
    warehouse.owner().sql("DELETE FROM quarantine WHERE delivery_id = 3").update();
  }

  private static long open() {
    return warehouse
        .owner()
        .sql("SELECT COUNT(*) FROM quarantine WHERE delivery_id = 2 AND status = 'OPEN'")
        .query(Long.class)
        .single();
  }
}
