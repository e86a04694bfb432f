package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.avance.job.SeamDriver.Seam;
import org.avance.job.SeamDriver.When;
import org.avance.load.TestWarehouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A feed's first delivery, so large that judgements and counts are published on a second connection
 * (ADR 26): cut off before that one commits, between the two commits, and after both, it is
 * published as if in one go.
 */
class PublishBesideTest {
  private static final String WHOLE = "whole";

  private static final Map<String, Seam> SEAMS = seams();

  private static final String DESCRIPTOR =
      """
      title: T
      agency: A
      files: '%1$s/*.csv'
      kind: indicator
      record:
        year: Ciclo
        agency: {constant: "%1$s"}
        programme: Programa
        indicator: Id
        indicatorName: Nombre
        level: {constant: Fin}
        unit: Unidad
        direction: {constant: ascending}
        geography: Entidad
        baseline: LB
        baselineYear: {constant: "2018"}
        target: Meta
        targetYear: {constant: "2024"}
      facts:
        - value: Valor
      sameKey: number
      """;

  @TempDir private static Path folder;
  private static TestLoads loads;
  private static List<String> recovered;

  private static Map<String, Seam> seams() {
    Map<String, Seam> seams = new LinkedHashMap<>();
    String judgements = "INSERT INTO fct_indicator_judgement (";
    seams.put("b1", new Seam(judgements, 1, When.BEFORE_COMMIT));
    seams.put("b2", new Seam(judgements, 1, When.AFTER_COMMIT));
    seams.put("b3", new Seam("SET status = 'PUBLISHED'", 1, When.AFTER_COMMIT));
    return seams;
  }

  @BeforeAll
  static void cut_off_and_recover() throws Exception {
    loads = new TestLoads(folder, TestWarehouse.migrated("publish_beside"));
    String[] lines = lines();
    loads.feed(WHOLE, DESCRIPTOR).file(WHOLE + "/a.csv", lines);
    loads.run();
    for (String feed : SEAMS.keySet()) {
      loads.feed(feed, DESCRIPTOR).file(feed + "/a.csv", lines);
    }
    for (Map.Entry<String, Seam> seam : SEAMS.entrySet()) {
      loads.cutOff(seam.getKey(), seam.getValue());
      if (seam.getKey().equals("b2")) {
        assertThat(shown(LEFT_BEHIND, "b2")).isEqualTo(List.of("0 | 5301 | 60"));
      }
    }
    recovered = loads.run();
  }

  @AfterAll
  static void close() {
    loads.close();
  }

  /**
   * Six years of each indicator; one of them also of a state, one in two units, one said twice, one
   * without a year between, which makes two statements of it.
   */
  private static String[] lines() {
    List<String> lines = new ArrayList<>();
    lines.add("Ciclo,Programa,Id,Nombre,Unidad,Entidad,LB,Meta,Valor");
    for (int i = 0; i < 883; i++) {
      for (int year = 2019; year < 2025; year++) {
        if (i != 15 || year != 2021) {
          lines.add(line(year, i, "Porcentaje", "MX", i % 50 + year % 7));
        }
      }
    }
    lines.add(line(2019, 11, "Porcentaje", "09", 3));
    lines.add(line(2019, 12, "Visitas", "MX", 3));
    lines.add(line(2019, 13, "Porcentaje", "MX", 3));
    lines.add(line(2020, 13, "Porcentaje", "MX", 13 + 2020 % 7));
    lines.add(line(2019, 14, "Porcentaje", "MX", 77));
    return lines.toArray(String[]::new);
  }

  private static String line(int year, int i, String unit, String place, int value) {
    return "%d,P%d,i%d,Indicador %d,%s,%s,0,100,%d"
        .formatted(year, i % 10, i, i, unit, place, value);
  }

  /** Values, judgements and counts of a feed. */
  private static final String LEFT_BEHIND =
      """
      SELECT (SELECT COUNT(*) FROM fct_indicator_value f WHERE f.feed_id = g.feed_id),
             (SELECT COUNT(*) FROM fct_indicator_judgement f WHERE f.feed_id = g.feed_id),
             (SELECT COUNT(*) FROM fct_programme_performance f WHERE f.feed_id = g.feed_id)
      FROM dim_feed g WHERE feed = '%s'
      """;

