package org.avance.server;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The SQL that makes the two schemas and the accounts' rights on them. Idempotent: it runs at every
 * start of the server, before that takes connections, and so also mends what was lost. One
 * statement a line, as the server's init file wants it.
 */
final class AccountSetup {
  /** Without a socket every client comes by 127.0.0.1; localhost is for who adds a socket. */
  static final List<String> HOSTS = List.of(ServerHome.HOST, "localhost");

  static final Set<String> ETL_RIGHTS =
      rights("SELECT, INSERT, UPDATE, DELETE, CREATE TEMPORARY TABLES, EXECUTE");
  static final Set<String> ETL_STAGING_RIGHTS =
      rights("SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, ALTER, INDEX, REFERENCES, LOCK TABLES");

  private AccountSetup() {}

  private static Set<String> rights(String listed) {
    return new LinkedHashSet<>(List.of(listed.split(", ")));
  }

  static List<String> statements(String warehouse, Credentials who) {
    List<String> sql = new ArrayList<>(schemas(warehouse));
    for (String host : HOSTS) {
      who.all().forEach(account -> sql.addAll(account(account, host)));
      sql.add("GRANT ALL PRIVILEGES ON *.* TO " + at(who.admin(), host) + " WITH GRANT OPTION");
      sql.addAll(rights(warehouse, who, host));
    }
    return List.copyOf(sql);
  }

  /** For one more warehouse on a server whose accounts are there. */
  static List<String> schemas(String warehouse) {
    return List.of(schema(warehouse), schema(Endpoint.stagingSchema(warehouse)));
  }

  static List<String> rights(String warehouse, Credentials who, String host) {
    String facts = pattern(warehouse);
    String staging = pattern(Endpoint.stagingSchema(warehouse));
    String owner = at(who.owner(), host);
    return List.of(
        "GRANT ALL PRIVILEGES ON " + facts + " TO " + owner + " WITH GRANT OPTION",
        "GRANT ALL PRIVILEGES ON " + staging + " TO " + owner + " WITH GRANT OPTION",
        // So that rights on tables that are gone can be found and taken away.
        "GRANT SELECT ON mysql.tables_priv TO " + owner,
        "GRANT " + String.join(", ", ETL_RIGHTS) + " ON " + facts + " TO " + at(who.etl(), host),
        "GRANT "
            + String.join(", ", ETL_STAGING_RIGHTS)
            + " ON "
            + staging
            + " TO "
            + at(who.etl(), host));
  }

  static String at(Account account, String host) {
    return "'" + account.user() + "'@'" + host + "'";
  }

  /** An account as GRANT names it, from {@code user@host} as the server says it. */
  static String quoted(String userAtHost) {
    int at = userAtHost.lastIndexOf('@');
    return "'%s'@'%s'".formatted(userAtHost.substring(0, at), userAtHost.substring(at + 1));
  }

  private static String schema(String name) {
    return "CREATE DATABASE IF NOT EXISTS `%s` CHARACTER SET %s COLLATE %s"
        .formatted(name, ServerOption.CHARACTER_SET, ServerOption.COLLATION);
  }

  private static List<String> account(Account account, String host) {
    String identified =
        " USER %s" + at(account, host) + " IDENTIFIED BY '" + account.password() + "'";
    return List.of(
        "CREATE" + identified.formatted("IF NOT EXISTS "), "ALTER" + identified.formatted(""));
  }

  /** In a grant on a schema {@code _} stands for any character unless escaped. */
  static String pattern(String schema) {
    return "`" + schema.replace("_", "\\_") + "`.*";
  }
}
