package org.avance.server;

import java.nio.file.Path;
import org.avance.server.WarehouseServer.WhenNotEmpty;

/** What can be done with a server; each kind of server answers in its way. */
interface ServerUse {
  static ServerUse of(ServerSettings settings) {
    return settings instanceof ServerSettings.Embedded embedded
        ? EmbeddedUse.of(embedded)
        : new ExternalUse((ServerSettings.External) settings);
  }

  Endpoint join();

  /** What the server's administrator says to have a statement carried out. */
  String asAdministrator(String sql);

  /** Who sees most connections of the server. */
  Account overseer();

  /** Idempotent, and allowed before or while joining, which then fails. */
  void leave();

  ServerStatus status();

  ServerStatus keepUp();

  void stop();

  void backup(Path file);

  void restore(Path file, WhenNotEmpty whenNotEmpty);
}
