package org.avance.server;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.HostAddress;

/** A server that somebody else runs: looked at, never started or stopped. */
final class ExternalServer {
  private static final String EXPECTED = "jdbc:mariadb://host:port/warehouse";

  private ExternalServer() {}

  /** The endpoint, once the account has logged in and found a fit server and both schemas. */
  static Endpoint verified(ServerSettings.External settings) {
    Endpoint endpoint = endpoint(settings);
    Account account = settings.account();
    try (Connection connection =
        DriverManager.getConnection(settings.jdbcUrl(), account.user(), account.password())) {
      requireFit(connection.getMetaData());
      requireSchema(connection, endpoint.warehouse());
      requireSchema(connection, endpoint.stagingSchema());
      return endpoint;
    } catch (SQLException refused) {
      throw new ServerFailure(
          "Cannot log in to %s as %s: %s. Check %s, %s and the password."
              .formatted(
                  settings.jdbcUrl(),
                  account,
                  refused.getMessage(),
                  ServerSettings.URL,
                  ServerSettings.USER),
          refused);
    }
  }

  static Endpoint endpoint(ServerSettings.External settings) {
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
