package org.avance.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * What tells whether the process that owns a feed lives: a second named lock, on a connection that
 * never works and so ends with its process at once.
 *
 * <ul>
 *   <li>Who finds the feed held and this lock free knows that the process is gone, and the server
 *       still at its last statement.
 *   <li>The connection says something every few seconds: one that has fallen silent can be told.
 *   <li>Nobody owns a feed without it: a process that has lost the feed's connection and not yet
 *       noticed may still be staging.
 * </ul>
 */
final class SignOfLife implements AutoCloseable {
  /** Three signs left out. */
  static final long SILENT_SECONDS = 60;

  private static final Duration BETWEEN = Duration.ofSeconds(20);

  /** The server ends a dead process's idle connections one after the other. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final System.Logger LOG = System.getLogger(SignOfLife.class.getName());

  private final Connection connection;
  private final ScheduledExecutorService pings =
      Executors.newSingleThreadScheduledExecutor(Ownership::daemon);

  private SignOfLife(Connection connection) {
    this.connection = connection;
    var unused =
        pings.scheduleWithFixedDelay(
            this::give, BETWEEN.toSeconds(), BETWEEN.toSeconds(), TimeUnit.SECONDS);
  }

  /** Empty where the process that owned the feed before is still there. */
  static Optional<SignOfLife> give(DataSource dataSource, String warehouse, String feed)
      throws SQLException {
    Connection connection = dataSource.getConnection();
    try {
      try (PreparedStatement keep =
          connection.prepareStatement("SET SESSION wait_timeout = 2147483")) {
        keep.execute();
      }
      if (Ownership.lock(connection, lock(warehouse, feed), PATIENCE)) {
        return Optional.of(new SignOfLife(connection));
      }
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    connection.close();
    return Optional.empty();
  }

  static String lock(String warehouse, String feed) {
    return Ownership.lockName(warehouse, "life", feed);
  }

  private void give() {
    try {
      if (!connection.isValid(10)) {
        pings.shutdown();
      }
    } catch (SQLException e) {
      pings.shutdown();
    }
  }

  @Override
  public void close() {
    pings.shutdownNow();
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.log(System.Logger.Level.DEBUG, "A sign of life was gone already", e);
    }
  }
}
