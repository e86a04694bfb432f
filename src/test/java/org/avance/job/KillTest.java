package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.avance.load.TestWarehouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes killed (SIGKILL) while they load a large file, at moments nobody chose. Each next one
 * goes on with what the one before left, until it is loaded; then comes the next file. What was
 * loaded so must be what is loaded in one go. src/test/kills.sh does it 200 times.
 */
class KillTest {
  private static final int KILLS = Integer.getInteger("avance.kills", 30);
  private static final int RECORDS = Integer.getInteger("avance.records", 100_000);

  /** Feeds that may be begun; most loads bear several kills. */
  private static final int FEEDS = KILLS / 2 + 2;

  private static final int KILLS_A_LOAD = 10;

  private static final long SEED = Long.getLong("avance.seed", SeamTest.RANDOM);

  @TempDir private static Path folder;
  private static TestLoads loads;
  private static LoadSettings settings;
  private static String[] lines;
  private static int wholeMillis;
  private static final List<String> begun = new ArrayList<>();
  private static int kills;

  @BeforeAll
  static void kill_again_and_again() throws Exception {
    loads = new TestLoads(folder, TestWarehouse.migrated("kills"));
    settings = loads.settings(TestLoads.PATIENCE);
    lines = SeamTest.lines(RECORDS);
    loads.feed(SeamTest.WHOLE, SeamTest.DESCRIPTOR);
    for (int i = 0; i < FEEDS; i++) {
      loads.feed(feed(i), SeamTest.DESCRIPTOR);
    }
    deliver(SeamTest.WHOLE);
    long before = System.nanoTime();
    assertThat(LoadingProcess.toTheEnd(settings, SeamTest.WHOLE))
        .containsExactly(SeamTest.WHOLE + "/2020.csv PUBLISHED");
    wholeMillis = (int) ((System.nanoTime() - before) / 1_000_000);
    kill();
    loads.run();
  }

  private static String feed(int number) {
    return "k" + number;
  }

  private static void deliver(String feed) {
    loads.file(feed + "/2020.csv", lines);
  }

  /**
   * How long a load takes is this machine's affair: the kills lie within a third of what one took
   * here in a JVM that began with it, most of them early, so that some tens take no minutes. After
   * ten, or one that came too late, the next load is begun; what is left of them is finished last.
   */
  private static void kill() throws Exception {
    Random random = new Random(SEED);
    LoadingProcess child = LoadingProcess.started(settings);
    boolean isNext = true;
    int ofThis = 0;
    while (kills < KILLS && begun.size() < FEEDS) {
      if (isNext) {
        ofThis = 0;
        begun.add(feed(begun.size()));
        deliver(begun.get(begun.size() - 1));
      }
      child.ready().go(begun.get(begun.size() - 1));
      // Starts while the other one loads.
      LoadingProcess next = LoadingProcess.started(settings);
      double part = random.nextDouble();
      Thread.sleep((long) (part * part * wholeMillis / 3));
      child.kill();
      boolean isLoaded = child.wasDone();
      kills += isLoaded ? 0 : 1;
      ofThis++;
      isNext = isLoaded || ofThis == KILLS_A_LOAD;
      child = next;
    }
    child.kill();
  }

  @AfterAll
  static void close() {
    loads.close();
  }

  @Test
  void what_was_killed_holds_what_one_go_holds() {
    assertThat(kills).isEqualTo(KILLS);
    for (String question : SeamTest.QUESTIONS) {
      String whole = digest(question, SeamTest.WHOLE);
      for (String feed : begun) {
        assertThat(digest(question, feed)).as("%s of %s", question, feed).isEqualTo(whole);
      }
    }
    assertThat(loads.stagingTables()).isEmpty();
    assertThat(loads.run()).isEmpty();
  }

  /** Each load ended well, once, and what was killed before is known as failed. */
  @Test
  void every_execution_has_ended() {
    String executions =
        "SELECT STATUS, COUNT(*) FROM BATCH_JOB_EXECUTION GROUP BY STATUS ORDER BY STATUS";
    List<String> counted = loads.rows(executions);
    System.out.printf(
        "%d kills over %d loads of %d records; executions: %s; killed in: %s%n",
        kills, begun.size(), RECORDS, String.join(", ", counted), killedIn());
    assertThat(counted.get(0)).isEqualTo("COMPLETED | " + (begun.size() + 1));
    assertThat(counted.stream().skip(1)).allMatch(line -> line.startsWith("FAILED | "));
  }

  private static String killedIn() {
    return loads
        .rows(
            """
            SELECT s.STEP_NAME, COUNT(*) FROM BATCH_STEP_EXECUTION s JOIN BATCH_JOB_EXECUTION e USING (JOB_EXECUTION_ID)
            WHERE e.STATUS = 'FAILED' AND s.STATUS = 'FAILED' GROUP BY 1 ORDER BY 1
            """)
        .stream()
        .map(line -> line.replace(" | ", " "))
        .collect(Collectors.joining(", "));
  }

  private static String digest(String question, String feed) {
    List<String> rows = loads.rows(question.formatted(feed));
    return "%d rows, %08x".formatted(rows.size(), rows.hashCode());
  }
}
