package org.avance.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.avance.Command;
import org.avance.Command.Ended;
import org.avance.console.Answered;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The main command against a server that somebody else runs: one account with rights on two
 * schemas, another time zone than ours, and a mode that lets bad values pass.
 */
final class OwnServerTest {
  private static final String URL = "jdbc:mariadb://127.0.0.1:%d/%s";

  @TempDir static Path directory;
  private static WarehouseServer server;
  private static int port;

  @BeforeAll
  static void a_server_with_settings_of_its_own() throws Exception {
    Path there = directory.resolve("theirs");
    server = WarehouseServer.join(new ServerSettings.Embedded(there, TestServer.BINARIES));
    port = server.endpoint().port();
    execute(
        "SET GLOBAL time_zone = '-06:00'",
        "SET GLOBAL sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES'",
        "CREATE USER me@127.0.0.1 IDENTIFIED BY 'it''s mine'");
  }

  @AfterAll
  static void gone() {
    server.close();
  }

  @Test
  void one_account_loads_asks_and_is_told_what_is_not_avances_to_do() throws Exception {
    schemas("mywh");
    execute(
        "GRANT ALL ON `mywh`.* TO me@127.0.0.1", "GRANT ALL ON `mywh\\_stage`.* TO me@127.0.0.1");
    Ended loaded = avance("mywh", "run");
    assertThat(loaded.exit()).as(loaded.out() + loaded.err()).isZero();
    assertThat(loaded.out()).doesNotContain("FAILED", "REJECTED");
    answersAreThoseOfTheSamples();
    assertThat(avance("mywh", "run").out()).startsWith("Nothing new: ");
    assertThat(avance("mywh", "query", "DELETE FROM fct_coverage"))
        .isEqualTo(
            new Ended(
                2,
                "",
                "avance: Expected a statement that returns rows (SELECT, WITH, SHOW, DESCRIBE or EXPLAIN); found: DELETE. Queries only read.\n"));
    assertThat(avance("mywh", "query", "SELECT 1; SELECT 2"))
        .isEqualTo(
            new Ended(
                2,
                "",
                "avance: Expected one statement; found more after the semicolon: SELECT 2. Run them one by one.\n"));
    String url = URL.formatted(port, "mywh");
    assertThat(avance("mywh", "db", "status"))
        .isEqualTo(
            new Ended(
                0,
                """
                server:   your own, reached
                JDBC:     %s
                client:   mariadb --host=127.0.0.1 --port=%d --user=me --password mywh
                """
                    .formatted(url, port),
                ""));
    assertThat(avance("mywh", "db", "start"))
        .isEqualTo(
            unable(
                "The server at %s is not Avance's own: it is not started from here, but by who runs it. Unset AVANCE_DB_URL to use the embedded server."
                    .formatted(url)));
    assertThat(avance("mywh", "db", "backup", "b.sql").err())
        .startsWith(
            "avance: The server at %s is not Avance's own, so its backups are made where it runs."
                .formatted(url));
    assertThat(directory.resolve("home/mariadb")).as("no server of its own").doesNotExist();
  }

  /** One of them by a process of its own; to start one for each takes a minute. */
  private static void answersAreThoseOfTheSamples() throws Exception {
    List<Path> questions;
    try (Stream<Path> expected = Files.walk(Path.of("sample-input"))) {
      questions = expected.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
    }
    for (Path question : questions) {
      String answer = Answered.csv(URL.formatted(port, "mywh"), "me", "it's mine", question);
      assertThat(answer).as(question.toString()).isEqualTo(Files.readString(answer(question)));
    }
    Path first = questions.get(0);
    assertThat(avance("mywh", "query", "--format", "csv", "--file", first.toString()))
        .isEqualTo(new Ended(0, Files.readString(answer(first)), ""));
  }

  private static Path answer(Path question) {
    return Path.of(question.toString().replaceFirst("\\.sql$", ".csv"));
  }

