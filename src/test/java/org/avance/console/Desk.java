package org.avance.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.avance.load.Ownership;
import org.avance.load.TestWarehouse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where verbs are said as on a terminal: folders of its own beside a warehouse. In what they say,
 * what differs from day to day is told as zeros, and the folder as DIR.
 */
final class Desk {
  /** Said where a question stays without an answer. */
  static final String NOTHING_DONE =
      "Go on? [y/N]\nNothing was done. With --yes it is done without asking.\n";

  /** Agency 99's coverage; a file states its year completely. */
  private static final String DESCRIPTOR =
      """
      feed: %1$s
      title: T
      agency: A
      files: '%1$s/*.csv'
      kind: coverage
      edition: {fileName: '(?<edition>\\d{4})[a-z]*\\.csv'}
      tolerances: {quarantined: 95%%}
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

  private static final String HEADER = "Clave,Programa,Unidad,Meta,Atendida";

  /** So long ago that no file is being written still. */
  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

  private static final Pattern WORD = Pattern.compile("'([^']*)'|\\S+");

  private static final Pattern TIME =
      Pattern.compile("\\d{4}(-\\d\\d){2}[ T]\\d\\d:\\d\\d(:\\d\\d)?(\\.\\d+Z?)?");
  private static final Pattern SECONDS = Pattern.compile("(?m)(?<=[A-Z] {1,9})\\d\\.\\d$");
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern CONNECTION =
      Pattern.compile("connection \\d+ from [^ ,]+, (between\\s+statements|at work) for \\d+ s");

  private final Path folder;
  private final TestWarehouse warehouse;

  private Desk(Path folder, TestWarehouse warehouse) {
    this.folder = folder;
    this.warehouse = warehouse;
  }

  /** The warehouse is one for all desks: each works with feeds of its own. */
  static Desk at(Path folder) {
    Desk desk = new Desk(folder, Shared.WAREHOUSE);
    desk.rulebook("jobs/rules", "2020.1");
    return desk;
  }

  private static final class Shared {
    private static final TestWarehouse WAREHOUSE = migrated();

    private static TestWarehouse migrated() {
      try {
        return TestWarehouse.migrated("test_desk");
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  void rulebook(String below, String version) {
    for (String rules : List.of("coverage.yaml", "indicators.yaml", "prices.yaml")) {
      write(below + "/" + rules, read(Path.of("jobs/rules", rules)));
    }
    write(below + "/rulebook.yaml", "version: %s\nfeedOrder: []\n".formatted(version));
  }

  Desk feed(String feed, String... more) {
    write(
        "jobs/" + feed + ".yaml",
        DESCRIPTOR.formatted(feed) + String.join("\n", more) + (more.length > 0 ? "\n" : ""));
    return this;
  }

  Desk file(String name, String... records) {
    write("inbox/" + name, HEADER + "\n" + String.join("\n", records) + "\n");
    try {
      Files.setLastModifiedTime(folder.resolve("inbox").resolve(name), LONG_AGO);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  Desk write(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nobody is there to answer a question. */
  Said says(String line) {
    return asked("", line);
  }

  /**
   * A question is answered.
   *
   * @param answer as typed
   * @param line as typed after {@code avance}
   */
  Said asked(String answer, String line) {
    List<String> all = words(line);
    all.add("--home=" + folder.resolve("home"));
    all.add("--jobs=" + folder.resolve("jobs"));
    all.add("--inbox=" + folder.resolve("inbox"));
    Map<String, String> environment =
        Map.of(
            "AVANCE_DB_URL", warehouse.endpoint().jdbcUrl(),
            "AVANCE_DB_USER", warehouse.endpoint().owner().user(),
            "AVANCE_DB_PASSWORD", warehouse.endpoint().owner().password());
    Said said = Said.answering(answer, environment, all.toArray(String[]::new));
    return new Said(said.exit(), masked(said.out()), masked(said.err()));
  }

  /** Refused before anything is done: wrong use, and all that is said goes to the other stream. */
  void refuses(String line, String message) {
    assertThat(says(line)).isEqualTo(new Said(2, "", message + "\n"));
  }

  /** As a shell parts them. */
  private static List<String> words(String line) {
    return WORD.matcher(line)
        .results()
        .map(word -> word.group(1) == null ? word.group() : word.group(1))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private String masked(String printed) {
    String text = printed.replace(folder.toString(), "DIR");
    text = TIME.matcher(text).replaceAll(found -> found.group().replaceAll("\\d", "0"));
    text = DIGEST.matcher(text).replaceAll("DIGEST");
    text = CONNECTION.matcher(text).replaceAll("connection 0 from HOST, at rest for 0 s");
    return SECONDS.matcher(text).replaceAll("0.0");
  }

  /**
   * What it said as JSON, on one line; a delivery by its number, a load by its file, and how they
   * stand.
   */
  static String json(Said said) {
    JsonNode told = JsonMapper.shared().readTree(said.out());
    return told.toString()
        .replaceAll(
            "\\{\"id\":(\\d+),\"feed\":[^{}]*\"status\":\"([A-Z]+)\"[^{}]*\\{[^{}]*}[^{}]*}",
            "\"$1 $2\"")
        .replaceAll(
            "\\{\"feed\":\"\\w+\",\"fileName\":\"([^\"]+)\",\"outcome\":\"(\\w+)\",[^{}]*\\{[^{}]*},[^{}]*}",
            "\"$1 $2\"");
  }

  /** Holds a feed as a process that loads it. */
  Ownership claim(String feed) throws SQLException {
    return Ownership.claim(
            warehouse.as(warehouse.endpoint().owner()),
            warehouse.endpoint().warehouse(),
            feed,
            Duration.ZERO)
        .orElseThrow();
  }

  /** A sentence as it is printed: where it is broken depends on the numbers in it. */
  static String sentence(String label, String text, Object... numbers) {
    return String.join("\n", Text.paragraph(label, text.formatted(numbers))) + "\n";
  }

  void sql(String statement) {
    warehouse.owner().sql(statement).update();
  }

  String one(String question) {
    return warehouse.owner().sql(question).query(String.class).single();
  }

  long delivery(String fileName) {
    return Long.parseLong(
        one("SELECT delivery_id FROM delivery WHERE file_name = '%s'".formatted(fileName)));
  }

  /** The last execution of a file's load. */
  long run(String fileName) {
    return Long.parseLong(
        one(
            """
            SELECT MAX(p.JOB_EXECUTION_ID) FROM BATCH_JOB_EXECUTION_PARAMS p
            JOIN delivery d ON d.file_digest = p.PARAMETER_VALUE WHERE d.file_name = '%s'
            """
                .formatted(fileName)));
  }

  /** What a load leaves that did not come to publish. */
  long asIfBroken(String fileName, String status) {
    long run = run(fileName);
    long delivery = delivery(fileName);
    boolean ended = status.equals("FAILED");
    sql(
        "UPDATE delivery SET status = 'JUDGED', published_at = NULL WHERE delivery_id = "
            + delivery);
    sql("DELETE FROM fct_coverage_judgement WHERE delivery_id = " + delivery);
    sql("DELETE FROM fct_coverage WHERE delivery_id = " + delivery);
    for (String table : List.of("BATCH_JOB_EXECUTION", "BATCH_STEP_EXECUTION")) {
      String step = table.equals("BATCH_STEP_EXECUTION") ? " AND STEP_NAME = 'publish'" : "";
      sql(
          "UPDATE %s SET STATUS = '%s', EXIT_CODE = '%s', EXIT_MESSAGE = '', END_TIME = %s WHERE JOB_EXECUTION_ID = %d%s"
              .formatted(
                  table,
                  status,
                  ended ? "FAILED" : "UNKNOWN",
                  ended ? "NOW(6)" : "NULL",
                  run,
                  step));
    }
    return run;
  }
}
