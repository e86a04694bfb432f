package org.avance.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/**
 * The embedded server under the benchmark's home, up and kept up, with the settings that ship.
 *
 * @param url JDBC, without parameters
 * @param user the owner of all schemas
 * @param pid the server's process
 */
record Warehouse(String url, String user, String password, long pid) {
  private static final String ADMIN = "avance_admin";

  /** Seconds of CPU a second. */
  private static final double IDLE = 0.05;

  private static final List<String> SCHEMAS = List.of("avance", "avance_stage");

  /** The server that {@code db start} has started there. */
  static Warehouse in(Path home, String url) throws IOException {
    Path server = home.resolve("mariadb");
    Properties accounts = new Properties();
    try (Reader reader = Files.newBufferedReader(server.resolve("credentials.properties"))) {
      accounts.load(reader);
    }
    long pid = Long.parseLong(Files.readString(server.resolve("pid")).strip());
    return new Warehouse(url, ADMIN, accounts.getProperty(ADMIN), pid);
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url + "?allowLocalInfile=true", user, password);
  }

  void execute(String... statements) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** The one number that a query answers. */
  long number(String query) throws SQLException {
    return Long.parseLong(text(query));
  }

  /** The first column of the one row that a query answers. */
  String text(String query) throws SQLException {
    return text(query, 1);
  }

  String text(String query, int column) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(query)) {
      answer.next();
      return answer.getString(column);
    }
  }

  /** Throws everything away. */
  void empty() throws SQLException {
    for (String schema : SCHEMAS) {
      execute(
          "DROP DATABASE IF EXISTS " + schema,
          "CREATE DATABASE " + schema + " CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci");
    }
  }

  /**
   * Waits until all that was written before lies in the data files and the server has nothing left
   * to do about it (it visits each new row once more), so that no case pays for the one before it.
   */
  void settle() throws SQLException, InterruptedException {
    flush();
    double used;
    do {
      double before = cpuSeconds();
      Thread.sleep(1_000);
      used = cpuSeconds() - before;
    } while (used > IDLE);
  }

  private double cpuSeconds() {
    return Use.of(pid).orElseThrow().cpuSeconds();
  }

  private void flush() throws SQLException, InterruptedException {
    String shipped = text("SELECT @@innodb_max_dirty_pages_pct");
    String shippedLow = text("SELECT @@innodb_max_dirty_pages_pct_lwm");
    execute(
        "SET GLOBAL innodb_max_dirty_pages_pct_lwm = 0",
        "SET GLOBAL innodb_max_dirty_pages_pct = 0");
    while (Long.parseLong(text("SHOW GLOBAL STATUS LIKE 'Innodb_buffer_pool_pages_dirty'", 2))
        > 50) {
      Thread.sleep(100);
    }
    execute(
        "SET GLOBAL innodb_max_dirty_pages_pct = " + shipped,
        "SET GLOBAL innodb_max_dirty_pages_pct_lwm = " + shippedLow);
  }
}
