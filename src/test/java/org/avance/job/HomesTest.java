package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.avance.job.SeamDriver.Act;
import org.avance.job.SeamDriver.Seam;
import org.avance.job.SeamDriver.When;
import org.avance.load.TestWarehouse;
import org.avance.server.ServerSettings;
import org.avance.server.TestServer;
import org.avance.server.WarehouseServer;
import org.avance.server.WarehouseServer.WhenNotEmpty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loads on servers of their own, which are copied or killed in their middle. */
class HomesTest {
  /** Between the two chunks of a load. */
  private static final Seam HALF_STAGED =
      new Seam("SET records_read = records_read +", 2, When.BEFORE_COMMIT);

  @TempDir private static Path directory;
  private static ServerSettings.Embedded home;
  private static WarehouseServer server;
  private static TestLoads loads;
  private static String[] lines;

  @BeforeAll
  static void a_home() throws Exception {
    lines = SeamTest.lines(10_500);
    home = embedded("home");
    server = WarehouseServer.join(home);
    loads = new TestLoads(directory.resolve("loads"), new TestWarehouse(server.endpoint()));
    loads.feed("before", TestLoads.COVERAGE, "tolerances: {quarantined: 1}");
    loads.file(
        "before/2019.csv",
        TestLoads.COVERAGE_HEADER,
        "E01,Uno,Personas,100,90",
        "E02,Dos,Personas,many,1");
    loads.file(
        "before/2019-02.csv",
        TestLoads.COVERAGE_HEADER,
        "E01,Uno,Personas,101,90",
        "E02,Dos,Personas,2,1");
    loads.feed("during", SeamTest.DESCRIPTOR).feed("killed", SeamTest.DESCRIPTOR);
    loads.file("during/2020.csv", lines);
    assertThat(loads.run("before"))
        .containsExactly("before/2019.csv PUBLISHED", "before/2019-02.csv PUBLISHED");
  }

  @AfterAll
  static void close() {
    loads.close();
    server.close();
  }

  private static ServerSettings.Embedded embedded(String name) {
    return new ServerSettings.Embedded(directory.resolve(name), TestServer.BINARIES);
  }

  private static List<String> executions(TestLoads loads, String feed) {
    return loads.rows(
        "SELECT e.STATUS FROM BATCH_JOB_INSTANCE JOIN BATCH_JOB_EXECUTION e USING (JOB_INSTANCE_ID) WHERE JOB_NAME = 'load-%s' ORDER BY JOB_EXECUTION_ID"
            .formatted(feed));
  }

  @Test
  void a_backup_made_while_loading_goes_on_where_it_is_restored() throws Exception {
    Path file = directory.resolve("backup.sql");
    try (SeamDriver driver =
        SeamDriver.lay(HALF_STAGED, at -> WarehouseServer.backup(home, file))) {
      assertThat(loads.runThrough(driver, "during")).containsExactly("during/2020.csv PUBLISHED");
    }
    ServerSettings.Embedded fresh = embedded("fresh");
    WarehouseServer.restore(fresh, file, WhenNotEmpty.REFUSE);
    copy(directory.resolve("loads"), directory.resolve("copied"));
    try (WarehouseServer there = WarehouseServer.join(fresh);
        TestLoads restored =
            new TestLoads(directory.resolve("copied"), new TestWarehouse(there.endpoint()))) {
      for (String question : HISTORY) {
        assertThat(restored.rows(question)).isEqualTo(loads.rows(question)).isNotEmpty();
      }
      assertThat(executions(restored, "during")).containsExactly("STARTED");
      assertThat(restored.run("during")).containsExactly("during/2020.csv PUBLISHED");
      assertThat(executions(restored, "during")).containsExactly("FAILED", "COMPLETED");
      for (String question : SeamTest.QUESTIONS) {
        String asked = question.formatted("during");
        assertThat(restored.rows(asked)).isEqualTo(loads.rows(asked)).isNotEmpty();
      }
      assertThat(restored.run("before", "during")).isEmpty();
    }
  }

  /** To the microsecond. */
  private static final List<String> HISTORY =
      List.of(
          "SELECT f.* , f.row_start, f.row_end FROM fct_coverage FOR SYSTEM_TIME ALL f JOIN dim_feed g ON g.feed_id = f.feed_id WHERE feed = 'before' ORDER BY delivery_id, line_first, population_key",
          "SELECT d.* FROM delivery d JOIN dim_feed USING (feed_id) WHERE feed = 'before' ORDER BY delivery_id",
          "SELECT q.* FROM quarantine q JOIN delivery USING (delivery_id) JOIN dim_feed USING (feed_id) WHERE feed = 'before' ORDER BY delivery_id, record_no",
          "SELECT i.* FROM issue i JOIN delivery USING (delivery_id) JOIN dim_feed USING (feed_id) WHERE feed = 'before' ORDER BY issue_id");

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> tree = Files.walk(from)) {
      for (Path path : tree.toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }

  /** Not even that the execution has failed can be written then. */
  @Test
  void a_load_whose_server_is_killed_is_told_and_goes_on_when_that_is_back() throws Exception {
    loads.file("killed/2020.csv", lines);
    Act kill = driver -> killServer();
    try (SeamDriver driver = SeamDriver.lay(HALF_STAGED, kill)) {
      assertThat(loads.runThrough(driver, "killed"))
          .singleElement()
          .asString()
          .startsWith(
              "killed/2020.csv FAILED; the connection to the database was lost or could not be had; run again: the next command starts an embedded server again; one of your own must be up first (");
    }
    loads.close();
    try (WarehouseServer again = WarehouseServer.join(home)) {
      assertThat(again.endpoint().port()).isEqualTo(server.endpoint().port());
      assertThat(executions(loads, "killed")).containsExactly("STARTED");
      assertThat(loads.run("killed")).containsExactly("killed/2020.csv PUBLISHED");
      assertThat(executions(loads, "killed")).containsExactly("FAILED", "COMPLETED");
    }
  }

  private static void killServer() throws IOException {
    long pid = Long.parseLong(Files.readString(home.home().resolve("mariadb/pid")).strip());
    ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
    process.destroyForcibly();
    process.onExit().join();
  }
}
