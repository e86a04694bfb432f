package org.avance.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
  public static final Path BINARIES =
      Path.of("target", "mariadb", Binaries.DIRECTORY).toAbsolutePath();
  static final Path HOME = Path.of("target", "test-home").toAbsolutePath();

  // Left by its own shutdown hook when the JVM ends.
  private static final WarehouseServer SERVER = quick();

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

  /** What a power cut would lose matters to no test, and a flush for each commit takes its time. */
  private static WarehouseServer quick() {
    WarehouseServer server = WarehouseServer.join(new ServerSettings.Embedded(HOME, BINARIES));
    try (Connection connection = EmbeddedServer.connect(server.endpoint().port(), admin());
        Statement statement = connection.createStatement()) {
      statement.execute("SET GLOBAL innodb_flush_log_at_trx_commit = 0");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return server;
  }

  /** Spares a home of its own the unpacking of the server's programs. */
  public static void lendPrograms(Path home) throws IOException {
    Path mariadb = Files.createDirectories(home.resolve("mariadb"));
    Files.setPosixFilePermissions(mariadb, PosixFilePermissions.fromString("rwx------"));
    Files.createSymbolicLink(mariadb.resolve(Binaries.DIRECTORY), BINARIES);
  }

  /** May do everything. */
  public static Account admin() {
    return credentials().admin();
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
    } catch (IOException fault) {
      throw new java.io.UncheckedIOException(fault);
    }
  }
}
