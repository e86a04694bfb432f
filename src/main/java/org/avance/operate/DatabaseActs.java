package org.avance.operate;

import java.nio.file.Path;
import java.util.List;
import org.avance.job.ReaderGrant;
import org.avance.server.ServerStatus;
import org.avance.server.SetupRequest;
import org.avance.server.SetupResult;
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
   * What is to be made on a server of one's own.
   *
   * @param adminUrl its JDBC URL, with the schema that is to be the warehouse
   * @param host from where the accounts may log in, as MariaDB writes it
   * @param newPasswords whether accounts that are there get new passwords
   */
  public record InitRequest(String adminUrl, String adminUser, String host, boolean newPasswords) {}

  /**
   * What was made.
   *
   * @param environment the variables to set, each {@code NAME=value}; no password among them
   */
  public record Init(
      String jdbcUrl,
      String version,
      List<String> schemas,
      List<InitAccount> accounts,
      List<String> environment) {
    public Init {
      schemas = List.copyOf(schemas);
      accounts = List.copyOf(accounts);
      environment = List.copyOf(environment);
    }
  }

  /**
   * An account that was made, or was there.
   *
   * @param passwordFrom where its password is
   */
  public record InitAccount(String role, String account, boolean isNew, String passwordFrom) {}

  /** Makes schemas and accounts on a server of one's own. */
  public static Init init(Workplace place, InitRequest asked) {
    SetupResult made =
        WarehouseServer.setUp(
            new SetupRequest(
                asked.adminUrl(),
                asked.adminUser(),
                asked.host(),
                asked.newPasswords(),
                place.home().resolve("secrets")),
            place.environment());
    return new Init(
        made.jdbcUrl(),
        made.version(),
        made.schemas(),
        made.accounts().stream()
            .map(a -> new InitAccount(a.role(), a.account(), a.isNew(), a.passwordFrom()))
            .toList(),
        made.environment());
  }

  /**
   * Who reads.
   *
   * @param readers accounts as GRANT names them
   */
  public record Readers(List<String> readers) {
    public Readers {
      readers = List.copyOf(readers);
    }
  }

  /**
   * Gives readers their rights anew.
   *
   * @throws Refusal where no account reads but the one that does everything
   */
  public static Readers grant(Workplace place) {
    try (WarehouseServer server = WarehouseServer.join(place.server())) {
      List<String> readers = server.endpoint().readers();
      if (readers.isEmpty()) {
        throw new Refusal(
            "no rights to give: %s does everything here; `./avance db init` makes an account that only reads"
                .formatted(server.endpoint().owner().user()));
      }
      ReaderGrant.renew(place.loads(server.endpoint()).database());
      return new Readers(readers);
    }
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
