package org.avance.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.avance.load.TestWarehouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * The runbook is done as it is written: each {@code console} block of docs/operate.md, in their
 * order, against what the comment before it breaks. In what is to be printed {@code …} stands for
 * what differs from night to night, and alone on a line for any lines.
 */
final class RunbookTest {
  private static final Pattern SCENE =
      Pattern.compile("<!-- broken: ([a-z-]+) -->\\s*```console\\n(.*?)```", Pattern.DOTALL);

  private static final String HEADER = "Clave,Programa,Unidad,Meta,Atendida";

  private static final String DESCRIPTOR =
      """
      feed: cov
      title: T
      agency: A
      files: 'cov/*.csv'
      kind: coverage
      edition: {fileName: '(?<edition>\\d{4})[a-z]*\\.csv'}
      scope: edition
      tolerances: {quarantined: 50%}
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
  private static final ExecutorService DEAD_CLIENT = Executors.newSingleThreadExecutor();

  @BeforeAll
  static void prepare() throws Exception {
    warehouse = TestWarehouse.migrated("test_runbook");
    for (String rules : List.of("coverage.yaml", "indicators.yaml", "prices.yaml")) {
      write("jobs/rules/" + rules, Files.readString(Path.of("jobs/rules", rules)));
    }
    write("jobs/rules/rulebook.yaml", "version: 2020.1\nfeedOrder: []\n");
    write("jobs/cov.yaml", DESCRIPTOR);
    Files.createDirectories(folder.resolve("inbox/cov"));
  }

  @AfterAll
  static void end() {
    DEAD_CLIENT.shutdownNow();
  }

  @Test
  void the_page_does_what_it_says() throws Exception {
    Matcher scenes = SCENE.matcher(Files.readString(Path.of("docs/operate.md")));
    List<String> played = new ArrayList<>();
    while (scenes.find()) {
      breakThings(scenes.group(1));
      play(scenes.group(2));
      played.add(scenes.group(1));
    }
    assertThat(played)
        .containsExactly(
            "rejected", "left-behind", "failed", "dead-client", "quarantine", "wrong-delivery");
  }

  private static void play(String block) {
    for (String part : block.split("(?m)^\\$ ", -1)) {
      if (!part.isBlank()) {
        String command = part.lines().findFirst().orElseThrow();
        String expected = part.substring(command.length()).strip();
        String printed = printed(command);
        // Told whole where it differs.
        if (!pattern(expected).matcher(printed + "\n").matches()) {
          assertThat(printed).as(command).isEqualTo(expected);
        }
      }
    }
  }

  private static String printed(String command) {
    List<String> arguments = words(command);
    if (arguments.get(0).equals("vi")) {
      return mended(arguments.get(1));
    }
    assertThat(arguments.remove(0)).isEqualTo("./avance");
    List<String> places =
        List.of(
            "--home=" + folder.resolve("home"),
            "--jobs=" + folder.resolve("jobs"),
            "--inbox=" + folder.resolve("inbox"));
    arguments.addAll(places);
    Said said = Said.by(environment(), arguments.toArray(String[]::new));
    return (said.out() + said.err()).strip();
  }

  private static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    Matcher word = Pattern.compile("\"([^\"]*)\"|(\\S+)").matcher(command);
    while (word.find()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1));
    }
    return words;
  }

  /** What a person does in between. */
  private static String mended(String file) {
    try {
      write(file, DESCRIPTOR + "missingValues: {pend: NOT_REPORTED, pendiente: NOT_REPORTED}\n");
      return "";
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Pattern pattern(String expected) {
    StringBuilder pattern = new StringBuilder();
    if (expected.isEmpty()) {
      return Pattern.compile("\\n");
    }
    for (String line : expected.lines().toList()) {
      if (line.strip().equals("…")) {
        pattern.append("(.*\\n)*?");
      } else {
        String[] parts = line.split("…", -1);
        for (int i = 0; i < parts.length; i++) {
          pattern.append(i > 0 ? ".*?" : "").append(Pattern.quote(parts[i]));
        }
        pattern.append("\\s*?\\n");
      }
    }
    return Pattern.compile(pattern.toString());
  }

  private static Map<String, String> environment() {
    return Map.of(
        "AVANCE_DB_URL", warehouse.endpoint().jdbcUrl(),
        "AVANCE_DB_USER", warehouse.endpoint().owner().user(),
        "AVANCE_DB_PASSWORD", warehouse.endpoint().owner().password());
  }

  private static void breakThings(String what) throws Exception {
    switch (what) {
      case "rejected" -> {
        file("cov/2019.csv", "E1,One,Personas,pend,pend", "E2,Two,Personas,10,9");
        file("cov/2020.csv", "E1,One,Personas,10,9");
        write("jobs/cov.yaml", DESCRIPTOR.replace("50%", "5%"));
        run();
      }
      case "left-behind" -> {
        file("cov/2021.csv", "E1,One,Personas,12,9");
        run();
        asIfKilled("2021");
      }
      case "failed" -> {
        file("cov/2022.csv", "E1,One,Personas,13,9");
        run();
        asIfFailed("2022");
      }
      case "dead-client" -> {
        file("cov/2023.csv", "E1,One,Personas,14,9");
        run();
        asIfKilled("2023");
        workOn();
      }
      case "quarantine" -> {
        write("jobs/cov.yaml", DESCRIPTOR);
        file("cov/2024.csv", "E1,One,Personas,pendiente,9", "E2,Two,Personas,15,9");
        run();
      }
      case "wrong-delivery" -> {
        file("cov/2024b.csv", "E1,One,Personas,150000,9");
        run();
      }
      default -> throw new AssertionError("nobody knows how to break: " + what);
    }
  }

  private static void run() {
    printed("./avance run");
  }

  private static long execution(String edition) {
    return Long.parseLong(
        one(
            """
            SELECT MAX(p.JOB_EXECUTION_ID) FROM BATCH_JOB_EXECUTION_PARAMS p
            JOIN delivery d ON d.file_digest = p.PARAMETER_VALUE WHERE d.edition = '%s'
            """
                .formatted(edition)));
  }

  private static String one(String question) {
    return warehouse.owner().sql(question).query(String.class).single();
  }

  /** As a process leaves a load that died before it published. */
  private static void asIfKilled(String edition) throws InterruptedException {
    openAgain(edition, "STARTED", "NULL", ", EXIT_MESSAGE = ''");
  }

  private static void asIfFailed(String edition) throws InterruptedException {
    openAgain(
        edition,
        "FAILED",
        "NOW(6)",
        ", EXIT_MESSAGE = 'java.sql.SQLException: (conn=3) Lock wait timeout exceeded'");
  }

  private static void openAgain(String edition, String status, String end, String more)
      throws InterruptedException {
    // The server notices a moment later that a connection has been closed.
    while (one("SELECT IS_FREE_LOCK('avance/test_runbook/feed/cov')").equals("0")) {
      Thread.sleep(20);
    }
    long run = execution(edition);
    warehouse
        .owner()
        .sql(
            "UPDATE delivery SET status = 'JUDGED', published_at = NULL WHERE edition = '%s'"
                .formatted(edition))
        .update();
    warehouse
        .owner()
        .sql(
            "DELETE FROM fct_coverage_judgement WHERE delivery_id = (SELECT MAX(delivery_id) FROM delivery WHERE edition = '%s')"
                .formatted(edition))
        .update();
    warehouse
        .owner()
        .sql(
            "DELETE FROM fct_coverage WHERE delivery_id = (SELECT MAX(delivery_id) FROM delivery WHERE edition = '%s')"
                .formatted(edition))
        .update();
    for (String table : List.of("BATCH_JOB_EXECUTION", "BATCH_STEP_EXECUTION")) {
      String which = table.equals("BATCH_STEP_EXECUTION") ? " AND STEP_NAME = 'publish'" : "";
      warehouse
          .owner()
          .sql(
              "UPDATE %s SET STATUS = '%s', EXIT_CODE = '%s', END_TIME = %s%s WHERE JOB_EXECUTION_ID = %d%s"
                  .formatted(
                      table,
                      status,
                      status.equals("FAILED") ? "FAILED" : "UNKNOWN",
                      end,
                      more,
                      run,
                      which))
          .update();
    }
  }

  /** The server works on for a process that was killed in a large statement. */
  private static void workOn() throws Exception {
    MariaDbDataSource source = new MariaDbDataSource(warehouse.endpoint().jdbcUrl());
    source.setUser(warehouse.endpoint().owner().user());
    source.setPassword(warehouse.endpoint().owner().password());
    Connection orphan = source.getConnection();
    try (PreparedStatement lock = orphan.prepareStatement("DO GET_LOCK(?, 0)")) {
      lock.setString(1, "avance/test_runbook/feed/cov");
      lock.execute();
    }
    var unused = DEAD_CLIENT.submit(() -> sleep(orphan));
    while (one("SELECT COUNT(*) FROM information_schema.processlist WHERE info = 'SELECT SLEEP(300)'")
        .equals("0")) {
      Thread.sleep(20);
    }
  }

  private static void sleep(Connection orphan) {
    try (orphan;
        PreparedStatement statement = orphan.prepareStatement("SELECT SLEEP(300)")) {
      statement.execute();
    } catch (SQLException ended) {
      // By recover --kill-owner.
    }
  }

  private static void file(String name, String... records) throws IOException {
    write("inbox/" + name, HEADER + "\n" + String.join("\n", records) + "\n");
    Path file = folder.resolve("inbox").resolve(name);
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
  }

  private static void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
