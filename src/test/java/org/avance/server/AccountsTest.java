package org.avance.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AccountsTest {
  @TempDir static Path home;
  private static WarehouseServer server;
  private static Endpoint endpoint;

  @BeforeAll
  static void a_new_server_with_a_table_of_the_owner() throws Exception {
    server = WarehouseServer.join(new ServerSettings.Embedded(home, TestServer.BINARIES));
    endpoint = server.endpoint();
    try (Connection owner = as(endpoint.owner())) {
      Rows.execute(owner, "CREATE TABLE fact (a INT)");
      Rows.execute(owner, "CREATE TABLE secret (a INT)");
      Rows.execute(owner, "GRANT SELECT ON fact TO 'avance_bi'@'127.0.0.1'");
    }
  }

  @AfterAll
  static void left() {
    server.close();
  }

  @Test
  void nobody_logs_in_without_a_password() {
    for (String user :
        List.of("root", "avance_admin", "avance_owner", "mysql", "mariadb.sys", "")) {
      for (String host : List.of("127.0.0.1", "localhost")) {
        String url = "jdbc:mariadb://" + host + ":" + endpoint.port() + "/";
        assertThatThrownBy(() -> DriverManager.getConnection(url, user, ""))
            .as(user + "@" + host)
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("Access denied for user");
      }
    }
  }

  @Test
  void no_accounts_exist_but_ours_and_there_is_no_socket() throws Exception {
    try (Connection admin = as(Credentials.in(adminFile()).admin())) {
      assertThat(
              Rows.texts(
                  admin,
                  "SELECT CONCAT(user, '@', host, IF(JSON_VALUE(priv, '$.account_locked'), ' locked', '')) FROM mysql.global_priv ORDER BY 1"))
          .containsExactly(
              "avance_admin@127.0.0.1",
              "avance_admin@localhost",
              "avance_bi@127.0.0.1",
              "avance_bi@localhost",
              "avance_etl@127.0.0.1",
              "avance_etl@localhost",
              "avance_owner@127.0.0.1",
              "avance_owner@localhost",
              "mariadb.sys@localhost locked");
      assertThat(Rows.texts(admin, "SELECT @@socket")).containsExactly("");
      assertThat(Rows.texts(admin, "SELECT COUNT(*) FROM mysql.proxies_priv")).containsExactly("0");
    }
  }

  @Test
  void bi_reads_what_it_was_granted_and_writes_nothing() throws Exception {
    try (Connection bi = as(endpoint.bi())) {
      assertThat(Rows.texts(bi, "SELECT a FROM fact")).isEmpty();
      refused(bi, "SELECT a FROM secret");
      refused(bi, "INSERT INTO fact VALUES (1)");
      refused(bi, "DELETE FROM fact");
      refused(bi, "CREATE TABLE mine (a INT)");
      refused(bi, "CREATE DATABASE test");
      refused(bi, "CREATE TABLE avance_stage.mine (a INT)");
      refused(bi, "SELECT * FROM mysql.global_priv");
      refused(bi, "SELECT 1 INTO OUTFILE '/tmp/never-written'");
    }
  }

  @Test
  void etl_writes_rows_of_the_warehouse_and_makes_tables_in_staging_only() throws Exception {
    try (Connection etl = as(endpoint.etl())) {
      Rows.execute(etl, "INSERT INTO secret VALUES (1)");
      Rows.execute(etl, "CREATE TEMPORARY TABLE t (a INT)");
      Rows.execute(etl, "CREATE OR REPLACE TABLE avance_stage.s (a INT)");
      Rows.execute(etl, "DROP TABLE avance_stage.s");
      refused(etl, "CREATE TABLE mine (a INT)");
      refused(etl, "DROP TABLE fact");
      refused(etl, "ALTER TABLE fact ADD b INT");
      refused(etl, "GRANT SELECT ON secret TO 'avance_bi'@'127.0.0.1'");
      // An unescaped _ in a grant would stand for any character.
      refused(etl, "CREATE DATABASE avanceXstage");
      refused(etl, "DROP DATABASE avance");
    }
  }

  @Test
  void passwords_are_long_kept_from_others_and_never_printed(@TempDir Path directory)
      throws Exception {
    Path file = directory.resolve("credentials.properties");
    Credentials made = Credentials.in(file);
    assertThat(Credentials.in(file)).as("kept").isEqualTo(made);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(made.all()).allMatch(account -> account.password().matches("[A-Za-z0-9_-]{32}"));
    assertThat(made.all().stream().map(Account::password).distinct()).hasSize(4);
    assertThat(made)
        .hasToString(
            "Credentials[admin=avance_admin, owner=avance_owner, etl=avance_etl, bi=avance_bi]");
  }

  @Test
  void the_home_is_closed_to_others_and_the_settings_are_what_they_say() throws Exception {
    Path directory = adminFile().getParent();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
        .isEqualTo("rwx------");
    try (Connection etl = as(endpoint.etl())) {
      assertThat(
              Rows.texts(
                  etl,
                  "SELECT CONCAT_WS(' ', @@log_bin, @@local_infile, @@innodb_flush_log_at_trx_commit, @@innodb_data_file_buffering, @@performance_schema, @@have_ssl, @@skip_name_resolve, @@innodb_log_file_size >> 20, @@bind_address)"))
          .containsExactly("OFF ON 1 ON OFF DISABLED ON 256 127.0.0.1");
      assertThat(
              Rows.texts(
                  etl,
                  "SELECT CONCAT_WS(' ', @@character_set_server, @@collation_server, @@collation_database, @@time_zone, @@transaction_isolation)"))
          .containsExactly(
              "utf8mb4 utf8mb4_uca1400_ai_ci utf8mb4_uca1400_ai_ci +00:00 REPEATABLE-READ");
    }
  }

  private static void refused(Connection connection, String sql) {
    assertThatThrownBy(() -> Rows.execute(connection, sql))
        .as(sql)
        .isInstanceOf(SQLException.class)
        .hasMessageMatching("(?s).*(command denied|Access denied).*");
  }

  private static Path adminFile() {
    return home.resolve("mariadb").resolve("credentials.properties");
  }

  private static Connection as(Account account) throws SQLException {
    return DriverManager.getConnection(endpoint.jdbcUrl(), account.user(), account.password());
  }
}
