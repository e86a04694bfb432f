package org.avance.server;

/**
 * A user of the database and its password. Prints as the user alone, so that no log or message ever
 * shows a password.
 */
public record Account(String user, String password) {
  public Account {
    if (user.isBlank()) {
      throw new IllegalArgumentException("Expected the name of a database user; found: blank");
    }
  }

  @Override
  public String toString() {
    return user;
  }
}
