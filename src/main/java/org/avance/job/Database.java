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
   * up to 64 MB: on disk, where it goes beyond 16 by default, it takes many times longer.
   */
  private static final String SESSION =
      """
      SET time_zone = '+00:00',
          sql_mode = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ZERO_DATE,NO_ZERO_IN_DATE,NO_ENGINE_SUBSTITUTION',
          tmp_memory_table_size = 67108864, max_heap_table_size = 67108864\
      """;

  /**
   * The only connections that may load local streams: the job repository's and staging's, so that
   * both commit together.
   */
  HikariDataSource pool(int loads) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(with("allowLocalInfile=true"));
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
    return as(etl);
  }

  /** Connections of the owner, for migrations alone. */
  DataSource migrating() {
    return as(owner);
  }

  private DataSource as(Login login) {
    String url = with("allowLocalInfile=false");
    return new SessionDataSource(
        new DriverManagerDataSource(url, login.user(), login.password()), SESSION);
  }

  private String with(String parameter) {
    return jdbcUrl + (jdbcUrl.contains("?") ? "&" : "?") + parameter;
  }
}
