package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.avance.job.SeamDriver.Act;
import org.avance.job.SeamDriver.Seam;
import org.avance.job.SeamDriver.When;
import org.avance.load.TestWarehouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a database may do to a load in its middle: each time the execution ends FAILED and says in
 * plain words why, and the next run comes to what one go comes to. A database that is gone for good
 * is SeamTest's: there not even that the execution has failed can be written.
 */
class DatabaseGoneTest {
  private static final String WHOLE = "whole";

  private static final String CHUNK = "SET records_read = records_read +";
  private static final String FACTS = "INSERT INTO fct_coverage (";
  private static final String PUBLISHED = "SET status = 'PUBLISHED'";

  private static final Seam JUDGED = new Seam("UPDATE delivery SET status", 2, When.AFTER_COMMIT);

  private static final String LOST =
      "the connection to the database was lost or could not be had; run again: the next command starts an embedded server again; one of your own must be up first";

  @TempDir private static Path folder;
  private static TestWarehouse warehouse;
  private static TestLoads loads;
  private static JdbcClient admin;

  /** A connection that stands in the way, and what it is to leave behind. */
  private final List<AutoCloseable> inTheWay = new ArrayList<>();

  @BeforeAll
  static void one_go() throws Exception {
    warehouse = TestWarehouse.migrated("database_gone");
    admin = warehouse.admin();
    loads = new TestLoads(folder, warehouse);
    deliver(WHOLE);
    assertThat(loads.run()).containsExactly("whole/2020.csv PUBLISHED");
  }

  @AfterEach
  void out_of_the_way() throws Exception {
    for (AutoCloseable each : inTheWay) {
      each.close();
    }
    inTheWay.clear();
  }

  @AfterAll
  static void close() {
    assertThat(loads.rows("SELECT DISTINCT STATUS FROM BATCH_JOB_EXECUTION ORDER BY 1"))
        .containsExactly("COMPLETED", "FAILED");
    assertThat(
            loads.rows(
                "SELECT COUNT(*) FROM BATCH_STEP_EXECUTION WHERE STATUS NOT IN ('COMPLETED', 'FAILED')"))
        .containsExactly("0");
    assertThat(loads.stagingTables()).isEmpty();
    loads.close();
  }

  private static void deliver(String feed) {
    List<String> lines = new ArrayList<>(List.of(TestLoads.COVERAGE_HEADER));
    for (int i = 0; i < 50; i++) {
      lines.add("E%02d,Programa %d,Personas,%d,%d".formatted(i, i, 100 + i, i));
    }
    loads.feed(feed, TestLoads.COVERAGE).file(feed + "/2020.csv", lines.toArray(String[]::new));
  }

  /** What the run said, without which file it was about. */
  private static String loadedWith(String feed, Seam seam, Act act) throws Exception {
    deliver(feed);
    try (SeamDriver driver = SeamDriver.lay(seam, act)) {
      List<String> said = loads.runThrough(driver, feed);
      assertThat(driver.passed()).as(said.toString()).isTrue();
      assertThat(said).hasSize(1);
      return said.get(0).replace(feed + "/2020.csv ", "");
    }
  }

  private static void convergesAfterwards(String feed) {
    assertThat(executions(feed)).containsExactly("FAILED");
    assertThat(loads.run(feed)).containsExactly(feed + "/2020.csv PUBLISHED");
    assertThat(executions(feed)).containsExactly("FAILED", "COMPLETED");
    holdsWhatOneGoHolds(feed);
  }

  private static void holdsWhatOneGoHolds(String feed) {
    assertThat(loads.figures(feed)).isEqualTo(loads.figures(WHOLE)).hasSize(100);
    String versions =
        "SELECT COUNT(*), COUNT(DISTINCT f.row_start) FROM fct_coverage FOR SYSTEM_TIME ALL f JOIN dim_feed USING (feed_id) WHERE feed = '%s'";
    assertThat(loads.rows(versions.formatted(feed))).containsExactly("100 | 1");
  }

  private static List<String> executions(String feed) {
    return loads.rows(
        "SELECT e.STATUS FROM BATCH_JOB_INSTANCE JOIN BATCH_JOB_EXECUTION e USING (JOB_INSTANCE_ID) WHERE JOB_NAME = 'load-%s' ORDER BY JOB_EXECUTION_ID"
            .formatted(feed));
  }

  private static long owner(String feed) {
    String lock = "avance/%s/feed/%s".formatted(warehouse.endpoint().warehouse(), feed);
    return admin.sql("SELECT IS_USED_LOCK(?)").param(lock).query(Long.class).single();
  }

  private static void kill(long connection) {
    admin.sql("KILL CONNECTION " + connection).update();
  }

  private static Act killsOwnerOf(String feed) {
    return driver -> kill(owner(feed));
  }

  private static Act killsPoolOf(String feed) {
    return driver -> {
      long owner = owner(feed);
      driver.connectionIds().stream().filter(id -> id != owner).forEach(DatabaseGoneTest::kill);
    };
  }

