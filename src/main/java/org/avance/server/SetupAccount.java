package org.avance.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/**
 * One of the accounts that are made on a server of one's own.
 *
 * @param role what it is for
 * @param given the password as the environment gives it; empty where it does not
 * @param filed false where the environment gives the password itself
 * @param file where the password is kept: named by the environment, else Avance's own
 */
record SetupAccount(
    String role, String user, AccountVariables variables, String given, boolean filed, Path file) {

  static SetupAccount of(
      String role,
      String otherwise,
      AccountVariables variables,
      Map<String, String> environment,
      Path secrets) {
    String named = variables.userIn(environment);
    String user = named.isEmpty() ? otherwise : named;
    String given =
        variables.havePasswordIn(environment)
            ? required(variables, variables.passwordIn(environment, variables.user()))
            : "";
    String file = environment.getOrDefault(variables.passwordFile(), "");
    return new SetupAccount(
        role,
        user,
        variables,
        given,
        !environment.containsKey(variables.password()),
        file.isEmpty() ? secrets.resolve(user) : Path.of(file));
  }

  private static String required(AccountVariables variables, String password) {
    if (password.isEmpty()) {
      throw new ServerFailure(
          "Expected a password in %s or the first line of %s; found: nothing."
              .formatted(variables.password(), variables.passwordFile()));
    }
    return password;
  }

  boolean isKnown() {
    return !given.isEmpty() || Files.exists(file);
  }

  String at(String host) {
    return AccountSetup.at(new Account(user, ""), host);
  }

  /**
   * The password that the account is to have: as given, else as kept, else a new one, kept first.
   *
   * @param anew whether a kept one is replaced
   */
  String password(boolean anew) {
    if (!given.isEmpty()) {
      return given;
    }
    try {
      if (Files.exists(file) && !anew) {
        return SecretFile.firstLine(file.toString(), "the password's file");
      }
      Files.createDirectories(
          file.toAbsolutePath().getParent(),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      String made = Credentials.generated();
      ServerHome.writePrivately(file, made + "\n");
      return made;
    } catch (IOException fault) {
      throw new ServerFailure(
          "Cannot keep the password of %s in %s: %s".formatted(user, file, Faults.describe(fault)),
          fault);
    }
  }

  /** Where the password is, in words. */
  String passwordFrom() {
    return filed ? file.toString() : "as " + variables.password() + " says";
  }

  /** What is to be set for Avance to use the account. */
  List<String> environment() {
    String user = variables.user() + "=" + user();
    return filed ? List.of(user, variables.passwordFile() + "=" + file) : List.of(user);
  }

  /** Never shows a password. */
  @Override
  public String toString() {
    return role + " " + user;
  }
}
