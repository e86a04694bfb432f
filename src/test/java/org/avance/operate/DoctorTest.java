package org.avance.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.avance.server.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the doctor finds, each with the command that puts it right. */
final class DoctorTest {
  private static final String COVERAGE =
      """
      feed: doc
      title: T
      agency: A
      files: 'doc/*.csv'
      kind: coverage
      edition: {fileName: '(?<edition>\\d{4})\\.csv'}
      record:
        agency: {constant: "99"}
        programme: Clave
        programmeName: Programa
        unit: {constant: Personas}
        geography: {constant: MX}
      facts:
        - {population: {constant: served}, value: Atendida}
      """;

  @TempDir static Path home;
  private static Map<String, String> environment;

  @BeforeAll
  static void a_loaded_warehouse() throws Exception {
    Map<String, String> asked = TestServer.ownServer("doctor_wh");
    environment = new HashMap<>();
    environment.put("AVANCE_DB_URL", TestServer.url("doctor_wh"));
    environment.put("AVANCE_DB_USER", asked.getOrDefault("AVANCE_ADMIN_USER", ""));
    environment.put("AVANCE_DB_PASSWORD", asked.getOrDefault("AVANCE_ADMIN_PASSWORD", ""));
    TestServer.administer(
        "CREATE DATABASE doctor_wh CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci",
        "CREATE DATABASE doctor_wh_stage CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci");
    write("inbox/doc/2019.csv", "Clave,Programa,Atendida\nA,Uno,10\n");
    write("jobs/doc.yaml", COVERAGE);
    for (String rules : List.of("coverage.yaml", "indicators.yaml", "prices.yaml")) {
      write("jobs/rules/" + rules, Files.readString(Path.of("jobs/rules", rules)));
    }
    write("jobs/rules/rulebook.yaml", "version: 2020.1\nfeedOrder: []\n");
    assertThat(Run.perform(place(environment), Set.of(), (f, n, s, r) -> {}).allLoaded()).isTrue();
  }

  private static String judgedAnew(String feed) {
    String hash =
        UUID.nameUUIDFromBytes((feed + "\0judged anew").getBytes(StandardCharsets.UTF_8))
            .toString();
    return hash.substring(hash.length() - 12);
  }

  private static Path write(String name, String text) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static Workplace place(Map<String, String> variables) {
    return new Workplace(home, home.resolve("jobs"), home.resolve("inbox"), variables);
  }

  private static List<String> found(Map<String, String> variables, Clock clock, String state) {
    return Doctor.perform(place(variables), clock, true).checks().stream()
        .filter(check -> check.state().equals(state))
        .map(check -> check.subject() + ": " + check.found() + " -> " + check.remedy())
        .toList();
  }

  @Test
  void what_is_wrong_is_found_and_the_rest_is_looked_at() throws Exception {
    assertThat(found(environment, Clock.systemUTC(), "act")).isEmpty();
    assertThat(found(environment, Clock.systemUTC(), "note"))
        .containsExactly(
            "accounts: avance_admin does everything, reading too -> three accounts with the rights they need: ./avance db init --admin-url "
                + TestServer.url("doctor_wh"));
    Path archived;
    try (var kept = Files.walk(home.resolve("archive"))) {
      archived = kept.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
    Files.writeString(archived, "other bytes");
    write("jobs/bad.yaml", COVERAGE.replace("feed: doc", "feed: bad").replace("agency: A\n", ""));
    Files.createSymbolicLink(
        home.resolve("inbox/doc/passwd.csv"), write("secret.csv", "not for agencies"));
    TestServer.administer(
        "CREATE TABLE doctor_wh_stage.mine (a INT)",
        // What an act on the feed that was killed has left: the judgements of `doc`, made anew.
        "CREATE TABLE doctor_wh_stage.f%s_points (a INT)".formatted(judgedAnew("doc")),
        "UPDATE doctor_wh.BATCH_JOB_EXECUTION SET STATUS = 'STARTED', END_TIME = NULL, JOB_EXECUTION_ID = JOB_EXECUTION_ID",
        "UPDATE doctor_wh.delivery SET published_at = NOW(6) + INTERVAL 1 HOUR");
    Clock behind = Clock.fixed(Instant.now().minus(Duration.ofMinutes(10)), ZoneOffset.UTC);
    List<String> acts = found(environment, behind, "act");
    assertThat(acts).hasSize(6);
    assertThat(acts.get(0))
        .isEqualTo(
            "descriptors: %s/jobs/bad.yaml:1: the descriptor: expected the word \"agency\" with a text but found none -> mend it, then ./avance feed check"
                .formatted(home));
    assertThat(acts.get(1))
        .isEqualTo(
            "inbox: doc/passwd.csv: can't be read (the link leads out of the inbox; put the file itself there, or mount the folder) -> have it made readable, or take it out");
    assertThat(acts.get(2))
        .matches(
            "clock: the database's clock is 6\\d\\d s ahead of this machine's -> set the clock of the machine that is wrong: timedatectl set-ntp true");
    assertThat(acts.get(3))
        .matches(
            "clock: the last publication lies 3[56]\\d\\d s ahead of the database's clock, which has stepped back; nothing is lost, but what is published until then bears instants of the future -> set the clock of the database's machine: timedatectl set-ntp true");
    assertThat(acts.get(4))
        .isEqualTo(
            "loads: run 1 of doc is LEFT BEHIND: its process is gone -> ./avance run --feed doc (recovers it and goes on)");
    assertThat(acts.get(5))
        .isEqualTo(
            "archive: 0 published files are missing, 1 are not what was received: doc/2019.csv -> from the archive's backup, or from the agency: cp FILE '%s'"
                .formatted(archived));
    assertThat(found(environment, behind, "note"))
        .contains(
            "staging: tables that nobody needs any more, of doc; the next run drops them -> ./avance run",
            "staging: 1 table of no feed: mine -> as the loading account: DROP TABLE `doctor_wh_stage`.`mine`");
  }

  @Test
  void a_database_that_is_down_is_said_and_the_rest_is_looked_at() {
    Map<String, String> down = new HashMap<>(environment);
    down.put("AVANCE_DB_URL", "jdbc:mariadb://127.0.0.1:1/doctor_wh");
    Doctor.Report report = Doctor.perform(place(down), Clock.systemUTC(), false);
    assertThat(report.allWell()).isFalse();
    assertThat(report.checks().stream().map(Doctor.Check::subject))
        .contains("disk", "descriptors", "inbox", "secrets", "database");
    assertThat(found(down, Clock.systemUTC(), "act"))
        .last()
        .asString()
        .startsWith(
            "database: Cannot log in to jdbc:mariadb://127.0.0.1:1/doctor_wh as avance_admin: ")
        .contains("Connection refused")
        .endsWith(" -> mend that, then ./avance doctor");
  }

  @Test
  void a_home_without_a_database_is_healthy() {
    Workplace fresh =
        new Workplace(home.resolve("fresh"), Path.of("jobs"), home.resolve("inbox/none"), Map.of());
    assertThat(Doctor.perform(fresh, Clock.systemUTC(), false).checks())
        .contains(
            new Doctor.Check(
                "database", "note", "none yet; the first run makes it", "./avance run"));
    assertThat(home.resolve("fresh")).doesNotExist();
  }
}
