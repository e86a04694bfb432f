package org.avance.server;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The accounts of the embedded server with their generated passwords. {@code admin} is Avance's
 * own, for backup and restore; nobody else needs it.
 */
record Credentials(Account admin, Account owner, Account etl, Account bi) {
  static final String ADMIN = "avance_admin";
  static final String OWNER = "avance_owner";
  static final String ETL = "avance_etl";
  static final String BI = "avance_bi";

  private static final int PASSWORD_BYTES = 24;

  /** Reads the file; passwords it doesn't have are generated and kept there. */
  static Credentials in(Path file) throws IOException {
    Properties known = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        known.load(reader);
      }
    }
    Credentials credentials =
        new Credentials(
            account(ADMIN, known), account(OWNER, known), account(ETL, known), account(BI, known));
    if (known.size() < credentials.all().size()) {
      ServerHome.writePrivately(file, credentials.asProperties());
    }
    return credentials;
  }

  List<Account> all() {
    return List.of(admin, owner, etl, bi);
  }

  private static Account account(String user, Properties known) {
    return new Account(user, known.getProperty(user, generated()));
  }

  /** 32 letters, digits, {@code -} and {@code _}: nothing that SQL or an option file must quote. */
  static String generated() {
    byte[] bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().encodeToString(bytes);
  }

  private String asProperties() {
    return all().stream()
        .map(account -> account.user() + "=" + account.password() + "\n")
        .collect(Collectors.joining());
  }
}
