package org.avance.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.avance.load.TestWarehouse.texts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.avance.server.TestServer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

final class SchemaTest {
  private static TestWarehouse shared;

  private static final String HISTORY =
      "SELECT CONCAT_WS(' ', IFNULL(version, 'view'), script, success) FROM flyway_schema_history ORDER BY installed_rank";

  @Test
  void an_empty_schema_becomes_a_warehouse() throws Exception {
    TestWarehouse warehouse = shared();

    assertThat(texts(warehouse.owner(), HISTORY)).containsExactlyElementsOf(everyScript());
    assertThat(
            texts(
                warehouse.bi(),
                "SELECT CONCAT_WS(' ', level, COUNT(*)) FROM dim_geography GROUP BY level ORDER BY level"))
        .containsExactly(
            "ABROAD 1",
            "METROPOLITAN_AREA 32",
            "MUNICIPALITY 2465",
            "NATION 1",
            "NOT_DISTRIBUTABLE 1",
            "SEVERAL_STATES 1",
            "STATE 32",
            "UNKNOWN 1",
            "WHOLE_STATE 32");
  }

  @Test
  void every_table_and_column_has_a_comment() throws Exception {
    JdbcClient owner = shared().owner();
    String ours =
        "table_schema = DATABASE() AND table_name NOT LIKE 'BATCH%' AND table_name <> 'flyway_schema_history'";

    assertThat(
            texts(
                owner,
                "SELECT table_name FROM information_schema.tables WHERE table_type <> 'VIEW' AND table_comment = '' AND "
                    + ours))
        .isEmpty();
    assertThat(
            texts(
                owner,
                "SELECT CONCAT(table_name, '.', column_name) FROM information_schema.columns WHERE column_comment = '' AND table_name NOT LIKE 'v\\_%' AND "
                    + ours))
        .isEmpty();
  }

  @Test
  void the_dictionary_describes_every_column_of_every_view() throws Exception {
    JdbcClient bi = shared().bi();

    assertThat(
            texts(
                bi,
                "SELECT CONCAT_WS(' ', view_name, ordinal_position, column_name) FROM v_dictionary ORDER BY view_name, ordinal_position"))
        .isEqualTo(
            texts(
                bi,
                """
            SELECT CONCAT_WS(' ', table_name, ordinal_position, column_name)
            FROM information_schema.columns
            WHERE table_schema = DATABASE() AND table_name LIKE 'v\\_%'
            ORDER BY table_name, ordinal_position
            """));
    assertThat(
            texts(
                bi,
                "SELECT column_name FROM v_dictionary WHERE TRIM(description_en) = '' OR TRIM(description_es) = ''"))
        .isEmpty();
  }

  @Test
  void a_failed_migration_is_completed_by_running_again() throws Exception {
    TestWarehouse warehouse = new TestWarehouse(TestServer.freshWarehouse("test_schema_broken"));
    JdbcClient owner = warehouse.owner();
    upTo("3", warehouse).migrate();
    SchemaMark.write(owner, "test_schema_broken", "of an older build");
    owner
        .sql(
            "CREATE TABLE intruder (a SMALLINT UNSIGNED, CONSTRAINT budget_feed FOREIGN KEY (a) REFERENCES dim_feed (feed_id))")
        .update();

    assertThatThrownBy(warehouse::migrate)
        .isInstanceOf(SchemaFailure.class)
        .hasMessage(
            "Migration V4__facts.sql of the warehouse test_schema_broken failed: Can't create table `test_schema_broken`.`fct_budget` (errno: 121 \"Duplicate key on write or update\"). Mend what it names and run again: it goes on from there.");
    assertThat(SchemaMark.read(owner, "test_schema_broken")).isEmpty();
    owner.sql("DROP TABLE intruder").update();
    warehouse.migrate();

    assertThat(texts(owner, HISTORY)).containsExactlyElementsOf(everyScript());
    assertThat(texts(warehouse.bi(), "SELECT COUNT(*) FROM v_coverage_history"))
        .containsExactly("0");
  }

