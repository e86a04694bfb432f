package org.avance.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.avance.server.ServerFailure;
import org.avance.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * A server of one's own with the three accounts that {@code db init} makes: a feed is loaded, each
 * account is tried on what it may not do, and nothing that is said or logged holds a password.
 */
final class OwnAccountsTest {
  private static final String WAREHOUSE = "init_wh";

  @TempDir static Path home;
  private static final ListAppender<ILoggingEvent> LOGGED = new ListAppender<>();
  private static final List<String> SAID = new ArrayList<>();
  private static Map<String, String> asked;
  private static Map<String, String> environment;

  @BeforeAll
  static void a_loaded_warehouse() throws Exception {
    LOGGED.start();
    root().addAppender(LOGGED);
    asked = TestServer.ownServer(WAREHOUSE);
    DatabaseActs.Init made = init(asked);
    assertThat(made)
        .isEqualTo(
            new DatabaseActs.Init(
                TestServer.url(WAREHOUSE),
                "11.4.5-MariaDB",
                List.of("init_wh", "init_wh_stage"),
                Stream.of("owner", "etl", "bi").map(role -> account(role, true)).toList(),
                variables()));
    environment = new HashMap<>();
    for (String variable : made.environment()) {
      environment.put(variable.replaceFirst("=.*", ""), variable.replaceFirst("[^=]*=", ""));
    }
    Files.createDirectories(home.resolve("inbox/budget"));
    Files.copy(
        Path.of("sample-input/budget/RAMO_23_general2015.csv"),
        home.resolve("inbox/budget/RAMO_23_general2015.csv"),
        StandardCopyOption.REPLACE_EXISTING);
    Run.Report loaded = Run.perform(place(), Set.of("shcp-ramo23"), (f, n, s, r) -> {});
    SAID.add(loaded.toString());
    assertThat(loaded.loads())
        .extracting(load -> load.outcome().name())
        .containsExactly("PUBLISHED");
    assertThat(loaded.holdings()).extracting(each -> each.facts()).containsExactly(7L);
  }

  @AfterAll
  static void quiet() {
    root().detachAppender(LOGGED);
  }

  private static Logger root() {
    Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    return root;
  }

  private static DatabaseActs.InitAccount account(String role, boolean isNew) {
    return new DatabaseActs.InitAccount(
        role, "'init_wh_%s'@'127.0.0.1'".formatted(role), isNew, secret(role).toString());
  }

  private static Path secret(String role) {
    return home.resolve("secrets").resolve(WAREHOUSE + "_" + role);
  }

  private static List<String> variables() {
    List<String> variables = new ArrayList<>();
    variables.add("AVANCE_DB_URL=" + TestServer.url(WAREHOUSE));
    for (String role : List.of("owner", "etl", "bi")) {
      String prefix = "AVANCE_DB_" + role.toUpperCase(java.util.Locale.ROOT);
      variables.add("%s_USER=init_wh_%s".formatted(prefix, role));
      variables.add("%s_PASSWORD_FILE=%s".formatted(prefix, secret(role)));
    }
    return variables;
  }

  private static Workplace place() {
    return place(environment);
  }

  private static Workplace place(Map<String, String> variables) {
    return new Workplace(home, Path.of("jobs"), home.resolve("inbox"), variables);
  }

  private static DatabaseActs.Init init(Map<String, String> variables) {
    return init(variables, false);
  }

  private static DatabaseActs.Init init(Map<String, String> variables, boolean newPasswords) {
    DatabaseActs.Init made =
        DatabaseActs.init(
            place(variables),
            new DatabaseActs.InitRequest(
                TestServer.url(WAREHOUSE),
                variables.getOrDefault("AVANCE_ADMIN_USER", ""),
                "127.0.0.1",
                newPasswords));
    SAID.add(made.toString());
    return made;
  }

  private static String password(String role) throws Exception {
    return Files.readString(secret(role)).strip();
  }

  private static Connection as(String role, String schema) throws Exception {
    return DriverManager.getConnection(
        TestServer.url(schema), WAREHOUSE + "_" + role, password(role));
  }

