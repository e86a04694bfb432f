package org.avance.operate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.avance.job.Database;
import org.avance.job.LoadSettings;
import org.avance.job.Watch;
import org.avance.server.Account;
import org.avance.server.Endpoint;
import org.avance.server.ServerSettings;

/**
 * Where an operation works.
 *
 * @param home state and embedded database
 * @param jobs folder of the descriptors
 * @param inbox root that the descriptors' file patterns are relative to
 * @param environment variables that name a server of one's own
 */
public record Workplace(Path home, Path jobs, Path inbox, Map<String, String> environment) {
  /**
   * A killed process's server connection rolls a large publish back in less than a minute; see
   * design facts.
   */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Longer than a copy over a network hesitates, and shorter than a person does. */
  private static final Watch WATCH = new Watch(Clock.systemUTC(), Duration.ofSeconds(2));

  public Workplace {
    home = home.toAbsolutePath().normalize();
    jobs = jobs.toAbsolutePath().normalize();
    inbox = inbox.toAbsolutePath().normalize();
    environment = Map.copyOf(environment);
  }

  /** How long to wait for the server to undo what a dead process left. */
  Duration patience() {
    return PATIENCE;
  }

  ServerSettings server() {
    return ServerSettings.from(home, environment);
  }

  LoadSettings loads(Endpoint endpoint) {
    Database database =
        new Database(
            endpoint.jdbcUrl(),
            endpoint.warehouse(),
            endpoint.stagingSchema(),
            login(endpoint.owner()),
            login(endpoint.etl()),
            endpoint.readers());
    return loads(database);
  }

  /** Where nothing was ever loaded: folders alone, and a database that is never asked. */
  LoadSettings loadsOfNone() {
    Database.Login nobody = new Database.Login("", "");
    return loads(new Database("", "", "", nobody, nobody, List.of()));
  }

  private LoadSettings loads(Database database) {
    Path archive = home.resolve("archive");
    return new LoadSettings(database, jobs, inbox, archive, loadsAtATime(), PATIENCE, WATCH);
  }

  /**
   * More than there are processors, since a small load waits for the disk for half of its time; no
   * more than the embedded server has connections for. Large ones wait for memory by themselves.
   */
  static int loadsAtATime() {
    return Math.min(Runtime.getRuntime().availableProcessors() + 2, 8);
  }

  /** A verb that needs a folder says so before anything is started. */
  void mustHaveJobs() {
    if (!Files.isDirectory(jobs)) {
      throw new Refusal(
          "expected a folder of feed descriptors at %s, found none; see --jobs".formatted(jobs));
    }
  }

  void mustHaveInbox() {
    if (!Files.isDirectory(inbox)) {
      throw new Refusal("expected the inbox folder %s, found none; see --inbox".formatted(inbox));
    }
  }

  private static Database.Login login(Account account) {
    return new Database.Login(account.user(), account.password());
  }
}
