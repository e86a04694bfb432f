package org.avance.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes and one server: each test begins and ends with the server stopped. */
final class ServerLifeTest {
  @TempDir static Path directory;

  private static ServerSettings.Embedded settings;
  private static ServerHome home;

  @BeforeAll
  static void one_home_for_all() throws Exception {
    Binaries.unpack(TestServer.BINARIES);
    Path longWithSpaces = directory.resolve("a home " + "x".repeat(120));
    settings = new ServerSettings.Embedded(longWithSpaces, TestServer.BINARIES);
    home = ServerHome.of(settings);
  }

  @AfterEach
  void nothing_stays_behind() {
    Optional<ServerProcess> forgotten = ServerProcess.find(home);
    forgotten.ifPresent(server -> server.handle().destroyForcibly());
    forgotten.ifPresent(
        server -> Waiting.until(() -> !server.isRunning(), java.time.Duration.ofSeconds(20)));
    assertThat(forgotten).isEmpty();
  }

  @Test
  void the_last_who_leaves_stops_the_server() throws Exception {
    try (OtherProcess first = OtherProcess.joined(settings);
        OtherProcess second = OtherProcess.joined(settings)) {
      ServerProcess server = ServerProcess.find(home).orElseThrow();
      assertThat(first.leave()).isZero();
      assertThat(server.isRunning()).isTrue();
      assertThat(second.leave()).isZero();
      assertThat(server.isRunning()).isFalse();
    }
  }

  @Test
  void of_two_that_start_at_once_one_starts_the_server_and_of_two_that_leave_one_stops_it()
      throws Exception {
    long before = starts();
    try (OtherProcess first = OtherProcess.ready(settings);
        OtherProcess second = OtherProcess.ready(settings)) {
      first.go();
      second.go();
      assertThat(first.port()).isEqualTo(second.port());
      assertThat(servers()).hasSize(1);
      first.go();
      second.go();
      assertThat(List.of(first.hear(), second.hear())).containsExactly("left", "left");
      assertThat(servers()).isEmpty();
      assertThat(starts() - before).isEqualTo(1);
    }
  }

  @Test
  void who_comes_while_the_server_is_being_stopped_waits_and_starts_it_again() throws Exception {
    long before = starts();
    try (OtherProcess leaving = OtherProcess.joined(settings);
        OtherProcess coming = OtherProcess.ready(settings)) {
      leaving.go();
      Waiting.until(
          () -> !Presence.in(home).pids().contains(leaving.pid()),
          java.time.Duration.ofSeconds(20));
      coming.go();
      coming.port();
      assertThat(leaving.hear()).isEqualTo("left");
      assertThat(servers()).hasSize(1);
      assertThat(starts() - before).isEqualTo(2);
      assertThat(coming.leave()).isZero();
    }
  }

  @Test
  void an_interrupt_leaves_as_well() throws Exception {
    for (String signal : List.of("INT", "TERM")) {
      try (OtherProcess interrupted = OtherProcess.joined(settings)) {
        interrupted.signal(signal);
        assertThat(interrupted.hear()).isEqualTo("interrupted");
        assertThat(servers()).isEmpty();
      }
    }
  }

  @Test
  void an_interrupt_while_the_server_starts_leaves_none_behind() throws Exception {
    try (OtherProcess interrupted = OtherProcess.ready(settings)) {
      interrupted.go();
      assertThat(Waiting.until(() -> !servers().isEmpty(), java.time.Duration.ofSeconds(20)))
          .isTrue();
      interrupted.signal("INT");
      assertThat(servers()).isEmpty();
    }
  }

  @Test
  void an_interrupt_while_others_start_or_stop_the_server_is_not_kept_waiting() throws Exception {
    try (OtherProcess interrupted = OtherProcess.ready(settings)) {
      Presence.in(home)
          .alone(
              () -> {
                interrupted.go();
                assertThat(interrupted.opens(home.directory().resolve("turnstile.lock"))).isTrue();
                interrupted.signal("INT");
                return home;
              });
      assertThat(servers()).isEmpty();
    }
  }

  @Test
  void threads_of_one_process_share_its_use_of_the_server() throws Exception {
    long before = starts();
    List<Integer> ports =
        Stream.generate(() -> settings).limit(4).parallel().map(ServerLifeTest::portOf).toList();
    assertThat(ports).doesNotContainNull().allMatch(ports.get(0)::equals);
    assertThat(servers()).isEmpty();
    assertThat(starts() - before).isBetween(1L, 4L);
  }

  @Test
  void the_server_outlives_a_killed_owner_and_stops_with_the_next() throws Exception {
    try (OtherProcess killed = OtherProcess.joined(settings)) {
      ServerProcess server = ServerProcess.find(home).orElseThrow();
      killed.signal("KILL");
      assertThat(server.isRunning()).isTrue();
      assertThat(WarehouseServer.status(settings).usedBy()).isEmpty();
      try (OtherProcess next = OtherProcess.joined(settings)) {
        assertThat(servers()).containsExactly(server.handle().pid());
        next.leave();
        assertThat(server.isRunning()).isFalse();
      }
    }
  }

