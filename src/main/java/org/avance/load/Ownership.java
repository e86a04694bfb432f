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
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.avance.model.FeedHolder;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The right to load a feed's deliveries, held as a named lock of the server:
 *
 * <ul>
 *   <li>it lives on a connection of its own, so that it ends with the process that holds it,
 *       however that dies;
 *   <li>publishing runs on that very connection: who has lost the lock can't publish;
 *   <li>the server keeps it while a statement of a dead client still runs, and then rolls that
 *       back; its {@link SignOfLife} tells such an owner from one that lives;
 *   <li>whoever writes without that connection asks first whether it is still there: another
 *       process may load the feed as soon as it is not.
 * </ul>
 */
public final class Ownership implements AutoCloseable {
  private static final int LONGEST_LOCK_NAME = 64;
  private static final Duration PING = Duration.ofMinutes(1);

  /** How long a load waits to publish before it looks for whom it waits. */
  private static final Duration LOOK = Duration.ofSeconds(2);

  /** A shorter wait is not told. */
  private static final Duration NOT_WORTH_A_WORD = Duration.ofSeconds(1);

  private static final Duration LONGEST_WAIT = Duration.ofDays(1);

  private final DataSource others;
  private final Connection connection;
  private final long connectionId;
  private final String feedLock;
  private final SignOfLife life;
  private volatile boolean brokenOff;
  private volatile Consumer<String> waits = words -> {};
  private final String publishLock;
  private final DataSource itself;
  private final FeedHold hold;
  private final ScheduledExecutorService pings;

  private Ownership(
      DataSource others, Connection connection, SignOfLife life, String warehouse, String feed)
      throws SQLException {
    this.others = others;
    this.connection = connection;
    this.connectionId = connection.unwrap(org.mariadb.jdbc.Connection.class).getThreadId();
    this.feedLock = feedLock(warehouse, feed);
    this.life = life;
    this.publishLock = publishLock(warehouse);
    this.itself = new SingleConnectionDataSource(connection, true);
    this.hold = new FeedHold(itself, warehouse);
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
      if (lock(connection, feedLock(warehouse, feed), patience)) {
        Optional<SignOfLife> life = SignOfLife.give(dataSource, warehouse, feed);
        if (life.isPresent()) {
          return Optional.of(new Ownership(dataSource, connection, life.get(), warehouse, feed));
        }
      }
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    connection.close();
    return Optional.empty();
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
    brokenOff = true;
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

  /** Who is to be told, in words, that the turn to publish has not come yet, and whose it is. */
  public void onWait(Consumer<String> told) {
    waits = told;
  }

  /**
   * Waits for the one place to publish in this warehouse; before the first read of a publishing
   * transaction.
   *
   * @throws IllegalStateException where an account that is not Avance's holds it: nobody knows for
   *     how long, and the load goes on from here when it is run again
   */
  void awaitPublishing() {
    try {
      if (lock(connection, publishLock, NOT_WORTH_A_WORD)) {
        return;
      }
      long began = System.nanoTime();
      refuseBrokenOff();
      refuseStranger();
      hold.publishing().ifPresent(waits);
      while (!lock(connection, publishLock, LOOK)) {
        refuseBrokenOff();
        refuseStranger();
        if (System.nanoTime() - began > LONGEST_WAIT.toNanos()) {
          throw new IllegalStateException(
              "another delivery has been publishing for a day; SHOW PROCESSLIST on the server tells which connection is at work");
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(
          "the publishing lock could not be taken: " + e.getMessage(), e);
    }
  }

  private void refuseBrokenOff() {
    if (brokenOff) {
      throw new IllegalStateException("the turn to publish did not come: the wait was broken off");
    }
  }

  /** Looks twice: a connection that is just ending can't be seen either. */
  private void refuseStranger() {
    Optional<FeedHolder> holder = hold.findPublishing().filter(FeedHolder::heldByStranger);
    if (holder.isPresent() && holder.equals(hold.findPublishing())) {
      throw new IllegalStateException(
          "the place to publish in this warehouse is held by %s. Run again when it is free: the load goes on from here"
              .formatted(holder.get().inWords()));
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

  static String feedLock(String warehouse, String feed) {
    return lockName(warehouse, "feed", feed);
  }

  static String publishLock(String warehouse) {
    return lockName(warehouse, "publish", "");
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
