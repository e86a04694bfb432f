package org.avance.operate;

import java.nio.file.Path;
import org.avance.server.ServerStatus;
import org.avance.server.WarehouseServer;
import org.avance.server.WarehouseServer.WhenNotEmpty;

/** The database's life. */
public final class DatabaseActs {
  private DatabaseActs() {}

  /** Looks without starting anything. */
  public static ServerStatus status(Workplace place) {
    return WarehouseServer.status(place.server());
  }

  /** Starts the embedded server and keeps it up. */
  public static ServerStatus start(Workplace place) {
    return WarehouseServer.start(place.server());
  }

  /** Stops the embedded server, unless others use it. */
  public static ServerStatus stop(Workplace place) {
    WarehouseServer.stop(place.server());
    return status(place);
  }

  /** Writes warehouse and history to a file. */
  public static void backup(Workplace place, Path file) {
    WarehouseServer.backup(place.server(), file.toAbsolutePath());
  }

  /** Fills the warehouse from a file. */
  public static void restore(Workplace place, Path file, boolean replace) {
    WarehouseServer.restore(
        place.server(),
        file.toAbsolutePath(),
        replace ? WhenNotEmpty.REPLACE : WhenNotEmpty.REFUSE);
  }
}
