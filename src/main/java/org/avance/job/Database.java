package org.avance.job;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The warehouse as the loading account reaches it.
 *
 * @param jdbcUrl with or without parameters
 * @param warehouse schema of the warehouse
 * @param staging schema of the staging tables
 */
public record Database(
    String jdbcUrl, String warehouse, String staging, String user, String password) {

  /** Whatever the server's own defaults are: instants are UTC, and a bad value is an error. */
  private static final String SESSION =
      """
      SET time_zone = '+00:00',
          sql_mode = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ZERO_DATE,NO_ZERO_IN_DATE,NO_ENGINE_SUBSTITUTION'\
      """;

  /**
   * The only connections that may load local streams: the job repository's and staging's, so that
   * both commit together.
   */
  HikariDataSource pool(int loads) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(with("allowLocalInfile=true"));
    config.setUsername(user);
    config.setPassword(password);
    config.setConnectionInitSql(SESSION);
    config.setMaximumPoolSize(2 * loads + 2);
    config.setMinimumIdle(1);
    config.setPoolName("avance");
    return new HikariDataSource(config);
  }

  /** Opens a connection of its own each time; may not load local streams. */
  DataSource single() {
    DriverManagerDataSource source =
        new DriverManagerDataSource(with("allowLocalInfile=false"), user, password);
    return new SessionDataSource(source, SESSION);
  }

  private String with(String parameter) {
    return jdbcUrl + (jdbcUrl.contains("?") ? "&" : "?") + parameter;
  }

  /** Never the password. */
  @Override
  public String toString() {
    return "Database[" + jdbcUrl + ", " + user + "]";
  }
}