  /** Killed when all its statements were done and it was not yet known that they are. */
  @Test
  void a_migration_that_was_killed_is_done_again() throws Exception {
    TestWarehouse warehouse = new TestWarehouse(TestServer.freshWarehouse("test_schema_twice"));
    JdbcClient owner = warehouse.owner();
    for (int version : versions()) {
      upTo(Integer.toString(version), warehouse).migrate();
      owner
          .sql("DELETE FROM flyway_schema_history WHERE version = ?")
          .param(Integer.toString(version))
          .update();
    }
    warehouse.migrate();

    assertThat(texts(owner, HISTORY)).containsExactlyElementsOf(everyScript());
    for (String question : DEFINITIONS) {
      assertThat(texts(owner, question)).isEqualTo(texts(shared().owner(), question)).isNotEmpty();
    }
  }

  private static final List<String> DEFINITIONS =
      List.of(
          "SELECT CONCAT_WS(' ', table_name, ordinal_position, column_name, column_type, is_nullable, column_default, extra) FROM information_schema.columns WHERE table_schema = DATABASE() ORDER BY 1",
          "SELECT CONCAT_WS(' ', table_name, index_name, seq_in_index, column_name, non_unique) FROM information_schema.statistics WHERE table_schema = DATABASE() ORDER BY 1",
          "SELECT CONCAT_WS(' ', table_name, constraint_name, constraint_type) FROM information_schema.table_constraints WHERE table_schema = DATABASE() ORDER BY 1",
          "SELECT CONCAT_WS(' ', level, geography_code, name_es, parent_id) FROM dim_geography ORDER BY 1",
          "SELECT CONCAT_WS(' ', view_name, column_name, description_en) FROM v_dictionary ORDER BY 1");

