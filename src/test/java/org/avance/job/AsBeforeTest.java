package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.avance.job.SeamDriver.Seam;
import org.avance.job.SeamDriver.When;
import org.avance.load.TestWarehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Deliveries that mostly say what the one before said. Of one feed they are compared with it while
 * they are staged; of the other, which gets the same files, never. Both must come to the same.
 */
class AsBeforeTest {
  private static final String HEADER = "Programa,Id,Nombre,Entidad,Unidad,Ciclo,Valor,Nota";
  private static final int INDICATORS = 120;
  private static final int FIRST_YEAR = 2012;
  private static final int YEARS = 9;

  private static final String DESCRIPTOR =
      """
      title: T
      agency: A
      files: '%1$s/*.csv'
      kind: indicator
      scope: feed
      record:
        agency: {constant: "99"}
        programme: Programa
        indicator: Id
        indicatorName: Nombre
        level: {constant: Fin}
        unit: Unidad
        direction: {constant: ascending}
        year: Ciclo
        geography: Entidad
        note: Nota
      facts:
        - value: Valor
      tolerances: {quarantined: 50, ended: 2000}
      """;

  private static TestWarehouse warehouse;

  @TempDir private Path folder;
  private TestLoads loads;
  private int deliveries;

  @BeforeAll
  static void warehouse() throws Exception {
    warehouse = TestWarehouse.migrated("as_before");
  }

  @BeforeEach
  void loads() {
    loads = new TestLoads(folder, warehouse);
  }

  @AfterEach
  void close() {
    loads.close();
  }

  /** A record: what it is of, then its year, figure and note. */
  private record Line(String of, int year, String figure, String note) {
    private Line saying(String other) {
      return new Line(of, year, other, note);
    }

    private String text() {
      return "%s,%d,%s,%s".formatted(of, year, figure, note);
    }
  }

