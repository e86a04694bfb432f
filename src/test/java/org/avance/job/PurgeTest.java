package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.avance.load.Archive;
import org.avance.load.Purge;
import org.avance.load.TestWarehouse;
import org.avance.model.PurgeCounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** What a purge takes and what it leaves. */
final class PurgeTest {
  private static final Instant CUT = Instant.now().minus(Duration.ofDays(30));

  private static final String WELL = "A,Uno,Personas,100,90";
  private static final String BAD = "B,Dos,Personas,many,90";

  private static TestWarehouse warehouse;

  @TempDir private Path folder;
  private TestLoads loads;

  @BeforeAll
  static void warehouse() throws Exception {
    warehouse = TestWarehouse.migrated("purging");
  }

  @BeforeEach
  void loads() {
    loads = new TestLoads(folder, warehouse);
    for (String table :
        List.of(
            "BATCH_STEP_EXECUTION_CONTEXT",
            "BATCH_STEP_EXECUTION",
            "BATCH_JOB_EXECUTION_CONTEXT",
            "BATCH_JOB_EXECUTION_PARAMS",
            "BATCH_JOB_EXECUTION",
            "BATCH_JOB_INSTANCE")) {
      warehouse.etl().sql("DELETE FROM " + table).update();
    }
  }

  @AfterEach
  void close() {
    loads.close();
  }

  /** Other bytes than any other file. */
  private void file(String feed, int year, String... lines) {
    stating(feed, feed, year, lines);
  }

  private void stating(String programme, String feed, int year, String... lines) {
    List<String> all = new ArrayList<>(List.of(TestLoads.COVERAGE_HEADER));
    Stream.of(lines).map(line -> programme + "-" + year + line).forEach(all::add);
    loads.file("%s/%d.csv".formatted(feed, year), all.toArray(String[]::new));
  }

  /** Everything that is there happened a year ago. */
  private static void aYearAgo() {
    for (String set :
        List.of(
            "UPDATE BATCH_JOB_EXECUTION SET CREATE_TIME = CREATE_TIME - INTERVAL 1 YEAR, START_TIME = START_TIME - INTERVAL 1 YEAR, END_TIME = END_TIME - INTERVAL 1 YEAR, LAST_UPDATED = LAST_UPDATED - INTERVAL 1 YEAR",
            "UPDATE delivery SET received_at = received_at - INTERVAL 1 YEAR")) {
      warehouse.etl().sql(set).update();
    }
  }

  private Purging purging(boolean files) {
    return new Purging(loads.settings(Duration.ZERO), CUT, files);
  }

  private List<String> left(String feed) {
    return loads.rows(
        """
        SELECT f.feed, d.file_name, d.status, d.rerun,
               (SELECT COUNT(*) FROM issue i WHERE i.delivery_id = d.delivery_id),
               (SELECT COUNT(*) FROM quarantine q WHERE q.delivery_id = d.delivery_id),
               (SELECT COUNT(*) FROM BATCH_JOB_EXECUTION_PARAMS p WHERE p.PARAMETER_VALUE = d.file_digest)
        FROM delivery d JOIN dim_feed f USING (feed_id) WHERE f.feed = '%s' ORDER BY d.file_name
        """
            .formatted(feed));
  }

  @Test
  void what_ended_long_ago_without_facts_goes_and_deliveries_stay() {
    loads.feed("pu-a", TestLoads.COVERAGE, "tolerances: {quarantined: 60%}");
    file("pu-a", 2018, WELL, BAD);
    file("pu-a", 2019, BAD, "C,Tres,Personas,few,90");
    loads.run();
    file("pu-a", 2017, WELL, BAD);
    aYearAgo();
    file("pu-a", 2020, BAD);
    loads.run();
    assertThat(left("pu-a"))
        .containsExactly(
            "pu-a | pu-a/2017.csv | PUBLISHED | 0 | 1 | 1 | 1",
            "pu-a | pu-a/2018.csv | PUBLISHED | 0 | 1 | 1 | 1",
            "pu-a | pu-a/2019.csv | REJECTED | 0 | 2 | 2 | 1",
            "pu-a | pu-a/2020.csv | REJECTED | 0 | 1 | 1 | 1");
    PurgeCounts counted = purging(true).count();
    assertThat(counted).isEqualTo(new PurgeCounts(2, counted.metadataRows(), 1, 2, 2, 0, 0, 1));
    assertThat(counted.metadataRows()).isBetween(20L, 40L);
    assertThat(purging(false).perform())
        .isEqualTo(new PurgeCounts(2, counted.metadataRows(), 1, 2, 2, 0, 0, 0));
    assertThat(left("pu-a"))
        .containsExactly(
            "pu-a | pu-a/2017.csv | PUBLISHED | 0 | 1 | 1 | 1",
            "pu-a | pu-a/2018.csv | PUBLISHED | 0 | 1 | 1 | 0",
            "pu-a | pu-a/2019.csv | REJECTED | 0 | 0 | 0 | 0",
            "pu-a | pu-a/2020.csv | REJECTED | 0 | 1 | 1 | 1");
    assertThat(purging(false).count()).isEqualTo(PurgeCounts.NOTHING);
    assertThat(loads.result().loads()).as("known bytes stay known").isEmpty();
  }

