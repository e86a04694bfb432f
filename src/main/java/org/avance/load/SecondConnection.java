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
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A second connection that takes part in a publish, so that the server's second core does, too. It
 * reads what the publishing transaction has written and not committed yet, bears its instant, and
 * commits a moment before it. See ADR 26 for what may be written here and what becomes of it when
 * that moment is a process's last.
 */
final class SecondConnection implements AutoCloseable {
  private final Connection connection;
  private final JdbcClient sql;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(SecondConnection::daemon);

  /**
   * @param dataSource opens a connection of its own each time
   * @param instant seconds since 1970, to the microsecond, at which all is published
   */
  SecondConnection(DataSource dataSource, BigDecimal instant) {
    try {
      connection = dataSource.getConnection();
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_UNCOMMITTED);
      connection.setAutoCommit(false);
    } catch (SQLException e) {
      throw new IllegalStateException("a second connection can't be had: " + e.getMessage(), e);
    }
    sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    sql.sql("SET timestamp = " + instant.toPlainString() + ", foreign_key_checks = 0").update();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "avance-publish-beside");
    thread.setDaemon(true);
    return thread;
  }

  /** Work for this connection, done one after the other; its end and failure are the future's. */
  Future<?> begin(Consumer<JdbcClient> work) {
    return thread.submit(() -> work.accept(sql));
  }

  /**
   * Waits for the work.
   *
   * @throws IllegalStateException or whatever else it failed with
   */
  static void await(Future<?> work) {
    try {
      work.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new CompletionException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("publishing was interrupted", e);
    }
  }

  void commit() {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException("publishing failed: " + e.getMessage(), e);
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
