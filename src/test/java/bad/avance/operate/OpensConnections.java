package bad.avance.operate;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** JDBC where no SQL belongs. */
public final class OpensConnections {
  private OpensConnections() {}

  public static Connection open(String url) throws SQLException {
    return DriverManager.getConnection(url);
  }
}
