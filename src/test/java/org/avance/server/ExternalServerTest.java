package org.avance.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.avance.server.WarehouseServer.WhenNotEmpty;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tests' own server, looked at as one that somebody else runs. */
final class ExternalServerTest {
  private static Endpoint there;

  @BeforeAll
  static void a_server() throws Exception {
    there = TestServer.freshWarehouse("test_external");
  }

  @Test
  void joining_hands_on_the_url_as_given_and_the_one_account_for_all() {
    String url = there.jdbcUrl() + "?useCompression=false";
    Account account = there.owner();
    try (WarehouseServer server = WarehouseServer.join(new ServerSettings.External(url, account))) {
      assertThat(server.endpoint())
          .isEqualTo(
              new Endpoint(
                  url,
                  "127.0.0.1",
                  there.port(),
                  "test_external",
                  account,
                  account,
                  account,
                  List.of()));
    }
  }

  @Test
  void the_status_says_how_to_get_in() {
    ServerSettings settings = new ServerSettings.External(there.jdbcUrl(), there.owner());
    assertThat(WarehouseServer.status(settings))
        .isEqualTo(
            new ServerStatus(
                false,
                true,
                false,
                there.port(),
                there.jdbcUrl(),
                "mariadb --host=127.0.0.1 --port=%d --user=avance_owner --password test_external"
                    .formatted(there.port()),
                "",
                "11.4.5-MariaDB",
                0,
                List.of()));
  }

  @Test
  void a_server_that_does_not_answer_or_refuses_is_named_without_the_password() {
    Account wrong = new Account("avance_owner", "wrong-password");
    assertThatThrownBy(() -> join(there.jdbcUrl(), wrong))
        .isInstanceOf(ServerFailure.class)
        .hasMessageMatching(
            "Cannot log in to \\Q%s\\E as avance_owner: .*Access denied for user 'avance_owner'@'127.0.0.1' \\(using password: YES\\). Check AVANCE_DB_URL, AVANCE_DB_USER and the password."
                .formatted(there.jdbcUrl()))
        .hasMessageNotContaining("wrong-password");
    assertThatThrownBy(() -> join("jdbc:mariadb://127.0.0.1:1/x", wrong))
        .isInstanceOf(ServerFailure.class)
        .hasMessageContaining("Connection refused");
  }

  @Test
  void a_url_that_names_no_warehouse_is_refused() {
    for (String url : List.of("jdbc:mysql://h/d", "jdbc:mariadb://127.0.0.1:3306/", "h:3306/d")) {
      assertThatThrownBy(() -> join(url, there.owner()))
          .isInstanceOf(ServerFailure.class)
          .hasMessage(
              "Expected AVANCE_DB_URL like jdbc:mariadb://host:port/warehouse; found: " + url);
    }
  }

  @Test
  void a_missing_staging_schema_is_named_with_the_statement_that_makes_it() throws Exception {
    Endpoint alone = TestServer.freshWarehouse("test_alone");
    try (Connection owner =
        DriverManager.getConnection(
            alone.jdbcUrl(), alone.owner().user(), alone.owner().password())) {
      Rows.execute(owner, "DROP DATABASE test_alone_stage");
    }
    assertThatThrownBy(() -> join(alone.jdbcUrl(), alone.owner()))
        .isInstanceOf(ServerFailure.class)
        .hasMessage(
            "No schema test_alone_stage on this server, or avance_owner may not see it. Have it made: CREATE DATABASE `test_alone_stage` CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci; and grant this account all rights on it.");
  }

  @Test
  void starting_stopping_and_saving_are_left_to_who_runs_it() {
    ServerSettings settings =
        new ServerSettings.External("jdbc:mariadb://db:3307/progress", new Account("me", "p"));
    String notOurs =
        "The server at jdbc:mariadb://db:3307/progress is not Avance's own: it is not %s from here, but by who runs it. Unset AVANCE_DB_URL to use the embedded server.";
    String elsewhere =
        "The server at jdbc:mariadb://db:3307/progress is not Avance's own, so its backups are made where it runs. The command there is:\n";
    refused(() -> WarehouseServer.start(settings), notOurs.formatted("started"));
    refused(() -> WarehouseServer.stop(settings), notOurs.formatted("stopped"));
    refused(
        () -> WarehouseServer.backup(settings, Path.of("b.sql")),
        elsewhere
            + "mariadb-dump --host=db --port=3307 --user=me --password --single-transaction --dump-history --routines --triggers --hex-blob progress > b.sql");
    refused(
        () -> WarehouseServer.restore(settings, Path.of("b.sql"), WhenNotEmpty.REPLACE),
        elsewhere + "mariadb --host=db --port=3307 --user=me --password progress < b.sql");
  }

  private static void refused(Runnable act, String message) {
    assertThatThrownBy(act::run).isInstanceOf(ServerFailure.class).hasMessage(message);
  }

  private static void join(String url, Account account) {
    WarehouseServer.join(new ServerSettings.External(url, account)).close();
  }
}
