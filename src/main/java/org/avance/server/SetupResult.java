package org.avance.server;

import java.util.List;

/**
 * What was made on a server that somebody else runs.
 *
 * @param environment the variables to set, each {@code NAME=value}; no password among them
 */
public record SetupResult(
    String jdbcUrl,
    String version,
    List<String> schemas,
    List<Made> accounts,
    List<String> environment) {

  /**
   * An account.
   *
   * @param isNew false where it was there before
   * @param passwordFrom where its password is
   */
  public record Made(String role, String account, boolean isNew, String passwordFrom) {}

  public SetupResult {
    schemas = List.copyOf(schemas);
    accounts = List.copyOf(accounts);
    environment = List.copyOf(environment);
  }
}
