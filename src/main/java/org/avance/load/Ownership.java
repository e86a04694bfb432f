package org.avance.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The right to load a feed's deliveries, held as a named lock of the server:
 *
 * <ul>
 *   <li>it lives on a connection of its own, so that it ends with the process that holds it,
 *       however that dies;
 *   <li>publishing runs on that very connection: who has lost the lock can't publish;
 *   <li>the server keeps it while a statement of a dead client still runs, and then rolls that
 *       back;
 *   <li>whoever writes without that connection asks first whether it is still there: another
 *       process may load the feed as soon as it is not.
 * </ul>
 */
public final class Ownership implements AutoCloseable {
  private static final int LONGEST_LOCK_NAME = 64;
  private static final Duration PING = Duration.ofMinutes(1);

  private final DataSource others;
  private final Connection connection;
  private final long connectionId;
  private final String feedLock;
  private final String publishLock;
  private final DataSource itself;
  private final ScheduledExecutorService pings;

  private Ownership(DataSource others, Connection connection, String feedLock, String publishLock)
      throws SQLException {
    this.others = others;
    this.connection = connection;
    this.connectionId = connection.unwrap(org.mariadb.jdbc.Connection.class).getThreadId();
    this.feedLock = feedLock;
    this.publishLock = publishLock;
    this.itself = new SingleConnectionDataSource(connection, true);
    this.pings = Executors.newSingleThreadScheduledExecutor(Ownership::daemon);
    var unused =
        pings.scheduleWithFixedDelay(
            this::ping, PING.toSeconds(), PING.toSeconds(), TimeUnit.SECONDS);
  }

  /**
   * Claims a feed.
   *
   * @param dataSource opens a connection that is this ownership's alone, not one of a pool
   * @param warehouse schema of the warehouse: two warehouses of one server don't stand in each
   *     other's way
   * @param patience how long to wait for another owner
   * @return empty where another owner holds it
   */
  public static Optional<Ownership> claim(
      DataSource dataSource, String warehouse, String feed, Duration patience) throws SQLException {
    Connection connection = dataSource.getConnection();
    try {
      try (PreparedStatement keep =
          connection.prepareStatement("SET SESSION wait_timeout = 2147483")) {
        keep.execute();
      }
      String feedLock = lockName(warehouse, "feed", feed);
      if (lock(connection, feedLock, patience)) {
        String publishLock = lockName(warehouse, "publish", "");
        return Optional.of(new Ownership(dataSource, connection, feedLock, publishLock));
      }
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    connection.close();
    return Optional.empty();
  }

  /** Who holds a feed now, in words; empty where nobody does. */
  public static Optional<String> holder(DataSource dataSource, String warehouse, String feed)
      throws SQLException {
    String question =
        """
        SELECT p.id, p.host, COALESCE(p.time, 0), COALESCE(p.command, '')
        FROM information_schema.processlist p WHERE p.id = IS_USED_LOCK(?)
        """;
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(question)) {
      statement.setString(1, lockName(warehouse, "feed", feed));
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(
                "connection %d from %s, %s for %d s"
                    .formatted(
                        row.getLong(1),
                        row.getString(2),
                        "Sleep".equals(row.getString(4)) ? "between statements" : "at work",
                        row.getLong(3)))
            : Optional.empty();
      }
    }
  }

  /** False once the connection is gone, and the lock with it. */
  public boolean isHeld() {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT IS_USED_LOCK(?) = CONNECTION_ID()")) {
      statement.setString(1, feedLock);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    } catch (SQLException gone) {
      return false;
    }
  }

  /**
   * Asked before anything is written on another connection.
   *
   * @throws OwnershipLost where another process may load the feed by now
   */
  public void requireHeld() {
    if (!isHeld()) {
      throw new OwnershipLost();
    }
  }

  /**
   * Breaks off what runs on the owning connection, from another thread: the server undoes it, and
   * the step that asked for it fails. Does nothing where nothing runs.
   */
  public void breakOff() {
    try (Connection other = others.getConnection();
        PreparedStatement kill = other.prepareStatement("KILL QUERY " + connectionId)) {
      kill.execute();
    } catch (SQLException gone) {
      // Nothing runs on a connection that is gone, nor on a server that can't be reached.
      pings.shutdown();
    }
  }

  /**
   * The owning connection as a source of exactly itself; transactions of the publishing step run on
   * it.
   */
  public DataSource connection() {
    return itself;
  }

  /**
   * Waits for the one place to publish in this warehouse; before the first read of a publishing
   * transaction.
   */
  void awaitPublishing() {
    try {
      if (!lock(connection, publishLock, Duration.ofDays(1))) {
        throw new IllegalStateException(
            "the turn to publish did not come: the wait was broken off, or another delivery has been publishing for a day, and SHOW PROCESSLIST on the server tells by which connection");
      }
    } catch (SQLException e) {
      throw new IllegalStateException(
          "the publishing lock could not be taken: " + e.getMessage(), e);
    }
  }

  /** Makes room for the next to publish; after the commit, lest that one should miss it. */
  public void donePublishing() {
    try (PreparedStatement statement = connection.prepareStatement("DO RELEASE_LOCK(?)")) {
      statement.setString(1, publishLock);
      statement.execute();
    } catch (SQLException e) {
      // The lock has ended with the connection; what was being loaded says so.
      pings.shutdownNow();
    }
  }

  @Override
  public void close() {
    pings.shutdownNow();
    try {
      connection.close();
    } catch (SQLException e) {
      // The lock ends with the connection, and that is gone either way.
      pings.shutdownNow();
    }
  }

  private void ping() {
    try {
      if (!connection.isValid(10)) {
        pings.shutdown();
      }
    } catch (SQLException e) {
      pings.shutdown();
    }
  }

  private static boolean lock(Connection connection, String name, Duration patience)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT GET_LOCK(?, ?)")) {
      statement.setString(1, name);
      statement.setLong(2, patience.toSeconds());
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getInt(1) == 1;
      }
    }
  }

  /** Lock names are the server's, not a schema's, and short: long ones are known by a hash. */
  private static String lockName(String warehouse, String what, String feed) {
    String name = String.join("/", "avance", warehouse, what, feed);
    return name.length() <= LONGEST_LOCK_NAME ? name : "avance/" + StagedFact.hash(List.of(name));
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "avance-ownership");
    thread.setDaemon(true);
    return thread;
  }
}
