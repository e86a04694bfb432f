package org.avance.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.avance.server.WarehouseServer.WhenNotEmpty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From one home to a fresh one, kept up for the time of the tests. */
final class BackupTest {
  private static final String HISTORY =
      "SELECT CONCAT_WS('|', id, name, amount, row_start, row_end) FROM fact FOR SYSTEM_TIME ALL ORDER BY 1";
  private static final String IMPLICIT_HISTORY =
      "SELECT CONCAT_WS('|', a, row_start, row_end) FROM hidden FOR SYSTEM_TIME ALL ORDER BY 1";

  @TempDir static Path directory;
  private static ServerSettings.Embedded from;
  private static List<String> history;
  private static List<String> hidden;

  @BeforeAll
  static void a_warehouse_with_history_a_view_and_a_reader() throws Exception {
    Binaries.unpack(TestServer.BINARIES);
    from = new ServerSettings.Embedded(directory.resolve("from"), TestServer.BINARIES);
    WarehouseServer.start(from);
    try (WarehouseServer server = WarehouseServer.join(from);
        Connection owner = as(server.endpoint(), server.endpoint().owner())) {
      for (String sql : warehouse()) {
        Rows.execute(owner, sql);
      }
      history = Rows.texts(owner, HISTORY);
      hidden = Rows.texts(owner, IMPLICIT_HISTORY);
    }
    assertThat(history).hasSize(4);
    assertThat(hidden).hasSize(2);
  }

  @AfterAll
  static void stopped() {
    WarehouseServer.stop(from);
  }

  private static List<String> warehouse() {
    return List.of(
        """
        CREATE TABLE fact (
          id INT PRIMARY KEY, name TEXT, amount DECIMAL(30,10),
          row_start TIMESTAMP(6) GENERATED ALWAYS AS ROW START,
          row_end TIMESTAMP(6) GENERATED ALWAYS AS ROW END,
          PERIOD FOR SYSTEM_TIME (row_start, row_end)) WITH SYSTEM VERSIONING
        """,
        "INSERT INTO fact (id, name, amount) VALUES (1, 'Año ñandú 😀', 1.5), (2, 'dos', 2)",
        "UPDATE fact SET amount = 1.25 WHERE id = 1",
        "DELETE FROM fact WHERE id = 2",
        "INSERT INTO fact (id, name, amount) VALUES (3, 'tres\\n', -3)",
        "CREATE TABLE hidden (a INT) WITH SYSTEM VERSIONING",
        "INSERT INTO hidden VALUES (1)",
        "UPDATE hidden SET a = 2",
        "CREATE SQL SECURITY DEFINER VIEW v_fact AS SELECT id, amount FROM fact",
        "CREATE FUNCTION twice(n INT) RETURNS INT DETERMINISTIC RETURN 2 * n",
        """
        CREATE AGGREGATE FUNCTION all_of(n INT) RETURNS INT DETERMINISTIC
        BEGIN
          DECLARE total INT DEFAULT 0;
          DECLARE CONTINUE HANDLER FOR NOT FOUND RETURN total;
          LOOP FETCH GROUP NEXT ROW; SET total = total + n; END LOOP;
        END
        """,
        "GRANT EXECUTE ON FUNCTION all_of TO 'avance_bi'@'127.0.0.1'",
        "CREATE SEQUENCE ids START WITH 5",
        "SELECT NEXTVAL(ids)",
        "CREATE TABLE avance_stage.staged (a INT)",
        "GRANT SELECT ON v_fact TO 'avance_bi'@'127.0.0.1'",
        "GRANT SELECT (id, row_end), SHOW VIEW ON fact TO 'avance_bi'@'127.0.0.1'",
        "GRANT EXECUTE ON FUNCTION twice TO 'avance_bi'@'127.0.0.1'");
  }

  @Test
  void a_fresh_home_restored_has_the_same_history_views_and_readers() throws Exception {
    for (String name : List.of("plain.sql", "packed.sql.gz")) {
      Path file = directory.resolve(name);
      WarehouseServer.backup(from, file);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      ServerSettings.Embedded to = home("to-" + name);
      WarehouseServer.restore(to, file, WhenNotEmpty.REFUSE);
      assertRestored(to);
    }
  }

