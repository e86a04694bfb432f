package org.avance.server;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One embedded server for all tests of a JVM, with a fresh pair of schemas for each who asks. Its
 * home stays under {@code target} between runs, for speed; the server stops with the JVM.
 */
public final class TestServer {
  static final Path BINARIES = Path.of("target", "mariadb", Binaries.DIRECTORY).toAbsolutePath();
  static final Path HOME = Path.of("target", "test-home").toAbsolutePath();

  // Left by its own shutdown hook when the JVM ends.
  private static final WarehouseServer SERVER =
      WarehouseServer.join(new ServerSettings.Embedded(HOME, BINARIES));

  private TestServer() {}

  /**
   * An empty warehouse of this name and its staging schema, with the same rights as the real one.
   */
  public static Endpoint freshWarehouse(String name) throws SQLException {
    Credentials who = credentials();
    int port = SERVER.endpoint().port();
    try (Connection connection = EmbeddedServer.connect(port, who.admin());
        Statement statement = connection.createStatement()) {
      for (String sql : afresh(name, who)) {
        statement.execute(sql);
      }
    }
    return Endpoint.embedded(port, name, who);
  }

  /**
   * A warehouse that does not exist yet, on this server as somebody's own: what {@code db init} is
   * given, and what its accounts are to be called.
   */
  public static Map<String, String> ownServer(String warehouse) throws SQLException {
    Credentials who = credentials();
    try (Connection connection = EmbeddedServer.connect(SERVER.endpoint().port(), who.admin())) {
      for (String sql : afresh(warehouse, who)) {
        Rows.execute(connection, sql);
      }
      Rows.execute(connection, "DROP DATABASE " + warehouse);
      Rows.execute(connection, "DROP DATABASE " + Endpoint.stagingSchema(warehouse));
      for (String role : List.of("owner", "etl", "bi")) {
        Rows.execute(
            connection, "DROP USER IF EXISTS '%s_%s'@'127.0.0.1'".formatted(warehouse, role));
      }
    }
    return Map.of(
        "AVANCE_ADMIN_USER", who.admin().user(),
        "AVANCE_ADMIN_PASSWORD", who.admin().password(),
        "AVANCE_DB_OWNER_USER", warehouse + "_owner",
        "AVANCE_DB_ETL_USER", warehouse + "_etl",
        "AVANCE_DB_BI_USER", warehouse + "_bi");
  }

  /** The JDBC URL of a schema on this server. */
  public static String url(String schema) {
    return Endpoint.embeddedUrl(SERVER.endpoint().port(), schema);
  }

  /** As the administrator of the server. */
  public static void administer(String... statements) throws SQLException {
    try (Connection connection =
        EmbeddedServer.connect(SERVER.endpoint().port(), credentials().admin())) {
      for (String sql : statements) {
        Rows.execute(connection, sql);
      }
    }
  }

  private static List<String> afresh(String name, Credentials who) {
    List<String> sql = new ArrayList<>();
    for (String schema : List.of(name, Endpoint.stagingSchema(name))) {
      sql.add("DROP DATABASE IF EXISTS `" + schema + "`");
      // A dropped schema leaves the grants on its tables behind.
      for (String grants : List.of("tables_priv", "columns_priv", "procs_priv")) {
        sql.add("DELETE FROM mysql." + grants + " WHERE db = '" + schema + "'");
      }
    }
    sql.add("FLUSH PRIVILEGES");
    sql.addAll(AccountSetup.schemas(name));
    AccountSetup.HOSTS.forEach(host -> sql.addAll(AccountSetup.rights(name, who, host)));
    return sql;
  }

  private static Credentials credentials() {
    try {
      return Credentials.in(HOME.resolve("mariadb").resolve("credentials.properties"));
    } catch (java.io.IOException fault) {
      throw new java.io.UncheckedIOException(fault);
    }
  }
}