  @Test
  void who_lost_the_feed_while_staging_writes_no_more() throws Exception {
    assertThat(loadedWith("o1", new Seam(CHUNK, 1, When.BEFORE_COMMIT), killsOwnerOf("o1")))
        .isEqualTo(
            "FAILED; step classify: the connection that owns the feed is gone, so another process may load it by now");
    convergesAfterwards("o1");
  }

  @Test
  void who_lost_the_feed_while_publishing_publishes_nothing() throws Exception {
    assertThat(loadedWith("o2", new Seam(FACTS, 1, When.BEFORE_STATEMENT), killsOwnerOf("o2")))
        .startsWith("FAILED; step publish: " + LOST + " (");
    convergesAfterwards("o2");
  }

  /** Spring Batch calls UNKNOWN what failed at its commit, and refuses it from then on. */
  @Test
  void who_lost_the_feed_at_the_commit_has_failed_and_is_not_unknown() throws Exception {
    assertThat(loadedWith("o3", new Seam(PUBLISHED, 1, When.BEFORE_COMMIT), killsOwnerOf("o3")))
        .startsWith("FAILED; step publish: " + LOST + " (");
    convergesAfterwards("o3");
  }

  @Test
  void deliveries_that_follow_are_not_begun_without_the_feed() throws Exception {
    deliver("o4");
    loads.file("o4/2021.csv", TestLoads.COVERAGE_HEADER, "E01,Uno,Personas,1,1");
    try (SeamDriver driver =
        SeamDriver.lay(new Seam(FACTS, 1, When.BEFORE_STATEMENT), killsOwnerOf("o4"))) {
      List<String> said = loads.runThrough(driver, "o4");
      assertThat(said.get(0)).startsWith("o4/2020.csv FAILED; ");
      assertThat(said.subList(1, said.size()))
          .containsExactly(
              "o4/2021.csv FAILED; not begun: the connection that owns the feed is gone. The next run loads it.");
    }
    assertThat(loads.run("o4")).containsExactly("o4/2020.csv PUBLISHED", "o4/2021.csv PUBLISHED");
  }

  @Test
  void connections_killed_at_a_chunk_undo_it() throws Exception {
    assertThat(loadedWith("p1", new Seam(CHUNK, 1, When.BEFORE_COMMIT), killsPoolOf("p1")))
        .startsWith("FAILED; step stage: " + LOST + " (");
    convergesAfterwards("p1");
  }

  @Test
  void connections_killed_while_settling_undo_it() throws Exception {
    Seam seam = new Seam("UPDATE delivery SET status", 1, When.BEFORE_STATEMENT);
    assertThat(loadedWith("p2", seam, killsPoolOf("p2")))
        .startsWith("FAILED; step classify: " + LOST + " (");
    convergesAfterwards("p2");
  }

  @Test
  void connections_killed_when_the_end_is_written_are_done_without() throws Exception {
    Seam seam = new Seam("CREATE_TIME = ?, LAST_UPDATED = ?", 2, When.BEFORE_STATEMENT);
    assertThat(loadedWith("p3", seam, killsPoolOf("p3"))).isEqualTo("PUBLISHED");
    assertThat(executions("p3")).containsExactly("COMPLETED");
    holdsWhatOneGoHolds("p3");
  }

  private Connection standing(String... statements) throws SQLException {
    Connection connection = warehouse.as(warehouse.endpoint().owner()).getConnection();
    inTheWay.add(connection);
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
    return connection;
  }

  private void globally(String variable, String value, String before) {
    admin.sql("SET GLOBAL %s = %s".formatted(variable, value)).update();
    inTheWay.add(() -> admin.sql("SET GLOBAL %s = %s".formatted(variable, before)).update());
  }

  @Test
  void a_wait_for_rows_that_another_holds_ends() throws Exception {
    globally("innodb_lock_wait_timeout", "1", "50");
    Act lock = driver -> standing("SELECT * FROM delivery FOR UPDATE");
    assertThat(loadedWith("w1", JUDGED, lock))
        .isEqualTo(
            "FAILED; step publish: another connection held rows for longer than the database waits (innodb_lock_wait_timeout); when it has ended, run again (the database says: Lock wait timeout exceeded; try restarting transaction (error 1205))");
    out_of_the_way();
    convergesAfterwards("w1");
  }

  /** The database undoes the one that has written less. */
  @Test
  void a_deadlock_is_undone_and_told() throws Exception {
    admin
        .sql("CREATE TABLE %s.ballast (a INT)".formatted(warehouse.endpoint().warehouse()))
        .update();
    Act deadlock =
        driver -> {
          Connection other =
              standing(
                  "INSERT INTO ballast SELECT seq FROM seq_1_to_20000",
                  "SELECT * FROM delivery FOR UPDATE");
          Thread waiting = new Thread(() -> waitForFacts(other, "d1"));
          waiting.start();
          inTheWay.add(0, waiting::join);
          awaitWaiting();
        };
    assertThat(loadedWith("d1", new Seam(CHUNK, 1, When.BEFORE_STATEMENT), deadlock))
        .isEqualTo(
            "FAILED; step stage: two connections waited for each other, and the database undid this one's work; run again (the database says: Deadlock found when trying to get lock; try restarting transaction (error 1213))");
    out_of_the_way();
    convergesAfterwards("d1");
  }

