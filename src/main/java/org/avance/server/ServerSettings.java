package org.avance.server;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

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

  /**
   * A server that somebody else runs: {@code owner} migrates, {@code etl} loads, {@code bi} reads.
   * They may be one and the same account.
   */
  record External(String jdbcUrl, Account owner, Account etl, Account bi)
      implements ServerSettings {
    /** One account does everything. */
    public External(String jdbcUrl, Account account) {
      this(jdbcUrl, account, account, account);
    }
  }

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
    ServerUrl.refusePassword(url, URL, AccountVariables.COMMON);
    return new External(
        url,
        account(AccountVariables.OWNER, environment),
        account(AccountVariables.ETL, environment),
        account(AccountVariables.BI, environment));
  }

  /** One of its own where the variables name it, else the one for all. */
  private static Account account(AccountVariables own, Map<String, String> environment) {
    String user = own.userIn(environment);
    if (!user.isEmpty()) {
      return new Account(user, own.passwordIn(environment, own.user()));
    }
    if (own.havePasswordIn(environment)) {
      throw new ServerFailure(
          "A password of %s… is set, but %s is not: say whose it is."
              .formatted(own.prefix(), own.user()));
    }
    String common = AccountVariables.COMMON.userIn(environment);
    if (common.isEmpty()) {
      throw new ServerFailure(
          URL + " is set, but " + nobody(own, environment) + " not: say who logs in there.");
    }
    return new Account(common, AccountVariables.COMMON.passwordIn(environment, URL));
  }

  private static String nobody(AccountVariables own, Map<String, String> environment) {
    boolean apart =
        Stream.of(AccountVariables.OWNER, AccountVariables.ETL, AccountVariables.BI)
            .anyMatch(each -> !each.userIn(environment).isEmpty());
    return apart ? own.user() + " (or " + USER + " for all) is" : USER + " is";
  }
}
