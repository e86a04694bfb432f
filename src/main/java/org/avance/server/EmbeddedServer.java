package org.avance.server;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The server of one home: installed, started, found, stopped. Everything here is called within
 * {@link Presence#alone}.
 */
final class EmbeddedServer {
  private static final Duration RECOVERY = Duration.ofMinutes(5);
  private static final int START_ATTEMPTS = 3;
  private static final String PORT_TAKEN = "Bind on TCP/IP port";

  private final ServerHome home;

  EmbeddedServer(ServerHome home) {
    this.home = home;
  }

  Optional<ServerProcess> running() {
    return ServerProcess.find(home);
  }

  /** Installs and starts what is not there or not running; returns when the server answers. */
  Endpoint ensureRunning() throws IOException {
    Credentials credentials = Credentials.in(home.credentials());
    Optional<ServerProcess> running = running();
    if (running.isPresent()) {
      int port = Port.kept(home.portFile()).orElseThrow(this::noPort);
      if (awaitAnswer(running.get(), port, credentials)) {
        return Endpoint.embedded(port, ServerHome.WAREHOUSE, credentials);
      }
    }
    return start(credentials);
  }

  private ServerFailure noPort() {
    return new ServerFailure(
        "A server runs, but %s does not say on which port. End its mariadbd process, then try again."
            .formatted(home.portFile()));
  }

  private Endpoint start(Credentials credentials) throws IOException {
    List<ServerOption> options = ServerOption.chosen(ServerOption.machineMemoryBytes());
    ServerProcess.awaitEndOfKilled(home);
    Files.createDirectories(home.temporary());
    Binaries.unpack(home.binaries());
    DataDirectory.install(home, options);
    for (int attempt = 1; ; attempt++) {
      int port = Port.choose(home.portFile());
      prepare(port, credentials, options);
      long logged = ServerLog.length(home.log());
      if (awaitAnswer(ServerProcess.start(home), port, credentials)) {
        Files.deleteIfExists(home.initFile());
        return Endpoint.embedded(port, ServerHome.WAREHOUSE, credentials);
      }
      String said = ServerLog.since(home.log(), logged);
      if (attempt == START_ATTEMPTS || !said.contains(PORT_TAKEN)) {
        throw ended(said);
      }
    }
  }

  private ServerFailure ended(String said) {
    return new ServerFailure(
        "The database server under %s ended while starting. Its last words (%s):%n%s"
            .formatted(home.directory(), home.log(), said));
  }

  private void prepare(int port, Credentials credentials, List<ServerOption> options)
      throws IOException {
    ServerHome.writePrivately(home.portFile(), port + "\n");
    String sql =
        AccountSetup.statements(ServerHome.WAREHOUSE, credentials).stream()
            .map(statement -> statement + ";\n")
            .collect(Collectors.joining());
    ServerHome.writePrivately(home.initFile(), sql);
    for (Account account : credentials.all()) {
      OptionFile.writeClient(home.clientOptions(account.user()), account, port);
    }
    List<ServerOption> all = new ArrayList<>(options);
    all.add(new ServerOption("port", String.valueOf(port), "free at the first start, then kept"));
    all.add(new ServerOption("pid-file", home.pidFile().toString(), "at home"));
    all.add(new ServerOption("init-file", home.initFile().toString(), "accounts and their rights"));
    OptionFile.write(home.optionFile(), home, home.data(), all);
  }

  /** False when the process ended instead. */
  private boolean awaitAnswer(ServerProcess process, int port, Credentials credentials) {
    boolean[] answered = new boolean[1];
    boolean settled =
        Waiting.until(
            () -> (answered[0] = answers(port, credentials)) || process.isGone(), RECOVERY);
    if (!settled) {
      throw new ServerFailure(
          "The database server, process %d, has not answered on port %d for %d minutes. See %s."
              .formatted(process.handle().pid(), port, RECOVERY.toMinutes(), home.log()));
    }
    return answered[0];
  }

  private boolean answers(int port, Credentials credentials) {
    try (Connection connection = connect(port, credentials.admin())) {
      return connection.isValid(10);
    } catch (SQLException refused) {
      if ("28000".equals(refused.getSQLState())) {
        throw new ServerFailure(
            "The server on port %d refuses the password in %s. Stop that server and start it again: each start sets the passwords of this file."
                .formatted(port, home.credentials()),
            refused);
      }
      return false;
    }
  }

  static Connection connect(int port, Account account) throws SQLException {
    String url = "jdbc:mariadb://" + ServerHome.HOST + ":" + port + "/?connectTimeout=5000";
    return DriverManager.getConnection(url, account.user(), account.password());
  }

  boolean isKeptUp() {
    return Files.exists(home.keepUp());
  }

  void stop() {
    running().ifPresent(ServerProcess::stop);
  }
}
