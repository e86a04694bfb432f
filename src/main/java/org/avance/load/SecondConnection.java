package org.avance.load;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A second connection that works beside the one of a transaction, so that the server's second core
 * does, too. It reads what that transaction has written and not committed yet, writes to tables
 * that it leaves alone, and commits before it. See ADR 26 for what may be published here and what
 * becomes of it when the moment between the two is a process's last.
 */
final class SecondConnection implements AutoCloseable {
  private final Connection connection;
  private final DataSource source;
  private final JdbcClient sql;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(SecondConnection::daemon);

  /**
   * @param dataSource opens a connection of its own each time, or lends one that is idle
   */
  SecondConnection(DataSource dataSource) {
    try {
      connection = dataSource.getConnection();
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_UNCOMMITTED);
      connection.setAutoCommit(false);
    } catch (SQLException e) {
      throw new IllegalStateException("a second connection can't be had: " + e.getMessage(), e);
    }
    source = new SingleConnectionDataSource(connection, true);
    sql = JdbcClient.create(source);
  }

  /**
   * One that takes part in a publish.
   *
   * @param dataSource opens a connection of its own each time
   * @param instant seconds since 1970, to the microsecond, at which all is published
   */
  SecondConnection(DataSource dataSource, BigDecimal instant) {
    this(dataSource);
    sql.sql("SET timestamp = " + instant.toPlainString() + ", foreign_key_checks = 0").update();
  }

  /** This connection. */
  DataSource source() {
    return source;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "avance-beside");
    thread.setDaemon(true);
    return thread;
  }

  /** Work for this connection, done one after the other; its end and failure are the future's. */
  Future<?> begin(Consumer<JdbcClient> work) {
    return thread.submit(() -> work.accept(sql));
  }

  /** The same, for work that comes to an answer. */
  <T> Future<T> ask(Function<JdbcClient, T> work) {
    return thread.submit(() -> work.apply(sql));
  }

  /**
   * Waits for the work.
   *
   * @throws IllegalStateException or whatever else it failed with
   */
  static <T> T await(Future<T> work) {
    try {
      return work.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new CompletionException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("waiting for a second connection was interrupted", e);
    }
  }

  void commit() {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException("a second connection failed: " + e.getMessage(), e);
    }
  }

  /** What is not committed is undone. */
  @Override
  public void close() {
    thread.shutdownNow();
    try {
      connection.close();
    } catch (SQLException e) {
      // What it held is undone when the server misses it.
      thread.shutdownNow();
    }
  }
}
