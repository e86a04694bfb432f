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
 *       back; its {@link SignOfLife} tells such an owner from one that lives.
 * </ul>
 */
public final class Ownership implements AutoCloseable {
  private static final int LONGEST_LOCK_NAME = 64;
  private static final Duration PING = Duration.ofMinutes(1);

  private final Connection connection;
  private final SignOfLife life;
  private final String publishLock;
  private final DataSource itself;
  private final ScheduledExecutorService pings;

  private Ownership(Connection connection, SignOfLife life, String publishLock) {
    this.connection = connection;
    this.life = life;
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
      if (lock(connection, lockName(warehouse, "feed", feed), patience)) {
        Optional<SignOfLife> life = SignOfLife.give(dataSource, warehouse, feed);
        if (life.isPresent()) {
          String publishLock = lockName(warehouse, "publish", "");
          return Optional.of(new Ownership(connection, life.get(), publishLock));
        }
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
            "another delivery has been publishing for a day; SHOW PROCESSLIST on the server tells which connection is at work");
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
    life.close();
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

  static boolean lock(Connection connection, String name, Duration patience) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT GET_LOCK(?, ?)")) {
      statement.setString(1, name);
      statement.setLong(2, patience.toSeconds());
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getInt(1) == 1;
      }
    }
  }

  /** Lock names are the server's, not a schema's, and short: long ones are known by a hash. */
  static String lockName(String warehouse, String what, String feed) {
    String name = String.join("/", "avance", warehouse, what, feed);
    return name.length() <= LONGEST_LOCK_NAME ? name : "avance/" + StagedFact.hash(List.of(name));
  }

  static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "avance-ownership");
    thread.setDaemon(true);
    return thread;
  }
}