  @Test
  void two_processes_may_migrate_at_once() throws Exception {
    TestWarehouse warehouse = new TestWarehouse(TestServer.freshWarehouse("test_schema_race"));
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> both =
          Stream.<Runnable>of(warehouse::migrate, warehouse::migrate)
              .<Future<?>>map(threads::submit)
              .toList();
      for (Future<?> one : both) {
        one.get();
      }
    } finally {
      threads.shutdown();
    }
    assertThat(texts(warehouse.owner(), HISTORY)).containsExactlyElementsOf(everyScript());
  }

  @Test
  void a_schema_newer_than_the_build_is_refused() throws Exception {
    TestWarehouse warehouse = TestWarehouse.migrated("test_schema_newer");
    warehouse
        .owner()
        .sql(
            "INSERT INTO flyway_schema_history SELECT 999, '1000', 'later', 'SQL', 'V1000__later.sql', 1, installed_by, installed_on, 1, 1 FROM flyway_schema_history WHERE version = '5'")
        .update();
    forgetMark(warehouse);

    assertThatThrownBy(warehouse::migrate)
        .isInstanceOf(SchemaFailure.class)
        .hasMessage(
            "The warehouse test_schema_newer is newer than this build: it is at migration 1000, this build ends at "
                + latest()
                + ". Use the build that migrated it, or a newer one.");
  }

  @Test
  void a_migration_changed_after_it_was_applied_is_refused() throws Exception {
    TestWarehouse warehouse = TestWarehouse.migrated("test_schema_changed");
    warehouse
        .owner()
        .sql("UPDATE flyway_schema_history SET checksum = 1 WHERE version = '3'")
        .update();
    forgetMark(warehouse);

    assertThatThrownBy(warehouse::migrate)
        .isInstanceOf(SchemaFailure.class)
        .hasMessage(
            "Migration V3__dimensions.sql was changed after it had been applied to the warehouse test_schema_changed. Put it back as it was; what is to change belongs in a new migration.");
  }

  @Test
  void a_schema_that_holds_something_else_is_refused() throws Exception {
    TestWarehouse warehouse = new TestWarehouse(TestServer.freshWarehouse("test_schema_other"));
    warehouse.owner().sql("CREATE TABLE invoice (a INT)").update();

    assertThatThrownBy(warehouse::migrate)
        .isInstanceOf(SchemaFailure.class)
        .hasMessage(
            "The schema test_schema_other is no warehouse of Avance: it holds invoice. Give Avance a schema of its own.");
  }

  @Test
  void an_account_without_the_rights_is_told_so() throws Exception {
    TestWarehouse warehouse = new TestWarehouse(TestServer.freshWarehouse("test_schema_rights"));

    assertThatThrownBy(
            () ->
                Schema.migrate(
                    warehouse.as(warehouse.endpoint().etl()), "test_schema_rights", List.of()))
        .isInstanceOf(SchemaFailure.class)
        .hasMessage(
            "Migrating the warehouse test_schema_rights failed: Access denied for user 'avance_etl'@'127.0.0.1' to database 'test_schema_rights'. Have all rights on the schema granted to this account, and run again.");
  }

  @Test
  void a_start_with_nothing_to_do_touches_nothing() throws Exception {
    TestWarehouse warehouse = TestWarehouse.migrated("test_schema_again");
    warehouse.owner().sql("DROP VIEW v_issues").update();

    warehouse.migrate();

    assertThat(texts(warehouse.owner(), "SHOW TABLES LIKE 'v\\_issues'")).isEmpty();
  }

  @Test
  void readers_keep_rights_on_nothing_but_dimensions_facts_and_views() throws Exception {
    TestWarehouse warehouse = TestWarehouse.migrated("test_schema_readers");
    JdbcClient owner = warehouse.owner();
    String reader = warehouse.endpoint().readers().get(0);
    owner.sql("GRANT SELECT ON issue TO " + reader).update();
    owner.sql("GRANT SELECT, INSERT ON dim_feed TO " + reader).update();
    forgetMark(warehouse);

    warehouse.migrate();

    assertThat(
            texts(
                warehouse.bi(),
                "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name NOT REGEXP '^(dim|fct|v)_'"))
        .isEmpty();
    assertRefused(
        warehouse.bi(), "INSERT INTO dim_feed (feed, title, agency) VALUES ('a', 'b', 'c')");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO dim_sex VALUES (9, 'X', 'x', 'x')",
        "UPDATE fct_coverage SET figure = 1",
        "DELETE FROM fct_budget",
        "CREATE TABLE mine (a INT)",
        "CREATE TEMPORARY TABLE mine (a INT)",
        "DROP TABLE fct_budget",
        "DROP VIEW v_issues",
        "SELECT * FROM delivery",
        "SELECT * FROM issue",
        "SELECT * FROM quarantine",
        "SELECT * FROM BATCH_JOB_INSTANCE",
        "SELECT * FROM flyway_schema_history",
        "SELECT * FROM test_schema_stage.staged",
        "SELECT * FROM mysql.tables_priv"
      })
  void readers_may_only_read_what_is_published(String sql) throws Exception {
    assertRefused(shared().bi(), sql);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE mine (a INT)",
        "DROP TABLE issue",
        "ALTER TABLE issue ADD b INT",
        "TRUNCATE issue",
        "DROP VIEW v_issues"
      })
  void loaders_may_change_rows_but_no_tables(String sql) throws Exception {
    assertRefused(shared().etl(), sql);
  }

  private static TestWarehouse shared() throws SQLException {
    if (shared == null) {
      shared = TestWarehouse.migrated("test_schema");
      shared.etl().sql("CREATE TABLE test_schema_stage.staged (a INT)").update();
    }
    return shared;
  }

  private static void assertRefused(JdbcClient database, String sql) {
    assertThatThrownBy(() -> database.sql(sql).update())
        .rootCause()
        .isInstanceOfSatisfying(
            SQLException.class, refused -> assertThat(refused.getErrorCode()).isIn(1044, 1142));
  }

  private static Flyway upTo(String version, TestWarehouse warehouse) {
    String schema = warehouse.endpoint().warehouse();
    Flyway whole = Schema.flyway(warehouse.as(warehouse.endpoint().owner()), schema);
    return Flyway.configure()
        .configuration(whole.getConfiguration())
        .locations("classpath:sql/migration")
        .target(version)
        .load();
  }

  private static void forgetMark(TestWarehouse warehouse) {
    SchemaMark.write(warehouse.owner(), warehouse.endpoint().warehouse(), "");
  }

  /** What the history holds once everything in {@code sql} was applied. */
  private static List<String> everyScript() throws IOException {
    List<String> lines = new ArrayList<>();
    scripts("migration").stream()
        .sorted(Comparator.comparingInt(SchemaTest::version))
        .forEach(script -> lines.add(version(script) + " " + script + " 1"));
    scripts("views").stream().sorted().forEach(script -> lines.add("view " + script + " 1"));
    return lines;
  }

  /** A number that was given and not used in the end is no gap. */
  private static int[] versions() throws IOException {
    return scripts("migration").stream().mapToInt(SchemaTest::version).sorted().toArray();
  }

  private static int latest() throws IOException {
    int[] versions = versions();
    return versions[versions.length - 1];
  }

  private static int version(String script) {
    return Integer.parseInt(script.substring(1, script.indexOf("__")));
  }

  private static List<String> scripts(String folder) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("sql", folder))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
