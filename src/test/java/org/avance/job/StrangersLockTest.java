package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.avance.load.TestWarehouse;
import org.avance.model.Symptom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * MariaDB lets every account take every named lock. The reading account takes Avance's: no figure
 * is lost or wrong, nobody waits in silence, and all goes on when it lets go.
 */
final class StrangersLockTest {
  private static final String HOLDER =
      "connection \\d+ of another database account, which is no process of Avance; `./avance doctor` says whose it is and how to end it";

  private static TestWarehouse warehouse;

  @TempDir private Path folder;
  private TestLoads loads;

  @BeforeAll
  static void warehouse() throws Exception {
    warehouse = TestWarehouse.migrated("strangers_lock");
  }

  @BeforeEach
  void loads() {
    loads = new TestLoads(folder, warehouse);
  }

  @AfterEach
  void close() {
    loads.close();
  }

  private void file(String feed) {
    loads
        .feed(feed, TestLoads.COVERAGE)
        .file(feed + "/2019.csv", TestLoads.COVERAGE_HEADER, feed + ",Uno,Personas,100,90");
  }

  private static Connection holding(String lock) throws SQLException {
    Connection bi = warehouse.as(warehouse.endpoint().bi()).getConnection();
    try (Statement statement = bi.createStatement()) {
      statement.execute("SELECT GET_LOCK('avance/strangers_lock/%s', 0)".formatted(lock));
    }
    return bi;
  }

  @ParameterizedTest
  @ValueSource(strings = {"feed", "life"})
  void a_feeds_lock_makes_that_feed_wait_and_no_other(String lock) throws Exception {
    String held = "held-" + lock;
    String free = "free-" + lock;
    file(held);
    file(free);
    LoadSettings hasty = loads.settings(Duration.ofSeconds(1));
    try (Connection bi = holding(lock + "/" + held);
        Loader loader = Loader.open(hasty, Progress.NONE)) {
      List<String> outcomes = TestLoads.shown(loader.run(Set.of(free, held)));
      assertThat(outcomes).hasSize(2);
      assertThat(outcomes.get(0)).isEqualTo(free + "/2019.csv PUBLISHED");
      assertThat(outcomes.get(1)).matches(" BUSY; the feed's lock is held by " + HOLDER);
      assertThat(symptoms(bi))
          .containsExactly(
              "ACT connection N (avance_bi) holds the feed %s and is no process of Avance -> KILL N"
                  .formatted(held));
    }
    assertThat(loads.run(held)).containsExactly(held + "/2019.csv PUBLISHED");
    assertThat(loads.figures(held)).hasSize(2);
  }

  @Test
  void the_lock_for_publishing_fails_the_load_with_its_holder_and_it_goes_on_later()
      throws Exception {
    file("publishing");
    try (Connection bi = holding("publish/")) {
      List<String> outcomes = loads.run();
      assertThat(outcomes).hasSize(1);
      assertThat(outcomes.get(0))
          .matches(
              "publishing/2019.csv FAILED; step publish: the place to publish in this warehouse is held by "
                  + HOLDER
                  + ". Run again when it is free: the load goes on from here");
      assertThat(loads.figures("publishing")).isEmpty();
      assertThat(symptoms(bi))
          .containsExactly(
              "ACT connection N (avance_bi) holds the place to publish and is no process of Avance -> KILL N");
    }
    assertThat(loads.run()).containsExactly("publishing/2019.csv PUBLISHED");
    assertThat(
            loads.rows(
                """
                SELECT STEP_NAME, COUNT(*) FROM BATCH_STEP_EXECUTION JOIN BATCH_JOB_EXECUTION USING (JOB_EXECUTION_ID)
                JOIN BATCH_JOB_INSTANCE USING (JOB_INSTANCE_ID) WHERE JOB_NAME = 'load-publishing' GROUP BY STEP_NAME ORDER BY 1
                """))
        .as("only what failed is done again")
        .containsExactly("classify | 1", "judge | 1", "publish | 2", "receive | 1", "stage | 1");
  }

  private List<String> symptoms(Connection bi) throws SQLException {
    long number;
    try (Statement statement = bi.createStatement();
        var row = statement.executeQuery("SELECT CONNECTION_ID()")) {
      row.next();
      number = row.getLong(1);
    }
    Checkup.Overseer overseer =
        new Checkup.Overseer() {
          @Override
          public Optional<String> connection(long asked) {
            return asked == number ? Optional.of("avance_bi") : Optional.empty();
          }

          @Override
          public String ending(long asked) {
            return "KILL " + asked;
          }
        };
    return Checkup.of(loads.settings(Duration.ZERO), overseer, false).stream()
        .filter(symptom -> symptom.subject().equals("locks"))
        .map(StrangersLockTest::line)
        .map(line -> line.replace(String.valueOf(number), "N"))
        .toList();
  }

  private static String line(Symptom symptom) {
    return symptom.weight() + " " + symptom.found() + " -> " + symptom.remedy();
  }
}