  private static final List<String> QUESTIONS =
      List.of(
          """
          SELECT programme_code, indicator_code, year, geography_code, unit, ordinal, figure, trend_code, progress_code, line, line_last,
            record_count
          FROM v_indicator_history WHERE feed = '%s' ORDER BY line, ordinal
          """,
          "SELECT programme_code, year, n_total, n_several, n_exceeded, n_lagging, n_trend, n_green FROM v_programme_performance WHERE feed = '%s' ORDER BY 1, 2",
          // One version of each that any moment sees, all of one instant, which is the delivery's.
          """
          SELECT COUNT(*), MIN(v.row_start) = MAX(published_at), MAX(v.row_start) = MAX(published_at)
          FROM fct_indicator_value FOR SYSTEM_TIME ALL v JOIN delivery USING (delivery_id) JOIN dim_feed g ON g.feed_id = v.feed_id
          WHERE feed = '%s' AND v.row_start < v.row_end
          """,
          """
          SELECT COUNT(*), MIN(j.row_start) = MAX(published_at), MAX(j.row_start) = MAX(published_at)
          FROM fct_indicator_judgement FOR SYSTEM_TIME ALL j JOIN delivery USING (delivery_id) JOIN dim_feed g ON g.feed_id = j.feed_id
          WHERE feed = '%s' AND j.row_start < j.row_end
          """,
          """
          SELECT COUNT(*), MIN(p.row_start) = MAX(published_at), MAX(p.row_start) = MAX(published_at)
          FROM fct_programme_performance FOR SYSTEM_TIME ALL p JOIN delivery USING (delivery_id) JOIN dim_feed g ON g.feed_id = p.feed_id
          WHERE feed = '%s' AND p.row_start < p.row_end
          """,
          "SELECT COUNT(*) FROM dim_indicator JOIN dim_feed USING (feed_id) WHERE feed = '%s'",
          "SELECT COUNT(*) FROM dim_indicator_name FOR SYSTEM_TIME ALL n JOIN dim_feed USING (feed_id) WHERE feed = '%s'");

  private static List<String> shown(String question, String feed) {
    return loads.rows(question.formatted(feed));
  }

  @Test
  void the_next_run_publishes_each() {
    assertThat(recovered)
        .containsExactly("b1/a.csv PUBLISHED", "b2/a.csv PUBLISHED", "b3/a.csv PUBLISHED");
  }

  @Test
  void each_is_published_as_in_one_go() {
    for (String question : QUESTIONS) {
      List<String> whole = shown(question, WHOLE);
      assertThat(whole).isNotEmpty();
      for (String feed : SEAMS.keySet()) {
        assertThat(shown(question, feed)).as("%s of %s", question, feed).isEqualTo(whole);
      }
    }
  }

  @Test
  void all_of_a_delivery_bears_its_instant() {
    assertThat(QUESTIONS.subList(2, 5).stream().map(question -> shown(question, WHOLE)))
        .containsExactly(List.of("5301 | 1 | 1"), List.of("5301 | 1 | 1"), List.of("60 | 1 | 1"));
  }

  @Test
  void counts_are_those_of_the_view_also_where_an_indicator_states_several_figures() {
    String counted =
        """
        SELECT programme_code, year_key, n_total, n_several, n_trend, n_exceeded, n_green
        FROM fct_programme_performance JOIN dim_programme USING (programme_id) WHERE agency_code = 'whole' ORDER BY 1, 2
        """;
    String countedAnew =
        """
        SELECT programme_code, year, COUNT(*), SUM(figures > 1), SUM(trend_code <> 'NO_HISTORY'), SUM(progress_code = 'EXCEEDED'),
          SUM(light_code = 'GREEN')
        FROM v_indicator_year WHERE feed = 'whole' GROUP BY 1, 2 ORDER BY 1, 2
        """;
    assertThat(loads.rows(counted)).hasSize(60).isEqualTo(loads.rows(countedAnew));
    assertThat(
            loads.rows(
                "SELECT SUM(n_several) FROM fct_programme_performance JOIN dim_feed USING (feed_id) WHERE feed = 'whole'"))
        .containsExactly("3");
  }

  @Test
  void a_value_of_an_indicator_that_there_is_not_undoes_all() throws Exception {
    TestWarehouse warehouse = TestWarehouse.migrated("publish_orphans");
    try (TestLoads others = new TestLoads(folder.resolve("orphans"), warehouse)) {
      others.feed("lost", DESCRIPTOR).file("lost/a.csv", lines());
      warehouse
          .owner()
          .sql(
              "CREATE TRIGGER lost AFTER INSERT ON fct_indicator_value FOR EACH ROW DELETE FROM dim_indicator WHERE indicator_id = NEW.indicator_id AND NEW.figure = 77")
          .update();
      assertThat(others.run())
          .containsExactly(
              "lost/a.csv FAILED; step publish: fct_indicator_value would refer to members that there are not: 7 of indicator_id");
      assertThat(others.rows(LEFT_BEHIND.formatted("lost"))).containsExactly("0 | 0 | 0");
    }
  }
}
