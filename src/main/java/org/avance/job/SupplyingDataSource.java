package org.avance.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Each connection is of the source that is the right one then. */
final class SupplyingDataSource extends AbstractDataSource {
  private final Supplier<DataSource> source;

  SupplyingDataSource(Supplier<DataSource> source) {
    this.source = source;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return source.get().getConnection();
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return source.get().getConnection(user, password);
  }
}
