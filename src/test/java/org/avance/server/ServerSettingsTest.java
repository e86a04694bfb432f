package org.avance.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServerSettingsTest {
  private static final String DB = "jdbc:mariadb://db.example:3307/progress?useCompression=true";

  @TempDir Path home;

  @Test
  void without_a_url_the_server_is_embedded_under_the_home() {
    assertThat(ServerSettings.from(home, environment()))
        .isEqualTo(
            new ServerSettings.Embedded(home, home.resolve("mariadb").resolve("server-11.4.5")));
    assertThat(ServerSettings.from(home, environment("AVANCE_DB_URL", " ")))
        .isInstanceOf(ServerSettings.Embedded.class);
  }

  @Test
  void with_url_user_and_password_the_server_is_external() throws Exception {
    ServerSettings.External expected =
        new ServerSettings.External(DB, new Account("loader", "secret"));
    assertThat(
            ServerSettings.from(
                home,
                environment(
                    "AVANCE_DB_URL",
                    DB,
                    "AVANCE_DB_USER",
                    "loader",
                    "AVANCE_DB_PASSWORD",
                    "secret")))
        .isEqualTo(expected);
    Path file = Files.writeString(home.resolve("password"), "secret\n");
    assertThat(
            ServerSettings.from(
                home,
                environment(
                    "AVANCE_DB_URL",
                    DB,
                    "AVANCE_DB_USER",
                    "loader",
                    "AVANCE_DB_PASSWORD_FILE",
                    file.toString())))
        .isEqualTo(expected);
    assertThat(expected)
        .hasToString("External[jdbcUrl=" + DB + ", owner=loader, etl=loader, bi=loader]");
  }

  @Test
  void each_act_may_have_an_account_of_its_own() throws Exception {
    Path file = Files.writeString(home.resolve("password"), "of the loader\n");
    assertThat(
            ServerSettings.from(
                home,
                environment(
                    "AVANCE_DB_URL",
                    DB,
                    "AVANCE_DB_OWNER_USER",
                    "migrator",
                    "AVANCE_DB_OWNER_PASSWORD",
                    "a",
                    "AVANCE_DB_ETL_USER",
                    "loader",
                    "AVANCE_DB_ETL_PASSWORD_FILE",
                    file.toString(),
                    "AVANCE_DB_BI_USER",
                    "reader",
                    "AVANCE_DB_BI_PASSWORD",
                    "b")))
        .isEqualTo(
            new ServerSettings.External(
                DB,
                new Account("migrator", "a"),
                new Account("loader", "of the loader"),
                new Account("reader", "b")));
    assertThat(
            ServerSettings.from(
                home,
                environment(
                    "AVANCE_DB_URL",
                    DB,
                    "AVANCE_DB_USER",
                    "one",
                    "AVANCE_DB_PASSWORD",
                    "a",
                    "AVANCE_DB_BI_USER",
                    "reader",
                    "AVANCE_DB_BI_PASSWORD",
                    "b")))
        .as("the others are the one for all")
        .isEqualTo(
            new ServerSettings.External(
                DB, new Account("one", "a"), new Account("one", "a"), new Account("reader", "b")));
  }

  @Test
  void an_account_of_its_own_is_named_whole_or_not_at_all() {
    refused(
        "AVANCE_DB_URL is set, but AVANCE_DB_ETL_USER (or AVANCE_DB_USER for all) is not: say who logs in there.",
        "AVANCE_DB_URL",
        DB,
        "AVANCE_DB_OWNER_USER",
        "migrator",
        "AVANCE_DB_OWNER_PASSWORD",
        "a");
    refused(
        "AVANCE_DB_BI_USER is set, but no password: set AVANCE_DB_BI_PASSWORD, or the name of a file that holds it as AVANCE_DB_BI_PASSWORD_FILE.",
        "AVANCE_DB_URL",
        DB,
        "AVANCE_DB_USER",
        "one",
        "AVANCE_DB_PASSWORD",
        "a",
        "AVANCE_DB_BI_USER",
        "reader");
    refused(
        "A password of AVANCE_DB_BI_… is set, but AVANCE_DB_BI_USER is not: say whose it is.",
        "AVANCE_DB_URL",
        DB,
        "AVANCE_DB_USER",
        "one",
        "AVANCE_DB_PASSWORD",
        "a",
        "AVANCE_DB_BI_PASSWORD",
        "b");
  }

  @Test
  void a_password_before_the_host_is_refused_without_being_repeated() {
    refused(
        "AVANCE_DB_URL holds a password. Take it out of the URL and give it as AVANCE_DB_PASSWORD, or the name of a file that holds it as AVANCE_DB_PASSWORD_FILE.",
        "AVANCE_DB_URL",
        "jdbc:mariadb://me:secret@h/d");
  }

  @Test
  void a_file_with_a_password_that_others_can_read_is_told() throws Exception {
    Path file = Files.writeString(home.resolve("password"), "secret\n");
    Map<String, String> variables =
        environment(
            "AVANCE_DB_URL",
            DB,
            "AVANCE_DB_USER",
            "one",
            "AVANCE_DB_PASSWORD_FILE",
            file.toString());
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThat(WarehouseServer.secrets(ServerSettings.from(home, variables), variables))
        .containsExactly(
            ServerFinding.act(
                "secrets",
                file + " is open to others than its owner (rw-r-----)",
                "chmod 600 '" + file + "'"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThat(WarehouseServer.secrets(ServerSettings.from(home, variables), variables))
        .containsExactly(ServerFinding.ok("secrets", "no file with a password is open to others"));
  }

  @Test
  void what_is_missing_or_said_twice_is_named() {
    refused(
        "AVANCE_DB_URL is set, but AVANCE_DB_USER is not: say who logs in there.",
        "AVANCE_DB_URL",
        DB);
    refused(
        "AVANCE_DB_URL is set, but no password: set AVANCE_DB_PASSWORD, or the name of a file that holds it as AVANCE_DB_PASSWORD_FILE.",
        "AVANCE_DB_URL",
        DB,
        "AVANCE_DB_USER",
        "loader");
    refused(
        "AVANCE_DB_PASSWORD and AVANCE_DB_PASSWORD_FILE are both set. Set only one of the two.",
        "AVANCE_DB_URL",
        DB,
        "AVANCE_DB_USER",
        "loader",
        "AVANCE_DB_PASSWORD",
        "a",
        "AVANCE_DB_PASSWORD_FILE",
        "b");
    refused(
        "Cannot read the password from /none/such, as AVANCE_DB_PASSWORD_FILE says: no such file: /none/such",
        "AVANCE_DB_URL",
        DB,
        "AVANCE_DB_USER",
        "loader",
        "AVANCE_DB_PASSWORD_FILE",
        "/none/such");
    refused(
        "AVANCE_DB_URL holds a password. Take it out of the URL and give it as AVANCE_DB_PASSWORD, or the name of a file that holds it as AVANCE_DB_PASSWORD_FILE.",
        "AVANCE_DB_URL",
        "jdbc:mariadb://h/d?user=u&password=p");
  }

  @Test
  void a_platform_without_programs_is_told_the_way_out() {
    Binaries.requireFor("Linux", "amd64");
    String wayOut =
        "Avance brings a MariaDB server for Linux on amd64 only; found: %s. Use a MariaDB server of yours: set AVANCE_DB_URL (jdbc:mariadb://host:port/warehouse), AVANCE_DB_USER, and AVANCE_DB_PASSWORD or AVANCE_DB_PASSWORD_FILE.";
    assertThatThrownBy(() -> Binaries.requireFor("Mac OS X", "aarch64"))
        .isInstanceOf(ServerFailure.class)
        .hasMessage(wayOut.formatted("Mac OS X on aarch64"));
    assertThatThrownBy(() -> Binaries.requireFor("Linux", "aarch64"))
        .isInstanceOf(ServerFailure.class)
        .hasMessage(wayOut.formatted("Linux on aarch64"));
  }

  @Test
  void the_buffer_pool_is_half_of_what_the_machine_has_beyond_a_gigabyte_within_bounds() {
    assertThat(bufferPool(0)).isEqualTo("128M");
    assertThat(bufferPool(1L << 30)).isEqualTo("128M");
    assertThat(bufferPool(2L << 30)).isEqualTo("512M");
    assertThat(bufferPool(24L << 30)).isEqualTo("11776M");
    assertThat(bufferPool(96L << 30)).isEqualTo("32768M");
  }

  private static String bufferPool(long machineMemoryBytes) {
    return ServerOption.chosen(machineMemoryBytes).stream()
        .filter(option -> option.name().equals("innodb_buffer_pool_size"))
        .map(ServerOption::value)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_home_that_cannot_hold_a_database_is_named() throws Exception {
    Path file = Files.writeString(home.resolve("file"), "");
    assertThatThrownBy(() -> ServerHome.of(new ServerSettings.Embedded(file)))
        .isInstanceOf(ServerFailure.class)
        .hasMessage(
            "Cannot keep the database under %s/mariadb: %s is a file, not a directory. Expected a directory that this user may write, with some 700 MB free; choose another by --home."
                .formatted(file, file));
  }

  @Test
  void a_home_of_somebody_else_is_not_used() throws Exception {
    String user = System.getProperty("user.name");
    System.setProperty("user.name", "somebody");
    try {
      assertThatThrownBy(() -> ServerHome.of(new ServerSettings.Embedded(home)))
          .isInstanceOf(ServerFailure.class)
          .hasMessage(
              "The database under %s/mariadb belongs to %s; this process runs as somebody. Run it as %s, or choose another directory by --home."
                  .formatted(home, user, user));
    } finally {
      System.setProperty("user.name", user);
    }
  }

  private void refused(String message, String... variables) {
    assertThatThrownBy(() -> ServerSettings.from(home, environment(variables)))
        .isInstanceOf(ServerFailure.class)
        .hasMessage(message);
  }

  private static Map<String, String> environment(String... namesAndValues) {
    Map<String, String> environment = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      environment.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return environment;
  }
}