  @Test
  void what_was_purged_is_loaded_again_when_its_descriptor_is_mended() {
    loads.feed("pu-b", TestLoads.COVERAGE);
    file("pu-b", 2019, WELL, BAD);
    assertThat(loads.run()).hasSize(1).allMatch(line -> line.startsWith("pu-b/2019.csv REJECTED"));
    aYearAgo();
    purging(false).perform();
    loads.feed("pu-b", TestLoads.COVERAGE, "tolerances: {quarantined: 60%}");
    assertThat(loads.run()).containsExactly("pu-b/2019.csv PUBLISHED");
    assertThat(left("pu-b")).containsExactly("pu-b | pu-b/2019.csv | PUBLISHED | 1 | 1 | 1 | 1");
  }

  @Test
  void what_is_open_or_running_stays() {
    loads.feed("pu-c", TestLoads.COVERAGE);
    file("pu-c", 2018, WELL);
    file("pu-c", 2019, WELL);
    file("pu-c", 2020, WELL);
    loads.run();
    aYearAgo();
    warehouse
        .etl()
        .sql("UPDATE delivery SET status = 'STAGED' WHERE file_name = 'pu-c/2018.csv'")
        .update();
    warehouse
        .etl()
        .sql(
            "UPDATE BATCH_JOB_EXECUTION SET STATUS = 'STARTED', END_TIME = NULL WHERE JOB_EXECUTION_ID IN (SELECT JOB_EXECUTION_ID FROM BATCH_JOB_EXECUTION_PARAMS JOIN delivery ON file_digest = PARAMETER_VALUE WHERE file_name = 'pu-c/2019.csv')")
        .update();
    assertThat(purging(false).perform().executions()).isEqualTo(1);
    assertThat(left("pu-c"))
        .containsExactly(
            "pu-c | pu-c/2018.csv | STAGED | 0 | 0 | 0 | 1",
            "pu-c | pu-c/2019.csv | PUBLISHED | 0 | 0 | 0 | 1",
            "pu-c | pu-c/2020.csv | PUBLISHED | 0 | 0 | 0 | 0");
    warehouse
        .etl()
        .sql("UPDATE delivery SET status = 'PUBLISHED' WHERE file_name = 'pu-c/2018.csv'")
        .update();
  }

  @Test
  void archived_files_go_only_where_asked_for_and_no_other_delivery_needs_them() {
    loads
        .feed("pu-d", TestLoads.COVERAGE)
        .feed("pu-e", TestLoads.COVERAGE, "tolerances: {quarantined: 60%}");
    file("pu-d", 2018, BAD);
    stating("same", "pu-d", 2019, WELL, BAD);
    stating("same", "pu-e", 2019, WELL, BAD);
    loads.run();
    aYearAgo();
    List<String> digests =
        loads.rows(
            "SELECT file_digest FROM delivery WHERE file_name IN ('pu-d/2018.csv', 'pu-d/2019.csv') ORDER BY file_name");
    assertThat(purging(false).count().files()).isZero();
    assertThat(purging(true).perform().files()).isEqualTo(1);
    Archive archive = new Archive(folder.resolve("archive"));
    assertThat(archive.has(digests.get(0))).as("rejected").isFalse();
    assertThat(archive.has(digests.get(1))).as("published by the other feed").isTrue();
    assertThat(Files.exists(folder.resolve("inbox/pu-d/2018.csv"))).isTrue();
  }

  @Test
  void alerts_that_are_over_go_and_what_serve_noted_of_then() {
    String alert =
        """
        INSERT INTO alert (event_key, is_open, kind, feed, file_digest, scope, delivery_id, execution_id, amount,
          subject, body, commands, first_seen, last_seen, next_try_at, resolved_at)
        SELECT CONCAT('%1$s', seq), %2$s, 'RUN_FAILED', 'pu-f', '', '', 0, 0, 0, 's', 'b', 'c', '2020-01-01',
          '2020-01-01', '2020-01-01', %3$s FROM seq_1_to_%4$d
        """;
    warehouse.etl().sql(alert.formatted("over", "NULL", "'2020-01-02'", 2_001)).update();
    warehouse.etl().sql(alert.formatted("lasting", "1", "NULL", 1)).update();
    warehouse.etl().sql(alert.formatted("of today", "NULL", "UTC_TIMESTAMP()", 1)).update();
    for (String row :
        List.of(
            "INSERT INTO serve_process VALUES ('h:1', '2020-01-01', '2020-01-02', '2020-01-01', NULL)",
            "INSERT INTO serve_process VALUES ('h:2', '2020-01-01', UTC_TIMESTAMP(), '2020-01-01', NULL)",
            "INSERT INTO serve_run VALUES ('gone', 'ARRIVAL', '2020-01-01', '2020-01-01', '2020-01-01', 'h:1', 'r')",
            "INSERT INTO serve_run VALUES ('kept', 'SCHEDULE', '2020-01-01', '2020-01-01', '2020-01-01', 'h:1', 'r')",
            "INSERT INTO serve_run VALUES ('new', 'ARRIVAL', '2020-01-01', '2020-01-01', UTC_TIMESTAMP(), 'h:1', 'r')",
            "INSERT INTO serve_agenda (task_name, task_instance, execution_time, picked, version) VALUES ('feed', 'kept', '2030-01-01', FALSE, 1)")) {
      warehouse.etl().sql(row).update();
    }
    PurgeCounts counts = new PurgeCounts(0, 0, 0, 0, 0, 2_001, 2, 0);
    assertThat(purging(false).count()).isEqualTo(counts);
    assertThat(purging(false).perform()).isEqualTo(counts);
    assertThat(loads.rows("SELECT event_key FROM alert ORDER BY 1"))
        .containsExactly("lasting1", "of today1");
    assertThat(loads.rows("SELECT process FROM serve_process")).containsExactly("h:2");
    assertThat(loads.rows("SELECT feed FROM serve_run ORDER BY 1")).containsExactly("kept", "new");
    assertThat(purging(false).count()).isEqualTo(PurgeCounts.NOTHING);
  }