  @Test
  void a_killed_server_is_started_again_on_its_port_with_what_was_committed() throws Exception {
    int port;
    try (WarehouseServer first = WarehouseServer.join(settings)) {
      port = first.endpoint().port();
      try (Connection owner = open(first.endpoint())) {
        Rows.execute(owner, "CREATE OR REPLACE TABLE kept (a INT)");
        Rows.execute(owner, "INSERT INTO kept VALUES (7)");
      }
      ServerProcess server = ServerProcess.find(home).orElseThrow();
      server.handle().destroyForcibly();
      Waiting.until(() -> !server.isRunning(), java.time.Duration.ofSeconds(20));
      try (WarehouseServer second = WarehouseServer.join(settings);
          Connection owner = open(second.endpoint())) {
        assertThat(second.endpoint().port()).isEqualTo(port);
        assertThat(Rows.texts(owner, "SELECT a FROM kept")).containsExactly("7");
      }
      assertThat(servers()).as("the first is still in").hasSize(1);
    }
    assertThat(servers()).isEmpty();
  }

  @Test
  void a_port_that_somebody_took_is_given_up_for_another() throws Exception {
    int port = joinAndLeave();
    assertThat(joinAndLeave()).as("kept while free").isEqualTo(port);
    try (ServerSocket foreign =
        new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      assertThat(joinAndLeave()).isNotEqualTo(foreign.getLocalPort());
    }
  }

  @Test
  void a_server_kept_up_stays_until_it_is_stopped_by_name() throws Exception {
    ServerStatus kept = WarehouseServer.start(settings);
    assertThat(kept.running()).isTrue();
    assertThat(kept.keptUp()).isTrue();
    int port = joinAndLeave();
    assertThat(port).isEqualTo(kept.port());
    assertThat(servers()).hasSize(1);
    WarehouseServer.stop(settings);
    assertThat(servers()).isEmpty();
    ServerStatus stopped = WarehouseServer.status(settings);
    assertThat(stopped)
        .isEqualTo(
            new ServerStatus(
                true,
                false,
                false,
                port,
                "jdbc:mariadb://127.0.0.1:" + port + "/avance",
                "'"
                    + TestServer.BINARIES
                    + "/bin/mariadb' '--defaults-file="
                    + home.directory()
                    + "/avance_bi.cnf' avance",
                home.directory() + "/data",
                "11.4.5",
                stopped.dataBytes(),
                List.of()));
    assertThat(stopped.dataBytes()).isGreaterThan(256L << 20);
  }

  @Test
  void a_server_in_use_is_not_stopped_but_no_longer_kept_up() throws Exception {
    WarehouseServer.start(settings);
    try (OtherProcess other = OtherProcess.joined(settings)) {
      assertThatThrownBy(() -> WarehouseServer.stop(settings))
          .isInstanceOf(ServerFailure.class)
          .hasMessage(
              "The server is not stopped: 1 Avance process uses it (pid %d). It is no longer kept up, and stops when the last of them leaves."
                  .formatted(other.pid()));
      assertThat(servers()).hasSize(1);
      other.leave();
      assertThat(servers()).isEmpty();
    }
  }

  @Test
  void the_client_of_the_status_line_opens_the_warehouse() throws Exception {
    try (WarehouseServer server = WarehouseServer.join(settings)) {
      try (Connection owner = open(server.endpoint())) {
        Rows.execute(owner, "CREATE OR REPLACE TABLE seen (a INT)");
        Rows.execute(owner, "GRANT SELECT ON seen TO 'avance_bi'@'127.0.0.1'");
      }
      Process client =
          new ProcessBuilder(
                  "sh",
                  "-c",
                  WarehouseServer.status(settings).client() + " -N -e 'SELECT user(), database()'")
              .redirectErrorStream(true)
              .start();
      assertThat(new String(client.getInputStream().readAllBytes()))
          .isEqualTo("avance_bi@127.0.0.1\tavance\n");
    }
  }

  @Test
  void a_start_that_fails_says_the_servers_last_words() throws Exception {
    ServerSettings.Embedded unfit =
        new ServerSettings.Embedded(directory.resolve("unfit"), TestServer.BINARIES);
    ServerHome home = ServerHome.of(unfit);
    Files.createDirectory(home.data());
    assertThatThrownBy(() -> WarehouseServer.join(unfit))
        .isInstanceOf(ServerFailure.class)
        .hasMessageStartingWith(
            "The database server under %s ended while starting. Its last words (%s):\n"
                .formatted(home.directory(), home.log()))
        .hasMessageContaining("mysql.plugin");
    assertThat(Presence.in(home).pids()).isEmpty();
  }

  private static int joinAndLeave() {
    return portOf(settings);
  }

  private static int portOf(ServerSettings settings) {
    try (WarehouseServer server = WarehouseServer.join(settings)) {
      return server.endpoint().port();
    }
  }

  private static Connection open(Endpoint endpoint) throws Exception {
    Account owner = endpoint.owner();
    return DriverManager.getConnection(endpoint.jdbcUrl(), owner.user(), owner.password());
  }

  private static List<Long> servers() {
    return ProcessHandle.allProcesses()
        .map(handle -> new ServerProcess(handle, "--defaults-file=" + home.optionFile()))
        .filter(ServerProcess::isRunning)
        .map(server -> server.handle().pid())
        .toList();
  }

  private static long starts() throws Exception {
    if (!Files.exists(home.log())) {
      return 0;
    }
    return Files.readAllLines(home.log()).stream()
        .filter(line -> line.contains("ready for connections"))
        .count();
  }
}
