package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.avance.job.SeamDriver.Seam;
import org.avance.job.SeamDriver.When;
import org.avance.load.TestWarehouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes killed at each seam of a load, and at moments nobody chose: one feed for each, all of
 * the same records. One run then finishes them all, and each must hold what a feed holds that was
 * loaded in one go.
 */
class SeamTest {
  private static final int RECORDS = 10_500;
  private static final long RANDOM = 20_201_113;
  private static final String WHOLE = "whole";

  /** Published, and its job at its end: only its staging tables are still there. */
  private static final String ENDED = "s17";

  private static final String KILLED_AT_RANDOM = "random";

  private static final String DESCRIPTOR =
      """
      title: T
      agency: A
      files: '%1$s/*.csv'
      kind: coverage
      edition: {fileName: '(?<edition>\\d{4})\\.csv'}
      record:
        agency: {constant: "%1$s"}
        agencyName: {constant: An agency}
        programme: Clave
        programmeName: Programa
        component: Parte
        definition: Definición
        unit: Unidad
        geography: Estado
        year: Año
      facts:
        - {population: {constant: target}, value: Meta}
      sameKey: quarantine
      tolerances: {quarantined: 50}
      """;

  private static final Map<String, Seam> SEAMS = seams();

  /** What the feed that was loaded in one go answers, by question. */
  private static final Map<String, List<String>> IN_ONE_GO = new LinkedHashMap<>();

  @TempDir private static Path folder;
  private static TestLoads loads;
  private static List<String> killed;
  private static List<Integer> killedAtRandom;
  private static List<String> recovered;

  private static Map<String, Seam> seams() {
    Map<String, Seam> seams = new LinkedHashMap<>();
    String registered = "INSERT INTO delivery";
    seams.put("s01", new Seam(registered, 1, When.BEFORE_COMMIT));
    seams.put("s02", new Seam(registered, 1, When.AFTER_COMMIT));
    seams.put("s03", new Seam("CREATE TABLE", 2, When.BEFORE_STATEMENT));
    String counted = "SET records_read = records_read +";
    seams.put("s04", new Seam(counted, 1, When.BEFORE_COMMIT));
    seams.put("s05", new Seam(counted, 1, When.AFTER_COMMIT));
    seams.put("s06", new Seam(counted, 2, When.BEFORE_COMMIT));
    // The second chunk is the last.
    seams.put("s07", new Seam(counted, 2, When.AFTER_COMMIT));
    // Settling sets records aside: facts go, counts move.
    String settled = "SET records_staged = records_staged -";
    seams.put("s08", new Seam(settled, 1, When.BEFORE_COMMIT));
    seams.put("s09", new Seam(settled, 1, When.AFTER_COMMIT));
    // The first is marked staged, the second judged.
    String marked = "UPDATE delivery SET status";
    seams.put("s10", new Seam(marked, 1, When.AFTER_COMMIT));
    String judged = "_coverage_judgement CHARACTER SET";
    seams.put("s11", new Seam(judged, 1, When.AFTER_COMMIT));
    seams.put("s12", new Seam(marked, 2, When.BEFORE_COMMIT));
    seams.put("s13", new Seam(marked, 2, When.AFTER_COMMIT));
    seams.put("s14", new Seam("INSERT INTO fct_coverage (", 1, When.BEFORE_COMMIT));
    String published = "SET status = 'PUBLISHED'";
    seams.put("s15", new Seam(published, 1, When.BEFORE_COMMIT));
    seams.put("s16", new Seam(published, 1, When.AFTER_COMMIT));
    // Marked as started, then as ended.
    seams.put(ENDED, new Seam("CREATE_TIME = ?, LAST_UPDATED = ?", 2, When.AFTER_COMMIT));
    return seams;
  }

  @BeforeAll
  static void kill_and_recover() throws Exception {
    TestWarehouse warehouse = TestWarehouse.migrated("seams");
    loads = new TestLoads(folder, warehouse);
    List<String> feeds = new ArrayList<>(List.of(WHOLE));
    feeds.add(KILLED_AT_RANDOM);
    feeds.addAll(SEAMS.keySet());
    String[] lines = lines();
    for (String feed : feeds) {
      loads.feed(feed, DESCRIPTOR).file(feed + "/2020.csv", lines);
    }
    killed = inPairs(new ArrayList<>(SEAMS.keySet()));
    killedAtRandom = killAtRandom();
    recovered = loads.run();
  }

