package org.avance.server;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes schemas and accounts on a server that somebody else runs, as its administrator:
 *
 * <ul>
 *   <li>nothing is made before the server has been found fit, and the schemas empty or Avance's;
 *   <li>a password is kept in its file before an account has it, so that whoever is killed between
 *       the two says it again;
 *   <li>every statement is idempotent; the password of an account that is there is never replaced
 *       by one that Avance made up, unless that is asked for.
 * </ul>
 */
final class ServerSetup {
  private static final Set<String> NOT_OURS = Set.of("root", "mysql", "mariadb.sys", "public");
  private static final String DEFAULT_WAREHOUSE = "avance";

  private final SetupRequest asked;
  private final ServerUrl url;
  private final String warehouse;
  private final Account admin;
  private final List<SetupAccount> accounts;

  ServerSetup(SetupRequest asked, Map<String, String> environment) {
    this.asked = asked;
    ServerUrl.refusePassword(asked.adminUrl(), "--admin-url", AccountVariables.ADMIN);
    this.url = new ServerUrl(asked.adminUrl(), "--admin-url");
    this.warehouse = warehouse(url.schema());
    this.admin =
        new Account(
            asked.adminUser(), AccountVariables.ADMIN.passwordIn(environment, "--admin-url"));
    Path secrets = asked.secrets();
    this.accounts =
        List.of(
            SetupAccount.of(
                "owner", Credentials.OWNER, AccountVariables.OWNER, environment, secrets),
            SetupAccount.of("etl", Credentials.ETL, AccountVariables.ETL, environment, secrets),
            SetupAccount.of("bi", Credentials.BI, AccountVariables.BI, environment, secrets));
    requireApart();
  }

  private static String warehouse(String named) {
    String name = named.isEmpty() ? DEFAULT_WAREHOUSE : named;
    if (!name.matches("[A-Za-z0-9_]{1,58}")) {
      throw new ServerFailure(
          "Expected a schema's name of at most 58 letters, digits and _ in --admin-url; found: "
              + name);
    }
    return name;
  }

  private void requireApart() {
    List<String> users = accounts.stream().map(SetupAccount::user).toList();
    for (String user : users) {
      boolean taken = NOT_OURS.contains(user) || user.equals(admin.user());
      if (taken || users.indexOf(user) != users.lastIndexOf(user)) {
        throw new ServerFailure(
            "Expected three accounts of Avance's own; found: %s. Name others by %s."
                .formatted(
                    String.join(", ", users),
                    accounts.stream()
                        .map(each -> each.variables().user())
                        .collect(Collectors.joining(", "))));
      }
    }
    if (Stream.concat(users.stream(), Stream.of(asked.host()))
        .anyMatch(ServerSetup::isUnquotable)) {
      throw new ServerFailure(
          "Expected names of accounts and --account-host without quotes, spaces and backslashes; found: %s from %s."
              .formatted(String.join(", ", users), asked.host()));
    }
  }

  private static boolean isUnquotable(String name) {
    return !name.matches("[^'\"`\\\\\\s\\p{Cntrl}]{1,80}");
  }

  SetupResult perform() {
    String serverUrl = url.withSchema("");
    try (Connection connection =
        DriverManager.getConnection(serverUrl, admin.user(), admin.password())) {
      ServerFitness.requireVersion(connection.getMetaData());
      requireSettings(connection);
      requireOurs(connection, warehouse, "flyway_schema_history");
      requireOurs(connection, Endpoint.stagingSchema(warehouse), "");
      List<SetupAccount> there = there(connection);
      requireKnownPasswords(there);
      make(connection);
      return result(connection, there);
    } catch (SQLException refused) {
      throw new ServerFailure(
          "Cannot set up %s as %s: %s. Nothing that was made does harm; say it again when that is mended."
              .formatted(asked.adminUrl(), admin, refused.getMessage()),
          refused);
    }
  }

  private static void requireSettings(Connection connection) throws SQLException {
    List<ServerFinding> wrong = ServerFitness.settings(connection);
    if (!wrong.isEmpty()) {
      throw new ServerFailure(
          wrong.stream()
              .map(each -> "%s. Have it set %s".formatted(each.found(), each.remedy()))
              .collect(
                  Collectors.joining(
                      ". ",
                      "Nothing is made, as the server is not fit: ",
                      ", then say it again.")));
    }
  }

