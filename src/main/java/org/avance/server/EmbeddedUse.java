package org.avance.server;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Collectors;

/** Joining, leaving, keeping up and stopping the server of one home, each alone at a time. */
final class EmbeddedUse {
  private final ServerHome home;
  private final EmbeddedServer server;
  private final Presence presence;

  private EmbeddedUse(ServerHome home) {
    this.home = home;
    this.server = new EmbeddedServer(home);
    this.presence = Presence.in(home);
  }

  static EmbeddedUse of(ServerSettings.Embedded settings) {
    return new EmbeddedUse(ServerHome.of(settings));
  }

  ServerHome home() {
    return home;
  }

  Endpoint join() {
    return presence.alone(
        () -> {
          presence.enter();
          try {
            return server.ensureRunning();
          } catch (IOException | RuntimeException failed) {
            presence.leave();
            throw failed;
          }
        });
  }

  void leave() {
    presence.alone(
        () -> {
          presence.leave();
          if (!server.isKeptUp() && presence.nobody()) {
            server.stop();
          }
          return home;
        });
  }

  void keepUp() {
    presence.alone(
        () -> {
          Endpoint endpoint = server.ensureRunning();
          ServerHome.writePrivately(home.keepUp(), "");
          return endpoint;
        });
  }

  void stop() {
    presence.alone(
        () -> {
          Files.deleteIfExists(home.keepUp());
          if (!presence.nobody()) {
            throw new ServerFailure(
                "The server is not stopped: %s. It is no longer kept up, and stops when the last of them leaves."
                    .formatted(users()));
          }
          server.stop();
          return home;
        });
  }

  private String users() {
    int count = presence.pids().size();
    return "%d Avance process%s it (%s)"
        .formatted(
            count,
            count == 1 ? " uses" : "es use",
            presence.pids().stream().map(pid -> "pid " + pid).collect(Collectors.joining(", ")));
  }
}
