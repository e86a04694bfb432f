package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.avance.load.TestWarehouse;
import org.avance.model.Delivery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * While one feed publishes, which may take many minutes, deliveries of others are received, staged,
 * judged and sent back to be loaded again; only then do they wait, for their turn to publish.
 */
class TurnToPublishTest {
  private static TestWarehouse warehouse;

  @TempDir private Path folder;
  private TestLoads loads;

  @BeforeAll
  static void warehouse() throws Exception {
    warehouse = TestWarehouse.migrated("turn_to_publish");
  }

  @BeforeEach
  void loads() {
    loads = new TestLoads(folder, warehouse);
  }

  @AfterEach
  void close() {
    loads.close();
  }

  /** What publishes, and the last statement of its transaction. */
  enum Act {
    LOAD("INSERT INTO delivery_publication"),
    RETRACT("SET status = 'RETRACTED'"),
    RECLASSIFY("SET d.rulebook_digest");

    private final String last;

    Act(String last) {
      this.last = last;
    }

    String feed(String name) {
      return name + "-" + name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private void publishes(Act act, LoadSettings through) throws Exception {
    String feed = act.feed("long");
    switch (act) {
      case LOAD -> {
        try (Loader loader = Loader.open(through, Progress.NONE)) {
          assertThat(TestLoads.shown(loader.run(Set.of(feed))))
              .containsExactly(feed + "/2020-02.csv PUBLISHED");
        }
      }
      case RETRACT -> {
        try (Retractor retractor = Retractor.open(through, Progress.NONE)) {
          assertThat(retractor.retract(delivery(feed), "wrong").reason()).isEmpty();
        }
      }
      case RECLASSIFY -> {
        Path rules = Reclassifier.rulebooks(through.jobs()).values().iterator().next();
        try (Reclassifier reclassifier = Reclassifier.open(through, rules, Progress.NONE)) {
          Reclassifier.Scope scope =
              reclassifier.feeds().stream()
                  .filter(each -> each.feed().equals(feed))
                  .findFirst()
                  .orElseThrow();
          assertThat(reclassifier.reclassify(scope).reason()).isEmpty();
        }
      }
    }
  }

  private void file(String feed, String edition, String... rows) {
    loads.file(
        feed + "/" + edition + ".csv",
        Stream.concat(Stream.of(TestLoads.COVERAGE_HEADER), Stream.of(rows))
            .toArray(String[]::new));
  }

  private Delivery delivery(String feed) {
    return new org.avance.load.Deliveries(warehouse.as(warehouse.endpoint().etl()))
        .list(feed)
        .get(0);
  }

  @ParameterizedTest
  @EnumSource
  void a_long_publish_lets_other_feeds_come_to_their_turn(Act act) throws Exception {
    String busy = act.feed("long");
    String known = act.feed("known");
    String fresh = act.feed("fresh");
    for (String feed : List.of(busy, known, fresh)) {
      loads.feed(feed, TestLoads.COVERAGE);
    }
    file(busy, "2020-01", "E001,Uno,Personas,100,90", "E002,Dos,Personas,100,80");
    file(known, "2020-01", "E001,Uno,Personas,100,90");
    loads.run();
    file(fresh, "2020-01", "E003,Tres,Personas,100,90");
    if (act == Act.LOAD) {
      file(busy, "2020-02", "E001,Otro,Personas,100,91", "E004,Cuatro,Personas,100,80");
    }
    SeamDriver.Seam seam = new SeamDriver.Seam(act.last, 1, SeamDriver.When.BEFORE_COMMIT);
    Others others = new Others(known, fresh);
    try (SeamDriver driver = SeamDriver.lay(seam, at -> others.begin())) {
      publishes(act, loads.settings(driver::through));
      assertThat(driver.passed()).isTrue();
    }
    assertThat(others.end())
        .containsExactly(known + "/2020-01.csv PUBLISHED", fresh + "/2020-01.csv PUBLISHED");
    String turn = ": waits for its turn to publish: the feed %s publishes now".formatted(busy);
    assertThat(others.waits).containsExactlyInAnyOrder(known + turn, fresh + turn);
  }

  /** Another process, that loads one delivery again and another for the first time. */
  private final class Others {
    private final String known;
    private final String fresh;
    private final List<Future<List<String>>> work = new ArrayList<>();
    private final Set<String> waits = ConcurrentHashMap.newKeySet();

    Others(String known, String fresh) {
      this.known = known;
      this.fresh = fresh;
    }

    /** Returns once they wait for their turn, or have failed. */
    void begin() throws Exception {
      Selection again = Selection.of(List.of(Selection.Chosen.again(delivery(known))));
      for (Selection each : List.of(again, Selection.due(Set.of(fresh)))) {
        work.add(CompletableFuture.supplyAsync(() -> run(each)));
      }
      while (waits.size() + work.stream().filter(Future::isDone).count() < work.size()) {
        Thread.sleep(20);
      }
    }

    private List<String> run(Selection selection) {
      LoadSettings hasty = loads.settings(TurnToPublishTest::hasty);
      Progress said =
          (feed, words, step, records) -> {
            if (step.equals("wait")) {
              waits.add(feed + ": " + words);
            }
          };
      try (Loader loader = Loader.open(hasty, said)) {
        return TestLoads.shown(loader.load(selection));
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }

    List<String> end() throws Exception {
      List<String> all = new ArrayList<>();
      for (Future<List<String>> each : work) {
        all.addAll(each.get());
      }
      return all;
    }
  }

  /** Does not bear to wait for a row. */
  private static Database hasty(Database it) {
    return new Database(
        it.jdbcUrl() + "?sessionVariables=innodb_lock_wait_timeout=1",
        it.warehouse(),
        it.staging(),
        it.owner(),
        it.etl(),
        it.readers());
  }
}
