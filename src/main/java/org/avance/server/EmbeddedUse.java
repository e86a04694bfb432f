package org.avance.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.avance.server.WarehouseServer.WhenNotEmpty;

/** One use of the server of a home. What changes anything happens alone, see {@link Presence}. */
final class EmbeddedUse implements ServerUse {
  private final ServerHome home;
  private final EmbeddedServer server;
  private final Presence presence;

  /** Guarded by being alone. */
  private boolean joined;

  /** Set from another thread, when an interrupt comes while this one still waits to join. */
  private volatile boolean leaving;

  private EmbeddedUse(ServerHome home) {
    this.home = home;
    this.server = new EmbeddedServer(home);
    this.presence = Presence.in(home);
  }

  static EmbeddedUse of(ServerSettings.Embedded settings) {
    return new EmbeddedUse(ServerHome.of(settings));
  }

  @Override
  public Endpoint join() {
    return presence
        .alone(() -> !leaving, this::enter)
        .orElseThrow(() -> new ServerFailure("The server is not joined: this process is ending."));
  }

  private Endpoint enter() throws IOException {
    presence.enter();
    joined = true;
    try {
      return server.ensureRunning();
    } catch (IOException | RuntimeException failed) {
      exit();
      throw failed;
    }
  }

  @Override
  public String asAdministrator(String sql) {
    return "'%s' '--defaults-file=%s' -e \"%s\""
        .formatted(
            home.program("mariadb"),
            home.clientOptions(Credentials.ADMIN),
            sql.replace("`", "\\`"));
  }

  @Override
  public Account overseer() {
    try {
      return Credentials.in(home.credentials()).admin();
    } catch (IOException fault) {
      throw ServerHome.failure(home.directory(), fault);
    }
  }

  @Override
  public void leave() {
    leaving = true;
    presence.alone(() -> joined, this::exit);
  }

  private ServerHome exit() throws IOException {
    joined = false;
    presence.leave();
    if (!server.isKeptUp() && presence.nobody()) {
      server.stop();
    }
    return home;
  }

  @Override
  public ServerStatus keepUp() {
    presence.alone(
        () -> {
          Endpoint endpoint = server.ensureRunning();
          ServerHome.writePrivately(home.keepUp(), "");
          return endpoint;
        });
    return status();
  }

  @Override
  public void stop() {
    presence.alone(
        () -> {
          Files.deleteIfExists(home.keepUp());
          requireNobody(
              "The server is not stopped: %s. It is no longer kept up, and stops when the last of them leaves.");
          server.stop();
          return home;
        });
  }

  private void requireNobody(String refusal) throws IOException {
    if (!presence.nobody()) {
      List<Long> pids = presence.pids();
      String users = pids.stream().map(String::valueOf).collect(Collectors.joining(", "));
      String who =
          pids.size() == 1
              ? "1 Avance process uses it (pid " + users + ")"
              : pids.size() + " Avance processes use it (pids " + users + ")";
      throw new ServerFailure(refusal.formatted(who));
    }
  }

  @Override
  public void backup(Path file) {
    Endpoint endpoint = join();
    try {
      backupOf(endpoint).write(file);
    } catch (IOException fault) {
      throw ServerHome.failure(home.directory(), fault);
    } finally {
      leave();
    }
  }

  private Backup backupOf(Endpoint endpoint) throws IOException {
    return new Backup(home, endpoint, Credentials.in(home.credentials()));
  }

  @Override
  public void restore(Path file, WhenNotEmpty whenNotEmpty) {
    presence.alone(
        () -> {
          requireNobody("Nothing is restored: %s. Restore when they have ended.");
          Endpoint endpoint = enter();
          try {
            backupOf(endpoint).restore(file, whenNotEmpty);
            return endpoint;
          } finally {
            exit();
          }
        });
  }

  @Override
  public ServerStatus status() {
    try {
      int port = Port.kept(home.portFile()).orElse(0);
      return new ServerStatus(
          true,
          server.running().isPresent(),
          server.isKeptUp(),
          port,
          port == 0 ? "" : Endpoint.embeddedUrl(port, ServerHome.WAREHOUSE),
          "'%s' '--defaults-file=%s' %s"
              .formatted(
                  home.program("mariadb"),
                  home.clientOptions(Credentials.BI),
                  ServerHome.WAREHOUSE),
          home.data().toString(),
          Binaries.VERSION,
          ServerHome.bytes(home.data()),
          presence.pids());
    } catch (IOException fault) {
      throw ServerHome.failure(home.directory(), fault);
    }
  }
}
