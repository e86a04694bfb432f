package org.avance.warehouse;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/** Connections of the account that reads. */
public final class Readers {
  private Readers() {}

  /** Opens a connection for each question. */
  public static DataSource of(String jdbcUrl, String user, String password) {
    try {
      MariaDbDataSource source = new MariaDbDataSource(jdbcUrl);
      source.setUser(user);
      source.setPassword(password);
      return source;
    } catch (SQLException malformed) {
      throw new IllegalArgumentException(
          "expected the address of a MariaDB database; found: " + jdbcUrl, malformed);
    }
  }
}
