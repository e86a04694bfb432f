package org.avance.warehouse;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * Where the warehouse answers, and as whom it is asked.
 *
 * @param warehouse its schema
 */
public record Access(String jdbcUrl, String warehouse, String user, String password) {
  /** Who looks after the warehouse must not wait for it: what is down is to be told soon. */
  private static final int SECONDS_TO_CONNECT = 5;

  /** Opens a connection for each question. */
  DataSource dataSource() {
    try {
      MariaDbDataSource source = new MariaDbDataSource(jdbcUrl);
      source.setUser(user);
      source.setPassword(password);
      source.setLoginTimeout(SECONDS_TO_CONNECT);
      return source;
    } catch (SQLException malformed) {
      throw new IllegalArgumentException(
          "expected the address of a MariaDB database; found: " + jdbcUrl, malformed);
    }
  }

  @Override
  public String toString() {
    return user + " at " + warehouse;
  }
}
