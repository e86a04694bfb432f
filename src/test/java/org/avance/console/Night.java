package org.avance.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.avance.load.Ownership;
import org.avance.load.TestWarehouse;
import org.avance.operate.Refusal;
import org.avance.operate.Run;
import org.avance.operate.Workplace;

/**
 * A night with a bit of everything: executions 1 to 3 load, 5 failed in the old way, 6 was left
 * behind by its process. Whoever changes it puts it back.
 */
final class Night {
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

  private final Path folder;
  private final TestWarehouse warehouse;
  private final Workplace place;

  private Night(Path folder) throws Exception {
    this.folder = folder;
    this.warehouse = TestWarehouse.migrated("test_look");
    this.place =
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
    file("stray.bin", "x");
    file("README.md", "x");
    file("cov/copy2021.csv", "E1,One,Personas,120,95");
    sayOfTheJobRepository();
  }

  /** The one night of all tests that only look. */
  static Night shared() {
    return Shared.NIGHT;
  }

  /** Not of the class itself: loads run on other threads, which need it while the night falls. */
  private static final class Shared {
    private static final Night NIGHT = fallen();
  }

  private static Night fallen() {
    try {
      return new Night(
          Files.createTempDirectory(
              Files.createDirectories(Path.of("target")).toAbsolutePath(), "night"));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  Path folder() {
    return folder;
  }

  TestWarehouse warehouse() {
    return warehouse;
  }

  Workplace place() {
    return place;
  }

  private void run() {
    Run.perform(place, Set.of(), (feed, file, step, records) -> {});
  }

  private void file(String name, String... lines) throws IOException {
    write("inbox/" + name, HEADER + "\n" + String.join("\n", lines) + "\n");
    Files.setLastModifiedTime(folder.resolve("inbox").resolve(name), LONG_AGO);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** What a build of before, and a killed process, leave there. */
  private void sayOfTheJobRepository() {
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

  private void sql(String statement) {
    warehouse.owner().sql(statement).update();
  }

  String masked(StringWriter out) {
    String here = out.toString().replace(folder.toString(), "DIR");
    assertThat(here.lines()).allMatch(line -> line.length() <= 100);
    String text = TIME.matcher(here).replaceAll(found -> found.group().replaceAll("\\d", "0"));
    text = DIGEST.matcher(text).replaceAll("DIGEST");
    return SECONDS
        .matcher(text)
        .replaceAll(found -> " ".repeat(found.group().length() - 4) + "0.00");
  }

  interface Page {
    void print(PrintWriter out);
  }

  String page(Page page) {
    StringWriter out = new StringWriter();
    page.print(new PrintWriter(out));
    return masked(out);
  }

  Ownership claim() throws Exception {
    return Ownership.claim(
            warehouse.as(warehouse.endpoint().owner()), "test_look", "cov", Duration.ZERO)
        .orElseThrow();
  }

  static void refuses(org.assertj.core.api.ThrowableAssert.ThrowingCallable act, String message) {
    assertThatThrownBy(act).isInstanceOf(Refusal.class).hasMessage(message);
  }
}
