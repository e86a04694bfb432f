package org.avance.server;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
  private static final System.Logger LOG = System.getLogger(WarehouseServer.class.getName());

  private final ServerUse use;
  private final Endpoint endpoint;
  private final Deque<Runnable> beforeLeaving = new ArrayDeque<>();
  private final Thread whenInterrupted = new Thread(this::leaveInterrupted, "leave-server");

  private WarehouseServer(ServerUse use) {
    this.use = use;
    // Before joining: an interrupt in mid-start must not leave a server behind.
    Runtime.getRuntime().addShutdownHook(whenInterrupted);
    try {
      endpoint = use.join();
    } catch (RuntimeException failed) {
      forgetInterrupt();
      throw failed;
    }
  }

  /**
   * External: verifies that the account can log in and finds both schemas. Embedded: unpacks,
   * installs and starts what is not there yet.
   *
   * @throws ServerFailure when there is no server to be had
   */
  public static WarehouseServer join(ServerSettings settings) {
    return new WarehouseServer(ServerUse.of(settings));
  }

  public Endpoint endpoint() {
    return endpoint;
  }

  /** Looks at its settings, its clock and what the accounts may do; changes nothing. */
  public List<ServerFinding> examine(Clock clock) {
    return new ServerExam(endpoint, use, clock).findings();
  }

  /** Whose a connection is, as {@code account from host}; empty where it can't be seen. */
  public Optional<String> connection(long number) {
    return ServerExam.connection(endpoint, use, number);
  }

  /** How the server's administrator ends a connection. */
  public String endingConnection(long number) {
    return use.asAdministrator("KILL " + number);
  }

  /** Files that hold passwords, and whether others can read them; asks no server. */
  public static List<ServerFinding> secrets(
      ServerSettings settings, Map<String, String> environment) {
    return Secrets.findings(settings, environment);
  }

  /**
   * Done before an interrupted process leaves, the newest first: jobs are stopped and pools closed
   * while the server still answers. Shutdown hooks of their own would run beside this one.
   */
  public void onInterrupt(Runnable act) {
    synchronized (beforeLeaving) {
      beforeLeaving.push(act);
    }
  }

  private void leaveInterrupted() {
    synchronized (beforeLeaving) {
      beforeLeaving.forEach(WarehouseServer::attempt);
    }
    use.leave();
  }

  private static void attempt(Runnable act) {
    try {
      act.run();
    } catch (RuntimeException failed) {
      LOG.log(System.Logger.Level.WARNING, "An act before leaving the server failed", failed);
    }
  }

  /** Leaves; the second time it does nothing. */
  @Override
  public void close() {
    use.leave();
    forgetInterrupt();
  }

  private void forgetInterrupt() {
    try {
      Runtime.getRuntime().removeShutdownHook(whenInterrupted);
    } catch (IllegalStateException shuttingDown) {
      // The hook runs already and finds nothing to leave.
    }
  }

  /** Looks without starting or making anything. */
  public static ServerStatus status(ServerSettings settings) {
    if (settings instanceof ServerSettings.Embedded embedded && ServerHome.isUntouched(embedded)) {
      return ServerStatus.untouched(ServerHome.data(embedded));
    }
    return ServerUse.of(settings).status();
  }

  /** Starts the server and keeps it up when everybody has left. */
  public static ServerStatus start(ServerSettings settings) {
    return ServerUse.of(settings).keepUp();
  }

  /**
   * Ends keeping the server up, and stops it.
   *
   * @throws ServerFailure when other processes use it, and says which; it then stops when the last
   *     of them leaves
   */
  public static void stop(ServerSettings settings) {
    ServerUse.of(settings).stop();
  }

  /**
   * Writes the warehouse with its whole history and its readers' grants to a new file, compressed
   * when its name ends in {@code .gz}. Loads may go on meanwhile; staging is not part of it.
   */
  public static void backup(ServerSettings settings, Path file) {
    ServerUse.of(settings).backup(file);
  }

  /**
   * Fills the warehouse from a backup.
   *
   * @param whenNotEmpty whether a warehouse that holds something is replaced
   * @throws ServerFailure when it isn't empty and shall not be replaced, when others use the
   *     server, or when the file isn't a whole backup; the warehouse is untouched then
   */
  public static void restore(ServerSettings settings, Path file, WhenNotEmpty whenNotEmpty) {
    ServerUse.of(settings).restore(file, whenNotEmpty);
  }

  /**
   * Makes schemas and accounts on a server that somebody else runs; again and again does no harm.
   *
   * @param environment may name the accounts and give their passwords, and gives the
   *     administrator's
   * @throws ServerFailure when the server is not fit, or what is there is not Avance's
   */
  public static SetupResult setUp(SetupRequest asked, Map<String, String> environment) {
    return new ServerSetup(asked, environment).perform();
  }

  /** What a restore does with a warehouse that already holds something. */
  public enum WhenNotEmpty {
    REFUSE,
    REPLACE
  }
}
