package org.avance.server;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * This process's use of the server that holds the warehouse. Join before the first connection,
 * close after the last one.
 *
 * <p>An embedded server outlives the process that started it: each process joins the one that runs,
 * and who finds itself alone when leaving shuts it down, unless it is kept up. An interrupt
 * (Ctrl-C, SIGTERM) leaves in the same way; after a kill -9 the server stays up for the next
 * process.
 */
public final class WarehouseServer implements AutoCloseable {
  private final Endpoint endpoint;
  private final Runnable leave;
  private final Deque<Runnable> beforeLeaving = new ArrayDeque<>();
  private final Thread interrupt = new Thread(this::leaveInterrupted, "leave-server");
  private boolean left;

  WarehouseServer(Endpoint endpoint, Runnable leave) {
    this.endpoint = endpoint;
    this.leave = leave;
    Runtime.getRuntime().addShutdownHook(interrupt);
  }

  /**
   * External: verifies that the account can log in and finds both schemas. Embedded: unpacks,
   * installs and starts what is not there yet.
   *
   * @throws ServerFailure when there is no server to be had
   */
  public static WarehouseServer join(ServerSettings settings) {
    if (settings instanceof ServerSettings.External external) {
      return new WarehouseServer(ExternalServer.verified(external), () -> {});
    }
    EmbeddedUse use = EmbeddedUse.of((ServerSettings.Embedded) settings);
    return new WarehouseServer(use.join(), use::leave);
  }

  public Endpoint endpoint() {
    return endpoint;
  }

  /**
   * Done before an interrupted process leaves, the newest first: jobs are stopped and pools closed
   * while the server still answers. Shutdown hooks of their own would run beside this one.
   */
  public synchronized void onInterrupt(Runnable act) {
    beforeLeaving.push(act);
  }

  private void leaveInterrupted() {
    beforeLeaving.forEach(
        act -> {
          try {
            act.run();
          } catch (RuntimeException failed) {
            System.Logger log = System.getLogger(WarehouseServer.class.getName());
            log.log(System.Logger.Level.WARNING, "An act before leaving the server failed", failed);
          }
        });
    leaveOnce();
  }

  /** Leaves; the second time it does nothing. */
  @Override
  public void close() {
    leaveOnce();
    try {
      Runtime.getRuntime().removeShutdownHook(interrupt);
    } catch (IllegalStateException shuttingDown) {
      // The hook runs already and finds that this process has left.
    }
  }

  private synchronized void leaveOnce() {
    if (!left) {
      left = true;
      leave.run();
    }
  }
}