  /**
   * A schema that holds somebody's tables is given to nobody.
   *
   * @param mark a table that says it is Avance's; empty where tables are known by their names
   */
  private static void requireOurs(Connection connection, String schema, String mark)
      throws SQLException {
    List<String> tables =
        Rows.texts(
            connection,
            "SELECT table_name FROM information_schema.tables WHERE table_schema = '%s' ORDER BY 1"
                .formatted(schema));
    boolean ours =
        mark.isEmpty()
            ? tables.stream().allMatch(table -> table.matches("f[0-9a-f]{12}_.*"))
            : tables.isEmpty() || tables.contains(mark);
    if (!ours) {
      throw new ServerFailure(
          "Nothing is made: the schema %s is none of Avance's, it holds %s. Name another in --admin-url: jdbc:mariadb://host:port/warehouse"
              .formatted(schema, shown(tables)));
    }
  }

  private static String shown(List<String> tables) {
    String first = tables.stream().limit(3).collect(Collectors.joining(", "));
    return tables.size() > 3 ? first + " and " + (tables.size() - 3) + " more" : first;
  }

  private List<SetupAccount> there(Connection connection) throws SQLException {
    List<SetupAccount> there = new ArrayList<>();
    for (SetupAccount each : accounts) {
      String exists =
          "SELECT user FROM mysql.user WHERE user = '%s' AND host = '%s'"
              .formatted(each.user(), asked.host());
      if (!Rows.texts(connection, exists).isEmpty()) {
        there.add(each);
      }
    }
    return there;
  }

  private void requireKnownPasswords(List<SetupAccount> there) {
    List<SetupAccount> unknown =
        there.stream().filter(each -> !each.isKnown() && !asked.newPasswords()).toList();
    if (!unknown.isEmpty()) {
      throw new ServerFailure(
          "Nothing is made: %s there already, and %s not known here. Give it by %s, or have new ones set by --new-passwords."
              .formatted(
                  unknown.stream()
                          .map(each -> each.at(asked.host()))
                          .collect(Collectors.joining(", "))
                      + (unknown.size() == 1 ? " is" : " are"),
                  unknown.size() == 1 ? "its password is" : "their passwords are",
                  unknown.stream()
                      .map(each -> each.variables().passwordFile())
                      .collect(Collectors.joining(", "))));
    }
  }

  private void make(Connection connection) throws SQLException {
    List<Account> logins = new ArrayList<>();
    for (SetupAccount each : accounts) {
      logins.add(new Account(each.user(), each.password(asked.newPasswords())));
    }
    for (String schema : AccountSetup.schemas(warehouse)) {
      Rows.execute(connection, schema);
    }
    for (Account login : logins) {
      identify(connection, login);
    }
    Credentials who = new Credentials(admin, logins.get(0), logins.get(1), logins.get(2));
    for (String grant : AccountSetup.rights(warehouse, who, asked.host())) {
      Rows.execute(connection, grant);
    }
  }

  /** The driver puts the password in, so that no text of ours holds it. */
  private void identify(Connection connection, Account login) throws SQLException {
    String user = AccountSetup.at(login, asked.host());
    for (String act : List.of("CREATE USER IF NOT EXISTS ", "ALTER USER ")) {
      try (PreparedStatement statement =
          connection.prepareStatement(act + user + " IDENTIFIED BY ?")) {
        statement.setString(1, login.password());
        statement.execute();
      }
    }
  }

  private SetupResult result(Connection connection, List<SetupAccount> there) throws SQLException {
    return new SetupResult(
        url.withSchema(warehouse),
        connection.getMetaData().getDatabaseProductVersion(),
        List.of(warehouse, Endpoint.stagingSchema(warehouse)),
        accounts.stream()
            .map(
                each ->
                    new SetupResult.Made(
                        each.role(),
                        each.at(asked.host()),
                        !there.contains(each),
                        each.passwordFrom()))
            .toList(),
        Stream.concat(
                Stream.of(ServerSettings.URL + "=" + url.withSchema(warehouse)),
                accounts.stream().flatMap(each -> each.environment().stream()))
            .toList());
  }
}
