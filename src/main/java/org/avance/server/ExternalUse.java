package org.avance.server;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.avance.server.WarehouseServer.WhenNotEmpty;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.HostAddress;

/** A server that somebody else runs: looked at, never started or stopped. */
record ExternalUse(ServerSettings.External settings) implements ServerUse {
  private static final String EXPECTED = "jdbc:mariadb://host:port/warehouse";

  /** The endpoint, once the account has logged in and found a fit server and both schemas. */
  @Override
  public Endpoint join() {
    Endpoint endpoint = endpoint();
    try (Connection connection = connect()) {
      requireFit(connection.getMetaData());
      requireSchema(connection, endpoint.warehouse());
      requireSchema(connection, endpoint.stagingSchema());
      return endpoint;
    } catch (SQLException refused) {
      throw new ServerFailure(
          "Cannot log in to %s as %s: %s. Check %s, %s and the password."
              .formatted(
                  settings.jdbcUrl(),
                  settings.account(),
                  refused.getMessage(),
                  ServerSettings.URL,
                  ServerSettings.USER),
          refused);
    }
  }

  private Connection connect() throws SQLException {
    Account account = settings.account();
    return DriverManager.getConnection(settings.jdbcUrl(), account.user(), account.password());
  }

  @Override
  public void leave() {}

  @Override
  public ServerStatus status() {
    Endpoint endpoint = endpoint();
    String version = "";
    try (Connection connection = connect()) {
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
        "mariadb " + login(endpoint) + " " + endpoint.warehouse(),
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
                login(endpoint),
                String.join(" ", Backup.DUMP_OPTIONS),
                endpoint.warehouse(),
                file));
  }

  @Override
  public void restore(Path file, WhenNotEmpty whenNotEmpty) {
    Endpoint endpoint = endpoint();
    throw elsewhere("mariadb %s %s < %s".formatted(login(endpoint), endpoint.warehouse(), file));
  }

  private ServerFailure elsewhere(String command) {
    return new ServerFailure(
        "The server at %s is not Avance's own, so its backups are made where it runs. The command there is:%n%s"
            .formatted(settings.jdbcUrl(), command));
  }

  private static String login(Endpoint endpoint) {
    return "--host=%s --port=%d --user=%s --password"
        .formatted(endpoint.host(), endpoint.port(), endpoint.owner().user());
  }

  private Endpoint endpoint() {
    String url = settings.jdbcUrl();
    Configuration parsed = parse(url);
    String warehouse = parsed.database();
    if (parsed.addresses().isEmpty() || warehouse == null || warehouse.isBlank()) {
      throw malformed(url);
    }
    HostAddress address = parsed.addresses().get(0);
    Account account = settings.account();
    return new Endpoint(
        url, address.host, address.port, warehouse, account, account, account, false);
  }

  private static Configuration parse(String url) {
    try {
      Configuration parsed = url.startsWith("jdbc:mariadb:") ? Configuration.parse(url) : null;
      if (parsed == null) {
        throw malformed(url);
      }
      return parsed;
    } catch (SQLException malformed) {
      throw malformed(url);
    }
  }

  private static ServerFailure malformed(String url) {
    return new ServerFailure(
        "Expected %s like %s; found: %s".formatted(ServerSettings.URL, EXPECTED, url));
  }

  private static void requireFit(DatabaseMetaData found) throws SQLException {
    int version = found.getDatabaseMajorVersion() * 100 + found.getDatabaseMinorVersion();
    if (!found.getDatabaseProductName().equals("MariaDB") || version < 1011) {
      throw new ServerFailure(
          "Expected MariaDB 10.11 or newer; found: %s %s at %s."
              .formatted(
                  found.getDatabaseProductName(),
                  found.getDatabaseProductVersion(),
                  found.getURL()));
    }
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
