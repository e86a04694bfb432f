package org.avance.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Compares what an account may do with what it needs: neither more nor less. */
final class AccountRights {
  private static final String SUBJECT = "accounts";
  private static final String EVERYWHERE = "*.*";

  private final ServerUse use;
  private final String role;
  private final Account account;
  private final Map<String, Set<String>> needed;
  private final Map<Pattern, Set<String>> allowed;

  /**
   * @param needed rights that it can't do without, by object
   * @param allowed rights that it may have besides
   */
  private AccountRights(
      ServerUse use,
      String role,
      Account account,
      Map<String, Set<String>> needed,
      Map<Pattern, Set<String>> allowed) {
    this.use = use;
    this.role = role;
    this.account = account;
    this.needed = needed;
    this.allowed = allowed;
  }

  static AccountRights ofOwner(ServerUse use, Endpoint there) {
    String facts = AccountSetup.pattern(there.warehouse());
    String staging = AccountSetup.pattern(there.stagingSchema());
    Set<String> all = Set.of(Grant.ALL);
    Map<String, Set<String>> needed =
        there.readers().isEmpty()
            ? Map.of(facts, all, staging, all)
            : Map.of(
                facts,
                Set.of(Grant.ALL, "GRANT OPTION"),
                staging,
                all,
                "`mysql`.`tables_priv`",
                Set.of("SELECT"));
    return new AccountRights(
        use,
        "owner",
        there.owner(),
        needed,
        Map.of(
            schema(facts),
            Set.of(Grant.ALL, "GRANT OPTION"),
            schema(staging),
            Set.of(Grant.ALL, "GRANT OPTION")));
  }

  static AccountRights ofEtl(ServerUse use, Endpoint there) {
    String facts = AccountSetup.pattern(there.warehouse());
    String staging = AccountSetup.pattern(there.stagingSchema());
    return new AccountRights(
        use,
        "etl",
        there.etl(),
        Map.of(facts, AccountSetup.ETL_RIGHTS, staging, AccountSetup.ETL_STAGING_RIGHTS),
        Map.of(
            schema(facts), Set.of("SHOW VIEW", "LOCK TABLES"), schema(staging), Set.of(Grant.ALL)));
  }

  /** What it needs is looked at by table, in {@link ServerExam}. */
  static AccountRights ofBi(ServerUse use, Endpoint there) {
    String quoted = Pattern.quote("`" + there.warehouse() + "`.`");
    return new AccountRights(
        use,
        "bi",
        there.bi(),
        Map.of(),
        Map.of(
            Pattern.compile(quoted + "(dim|fct|v)_.*"),
            Set.of("SELECT", "SHOW VIEW"),
            Pattern.compile("FUNCTION " + quoted + ".*"),
            Set.of("EXECUTE")));
  }

  private static Pattern schema(String pattern) {
    return Pattern.compile(Pattern.quote(pattern));
  }

  List<ServerFinding> findings(String url) {
    try (Connection connection =
        DriverManager.getConnection(url, account.user(), account.password())) {
      String name = AccountSetup.quoted(Rows.texts(connection, "SELECT CURRENT_USER()").get(0));
      List<Grant> grants =
          Rows.texts(connection, "SHOW GRANTS").stream()
              .flatMap(line -> Grant.of(line).stream())
              .toList();
      List<ServerFinding> findings = new ArrayList<>(lacking(name, grants));
      findings.addAll(tooMany(name, grants));
      return findings.isEmpty()
          ? List.of(ServerFinding.ok(SUBJECT, "%s may do what %s needs".formatted(name, role)))
          : findings;
    } catch (SQLException refused) {
      return List.of(
          ServerFinding.act(
              SUBJECT,
              "%s (%s) cannot log in: %s".formatted(account, role, refused.getMessage()),
              "check the variables of this account, or `./avance db init` again"));
    }
  }

  private List<ServerFinding> lacking(String name, List<Grant> grants) {
    List<ServerFinding> findings = new ArrayList<>();
    needed.forEach(
        (object, rights) -> {
          Set<String> lacking = new TreeSet<>(rights);
          grants.stream()
              .filter(grant -> covers(grant.object(), object))
              .forEach(grant -> lacking.removeAll(given(grant, rights)));
          if (!lacking.isEmpty()) {
            findings.add(
                ServerFinding.act(
                    SUBJECT,
                    "%s (%s) lacks %s on %s".formatted(name, role, list(lacking), object),
                    use.asAdministrator(grant(lacking, object, name))));
          }
        });
    return findings;
  }

  private static Set<String> given(Grant grant, Set<String> rights) {
    Set<String> given = new TreeSet<>(grant.rights());
    if (given.contains(Grant.ALL)) {
      given.addAll(rights);
      given.remove("GRANT OPTION");
    }
    if (grant.mayGrant()) {
      given.add("GRANT OPTION");
    }
    return given;
  }

  /** A schema may be named with or without its {@code _} escaped. */
  private static boolean covers(String granted, String object) {
    String plain = object.replace("\\_", "_");
    return granted.equals(EVERYWHERE)
        || granted.replace("\\_", "_").equals(plain)
        || granted.replace("\\_", "_").equals(plain.replaceFirst("\\.`.*`$", ".*"));
  }

  private static String grant(Set<String> rights, String object, String name) {
    Set<String> plain = new TreeSet<>(rights);
    boolean mayGrant = plain.remove("GRANT OPTION");
    return "GRANT %s ON %s TO %s%s"
        .formatted(
            plain.isEmpty() ? "USAGE" : list(plain),
            object,
            name,
            mayGrant ? " WITH GRANT OPTION" : "");
  }

  private List<ServerFinding> tooMany(String name, List<Grant> grants) {
    List<ServerFinding> findings = new ArrayList<>();
    for (Grant grant : grants) {
      Set<String> more = grant.beyond(allowedOn(grant.object()));
      if (!more.isEmpty()) {
        findings.add(
            ServerFinding.act(
                SUBJECT,
                "%s (%s) may do more than it needs: %s on %s"
                    .formatted(name, role, list(more), grant.object()),
                use.asAdministrator(
                    "REVOKE %s ON %s FROM %s".formatted(list(more), grant.object(), name))));
      }
    }
    return findings;
  }

  private Set<String> allowedOn(String object) {
    Set<String> rights = new TreeSet<>();
    needed.forEach(
        (each, some) -> {
          if (each.replace("\\_", "_").equals(object.replace("\\_", "_"))) {
            rights.addAll(some);
          }
        });
    allowed.forEach(
        (pattern, some) -> {
          if (pattern.matcher(object).matches()
              || pattern.matcher(object.replace("_", "\\_")).matches()) {
            rights.addAll(some);
          }
        });
    return rights;
  }

  private static String list(Collection<String> rights) {
    return rights.stream().collect(Collectors.joining(", "));
  }
}
