package org.avance.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Which server holds the warehouse: Avance's own under its home, or one that somebody else runs.
 */
public sealed interface ServerSettings {
  String URL = "AVANCE_DB_URL";
  String USER = "AVANCE_DB_USER";
  String PASSWORD = "AVANCE_DB_PASSWORD";
  String PASSWORD_FILE = "AVANCE_DB_PASSWORD_FILE";

  /**
   * A server of Avance's own.
   *
   * @param home what belongs to this server lies here, and only here
   * @param binaries where the server's programs are, or are to be unpacked
   */
  record Embedded(Path home, Path binaries) implements ServerSettings {
    public Embedded(Path home) {
      this(home, home.resolve("mariadb").resolve(Binaries.DIRECTORY));
    }
  }

  /** A server that somebody else runs, with the one account Avance has there. */
  record External(String jdbcUrl, Account account) implements ServerSettings {}

  /**
   * External when {@code AVANCE_DB_URL} is set, embedded under the home otherwise.
   *
   * @throws ServerFailure when the variables contradict one another or the password can't be read
   */
  static ServerSettings from(Path home, Map<String, String> environment) {
    String url = environment.getOrDefault(URL, "").strip();
    if (url.isEmpty()) {
      return new Embedded(home.toAbsolutePath().normalize());
    }
    if (url.toLowerCase(java.util.Locale.ROOT).contains("password=")) {
      throw new ServerFailure(
          URL + " holds a password. Take it out of the URL and give it as " + eitherPassword());
    }
    String user = environment.getOrDefault(USER, "").strip();
    if (user.isEmpty()) {
      throw new ServerFailure(URL + " is set, but " + USER + " is not: say who logs in there.");
    }
    return new External(url, new Account(user, password(environment)));
  }

  private static String password(Map<String, String> environment) {
    boolean direct = environment.containsKey(PASSWORD);
    boolean filed = environment.containsKey(PASSWORD_FILE);
    if (direct && filed) {
      throw new ServerFailure(
          PASSWORD + " and " + PASSWORD_FILE + " are both set. Set only one of the two.");
    }
    if (!direct && !filed) {
      throw new ServerFailure(URL + " is set, but no password: set " + eitherPassword());
    }
    return direct
        ? environment.getOrDefault(PASSWORD, "")
        : firstLine(environment.getOrDefault(PASSWORD_FILE, ""));
  }

  private static String firstLine(String file) {
    try {
      return Files.readString(Path.of(file)).lines().findFirst().orElse("");
    } catch (IOException | java.nio.file.InvalidPathException fault) {
      throw new ServerFailure(
          "Cannot read the password from %s, as %s says: %s"
              .formatted(file, PASSWORD_FILE, Faults.describe(fault)),
          fault);
    }
  }

  private static String eitherPassword() {
    return PASSWORD + ", or the name of a file that holds it as " + PASSWORD_FILE + ".";
  }
}