  @Test
  void again_it_makes_nothing_and_changes_no_password() throws Exception {
    Map<String, String> before = new TreeMap<>();
    for (String role : List.of("owner", "etl", "bi")) {
      before.put(role, password(role));
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret(role))))
          .isEqualTo("rw-------");
    }
    assertThat(init(asked).accounts())
        .isEqualTo(Stream.of("owner", "etl", "bi").map(role -> account(role, false)).toList());
    for (String role : List.of("owner", "etl", "bi")) {
      assertThat(password(role)).isEqualTo(before.get(role));
      as(role, "").close();
    }
  }

  /** What the account is tried on, and the server's code for its refusal. */
  private static Map<String, Integer> forbidden(String role) {
    Map<String, Integer> acts = new LinkedHashMap<>();
    if (role.equals("bi")) {
      acts.put("SELECT raw FROM quarantine", 1142);
      acts.put("SELECT found FROM issue", 1142);
      acts.put("SELECT * FROM delivery", 1142);
      acts.put("SELECT * FROM BATCH_JOB_EXECUTION", 1142);
      acts.put("SELECT * FROM BATCH_STEP_EXECUTION_CONTEXT", 1142);
      acts.put("SELECT * FROM flyway_schema_history", 1142);
      acts.put("SELECT * FROM init_wh_stage.leftover", 1142);
      acts.put("INSERT INTO dim_feed (feed, title, agency) VALUES ('x', 'x', 'x')", 1142);
      acts.put("UPDATE fct_budget SET amount = 0", 1142);
      acts.put("DELETE FROM fct_budget", 1142);
      acts.put("DELETE HISTORY FROM fct_budget", 1142);
      acts.put("LOCK TABLES fct_budget READ", 1044);
      acts.put("CREATE TEMPORARY TABLE mine (a INT)", 1044);
      acts.put("CREATE VIEW v_mine AS SELECT 1", 1142);
      acts.put("DROP VIEW v_freshness", 1142);
      acts.put("ALTER TABLE dim_feed COMMENT ''", 1142);
      acts.put("SET GLOBAL local_infile = OFF", 1227);
      acts.put("SHOW CREATE TABLE quarantine", 1142);
    }
    if (role.equals("etl")) {
      acts.put("DROP TABLE fct_budget", 1142);
      acts.put("TRUNCATE TABLE issue", 1142);
      acts.put("ALTER TABLE fct_budget ADD b INT", 1142);
      acts.put("CREATE INDEX more ON fct_budget (feed_id)", 1142);
      acts.put("CREATE VIEW v_mine AS SELECT 1", 1142);
      acts.put("DROP VIEW v_freshness", 1142);
      acts.put("DELETE HISTORY FROM fct_budget", 1142);
      acts.put("CREATE FUNCTION one() RETURNS INT RETURN 1", 1044);
      acts.put("GRANT SELECT ON quarantine TO 'init_wh_bi'@'127.0.0.1'", 1142);
      acts.put("SET GLOBAL local_infile = OFF", 1227);
    }
    if (role.equals("owner")) {
      acts.put("GRANT SELECT ON mysql.* TO 'init_wh_bi'@'127.0.0.1'", 1044);
      acts.put("GRANT PROCESS ON *.* TO 'init_wh_bi'@'127.0.0.1'", 1045);
      acts.put("SELECT * FROM mysql.user", 1142);
      acts.put("DELETE FROM mysql.tables_priv", 1142);
      acts.put("SET GLOBAL local_infile = OFF", 1227);
      acts.put("SHUTDOWN", 1227);
    } else {
      acts.put("CREATE TABLE mine (a INT)", 1142);
      acts.put("SELECT * FROM mysql.tables_priv", 1142);
      acts.put("SET PASSWORD FOR 'init_wh_owner'@'127.0.0.1' = PASSWORD('x')", 1044);
    }
    acts.put("SELECT * FROM mysql.global_priv", 1142);
    acts.put("CREATE DATABASE others", 1044);
    acts.put("CREATE TABLE mysql.mine (a INT)", 1142);
    acts.put("DROP DATABASE mysql", 1044);
    acts.put("CREATE TABLE initXwh_stage.mine (a INT)", 1142);
    acts.put("CREATE USER stranger IDENTIFIED BY 'x'", 1227);
    acts.put("SELECT 1 INTO OUTFILE '/tmp/avance-never-written'", 1045);
    acts.put("LOAD DATA INFILE '/etc/hostname' INTO TABLE dim_feed (title)", 1045);
    return acts;
  }

  @Test
  void each_account_is_refused_what_is_not_its_own() throws Exception {
    TestServer.administer("CREATE TABLE IF NOT EXISTS init_wh_stage.leftover (a INT)");
    try {
      for (String role : List.of("bi", "etl", "owner")) {
        Map<String, Integer> acts = forbidden(role);
        Map<String, Integer> refused = new LinkedHashMap<>();
        try (Connection connection = as(role, WAREHOUSE)) {
          acts.keySet().forEach(act -> refused.put(act, refusal(connection, act)));
        }
        assertThat(refused).as(role).isEqualTo(acts);
      }
    } finally {
      TestServer.administer("DROP TABLE init_wh_stage.leftover");
    }
  }

  /** The server's code; 0 where it was carried out. */
  private static int refusal(Connection connection, String act) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(act);
      return 0;
    } catch (SQLException refused) {
      return refused.getErrorCode();
    }
  }

  @Test
  void each_account_may_do_what_is_its_own() throws Exception {
    try (Connection etl = as("etl", WAREHOUSE)) {
      assertThat(refusal(etl, "UPDATE dim_feed SET title = title WHERE feed_id = 0")).isZero();
      assertThat(refusal(etl, "CREATE OR REPLACE TABLE init_wh_stage.s (a INT)")).isZero();
      assertThat(refusal(etl, "DROP TABLE init_wh_stage.s")).isZero();
    }
    try (Connection bi = as("bi", WAREHOUSE)) {
      for (String readable :
          List.of("dim_feed", "fct_budget", "v_delivery", "v_issues", "v_budget_history")) {
        assertThat(refusal(bi, "SELECT COUNT(*) FROM " + readable)).as(readable).isZero();
        assertThat(refusal(bi, "SHOW CREATE TABLE " + readable)).as(readable).isZero();
      }
      assertThat(refusal(bi, "SELECT total_at_one_base(1, 2018)")).isZero();
    }
    try (Connection owner = as("owner", WAREHOUSE)) {
      assertThat(refusal(owner, "CREATE TABLE mine (a INT)")).isZero();
      assertThat(refusal(owner, "DROP TABLE mine")).isZero();
    }
  }

  @Test
  void what_readers_lost_is_told_and_given_anew() throws Exception {
    assertThat(needing()).isEmpty();
    TestServer.administer(
        "REVOKE SELECT, SHOW VIEW ON init_wh.v_issues FROM 'init_wh_bi'@'127.0.0.1'",
        "GRANT SELECT ON init_wh.quarantine TO 'init_wh_bi'@'127.0.0.1'",
        "GRANT FILE ON *.* TO 'init_wh_etl'@'127.0.0.1'",
        "REVOKE DELETE ON `init\\_wh`.* FROM 'init_wh_etl'@'127.0.0.1'");
    assertThat(needing())
        .containsExactly(
            "accounts: 'init_wh_etl'@'127.0.0.1' (etl) lacks DELETE on `init\\_wh`.* -> as the server's administrator: GRANT DELETE ON `init\\_wh`.* TO 'init_wh_etl'@'127.0.0.1'",
            "accounts: 'init_wh_etl'@'127.0.0.1' (etl) may do more than it needs: FILE on *.* -> as the server's administrator: REVOKE FILE ON *.* FROM 'init_wh_etl'@'127.0.0.1'",
            "accounts: 'init_wh_bi'@'127.0.0.1' (bi) may do more than it needs: SELECT on `init_wh`.`quarantine` -> as the server's administrator: REVOKE SELECT ON `init_wh`.`quarantine` FROM 'init_wh_bi'@'127.0.0.1'",
            "accounts: init_wh_bi (bi) may not read v_issues -> ./avance db grant");
    TestServer.administer("REVOKE FILE ON *.* FROM 'init_wh_etl'@'127.0.0.1'");
    init(asked);
    assertThat(DatabaseActs.grant(place()).readers()).containsExactly("'init_wh_bi'@'127.0.0.1'");
    assertThat(needing()).isEmpty();
  }

  private static List<String> needing() {
    Doctor.Report report = Doctor.perform(place(), Clock.systemUTC(), false);
    SAID.add(report.toString());
    return report.checks().stream()
        .filter(check -> check.state().equals("act"))
        .map(check -> check.subject() + ": " + check.found() + " -> " + check.remedy())
        .toList();
  }

  @Test
  void what_is_not_avances_is_left_alone() throws Exception {
    Map<String, String> others = new HashMap<>(asked);
    others.put("AVANCE_DB_BI_USER", "init_wh_etl");
    refused(
        others,
        "Expected three accounts of Avance's own; found: init_wh_owner, init_wh_etl, init_wh_etl. Name others by AVANCE_DB_OWNER_USER, AVANCE_DB_ETL_USER, AVANCE_DB_BI_USER.");
    Map<String, String> unknown = new HashMap<>(asked);
    unknown.put("AVANCE_DB_BI_USER", "avance_bi");
    refused(
        unknown,
        "Nothing is made: 'avance_bi'@'127.0.0.1' is there already, and its password is not known here. Give it by AVANCE_DB_BI_PASSWORD_FILE, or have new ones set by --new-passwords.");
    Map<String, String> silent = new HashMap<>(asked);
    silent.remove("AVANCE_ADMIN_PASSWORD");
    refused(
        silent,
        "--admin-url is set, but no password: set AVANCE_ADMIN_PASSWORD, or the name of a file that holds it as AVANCE_ADMIN_PASSWORD_FILE.");
    TestServer.administer(
        "CREATE OR REPLACE DATABASE init_theirs", "CREATE TABLE init_theirs.payroll (a INT)");
    assertThatThrownBy(
            () ->
                DatabaseActs.init(
                    place(asked),
                    new DatabaseActs.InitRequest(
                        TestServer.url("init_theirs"), "avance_admin", "127.0.0.1", false)))
        .isInstanceOf(ServerFailure.class)
        .hasMessage(
            "Nothing is made: the schema init_theirs is none of Avance's, it holds payroll. Name another in --admin-url: jdbc:mariadb://host:port/warehouse");
    TestServer.administer("DROP DATABASE init_theirs");
  }

  private static void refused(Map<String, String> variables, String message) {
    assertThatThrownBy(() -> init(variables)).isInstanceOf(ServerFailure.class).hasMessage(message);
  }

  @Test
  void a_server_that_is_not_fit_is_refused_before_anything_is_made() throws Exception {
    TestServer.administer("SET GLOBAL local_infile = OFF");
    try {
      refused(
          asked,
          "Nothing is made, as the server is not fit: local_infile is OFF, so that nothing can be loaded in bulk. Have it set at the server: SET GLOBAL local_infile=ON, and local_infile=ON in its option file under [mariadbd], then say it again.");
    } finally {
      TestServer.administer("SET GLOBAL local_infile = ON");
    }
  }

  @Test
  void no_password_is_said_or_logged() throws Exception {
    List<String> secrets = new ArrayList<>();
    for (String role : List.of("owner", "etl", "bi")) {
      secrets.add(password(role));
    }
    secrets.add(asked.getOrDefault("AVANCE_ADMIN_PASSWORD", ""));
    Map<String, String> wrong = new HashMap<>(environment);
    wrong.remove("AVANCE_DB_ETL_PASSWORD_FILE");
    wrong.put("AVANCE_DB_ETL_PASSWORD", "not-the-password");
    secrets.add("not-the-password");
    assertThatThrownBy(() -> Run.perform(place(wrong), Set.of("shcp-ramo23"), (f, n, s, r) -> {}))
        .isInstanceOf(ServerFailure.class)
        .hasMessageMatching(
            "Cannot log in to \\S+ as init_wh_etl: .*Access denied for user 'init_wh_etl'@'127.0.0.1' \\(using password: YES\\). Check AVANCE_DB_URL, AVANCE_DB_ETL_USER and the password.")
        .satisfies(thrown -> SAID.add(stack(thrown)));
    Map<String, String> wrongAdmin = new HashMap<>(asked);
    wrongAdmin.put("AVANCE_ADMIN_PASSWORD", "not-the-password");
    assertThatThrownBy(() -> init(wrongAdmin)).satisfies(thrown -> SAID.add(stack(thrown)));
    SAID.add(Doctor.perform(place(wrong), Clock.systemUTC(), true).toString());
    SAID.add(DatabaseActs.status(place()).toString());
    List<String> heard = new ArrayList<>(SAID);
    LOGGED.list.forEach(event -> heard.add(event.getFormattedMessage()));
    for (String secret : secrets) {
      assertThat(heard).noneMatch(text -> text.contains(secret));
    }
    assertThat(heard).as("something was heard").hasSizeGreaterThan(6);
  }

  private static String stack(Throwable thrown) {
    java.io.StringWriter text = new java.io.StringWriter();
    thrown.printStackTrace(new java.io.PrintWriter(text));
    return text.toString();
  }
}
