package org.avance.server;

import java.util.Map;

/**
 * The variables of the environment that name one account of a server of one's own.
 *
 * @param prefix what their names begin with
 */
record AccountVariables(String prefix) {
  static final AccountVariables COMMON = new AccountVariables("AVANCE_DB_");
  static final AccountVariables OWNER = new AccountVariables("AVANCE_DB_OWNER_");
  static final AccountVariables ETL = new AccountVariables("AVANCE_DB_ETL_");
  static final AccountVariables BI = new AccountVariables("AVANCE_DB_BI_");
  static final AccountVariables ADMIN = new AccountVariables("AVANCE_ADMIN_");

  String user() {
    return prefix + "USER";
  }

  String password() {
    return prefix + "PASSWORD";
  }

  String passwordFile() {
    return prefix + "PASSWORD_FILE";
  }

  /** The name of the user; empty where it is not set. */
  String userIn(Map<String, String> environment) {
    return environment.getOrDefault(user(), "").strip();
  }

  boolean havePasswordIn(Map<String, String> environment) {
    return environment.containsKey(password()) || environment.containsKey(passwordFile());
  }

  /**
   * The password.
   *
   * @param needed says what needs it, for the refusal where there is none
   */
  String passwordIn(Map<String, String> environment, String needed) {
    boolean direct = environment.containsKey(password());
    boolean filed = environment.containsKey(passwordFile());
    if (direct && filed) {
      throw new ServerFailure(
          "%s and %s are both set. Set only one of the two.".formatted(password(), passwordFile()));
    }
    if (!direct && !filed) {
      throw new ServerFailure(needed + " is set, but no password: set " + eitherPassword());
    }
    return direct
        ? environment.getOrDefault(password(), "")
        : SecretFile.firstLine(environment.getOrDefault(passwordFile(), ""), passwordFile());
  }

  String eitherPassword() {
    return password() + ", or the name of a file that holds it as " + passwordFile() + ".";
  }
}
