package org.avance.operate;

import java.nio.file.Path;
import java.util.List;
import org.avance.server.ServerStatus;
import org.avance.server.WarehouseServer;
import org.avance.server.WarehouseServer.WhenNotEmpty;

/** The database's life. */
public final class DatabaseActs {
  private DatabaseActs() {}

  /**
   * What is known of the server. Texts are empty and numbers 0 where there is nothing to say.
   *
   * @param client a command line that opens the warehouse for reading; shows no password
   * @param usedBy processes on this machine that use the embedded server now
   */
  public record Status(
      boolean embedded,
      boolean running,
      boolean keptUp,
      int port,
      String jdbcUrl,
      String client,
      String dataDirectory,
      String version,
      long dataBytes,
      List<Long> usedBy) {
    public Status {
      usedBy = List.copyOf(usedBy);
    }
  }

  /** Looks without starting anything. */
  public static Status status(Workplace place) {
    return status(WarehouseServer.status(place.server()));
  }

  private static Status status(ServerStatus found) {
    return new Status(
        found.embedded(),
        found.running(),
        found.keptUp(),
        found.port(),
        found.jdbcUrl(),
        found.client(),
        found.dataDirectory(),
        found.version(),
        found.dataBytes(),
        found.usedBy());
  }

  /** Starts the embedded server and keeps it up. */
  public static Status start(Workplace place) {
    return status(WarehouseServer.start(place.server()));
  }

  /** Stops the embedded server, unless others use it. */
  public static Status stop(Workplace place) {
    WarehouseServer.stop(place.server());
    return status(place);
  }

  /**
   * A backup, written or read.
   *
   * @param file its whole path
   */
  public record BackupFile(String file) {}

  /** Writes warehouse and history to a file. */
  public static BackupFile backup(Workplace place, Path file) {
    WarehouseServer.backup(place.server(), file.toAbsolutePath());
    return new BackupFile(file.toAbsolutePath().toString());
  }

  /** Fills the warehouse from a file. */
  public static BackupFile restore(Workplace place, Path file, boolean replace) {
    WarehouseServer.restore(
        place.server(),
        file.toAbsolutePath(),
        replace ? WhenNotEmpty.REPLACE : WhenNotEmpty.REFUSE);
    return new BackupFile(file.toAbsolutePath().toString());
  }
}
