package org.avance.job;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Where the warehouse is and as whom it is reached.
 *
 * @param jdbcUrl with or without parameters
 * @param warehouse schema of the warehouse
 * @param staging schema of the staging tables
 * @param owner migrates
 * @param etl loads
 * @param readers accounts, as GRANT names them, that may read what is published
 */
public record Database(
    String jdbcUrl,
    String warehouse,
    String staging,
    Login owner,
    Login etl,
    List<String> readers) {

  /** An account; its password is never printed. */
  public record Login(String user, String password) {
    @Override
    public String toString() {
      return user;
    }
  }

  public Database {
    readers = List.copyOf(readers);
  }

  /**
   * Whatever the server's own defaults are: instants are UTC, and a bad value is an error. Every
   * connection reads what is committed and locks only what it writes: under the server's default a
   * long publish locks all it reads, and other loads die waiting. What is grouped stays in memory
   * up to 256 MB, a million groups: on disk, where it goes beyond 16 MB by default, it takes many
   * times longer.
   */
  private static final String SESSION =
      """
      SET time_zone = '+00:00',
          sql_mode = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ZERO_DATE,NO_ZERO_IN_DATE,NO_ENGINE_SUBSTITUTION',
          tmp_memory_table_size = 268435456, max_heap_table_size = 268435456\
      """;

  /**
   * A statement that a connection sends again is not parsed again: a file of twenty records takes
   * two hundred, and each file of a feed the same ones.
   */
  private static final String PREPARED = "useServerPrepStmts=true&prepStmtCacheSize=400";

  /**
   * The only connections that may load local streams: the job repository's and staging's, so that
   * both commit together.
   */
  HikariDataSource pool(int loads) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(with("allowLocalInfile=true&" + PREPARED));
    config.setUsername(etl.user());
    config.setPassword(etl.password());
    config.setConnectionInitSql(SESSION);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    config.setMaximumPoolSize(3 * loads + 2);
    config.setMinimumIdle(1);
    config.setPoolName("avance");
    return new HikariDataSource(config);
  }

  /** Opens a connection of its own each time; may not load local streams. */
  DataSource single() {
    return as(etl, "allowLocalInfile=false");
  }

  /** The same, for connections that own a feed and publish all of its deliveries. */
  DataSource owning() {
    return as(etl, "allowLocalInfile=false&" + PREPARED);
  }

  /** Connections of the owner, for migrations alone. */
  DataSource migrating() {
    return as(owner, "allowLocalInfile=false");
  }

  private DataSource as(Login login, String parameters) {
    return new SessionDataSource(
        new DriverManagerDataSource(with(parameters), login.user(), login.password()), SESSION);
  }

  private String with(String parameters) {
    return jdbcUrl + (jdbcUrl.contains("?") ? "&" : "?") + parameters;
  }
}
