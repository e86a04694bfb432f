package org.avance.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.avance.job.Agenda.Next;
import org.avance.job.Agenda.Turn;
import org.avance.job.Database;
import org.avance.job.Database.Login;
import org.avance.job.LoadSettings;
import org.avance.job.ServeRegister;
import org.avance.job.Watch;
import org.avance.load.TestWarehouse;
import org.avance.server.Account;
import org.avance.server.Endpoint;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a feed that is due, after an outage and while its descriptor is wrong. */
final class TurnsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
  private static final Instant DUE = Instant.parse("2026-03-02T02:30:00Z");
  private static final Instant NEXT = Instant.parse("2026-03-03T02:30:00Z");
  private static final String CRON = "0 30 2 * * *;UTC;SCHEDULE;0;";

  private static final String DESCRIPTOR =
      """
      feed: cov
      title: T
      agency: A
      files: 'cov/*.csv'
      kind: coverage
      schedule: daily 02:30
      zone: UTC
      catchUp: none
      edition: {fileName: '(?<edition>\\d{4})\\.csv'}
      record:
        agency: {constant: "99"}
        agencyName: {constant: An agency}
        programme: Clave
        programmeName: Programa
        unit: Unidad
        geography: {constant: MX}
      facts:
        - {population: {constant: target}, value: Meta}
      """;

  private static TestWarehouse warehouse;

  @TempDir private Path folder;
  private final List<String> told = new ArrayList<>();
  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final ServeRegister register = new ServeRegister(TurnsTest::database);

  @BeforeAll
  static void warehouse() throws Exception {
    warehouse = TestWarehouse.migrated("test_turns");
  }

  @BeforeEach
  void nobody_has_served() throws IOException {
    warehouse.owner().sql("DELETE FROM serve_process").update();
    for (String rules : List.of("coverage.yaml", "indicators.yaml", "prices.yaml")) {
      write("jobs/rules/" + rules, Files.readString(Path.of("jobs/rules", rules)));
    }
    write("jobs/rules/rulebook.yaml", "version: 2020.1\nfeedOrder: []\n");
    Files.createDirectories(folder.resolve("inbox"));
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static Database database() {
    Endpoint there = warehouse.endpoint();
    return new Database(
        there.jdbcUrl(),
        there.warehouse(),
        there.stagingSchema(),
        login(there.owner()),
        login(there.etl()),
        there.readers());
  }

  private static Login login(Account account) {
    return new Login(account.user(), account.password());
  }

  private record Fixed(LoadSettings settings) implements Warehouse {
    @Override
    public void restore() {}
  }

  private record Told(List<String> hearer) implements ServeListener {
    @Override
    public void happened(ServeEvent event) {
      hearer.add(event.kind() + " " + event.message());
    }
  }

  private Next turn(String note) throws IOException {
    News news = News.to(new Told(told), clock);
    Roster roster = new Roster(folder.resolve("jobs"), news);
    roster.begin();
    told.clear();
    LoadSettings settings =
        new LoadSettings(
            database(),
            folder.resolve("jobs"),
            folder.resolve("inbox"),
            folder.resolve("archive"),
            1,
            Duration.ZERO,
            new Watch(clock, Duration.ZERO));
    return new Turns(
            roster,
            new Presence(register, "here", clock),
            new Loads(new Fixed(settings), clock),
            register,
            news,
            clock)
        .perform(new Turn("cov", DUE, note));
  }

  @Test
  void what_an_outage_missed_is_left_out_where_the_feed_says_so() throws IOException {
    write("jobs/cov.yaml", DESCRIPTOR);
    assertThat(turn(CRON)).isEqualTo(new Next(Optional.of(NEXT), CRON));
    assertThat(told)
        .containsExactly(
            "MISSED 1 run was due while nothing served, left out (catchUp: none)",
            "NEXT_DUE next due 2026-03-03 02:30:00 UTC");
  }

  @Test
  void a_run_that_a_wrong_descriptor_kept_back_is_owed_and_made_whatever_was_missed()
      throws IOException {
    write("jobs/cov.yaml", DESCRIPTOR.replace("kind: coverage", "kind: nonsense"));
    Next left = turn(CRON);
    assertThat(left).isEqualTo(new Next(Optional.of(NEXT), CRON + "OWED"));
    assertThat(told).hasSize(2);
    assertThat(told.get(0)).startsWith("FAULT due, and left out until mended: ");
    write("jobs/cov.yaml", DESCRIPTOR);
    assertThat(turn(left.note())).isEqualTo(new Next(Optional.of(NEXT), CRON));
    assertThat(told).first().isEqualTo("RUN_BEGAN its time has come");
  }

  @Test
  void a_silence_of_half_a_minute_is_an_outage_and_a_restart_is_none() {
    Instant longAgo = NOW.minus(Duration.ofDays(3));
    register.pulse("there", longAgo, longAgo, Duration.ZERO);
    warehouse.owner().sql("UPDATE serve_process SET seen_at = '2026-03-02 11:59:31'").update();
    assertThat(new Presence(register, "here", clock).servedSince(NOW)).isEqualTo(longAgo);
    warehouse.owner().sql("DELETE FROM serve_process WHERE process = 'here'").update();
    warehouse.owner().sql("UPDATE serve_process SET seen_at = '2026-03-02 11:59:29'").update();
    assertThat(new Presence(register, "here", clock).servedSince(NOW)).isEqualTo(NOW);
  }
}
