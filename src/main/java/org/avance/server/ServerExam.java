package org.avance.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks at a server that answers: settings, clock, and what the accounts may do. */
record ServerExam(Endpoint there, ServerUse use, Clock clock) {
  private static final Duration WORTH_KNOWING = Duration.ofSeconds(5);
  private static final Duration WRONG = Duration.ofMinutes(1);
  private static final DateTimeFormatter SERVER_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

  List<ServerFinding> findings() {
    List<ServerFinding> findings = new ArrayList<>();
    try (Connection connection = as(there.owner())) {
      findings.add(
          ServerFinding.ok(
              "database",
              "MariaDB %s at %s answers"
                  .formatted(
                      connection.getMetaData().getDatabaseProductVersion(), there.jdbcUrl())));
      findings.addAll(settings(connection));
      findings.add(clock(connection));
      findings.addAll(accounts(connection));
    } catch (SQLException fault) {
      findings.add(
          ServerFinding.act(
              "database",
              "it could not be looked at: " + fault.getMessage(),
              "mend what it names, then `./avance doctor` again"));
    }
    return findings;
  }

  private static List<ServerFinding> settings(Connection connection) throws SQLException {
    List<ServerFinding> findings = new ArrayList<>(ServerFitness.settings(connection));
    findings.addAll(ServerFitness.advice(connection));
    return findings.isEmpty()
        ? List.of(ServerFinding.ok(ServerFitness.SUBJECT, "fit for loading and asking"))
        : findings;
  }

  private ServerFinding clock(Connection connection) throws SQLException {
    String now = Rows.texts(connection, "SELECT CAST(UTC_TIMESTAMP(6) AS CHAR)").get(0);
    Duration ahead =
        Duration.between(
            clock.instant(), LocalDateTime.parse(now, SERVER_TIME).toInstant(ZoneOffset.UTC));
    String found =
        "the database's clock is %d s %s this machine's"
            .formatted(ahead.abs().toSeconds(), ahead.isNegative() ? "behind" : "ahead of");
    String remedy = "set the clock of the machine that is wrong: timedatectl set-ntp true";
    if (ahead.abs().compareTo(WRONG) >= 0) {
      return ServerFinding.act("clock", found, remedy);
    }
    return ahead.abs().compareTo(WORTH_KNOWING) >= 0
        ? ServerFinding.note("clock", found, remedy)
        : ServerFinding.ok("clock", "the database's is this machine's, within 5 s");
  }

  private List<ServerFinding> accounts(Connection owner) throws SQLException {
    String url = there.jdbcUrl();
    List<ServerFinding> findings = new ArrayList<>();
    if (there.owner().equals(there.etl())) {
      findings.add(
          ServerFinding.note(
              "accounts",
              "%s does everything, reading too".formatted(there.owner()),
              "three accounts with the rights they need: ./avance db init --admin-url " + url));
      return findings;
    }
    findings.addAll(AccountRights.ofOwner(use, there).findings(url));
    findings.addAll(AccountRights.ofEtl(use, there).findings(url));
    if (!there.readers().isEmpty()) {
      findings.addAll(AccountRights.ofBi(use, there).findings(withoutSchema()));
      unreadable(owner).ifPresent(findings::add);
    }
    return findings;
  }

  private String withoutSchema() {
    return new ServerUrl(there.jdbcUrl(), ServerSettings.URL).withSchema("");
  }

  /** What readers should see and don't. */
  private Optional<ServerFinding> unreadable(Connection owner) throws SQLException {
    String readable =
        "SELECT table_name FROM information_schema.tables WHERE table_schema = '%s' AND table_name REGEXP '^(dim|fct|v)_' ORDER BY 1"
            .formatted(there.warehouse());
    List<String> hidden = new ArrayList<>(Rows.texts(owner, readable));
    try (Connection bi =
        DriverManager.getConnection(withoutSchema(), there.bi().user(), there.bi().password())) {
      hidden.removeAll(Rows.texts(bi, readable));
    }
    return hidden.isEmpty()
        ? Optional.empty()
        : Optional.of(
            ServerFinding.act(
                "accounts",
                "%s (bi) may not read %s"
                    .formatted(
                        there.bi(),
                        hidden.stream().limit(3).collect(Collectors.joining(", "))
                            + (hidden.size() > 3
                                ? " and %d more".formatted(hidden.size() - 3)
                                : "")),
                "./avance db grant"));
  }

  private Connection as(Account account) throws SQLException {
    return DriverManager.getConnection(there.jdbcUrl(), account.user(), account.password());
  }

  static Optional<String> connection(Endpoint there, ServerUse use, long number) {
    Account seer = use.overseer();
    String question =
        "SELECT CONCAT(user, ' from ', host, IF(command = 'Sleep', ', between statements', ', at work'), ' for ', time, ' s') FROM information_schema.processlist WHERE id = "
            + number;
    try (Connection connection =
        DriverManager.getConnection(there.jdbcUrl(), seer.user(), seer.password())) {
      return Rows.texts(connection, question).stream().findFirst();
    } catch (SQLException unseen) {
      return Optional.empty();
    }
  }
}