  private static List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < INDICATORS; i++) {
      for (int y = 0; y < YEARS; y++) {
        String of = "P%d,i%d,Indicador %2$d,MX,Persona".formatted(i / 10, i);
        lines.add(new Line(of, FIRST_YEAR + y, Integer.toString(10 + (7 * i + 3 * y) % 50), ""));
      }
    }
    return lines;
  }

  private void feeds(String name, String sameKey) {
    for (String feed : List.of(name, name + "-plain")) {
      loads.feed(feed, DESCRIPTOR, "sameKey: " + sameKey);
    }
  }

  /** The next delivery of both feeds. */
  private void deliver(String name, List<Line> lines) {
    file(name, lines);
    loads.run(name);
    warehouse
        .owner()
        .sql(
            "DELETE FROM whole_delivery WHERE feed_id = (SELECT feed_id FROM dim_feed WHERE feed = :feed)")
        .param("feed", name + "-plain")
        .update();
    loads.run(name + "-plain");
  }

  private void file(String name, List<Line> lines) {
    deliveries++;
    String[] texts =
        Stream.concat(Stream.of(HEADER), lines.stream().map(Line::text)).toArray(String[]::new);
    for (String feed : List.of(name, name + "-plain")) {
      loads.file("%s/%d.csv".formatted(feed, deliveries), texts);
    }
  }

  /** All that can be told of a feed; of deliveries by their names. */
  private List<String> told(String feed) {
    List<String> told = new ArrayList<>();
    for (String question : QUESTIONS) {
      told.addAll(
          loads.rows(
              question
                  .replace(":feed", "(SELECT feed_id FROM dim_feed WHERE feed = '" + feed + "')")
                  .replace(":name", "REPLACE(d.file_name, '" + feed + "/', '')")));
    }
    return told;
  }

  private static final List<String> QUESTIONS =
      List.of(
          """
          SELECT i.code, f.year_key, f.ordinal, f.figure, f.note, f.is_ambiguous, f.record_count, :name, f.line_first,
                 f.row_end > NOW(6) AS stands
          FROM fct_indicator_value FOR SYSTEM_TIME ALL AS f JOIN dim_indicator i USING (indicator_id)
          JOIN delivery d ON d.delivery_id = f.delivery_id WHERE f.feed_id = :feed ORDER BY 1, 2, 3, 4, 5, 8, 9, 10""",
          """
          SELECT i.code, f.year_key, f.ordinal, f.segment, f.progress_percent, f.progress_key, f.trend_key, f.slope, f.interim_key,
                 :name, f.row_end > NOW(6) AS stands
          FROM fct_indicator_judgement FOR SYSTEM_TIME ALL AS f JOIN dim_indicator i USING (indicator_id)
          JOIN delivery d ON d.delivery_id = f.delivery_id WHERE f.feed_id = :feed ORDER BY 1, 2, 3, 4, 8, 10, 11""",
          """
          SELECT i.code, n.year_key, n.last_year, n.name, :name, n.line, n.row_end > NOW(6) AS stands
          FROM dim_indicator_name FOR SYSTEM_TIME ALL AS n JOIN dim_indicator i USING (indicator_id)
          JOIN delivery d ON d.delivery_id = n.delivery_id WHERE n.feed_id = :feed ORDER BY 1, 2, 4, 5, 7""",
          """
          SELECT p.programme_code, f.year_key, f.n_total, f.n_several, :name, f.row_end > NOW(6) AS stands
          FROM fct_programme_performance FOR SYSTEM_TIME ALL AS f JOIN dim_programme p USING (programme_id)
          JOIN delivery d ON d.delivery_id = f.delivery_id WHERE f.feed_id = :feed ORDER BY 1, 2, 5, 6""",
          """
          SELECT p.programme_code, f.year_key, f.name, :name, f.line, f.row_end > NOW(6) AS stands
          FROM dim_programme_name FOR SYSTEM_TIME ALL AS f JOIN dim_programme p USING (programme_id)
          JOIN delivery d ON d.delivery_id = f.delivery_id WHERE f.feed_id = :feed ORDER BY 1, 2, 4, 6""",
          """
          SELECT :name, d.status, d.records_read, d.records_staged, d.records_quarantined, d.records_merged, d.facts_staged, d.facts_new,
                 d.facts_changed, d.facts_kept, d.facts_unchanged, d.facts_ended, d.reasons
          FROM delivery d WHERE d.feed_id = :feed ORDER BY d.delivery_id""",
          """
          SELECT :name, c.column_name, c.cells_numeric, c.sum_read, c.sum_staged, c.sum_quarantined, c.sum_merged
          FROM delivery d JOIN delivery_column c USING (delivery_id) WHERE d.feed_id = :feed ORDER BY d.delivery_id, 2""",
          """
          SELECT :name, i.record_no, i.code, i.line, i.message
          FROM delivery d JOIN issue i USING (delivery_id) WHERE d.feed_id = :feed ORDER BY d.delivery_id, 2, 3, 5""");

  private void mustAgree(String name) {
    assertThat(told(name)).isEqualTo(told(name + "-plain"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void whatever_changes_comes_to_the_same(int seed) {
    Random random = new Random(seed);
    String name = "seed" + seed;
    feeds(name, seed % 2 == 0 ? "number" : "quarantine");
    List<Line> lines = lines();
    deliver(name, lines);
    for (int delivery = 0; delivery < 3; delivery++) {
      lines = changed(lines, random);
      deliver(name, lines);
      mustAgree(name);
    }
  }

  private static List<Line> changed(List<Line> lines, Random random) {
    List<Line> changed = new ArrayList<>(lines);
    int changes = random.nextInt(12);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(changed.size());
      Line line = changed.get(at);
      switch (random.nextInt(10)) {
        case 0 -> changed.set(at, line.saying(Integer.toString(random.nextInt(90))));
        case 1 -> changed.set(at, line.saying("n.a?"));
        case 2 -> changed.remove(at);
        case 3 -> changed.add(line);
        case 4 -> changed.add(line.saying(Integer.toString(random.nextInt(90))));
        case 5 -> changed.set(at, new Line(line.of(), line.year(), line.figure(), "nota"));
        case 6 -> changed.removeIf(each -> each.of().equals(line.of()));
        case 7 -> changed.replaceAll(each -> renamed(each, line.of(), FIRST_YEAR));
        case 8 -> changed.replaceAll(each -> renamed(each, line.of(), FIRST_YEAR + YEARS / 2));
        default -> changed.add(new Line(line.of().replace("i", "j"), 2015, "3", ""));
      }
    }
    if (random.nextInt(3) == 0) {
      Collections.rotate(changed, random.nextInt(changed.size()));
    }
    return changed;
  }

  private static Line renamed(Line line, String of, int from) {
    return line.of().equals(of) && line.year() >= from
        ? new Line(of.replace("Indicador", "Índice"), line.year(), line.figure(), line.note())
        : line;
  }

  /** Figures of 2012, which are 17 and 24, by hand. */
  private void set(String feed, int first, int second) {
    for (String each : List.of(feed, feed + "-plain")) {
      warehouse
          .owner()
          .sql(
              """
              UPDATE fct_indicator_value f JOIN dim_indicator i USING (indicator_id) JOIN dim_feed g ON g.feed_id = f.feed_id
              SET f.figure = IF(i.code = 'i1', :first, :second)
              WHERE g.feed = :feed AND f.year_key = 2012 AND i.code IN ('i1', 'i2')
              """)
          .param("first", first)
          .param("second", second)
          .param("feed", each)
          .update();
    }
  }

  private List<String> figures(String feed) {
    return loads.rows(
        """
        SELECT i.code, f.figure FROM fct_indicator_value f JOIN dim_indicator i USING (indicator_id)
        WHERE f.feed_id = (SELECT feed_id FROM dim_feed WHERE feed = '%s') AND f.year_key = 2012 AND i.code IN ('i1', 'i2') ORDER BY 1
        """
            .formatted(feed));
  }

  private List<String> counts(String feed) {
    return loads.rows(
        """
        SELECT facts_new, facts_changed, facts_unchanged FROM delivery
        WHERE feed_id = (SELECT feed_id FROM dim_feed WHERE feed = '%s') ORDER BY delivery_id
        """
            .formatted(feed));
  }

  private static List<Line> withOneMore() {
    List<Line> more = new ArrayList<>(lines());
    more.add(new Line("P1,k,Otro,MX,Persona", 2020, "4", ""));
    return more;
  }

  /** Nobody changes figures so; but it shows which of them were looked at. */
  @Test
  void a_series_as_before_is_not_held_against_what_is_published() {
    feeds("word", "number");
    deliver("word", lines());
    set("word", 24, 17);
    deliver("word", withOneMore());
    assertThat(figures("word")).containsExactly("i1 | 24", "i2 | 17");
    assertThat(counts("word")).containsExactly("1080 | 0 | 0", "1 | 0 | 1080");
    assertThat(figures("word-plain")).containsExactly("i1 | 17", "i2 | 24");
    assertThat(counts("word-plain")).containsExactly("1080 | 0 | 0", "1 | 2 | 1078");
  }

  @Test
  void where_the_published_figures_add_up_to_something_else_all_are_looked_at() {
    feeds("sum", "number");
    deliver("sum", lines());
    set("sum", 24, 18);
    deliver("sum", withOneMore());
    assertThat(figures("sum")).containsExactly("i1 | 17", "i2 | 24");
    assertThat(counts("sum")).containsExactly("1080 | 0 | 0", "1 | 2 | 1078");
  }

  @Test
  void what_was_taken_back_is_not_compared_with() throws Exception {
    feeds("back", "number");
    deliver("back", lines());
    List<Line> restated = new ArrayList<>(lines());
    restated.set(0, restated.get(0).saying("99"));
    deliver("back", restated);
    retractLast("back");
    retractLast("back-plain");
    restated.add(new Line("P1,k,Otro,MX,Persona", 2020, "4", ""));
    deliver("back", restated);
    assertThat(counts("back")).containsExactly("1080 | 0 | 0", "0 | 1 | 1079", "1 | 1 | 1079");
    mustAgree("back");
  }

  /** The digest of its series stood for a figure that nobody had published. */
  @Test
  void a_record_that_was_set_aside_is_published_once_nothing_contradicts_it() {
    feeds("aside", "quarantine");
    List<Line> lines = lines();
    lines.set(500, lines.get(500).saying("n.a?"));
    List<Line> contradicted = new ArrayList<>(lines);
    Line other = lines.get(13);
    contradicted.add(new Line(other.of().replace("Indicador", "Índice"), other.year(), "99", ""));
    deliver("aside", contradicted);
    deliver("aside", lines);
    assertThat(counts("aside")).containsExactly("1078 | 0 | 0", "1 | 0 | 1078");
    mustAgree("aside");
  }

  private void retractLast(String feed) throws Exception {
    try (Retractor retractor = Retractor.open(loads.settings(TestLoads.PATIENCE), Progress.NONE)) {
      long last =
          warehouse
              .owner()
              .sql(
                  "SELECT MAX(delivery_id) FROM delivery JOIN dim_feed USING (feed_id) WHERE feed = :feed")
              .param("feed", feed)
              .query(Long.class)
              .single();
      assertThat(retractor.retract(retractor.find(last).orElseThrow(), "a mistake").reason())
          .isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "_indicator_judgement CHARACTER SET, 1, AFTER_COMMIT",
    "_indicator_name_run (identity_hash, 1, AFTER_COMMIT",
    "'SELECT STRAIGHT_JOIN t.statement_no, i.indicator_id', 1, AFTER_COMMIT",
    "INSERT INTO delivery_publication, 1, AFTER_COMMIT"
  })
  void cut_off_and_gone_on_with_it_comes_to_the_same(String text, int time, When when) {
    String name = "cut" + Math.abs(text.hashCode() % 1000);
    feeds(name, "quarantine");
    deliver(name, lines());
    List<Line> restated = changed(lines(), new Random(5));
    file(name, restated);
    loads.cutOff(name, new Seam(text, time, when));
    loads.run(name);
    loads.run(name + "-plain");
    mustAgree(name);
  }

  /** What was staged before it died knows nothing of the keys that come after. */
  @Test
  void cut_off_between_two_chunks() {
    feeds("chunks", "quarantine");
    List<Line> many = new ArrayList<>();
    for (int i = 0; i < 1_250; i++) {
      for (int y = 0; y < YEARS; y++) {
        String of = "P%d,i%d,Indicador %2$d,MX,Persona".formatted(i / 100, i);
        many.add(new Line(of, FIRST_YEAR + y, Integer.toString(i), ""));
      }
    }
    deliver("chunks", many);
    many.set(5, many.get(5).saying("7000"));
    many.add(many.get(20));
    many.add(many.get(40).saying("7000"));
    file("chunks", many);
    loads.cutOff("chunks", new Seam("SET records_read = records_read +", 1, When.AFTER_COMMIT));
    loads.run("chunks");
    loads.run("chunks-plain");
    mustAgree("chunks");
  }
}