  @Test
  void a_server_that_takes_no_local_streams_is_refused_before_anything_is_made() throws Exception {
    schemas("mywh_off");
    execute(
        "GRANT ALL ON `mywh\\_off`.* TO me@127.0.0.1",
        "GRANT ALL ON `mywh\\_off\\_stage`.* TO me@127.0.0.1");
    execute("SET GLOBAL local_infile = OFF");
    try {
      assertThat(avance("mywh_off", "run"))
          .isEqualTo(
              unable(
                  "Expected local_infile=ON at the server, which loading in bulk needs; found: OFF. Have it set there: SET GLOBAL local_infile=ON, and local_infile=ON in its option file under [mariadbd], else it is OFF again after a restart."));
    } finally {
      execute("SET GLOBAL local_infile = ON");
    }
    assertThat(tables("mywh_off")).isZero();
  }

  @Test
  void rights_that_are_missing_are_named() throws Exception {
    schemas("mywh_bare");
    execute(
        "GRANT SELECT ON `mywh\\_bare`.* TO me@127.0.0.1",
        "GRANT ALL ON `mywh\\_bare\\_stage`.* TO me@127.0.0.1");
    Ended refused = avance("mywh_bare", "run");
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err())
        .matches(
            "avance: Migrating the warehouse mywh_bare failed: Access denied for user 'me'@'127.0.0.1' to database 'mywh_bare'\\. Have all rights on the schema granted to this account, and run again\\.\n");
    assertThat(avance("mywh_none", "run").err())
        .matches("avance: Cannot log in to \\S+ as me: .*mywh_none.*\n");
  }

  @Test
  void rights_that_are_missing_on_staging_are_the_reason_of_each_failure() throws Exception {
    schemas("mywh_dry");
    execute(
        "GRANT ALL ON `mywh\\_dry`.* TO me@127.0.0.1",
        "GRANT SELECT ON `mywh\\_dry\\_stage`.* TO me@127.0.0.1");
    Ended failed = avance("mywh_dry", "run", "--feed", "shcp-ramo23");
    assertThat(failed.exit()).isEqualTo(3);
    assertThat(failed.out())
        .contains(
            """
                because: step stage: the database says: CREATE command denied to user 'me'@'127.0.0.1' for table
                         `mywh_dry_stage`.`f571c87c915d7_programme` (error 1142)
            """);
  }

  private static Ended unable(String message) {
    return new Ended(1, "", "avance: " + message + "\n");
  }

  private static Ended avance(String schema, String... arguments) throws Exception {
    Path password = directory.resolve("password");
    Files.writeString(password, "it's mine\n");
    Map<String, String> environment = new HashMap<>();
    environment.put("AVANCE_HOME", directory.resolve("home").toString());
    environment.put("AVANCE_DB_URL", URL.formatted(port, schema));
    environment.put("AVANCE_DB_USER", "me");
    environment.put("AVANCE_DB_PASSWORD_FILE", password.toString());
    return Command.run(environment, arguments);
  }

  private static void schemas(String name) throws Exception {
    execute("CREATE DATABASE " + name, "CREATE DATABASE " + name + "_stage");
  }

  private static void execute(String... statements) throws SQLException, IOException {
    try (Connection connection = admin();
        Statement statement = connection.createStatement()) {
      statement.execute("SET sql_mode = ''");
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static int tables(String schema) throws SQLException, IOException {
    try (Connection connection = admin()) {
      return Rows.texts(
              connection,
              "SELECT table_name FROM information_schema.tables WHERE table_schema = '%s'"
                  .formatted(schema))
          .size();
    }
  }

  private static Connection admin() throws SQLException, IOException {
    Account admin =
        Credentials.in(directory.resolve("theirs/mariadb/credentials.properties")).admin();
    return DriverManager.getConnection(
        "jdbc:mariadb://127.0.0.1:" + port + "/", admin.user(), admin.password());
  }
}
