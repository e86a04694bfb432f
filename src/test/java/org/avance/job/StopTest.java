package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.avance.job.SeamDriver.Act;
import org.avance.job.SeamDriver.Seam;
import org.avance.job.SeamDriver.When;
import org.avance.load.TestWarehouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A load that is asked to stop while it publishes, which is one transaction and has no chunks to
 * stop at. EndToEndTest sends the signals, while staging.
 */
class StopTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(100);

  private static final Seam BEGUN =
      new Seam("INSERT INTO fct_coverage (", 1, When.BEFORE_STATEMENT);
  private static final Seam JUDGED = new Seam("UPDATE delivery SET status", 2, When.AFTER_COMMIT);

  @TempDir private static Path folder;
  private static TestWarehouse warehouse;
  private static TestLoads loads;

  private final AtomicReference<Loader> loading = new AtomicReference<>();
  private final List<Connection> inTheWay = new ArrayList<>();
  private Thread stopper = new Thread();

  @BeforeAll
  static void warehouse() throws Exception {
    warehouse = TestWarehouse.migrated("stops");
    loads = new TestLoads(folder, warehouse);
  }

  @AfterEach
  void out_of_the_way() throws Exception {
    stopper.join(30_000);
    for (Connection each : inTheWay) {
      each.close();
    }
  }

  @AfterAll
  static void close() {
    loads.close();
  }

  private List<String> loadedWith(String feed, Seam seam, Act act) throws Exception {
    loads
        .feed(feed, TestLoads.COVERAGE)
        .file(feed + "/2020.csv", TestLoads.COVERAGE_HEADER, "E01,Uno,Personas,100,90");
    try (SeamDriver driver = SeamDriver.lay(seam, act);
        Loader loader = loads.through(driver)) {
      loading.set(loader);
      return TestLoads.shown(loader.run(Set.of(feed)));
    }
  }

  /** Once it is clear to the load that it shall stop. */
  private void stop(Duration untilBrokenOff) {
    stopper = new Thread(() -> loading.get().stop(untilBrokenOff));
    stopper.start();
    while (stopper.isAlive() && stopper.getState() != Thread.State.TIMED_WAITING) {
      Thread.yield();
    }
  }

  private void standing(String sql) throws SQLException {
    Connection connection = warehouse.as(warehouse.endpoint().owner()).getConnection();
    inTheWay.add(connection);
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void convergesAfterwards(String feed) throws Exception {
    assertThat(executions(feed)).containsExactly("STOPPED");
    assertThat(loads.figures(feed)).isEmpty();
    out_of_the_way();
    assertThat(loads.run(feed)).containsExactly(feed + "/2020.csv PUBLISHED");
    assertThat(executions(feed)).containsExactly("STOPPED", "COMPLETED");
    assertThat(loads.figures(feed))
        .containsExactly("E01 | TARGET | 2020 | 100 | 2", "E01 | SERVED | 2020 | 90 | 2");
  }

  private static List<String> executions(String feed) {
    return loads.rows(
        "SELECT e.STATUS FROM BATCH_JOB_INSTANCE JOIN BATCH_JOB_EXECUTION e USING (JOB_INSTANCE_ID) WHERE JOB_NAME = 'load-%s' ORDER BY JOB_EXECUTION_ID"
            .formatted(feed));
  }

  @Test
  void a_publish_that_ends_in_time_is_published_and_its_execution_completed() throws Exception {
    assertThat(loadedWith("intime", BEGUN, driver -> stop(LONG)))
        .containsExactly("intime/2020.csv PUBLISHED");
    assertThat(executions("intime")).containsExactly("COMPLETED");
    assertThat(loads.run("intime")).isEmpty();
  }

  @Test
  void a_publish_that_takes_too_long_is_broken_off() throws Exception {
    Act act =
        driver -> {
          standing("SELECT * FROM delivery FOR UPDATE");
          stopOnce(
              "SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'");
        };
    assertThat(loadedWith("long", JUDGED, act))
        .containsExactly(
            "long/2020.csv STOPPED; step publish: the database broke the statement off, as somebody asked it to; run again (the database says: Query execution was interrupted (error 1317))");
    convergesAfterwards("long");
  }

  @Test
  void who_waits_for_its_turn_to_publish_waits_no_longer() throws Exception {
    String lock = "avance/%s/publish/".formatted(warehouse.endpoint().warehouse());
    Act act =
        driver -> {
          standing("SELECT GET_LOCK('%s', 0)".formatted(lock));
          stopOnce("SELECT COUNT(*) FROM information_schema.processlist WHERE state = 'User lock'");
        };
    assertThat(loadedWith("queued", JUDGED, act))
        .containsExactly(
            "queued/2020.csv STOPPED; step publish: the turn to publish did not come: the wait was broken off");
    convergesAfterwards("queued");
  }

  /** As soon as the load waits for what stands in its way. */
  private void stopOnce(String waits) {
    stopper =
        new Thread(
            () -> {
              // The server looks anew at who waits once nobody has asked for a tenth of a second.
              while (warehouse.admin().sql(waits).query(Long.class).single() == 0) {
                LockSupport.parkNanos(150_000_000);
              }
              loading.get().stop(SHORT);
            });
    stopper.setDaemon(true);
    stopper.start();
  }
}