  /** For rows that the chunk has written and not committed. */
  private static void waitForFacts(Connection other, String feed) {
    try (Statement statement = other.createStatement()) {
      String hash = UUID.nameUUIDFromBytes(feed.getBytes(StandardCharsets.UTF_8)).toString();
      statement.execute(
          "SELECT * FROM %s.f%s_coverage WHERE record_no = 1 AND fact_no = 1 FOR UPDATE"
              .formatted(warehouse.endpoint().stagingSchema(), hash.substring(24)));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static void awaitWaiting() throws InterruptedException {
    String waiting =
        "SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'";
    for (int i = 0; i < 200 && admin.sql(waiting).query(Long.class).single() == 0; i++) {
      // The server looks anew once nobody has asked for a tenth of a second.
      Thread.sleep(120);
    }
  }

  /** Tables that may not grow: as many bytes as two digits can point to. */
  @Test
  void a_full_disk_while_staging_is_told() throws Exception {
    globally("default_storage_engine", "MyISAM", "InnoDB");
    globally("myisam_data_pointer_size", "2", "6");
    deliver("f1");
    List<String> lines = new ArrayList<>(List.of(TestLoads.COVERAGE_HEADER));
    for (int i = 0; i < 1_000; i++) {
      lines.add("E%d,Programa %d,Personas,%d,%d".formatted(i, i, 100 + i, i));
    }
    loads.file("f1/2020.csv", lines.toArray(String[]::new));
    assertThat(loadedWithoutASeam("f1"))
        .singleElement()
        .asString()
        .matches(
            "f1/2020.csv FAILED; step stage: the database server has no room left on its disk; make room there and run again \\(the database says: The table '\\w+' is full \\(error 1114\\)\\)");
    out_of_the_way();
    assertThat(executions("f1")).containsExactly("FAILED");
    assertThat(loads.run("f1")).containsExactly("f1/2020.csv PUBLISHED");
    assertThat(loads.figures("f1")).hasSize(2_000);
  }

  @Test
  void a_full_disk_while_publishing_is_told_and_nothing_is_published() throws Exception {
    Act full =
        driver ->
            warehouse
                .owner()
                .sql(
                    "CREATE TRIGGER full BEFORE INSERT ON fct_coverage FOR EACH ROW SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = 1114, MESSAGE_TEXT = 'The table ''fct_coverage'' is full'")
                .update();
    assertThat(loadedWith("f2", JUDGED, full))
        .isEqualTo(
            "FAILED; step publish: the database server has no room left on its disk; make room there and run again (the database says: The table 'fct_coverage' is full (error 1114))");
    warehouse.owner().sql("DROP TRIGGER full").update();
    assertThat(loads.figures("f2")).isEmpty();
    convergesAfterwards("f2");
  }

  @Test
  void too_few_connections_are_told_with_how_many_it_takes() throws Exception {
    deliver("c1");
    allow(1);
    assertThatThrownBy(() -> loadedWithoutASeam("c1"))
        .isInstanceOf(CannotLoad.class)
        .hasMessageMatching(
            "The warehouse can't be looked at: the database server allows no more connections; a run needs one, and each load at a time up to six more: allow them, or run when others have ended \\(the database says: User '\\w+' has exceeded the 'max_user_connections' resource \\(current value: \\d+\\) \\(error 1226\\)\\)");
    allow(2);
    assertThat(loadedWithoutASeam("c1"))
        .singleElement()
        .asString()
        .contains(" FAILED; ")
        .contains("the database server allows no more connections; ");
    allow(5);
    assertThat(loadedWithoutASeam("c1")).containsExactly("c1/2020.csv PUBLISHED");
    holdsWhatOneGoHolds("c1");
  }

  private static List<String> loadedWithoutASeam(String feed) throws Exception {
    try (SeamDriver driver = SeamDriver.lay(new Seam("nowhere", 1, When.AFTER_COMMIT), d -> {})) {
      return loads.runThrough(driver, feed);
    }
  }

  /** So many connections more than there are of those who load. */
  private void allow(int connections) {
    String user = warehouse.endpoint().etl().user();
    loads.close();
    if (inTheWay.isEmpty()) {
      inTheWay.add(() -> limit(user, 0));
    }
    limit(user, connections + open(user));
  }

  private static int open(String user) {
    return admin
        .sql("SELECT COUNT(*) FROM information_schema.processlist WHERE user = ?")
        .param(user)
        .query(Integer.class)
        .single();
  }

  private static void limit(String user, int connections) {
    admin
        .sql("ALTER USER %s@127.0.0.1 WITH MAX_USER_CONNECTIONS %d".formatted(user, connections))
        .update();
  }
}