  @AfterAll
  static void close() {
    loads.close();
  }

  /** Two years of each part, some of them said twice over, with other figures and with the same. */
  private static String[] lines() {
    Random random = new Random(RANDOM);
    List<String> lines = new ArrayList<>();
    for (int i = 0; lines.size() < RECORDS - 20; i++) {
      int programme = i % 400;
      String who =
          "E%03d,Programa %d,Parte %d,Quien %d,Personas,%02d"
              .formatted(programme, programme, programme % 3, programme % 50, 1 + i / 400);
      lines.add(who + ",2019," + random.nextInt(1_000_000));
      lines.add(who + ",2020," + (random.nextInt(10) == 0 ? "ND" : random.nextInt(1_000_000)));
    }
    for (int i = 0; i < 10; i++) {
      lines.add(lines.get(2 * i * 500));
      lines.add(lines.get(2 * i * 500 + 40).replaceFirst(",\\d+$", "," + i));
    }
    Collections.shuffle(lines, random);
    lines.add(0, "Clave,Programa,Parte,Definición,Unidad,Estado,Año,Meta");
    return lines.toArray(String[]::new);
  }

  /** Exit code of each process. */
  private static List<String> inPairs(List<String> feeds) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Callable<String>> children = new ArrayList<>();
      feeds.forEach(feed -> children.add(() -> feed + " " + exitCode(feed)));
      List<String> codes = new ArrayList<>();
      for (Future<String> child : threads.invokeAll(children)) {
        codes.add(child.get());
      }
      return codes;
    } finally {
      threads.shutdownNow();
    }
  }

  private static int exitCode(String feed) throws Exception {
    LoadSettings settings = loads.settings(TestLoads.NO_PATIENCE);
    try (LoadingProcess child = LoadingProcess.ready(settings, feed, SEAMS.get(feed).toString())) {
      child.go();
      child.outcomes();
      return child.exitCode();
    }
  }

  /**
   * Kills one load again and again, each time somewhere in what is left of it; the exit codes. How
   * long a load takes is this machine's affair: the kills lie within what one took here, and one
   * that comes too late ends the series.
   */
  private static List<Integer> killAtRandom() throws Exception {
    int wholeMillis = millisOfOneGo();
    Random random = new Random(RANDOM);
    List<Integer> codes = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      LoadSettings settings = loads.settings(TestLoads.PATIENCE);
      try (LoadingProcess child = LoadingProcess.ready(settings, KILLED_AT_RANDOM, "")) {
        child.go();
        if (!child.says("at " + KILLED_AT_RANDOM)) {
          return codes;
        }
        Thread.sleep(random.nextInt(wholeMillis / 3));
        child.kill();
        codes.add(child.exitCode());
      }
    }
    return codes;
  }

  private static int millisOfOneGo() throws Exception {
    LoadSettings settings = loads.settings(TestLoads.PATIENCE);
    try (LoadingProcess child = LoadingProcess.ready(settings, WHOLE, "")) {
      child.go();
      child.hear("at " + WHOLE);
      long began = System.nanoTime();
      child.outcomes();
      return (int) ((System.nanoTime() - began) / 1_000_000);
    }
  }

  @Test
  void every_process_died_at_its_seam() {
    assertThat(killed)
        .containsExactlyElementsOf(
            SEAMS.keySet().stream().map(feed -> feed + " " + SeamDriver.KILLED).toList());
    assertThat(killedAtRandom).isNotEmpty().containsOnly(SeamDriver.KILLED);
  }

  @Test
  void the_next_run_publishes_each_and_leaves_no_tables_behind() {
    List<String> expected = new ArrayList<>();
    for (String feed : SEAMS.keySet()) {
      if (!feed.equals(ENDED)) {
        expected.add(feed + "/2020.csv PUBLISHED");
      }
    }
    assertThat(recovered.stream().filter(line -> !line.startsWith(KILLED_AT_RANDOM)))
        .containsExactlyElementsOf(expected);
    assertThat(loads.stagingTables()).isEmpty();
    assertThat(loads.run()).isEmpty();
  }

  @TestFactory
  List<DynamicTest> each_holds_what_one_go_holds() {
    return SEAMS.entrySet().stream()
        .map(
            seam ->
                DynamicTest.dynamicTest(
                    seam.getKey() + " " + seam.getValue(),
                    () -> {
                      holdsWhatOneGoHolds(seam.getKey());
                      assertThat(executions(seam.getKey())).isEqualTo(expected(seam.getKey()));
                    }))
        .toList();
  }

  @Test
  void a_load_killed_at_random_moments_holds_what_one_go_holds() {
    holdsWhatOneGoHolds(KILLED_AT_RANDOM);
    List<String> executions = executions(KILLED_AT_RANDOM);
    int last = executions.size() - 1;
    assertThat(executions.get(last)).isEqualTo("COMPLETED");
    assertThat(executions.subList(0, last)).isNotEmpty().containsOnly("FAILED");
  }

  private static void holdsWhatOneGoHolds(String feed) {
    for (String question : QUESTIONS) {
      List<String> whole = IN_ONE_GO.computeIfAbsent(question, each -> rows(each, WHOLE));
      assertThat(rows(question, feed)).isEqualTo(whole).isNotEmpty();
    }
  }

  private static final List<String> QUESTIONS =
      List.of(
          """
          SELECT programme_code, programme_name, agency_name, component_name, component_ordinal, component_definition, year,
            geography_code, population_code, unit, figure, missing_code, segment, change_percent, is_jump, line, line_last, record_count,
            file_name LIKE CONCAT(feed, '/%%')
          FROM v_coverage_history WHERE feed = '%1$s' ORDER BY line
          """,
          // One version of each fact and name, all of one instant.
          """
          SELECT COUNT(*), COUNT(DISTINCT f.row_start), MIN(f.row_start) = MAX(published_at)
          FROM fct_coverage FOR SYSTEM_TIME ALL f JOIN delivery USING (delivery_id) JOIN dim_feed g ON g.feed_id = f.feed_id
          WHERE feed = '%1$s'
          """,
          "SELECT COUNT(*) FROM fct_coverage_judgement FOR SYSTEM_TIME ALL j JOIN dim_feed USING (feed_id) WHERE feed = '%1$s'",
          "SELECT COUNT(*) FROM dim_programme_name FOR SYSTEM_TIME ALL n JOIN dim_feed USING (feed_id) WHERE feed = '%1$s'",
          "SELECT COUNT(*) FROM dim_component_definition FOR SYSTEM_TIME ALL n JOIN dim_feed USING (feed_id) WHERE feed = '%1$s'",
          """
          SELECT COUNT(*) FROM dim_component FOR SYSTEM_TIME ALL c
          JOIN dim_programme p USING (programme_id) WHERE p.agency_code = '%1$s'
          """,
          """
          SELECT status, records_read, records_staged, records_quarantined, records_merged, facts_staged, facts_new,
            facts_changed, facts_unchanged, facts_ended, reasons, column_name, cells_numeric, sum_read, sum_staged,
            sum_quarantined, sum_merged, unaccounted
          FROM v_delivery JOIN v_delivery_columns USING (delivery_id) WHERE v_delivery.feed = '%1$s'
          """,
          "SELECT code, record_no, line, REPLACE(message, feed, '') FROM v_issues WHERE feed = '%1$s' ORDER BY record_no, code",
          "SELECT record_no, first_line, raw FROM quarantine JOIN v_delivery USING (delivery_id) WHERE feed = '%1$s' ORDER BY 1");

  private static List<String> rows(String question, String feed) {
    return loads.rows(question.formatted(feed));
  }

  private static List<String> executions(String feed) {
    return loads.rows(
        "SELECT e.STATUS FROM BATCH_JOB_INSTANCE JOIN BATCH_JOB_EXECUTION e USING (JOB_INSTANCE_ID) WHERE JOB_NAME = 'load-%s' ORDER BY JOB_EXECUTION_ID"
            .formatted(feed));
  }

  private static List<String> expected(String feed) {
    return feed.equals(ENDED) ? List.of("COMPLETED") : List.of("FAILED", "COMPLETED");
  }
}