  /**
   * A purge that is killed after any statement leaves whole executions, and goes on when said
   * again.
   */
  @Test
  void killed_anywhere_it_goes_on_when_said_again() {
    DataSource etl = warehouse.as(warehouse.endpoint().etl());
    Archive archive = new Archive(folder.resolve("archive"));
    int kills = 0;
    boolean ended = false;
    for (int statements = 1; !ended; statements += 6) {
      metadata(250);
      try {
        new Purge(breaking(etl, new AtomicInteger(statements)), "purging", CUT)
            .perform(false, archive);
        ended = true;
      } catch (IllegalStateException broken) {
        assertThat(broken)
            .hasMessageMatching(
                "the purge broke off: .*\\. What it had committed is removed; say it again to go on");
        kills++;
      }
      assertThat(
              loads.rows(
                  """
                  SELECT MIN(steps), MAX(steps), MIN(params), MAX(params), COUNT(*) % 50 FROM (
                    SELECT (SELECT COUNT(*) FROM BATCH_STEP_EXECUTION s WHERE s.JOB_EXECUTION_ID = e.JOB_EXECUTION_ID) steps,
                           (SELECT COUNT(*) FROM BATCH_JOB_EXECUTION_PARAMS p WHERE p.JOB_EXECUTION_ID = e.JOB_EXECUTION_ID) params
                    FROM BATCH_JOB_EXECUTION e) each_one
                  """))
          .as("after %d statements", statements)
          .containsAnyOf("1 | 1 | 1 | 1 | 0", "null | null | null | null | 0");
      new Purge(etl, "purging", CUT).perform(false, archive);
      assertThat(loads.one("SELECT COUNT(*) FROM BATCH_JOB_INSTANCE")).isEqualTo("0");
    }
    assertThat(kills).isGreaterThan(3);
  }

  private static void metadata(int instances) {
    for (String insert :
        List.of(
            "INSERT INTO BATCH_JOB_INSTANCE SELECT 1000000 + seq, 0, 'load-x', MD5(seq) FROM seq_1_to_%d",
            "INSERT INTO BATCH_JOB_EXECUTION SELECT 1000000 + seq, 0, 1000000 + seq, '2020-01-01', '2020-01-01', '2020-01-01', 'COMPLETED', 'COMPLETED', '', '2020-01-01' FROM seq_1_to_%d",
            "INSERT INTO BATCH_JOB_EXECUTION_PARAMS SELECT 1000000 + seq, 'feed', 'java.lang.String', 'x', 'Y' FROM seq_1_to_%d",
            "INSERT INTO BATCH_STEP_EXECUTION (STEP_EXECUTION_ID, VERSION, STEP_NAME, JOB_EXECUTION_ID, CREATE_TIME) SELECT 1000000 + seq, 0, 'stage', 1000000 + seq, '2020-01-01' FROM seq_1_to_%d",
            "INSERT INTO BATCH_STEP_EXECUTION_CONTEXT SELECT 1000000 + seq, '', NULL FROM seq_1_to_%d")) {
      warehouse.etl().sql(insert.formatted(instances)).update();
    }
  }

  /** Connections that break after some statements. */
  private static DataSource breaking(DataSource whole, AtomicInteger allowed) {
    return new DelegatingDataSource(whole) {
      @Override
      public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return (Connection)
            Proxy.newProxyInstance(
                PurgeTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                  if (method.getName().startsWith("prepareStatement")
                      && allowed.getAndDecrement() <= 0) {
                    connection.abort(Runnable::run);
                    throw new SQLException("killed");
                  }
                  try {
                    return method.invoke(connection, arguments);
                  } catch (java.lang.reflect.InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
      }
    };
  }
}