  private static void assertRestored(ServerSettings settings) throws Exception {
    try (WarehouseServer server = WarehouseServer.join(settings);
        Connection owner = as(server.endpoint(), server.endpoint().owner());
        Connection bi = as(server.endpoint(), server.endpoint().bi())) {
      assertThat(Rows.texts(owner, HISTORY)).isEqualTo(history);
      assertThat(Rows.texts(owner, IMPLICIT_HISTORY)).isEqualTo(hidden);
      assertThat(
              Rows.texts(
                  owner,
                  "SELECT table_name FROM information_schema.tables WHERE table_schema LIKE 'avance%' ORDER BY 1"))
          .containsExactly("fact", "hidden", "ids", "v_fact");
      assertThat(Rows.texts(bi, "SELECT CONCAT_WS(' ', id, amount) FROM v_fact ORDER BY id"))
          .containsExactly("1 1.2500000000", "3 -3.0000000000");
      assertThat(Rows.texts(bi, "SELECT id FROM fact ORDER BY 1")).containsExactly("1", "3");
      assertThat(Rows.texts(owner, "SELECT NEXTVAL(ids) > 5")).containsExactly("1");
      assertThat(Rows.texts(bi, "SELECT twice(4)")).containsExactly("8");
      assertThat(Rows.texts(bi, "SELECT all_of(id) FROM v_fact")).containsExactly("4");
      assertThatThrownBy(() -> Rows.texts(bi, "SELECT amount FROM fact"))
          .hasMessageContaining("command denied");
      Rows.execute(owner, "UPDATE fact SET amount = 9 WHERE id = 3");
      assertThat(Rows.texts(owner, HISTORY)).as("history goes on").hasSize(5);
    }
  }

  @Test
  void a_warehouse_that_holds_something_is_replaced_only_when_asked_for() throws Exception {
    Path file = directory.resolve("before.sql");
    WarehouseServer.backup(from, file);
    ServerSettings.Embedded to = home("filled");
    try (WarehouseServer server = WarehouseServer.join(to);
        Connection owner = as(server.endpoint(), server.endpoint().owner())) {
      Rows.execute(owner, "CREATE TABLE another (a INT)");
      assertThatThrownBy(() -> WarehouseServer.restore(to, file, WhenNotEmpty.REPLACE))
          .isInstanceOf(ServerFailure.class)
          .hasMessage(
              "Nothing is restored: 1 Avance process uses it (pid %d). Restore when they have ended."
                  .formatted(ProcessHandle.current().pid()));
    }
    assertThatThrownBy(() -> WarehouseServer.restore(to, file, WhenNotEmpty.REFUSE))
        .isInstanceOf(ServerFailure.class)
        .hasMessage(
            "%s is not restored: expected an empty warehouse; found in avance: another. Restore into another --home, or say that they are to be replaced."
                .formatted(file));
    WarehouseServer.restore(to, file, WhenNotEmpty.REPLACE);
    assertRestored(to);
  }

  @Test
  void a_file_that_is_no_whole_backup_leaves_the_warehouse_as_it_is() throws Exception {
    Path whole = directory.resolve("whole.sql");
    WarehouseServer.backup(from, whole);
    List<String> lines = Files.readAllLines(whole);
    Path truncated = Files.write(directory.resolve("cut.sql"), lines.subList(0, 5));
    Path foreign = Files.writeString(directory.resolve("foreign.sql"), "DROP DATABASE avance;\n");
    Path broken = directory.resolve("broken.sql.gz");
    Files.writeString(broken, "not compressed");
    refused(
        truncated,
        "it is truncated. Expected its last line to be '-- End of the Avance backup'; found: "
            + SqlFile.start(lines.get(4)));
    refused(
        foreign,
        "expected a backup that begins with '-- Avance backup, format 1'; found: DROP DATABASE avance;");
    refused(broken, "it can't be read whole: ZipException: Not in GZIP format");
    refused(
        directory.resolve("none.sql"),
        "it can't be read whole: no such file: " + directory.resolve("none.sql"));
    try (WarehouseServer server = WarehouseServer.join(from);
        Connection owner = as(server.endpoint(), server.endpoint().owner())) {
      assertThat(Rows.texts(owner, HISTORY)).isEqualTo(history);
    }
  }

  private static void refused(Path file, String why) {
    assertThatThrownBy(() -> WarehouseServer.restore(from, file, WhenNotEmpty.REPLACE))
        .isInstanceOf(ServerFailure.class)
        .hasMessage(file + " is not restored: " + why);
  }

  @Test
  void a_backup_never_overwrites_and_leaves_no_half_file() throws Exception {
    Path there = Files.writeString(directory.resolve("there.sql"), "precious");
    assertThatThrownBy(() -> WarehouseServer.backup(from, there))
        .isInstanceOf(ServerFailure.class)
        .hasMessage("Nothing is saved: " + there + " exists already. Choose another name.");
    assertThat(there).hasContent("precious");
    Path nowhere = directory.resolve("nowhere").resolve("b.sql");
    assertThatThrownBy(() -> WarehouseServer.backup(from, nowhere))
        .isInstanceOf(ServerFailure.class)
        .hasMessage(
            "Cannot save the warehouse to %s: no such file: %s.part".formatted(nowhere, nowhere));
    assertThat(nowhere.getParent()).doesNotExist();
  }

  private static ServerSettings.Embedded home(String name) {
    return new ServerSettings.Embedded(directory.resolve(name), TestServer.BINARIES);
  }

  private static Connection as(Endpoint endpoint, Account account) throws Exception {
    return DriverManager.getConnection(endpoint.jdbcUrl(), account.user(), account.password());
  }
}
