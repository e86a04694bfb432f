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
 * Loads cut off at each seam, before and after each commit of theirs, as the server sees it when a
 * process is killed there: one feed for each, all of the same records. One run then finishes them
 * all, and each must hold what a feed holds that was loaded in one go. {@link KillTest} kills
 * processes, at moments nobody chose.
 */
class SeamTest {
  private static final int RECORDS = 10_500;
  static final long RANDOM = 20_201_113;
  static final String WHOLE = "whole";

  /** Published, and its job at its end: only its staging tables are still there. */
  private static final String ENDED = "s17";

  static final String DESCRIPTOR =
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
  static void cut_off_and_recover() throws Exception {
    loads = new TestLoads(folder, TestWarehouse.migrated("seams"));
    List<String> feeds = new ArrayList<>(List.of(WHOLE));
    feeds.addAll(SEAMS.keySet());
    String[] lines = lines(RECORDS);
    for (String feed : feeds) {
      loads.feed(feed, DESCRIPTOR).file(feed + "/2020.csv", lines);
    }
    cutOff();
    recovered = loads.run();
  }

  /** Some at a time: each waits for a while for a database that it doesn't get back. */
  private static void cutOff() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<List<String>>> loading = new ArrayList<>();
      SEAMS.forEach((feed, seam) -> loading.add(() -> loads.cutOff(feed, seam)));
      for (Future<List<String>> one : threads.invokeAll(loading)) {
        assertThat(one.get()).noneMatch(said -> said.endsWith(" PUBLISHED"));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @AfterAll
  static void close() {
    loads.close();
  }

  /** Two years of each part, some of them said twice over, with other figures and with the same. */
  static String[] lines(int records) {
    Random random = new Random(RANDOM);
    List<String> lines = new ArrayList<>();
    int programmes = Math.max(400, records / 40);
    for (int i = 0; lines.size() < records - 20; i++) {
      int programme = i % programmes;
      String who =
          "E%03d,Programa %d,Parte %d,Quien %d,Personas,%02d"
              .formatted(programme, programme, programme % 3, programme % 50, 1 + i / programmes);
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

  @Test
  void the_next_run_publishes_each_and_leaves_no_tables_behind() {
    List<String> expected = new ArrayList<>();
    for (String feed : feedsOfTheRun()) {
      if (!feed.equals(ENDED)) {
        expected.add(feed + "/2020.csv PUBLISHED");
      }
    }
    assertThat(recovered).containsExactlyElementsOf(expected);
    assertThat(loads.stagingTables()).isEmpty();
    assertThat(loads.run()).isEmpty();
  }

  /** The run loads the whole one, too. */
  private static List<String> feedsOfTheRun() {
    List<String> feeds = new ArrayList<>(SEAMS.keySet());
    feeds.add(WHOLE);
    return feeds;
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

  private static void holdsWhatOneGoHolds(String feed) {
    for (String question : QUESTIONS) {
      List<String> whole = IN_ONE_GO.computeIfAbsent(question, each -> rows(each, WHOLE));
      assertThat(rows(question, feed)).isEqualTo(whole).isNotEmpty();
    }
  }

  static final List<String> QUESTIONS =
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
