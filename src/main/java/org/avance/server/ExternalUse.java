package org.avance.server;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.avance.server.WarehouseServer.WhenNotEmpty;
import org.mariadb.jdbc.HostAddress;

/** A server that somebody else runs: looked at, never started or stopped. */
record ExternalUse(ServerSettings.External settings) implements ServerUse {

  /** The endpoint, once the accounts have logged in and found a fit server and both schemas. */
  @Override
  public Endpoint join() {
    Endpoint endpoint = endpoint();
    for (Account account : writers()) {
      try (Connection connection = connect(account)) {
        ServerFitness.requireVersion(connection.getMetaData());
        requireSchema(connection, endpoint.warehouse());
        requireSchema(connection, endpoint.stagingSchema());
      } catch (SQLException refused) {
        throw cannotLogIn(account, refused);
      }
    }
    return withReaders(endpoint, readers());
  }

  private Set<Account> writers() {
    return new LinkedHashSet<>(List.of(settings.owner(), settings.etl()));
  }

  /**
   * The reading account as the server itself names it. It logs in without a schema: before the
   * first migration it may see none.
   */
  private List<String> readers() {
    if (settings.bi().user().equals(settings.owner().user())) {
      return List.of();
    }
    String url = url().withSchema("");
    Account bi = settings.bi();
    try (Connection connection = DriverManager.getConnection(url, bi.user(), bi.password())) {
      return Rows.texts(connection, "SELECT CURRENT_USER()").stream()
          .map(AccountSetup::quoted)
          .toList();
    } catch (SQLException refused) {
      throw cannotLogIn(bi, refused);
    }
  }

  private ServerFailure cannotLogIn(Account account, SQLException refused) {
    return new ServerFailure(
        "Cannot log in to %s as %s: %s. Check %s, %s and the password."
            .formatted(
                settings.jdbcUrl(),
                account,
                refused.getMessage(),
                ServerSettings.URL,
                variables(account).user()),
        refused);
  }

  /** Which variables the account most likely came from. */
  private AccountVariables variables(Account account) {
    boolean oneForAll =
        settings.owner().equals(settings.etl()) && settings.owner().equals(settings.bi());
    if (oneForAll) {
      return AccountVariables.COMMON;
    }
    if (account.equals(settings.bi())) {
      return AccountVariables.BI;
    }
    return account.equals(settings.etl()) ? AccountVariables.ETL : AccountVariables.OWNER;
  }

  private Connection connect(Account account) throws SQLException {
    return DriverManager.getConnection(settings.jdbcUrl(), account.user(), account.password());
  }

  @Override
  public void leave() {}

  @Override
  public String asAdministrator(String sql) {
    return "as the server's administrator: " + sql;
  }

  /** Sees other accounts' connections where it was granted PROCESS. */
  @Override
  public Account overseer() {
    return settings.owner();
  }

  @Override
  public ServerStatus status() {
    Endpoint endpoint = endpoint();
    String version = "";
    try (Connection connection = connect(settings.owner())) {
      version = connection.getMetaData().getDatabaseProductVersion();
    } catch (SQLException notRunning) {
      // Not running is an answer, not a failure.
    }
    return new ServerStatus(
        false,
        !version.isEmpty(),
        false,
        endpoint.port(),
        endpoint.jdbcUrl(),
        "mariadb " + login(endpoint, endpoint.bi()) + " " + endpoint.warehouse(),
        "",
        version,
        0,
        List.of());
  }

  @Override
  public ServerStatus keepUp() {
    throw notOurs("started");
  }

  @Override
  public void stop() {
    throw notOurs("stopped");
  }

  private ServerFailure notOurs(String act) {
    return new ServerFailure(
        "The server at %s is not Avance's own: it is not %s from here, but by who runs it. Unset %s to use the embedded server."
            .formatted(settings.jdbcUrl(), act, ServerSettings.URL));
  }

  @Override
  public void backup(Path file) {
    Endpoint endpoint = endpoint();
    throw elsewhere(
        "mariadb-dump %s %s %s > %s"
            .formatted(
                login(endpoint, endpoint.owner()),
                String.join(" ", Backup.DUMP_OPTIONS),
                endpoint.warehouse(),
                file));
  }

  @Override
  public void restore(Path file, WhenNotEmpty whenNotEmpty) {
    Endpoint endpoint = endpoint();
    throw elsewhere(
        "mariadb %s %s < %s"
            .formatted(login(endpoint, endpoint.owner()), endpoint.warehouse(), file));
  }

  private ServerFailure elsewhere(String command) {
    return new ServerFailure(
        "The server at %s is not Avance's own, so its backups are made where it runs. The command there is:%n%s"
            .formatted(settings.jdbcUrl(), command));
  }

  private static String login(Endpoint endpoint, Account account) {
    return "--host=%s --port=%d --user=%s --password"
        .formatted(endpoint.host(), endpoint.port(), account.user());
  }

  private ServerUrl url() {
    return new ServerUrl(settings.jdbcUrl(), ServerSettings.URL);
  }

  /** As far as it is known without asking the server. */
  private Endpoint endpoint() {
    HostAddress address = url().address();
    String warehouse = url().schema();
    if (warehouse.isEmpty()) {
      throw url().malformed();
    }
    return new Endpoint(
        settings.jdbcUrl(),
        address.host,
        address.port,
        warehouse,
        settings.owner(),
        settings.etl(),
        settings.bi(),
        List.of());
  }

  private static Endpoint withReaders(Endpoint there, List<String> readers) {
    return new Endpoint(
        there.jdbcUrl(),
        there.host(),
        there.port(),
        there.warehouse(),
        there.owner(),
        there.etl(),
        there.bi(),
        readers);
  }

  private static void requireSchema(Connection connection, String schema) throws SQLException {
    String sql = "SELECT 1 FROM information_schema.schemata WHERE schema_name = ?";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, schema);
      try (ResultSet found = select.executeQuery()) {
        if (!found.next()) {
          throw new ServerFailure(
              "No schema %s on this server, or %s may not see it. Have it made: CREATE DATABASE `%s` CHARACTER SET %s COLLATE %s; and grant this account all rights on it."
                  .formatted(
                      schema,
                      connection.getMetaData().getUserName(),
                      schema,
                      ServerOption.CHARACTER_SET,
                      ServerOption.COLLATION));
        }
      }
    }
  }
}
