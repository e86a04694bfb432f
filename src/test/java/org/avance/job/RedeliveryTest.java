package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.avance.load.TestWarehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that come again: as they were, renamed, corrected, shortened, out of order. */
class RedeliveryTest {
  private static TestWarehouse warehouse;

  @TempDir private Path folder;
  private TestLoads loads;

  @BeforeAll
  static void warehouse() throws Exception {
    warehouse = TestWarehouse.migrated("redelivery");
  }

  @BeforeEach
  void loads() {
    loads = new TestLoads(folder, warehouse);
  }

  @AfterEach
  void close() {
    loads.close();
  }

  /** Two programmes in 2020 under this feed: four facts. */
  private void published(String feed) {
    loads
        .feed(feed, TestLoads.COVERAGE)
        .file(
            feed + "/a-2020.csv",
            TestLoads.COVERAGE_HEADER,
            "E001,Uno,Personas,100,90",
            "E002,Dos,Personas,200,180");
    assertThat(loads.run()).containsExactly(feed + "/a-2020.csv PUBLISHED");
  }

  @Test
  void the_same_file_again_is_known() {
    published("same");
    Map<String, Long> before = loads.versions();
    RunResult again = loads.result();
    assertThat(again)
        .isEqualTo(new RunResult(List.of(), 1, List.of(), List.of(), List.of(), List.of()));
    assertThat(loads.versions()).isEqualTo(before);
  }

  @Test
  void a_renamed_copy_is_the_same_delivery() {
    published("renamed");
    Map<String, Long> before = loads.versions();
    loads.file(
        "renamed/b-2021.csv",
        TestLoads.COVERAGE_HEADER,
        "E001,Uno,Personas,100,90",
        "E002,Dos,Personas,200,180");
    assertThat(loads.result())
        .isEqualTo(new RunResult(List.of(), 1, List.of(), List.of(), List.of(), List.of()));
    assertThat(loads.versions()).isEqualTo(before);
    assertThat(loads.rows("SELECT file_name FROM v_delivery WHERE feed = 'renamed'"))
        .containsExactly("renamed/a-2020.csv");
  }

  @Test
  void what_stands_in_quarantine_does_not_end_what_was_published() {
    published("unreadable");
    loads.feed("unreadable", TestLoads.COVERAGE, "tolerances: {quarantined: 1}");
    loads.file(
        "unreadable/b-2020.csv",
        TestLoads.COVERAGE_HEADER,
        "E001,Uno,Personas,100,95",
        "E002,Dos,Personas,200 (p),180");
    assertThat(loads.run()).containsExactly("unreadable/b-2020.csv PUBLISHED");
    assertThat(loads.figures("unreadable"))
        .containsExactly(
            "E001 | TARGET | 2020 | 100 | 2",
            "E001 | SERVED | 2020 | 95 | 2",
            "E002 | TARGET | 2020 | 200 | 3",
            "E002 | SERVED | 2020 | 180 | 3");
    assertThat(
            loads.rows(
                "SELECT severity, message FROM v_issues WHERE feed = 'unreadable' AND code = 'NOT_ENDED'"))
        .containsExactly(
            "WARNING | 2 facts published before are not in this delivery and are kept, because 1 of its records are in quarantine and may state them.");
    loads.file("unreadable/c-2020.csv", TestLoads.COVERAGE_HEADER, "E001,Uno,Personas,100,95");
    assertThat(loads.run()).containsExactly("unreadable/c-2020.csv PUBLISHED");
    assertThat(loads.figures("unreadable"))
        .containsExactly("E001 | TARGET | 2020 | 100 | 2", "E001 | SERVED | 2020 | 95 | 2");
  }

  @Test
  void a_corrected_copy_makes_one_new_version_and_keeps_the_old_figure() {
    published("corrected");
    Map<String, Long> before = loads.versions();
    String then = publishedAt("corrected", 1);
    loads.file(
        "corrected/b-2020.csv",
        TestLoads.COVERAGE_HEADER,
        "E001,Uno,Personas,100,95",
        "E002,Dos,Personas,200,180");
    assertThat(loads.run()).containsExactly("corrected/b-2020.csv PUBLISHED");
    assertThat(grown(before)).isEqualTo(Map.of("fct_coverage", 1L));
    assertThat(loads.figures("corrected"))
        .containsExactly(
            "E001 | TARGET | 2020 | 100 | 2",
            "E001 | SERVED | 2020 | 95 | 2",
            "E002 | TARGET | 2020 | 200 | 3",
            "E002 | SERVED | 2020 | 180 | 3");
    assertThat(
            loads.rows(
                """
                SELECT figure FROM fct_coverage FOR SYSTEM_TIME AS OF TIMESTAMP'%s'
                JOIN dim_feed USING (feed_id) WHERE feed = 'corrected' ORDER BY figure
                """
                    .formatted(then)))
        .containsExactly("90", "100", "180", "200");
    assertThat(
            loads.rows(
                """
                SET STATEMENT system_versioning_asof = '%s' FOR
                SELECT programme_code, population_code, figure FROM v_coverage_history
                WHERE feed = 'corrected' AND programme_code = 'E001' ORDER BY figure
                """
                    .formatted(then)))
        .containsExactly("E001 | SERVED | 90", "E001 | TARGET | 100");
    assertThat(restatements("corrected"))
        .containsExactly(
            "E001 | SERVED | changed | 90 | 2 | corrected/a-2020.csv | 95 | 2 | corrected/b-2020.csv");
    assertThat(deliveries("corrected"))
        .containsExactly(
            "a-2020.csv | PUBLISHED | 4 | 0 | 0 | 0", "b-2020.csv | PUBLISHED | 0 | 1 | 3 | 0");
  }

  @Test
  void other_bytes_with_the_same_facts_make_no_version() {
    published("recoded");
    Map<String, Long> before = loads.versions();
    String lines =
        TestLoads.COVERAGE_HEADER
            + "\r\nE001,\"Uno\",Personas,100.0,90\r\nE002,Dos,Personas,200,180\r\n";
    loads.file("recoded/b-2020.csv", ("\uFEFF" + lines).getBytes(StandardCharsets.UTF_8));
    assertThat(loads.run()).containsExactly("recoded/b-2020.csv PUBLISHED");
    assertThat(grown(before)).isEmpty();
    assertThat(deliveries("recoded"))
        .containsExactly(
            "a-2020.csv | PUBLISHED | 4 | 0 | 0 | 0", "b-2020.csv | PUBLISHED | 0 | 0 | 4 | 0");
  }

  @Test
  void rows_left_out_are_ended_and_come_back_as_stated_again() {
    published("shortened");
    loads.file("shortened/b-2020.csv", TestLoads.COVERAGE_HEADER, "E001,Uno,Personas,100,90");
    assertThat(loads.run()).containsExactly("shortened/b-2020.csv PUBLISHED");
    assertThat(loads.figures("shortened"))
        .containsExactly("E001 | TARGET | 2020 | 100 | 2", "E001 | SERVED | 2020 | 90 | 2");
    assertThat(restatements("shortened"))
        .containsExactly(
            "E002 | SERVED | ended | 180 | 3 | shortened/a-2020.csv | null | null | shortened/b-2020.csv",
            "E002 | TARGET | ended | 200 | 3 | shortened/a-2020.csv | null | null | shortened/b-2020.csv");
    loads.file(
        "shortened/c-2020.csv",
        TestLoads.COVERAGE_HEADER,
        "E001,Uno,Personas,100,90",
        "",
        "E002,Dos,Personas,200,185");
    assertThat(loads.run()).containsExactly("shortened/c-2020.csv PUBLISHED");
    assertThat(loads.figures("shortened"))
        .containsExactly(
            "E001 | TARGET | 2020 | 100 | 2",
            "E001 | SERVED | 2020 | 90 | 2",
            "E002 | TARGET | 2020 | 200 | 4",
            "E002 | SERVED | 2020 | 185 | 4");
    assertThat(deliveries("shortened"))
        .containsExactly(
            "a-2020.csv | PUBLISHED | 4 | 0 | 0 | 0",
            "b-2020.csv | PUBLISHED | 0 | 0 | 2 | 2",
            "c-2020.csv | PUBLISHED | 2 | 0 | 2 | 0");
  }

  @Test
  void an_older_edition_of_the_whole_feed_is_superseded() {
    loads
        .feed("monthly", TestLoads.COVERAGE, "scope: feed")
        .file("monthly/2020-03.csv", TestLoads.COVERAGE_HEADER, "E001,Uno,Personas,100,90");
    assertThat(loads.run()).containsExactly("monthly/2020-03.csv PUBLISHED");
    Map<String, Long> before = loads.versions();
    loads.file("monthly/2020-01.csv", TestLoads.COVERAGE_HEADER, "E001,Uno,Personas,100,30");
    assertThat(loads.run())
        .containsExactly(
            "monthly/2020-01.csv SUPERSEDED; edition 2020-03 of the same scope is published already (monthly/2020-03.csv, delivery %s)"
                .formatted(deliveryId("monthly/2020-03.csv")));
    assertThat(grown(before)).isEmpty();
    assertThat(loads.figures("monthly"))
        .containsExactly("E001 | TARGET | 2020 | 100 | 2", "E001 | SERVED | 2020 | 90 | 2");
    assertThat(loads.result().loads()).isEmpty();
    assertThat(loads.stagingTables()).isEmpty();
  }

  @Test
  void an_older_edition_that_was_rejected_first_is_superseded_once_it_can_be_read() {
    loads
        .feed("mended", TestLoads.COVERAGE, "scope: feed")
        .file("mended/2020-01.csv", TestLoads.COVERAGE_HEADER, "E001,Uno,Personas,falta,30")
        .file("mended/2020-03.csv", TestLoads.COVERAGE_HEADER, "E002,Dos,Personas,100,90");
    assertThat(loads.run())
        .containsExactly(
            "mended/2020-01.csv REJECTED; 1 of 1 records are in quarantine, more than the descriptor bears (`tolerances: {quarantined: 0}`); the first: line 2: Meta: expected a number such as 1,234.5 but found \"falta\"; none of 1 records states a fact",
            "mended/2020-03.csv PUBLISHED");
    loads.feed(
        "mended", TestLoads.COVERAGE, "scope: feed", "missingValues: {falta: NOT_AVAILABLE}");
    assertThat(loads.run())
        .containsExactly(
            "mended/2020-01.csv SUPERSEDED; edition 2020-03 of the same scope is published already (mended/2020-03.csv, delivery %s)"
                .formatted(deliveryId("mended/2020-03.csv")));
    assertThat(loads.figures("mended"))
        .containsExactly("E002 | TARGET | 2020 | 100 | 2", "E002 | SERVED | 2020 | 90 | 2");
  }

  @Test
  void an_older_edition_adds_its_year_where_each_edition_is_a_scope_of_its_own() {
    published("yearly");
    loads.file("yearly/a-2019.csv", TestLoads.COVERAGE_HEADER, "E001,Uno antes,Personas,80,70");
    assertThat(loads.run()).containsExactly("yearly/a-2019.csv PUBLISHED");
    assertThat(loads.figures("yearly"))
        .containsExactly(
            "E001 | TARGET | 2019 | 80 | 2",
            "E001 | SERVED | 2019 | 70 | 2",
            "E001 | TARGET | 2020 | 100 | 2",
            "E001 | SERVED | 2020 | 90 | 2",
            "E002 | TARGET | 2020 | 200 | 3",
            "E002 | SERVED | 2020 | 180 | 3");
    // The year that came in before 2020 changes what is said of 2020, not what 2020 says.
    assertThat(
            loads.rows(
                "SELECT programme_code, year, change_percent FROM v_coverage_history WHERE feed = 'yearly' AND population_code = 'TARGET' ORDER BY 1, 2"))
        .containsExactly("E001 | 2019 | null", "E001 | 2020 | 25", "E002 | 2020 | null");
    assertThat(restatements("yearly")).isEmpty();
  }

  @Test
  void two_feeds_that_state_the_same_never_overwrite_each_other() {
    String other = TestLoads.COVERAGE.replace("\"99\"", "\"98\"");
    loads
        .feed("mine", other)
        .feed("yours", other)
        .file("mine/2020.csv", TestLoads.COVERAGE_HEADER, "E001,Uno,Personas,100,90")
        .file("yours/2020.csv", TestLoads.COVERAGE_HEADER, "E001,Uno,Personas,100,95");
    assertThat(loads.run()).containsExactly("mine/2020.csv PUBLISHED", "yours/2020.csv PUBLISHED");
    assertThat(loads.figures("mine"))
        .containsExactly("E001 | TARGET | 2020 | 100 | 2", "E001 | SERVED | 2020 | 90 | 2");
    assertThat(loads.figures("yours"))
        .containsExactly("E001 | TARGET | 2020 | 100 | 2", "E001 | SERVED | 2020 | 95 | 2");
    List<String> conflicts =
        loads.rows(
            """
            SELECT programme_code, year, measure_code, ABS(difference), comparable FROM v_conflicts
            WHERE 'mine' IN (feed_a, feed_b) OR 'yours' IN (feed_a, feed_b)
            """);
    assertThat(conflicts).containsExactly("E001 | 2020 | SERVED | 5 | 1");
  }

  @Test
  void all_rows_of_a_delivery_bear_its_one_instant() {
    published("instant");
    loads.file(
        "instant/b-2020.csv",
        TestLoads.COVERAGE_HEADER,
        "E001,Uno,Hogares,100,95",
        "E003,Tres,Personas,7,6");
    assertThat(loads.run()).containsExactly("instant/b-2020.csv PUBLISHED");
    Map<String, Long> rows = new TreeMap<>();
    for (int number = 1; number <= 2; number++) {
      String instant = publishedAt("instant", number);
      for (String table : List.of("fct_coverage", "fct_coverage_judgement", "dim_programme_name")) {
        String question =
            "SELECT COUNT(*) FROM %s FOR SYSTEM_TIME ALL t WHERE feed_id = (SELECT feed_id FROM dim_feed WHERE feed = 'instant') AND row_start "
                .formatted(table);
        rows.merge(
            table, Long.valueOf(loads.one(question + "= TIMESTAMP'" + instant + "'")), Long::sum);
        rows.merge(
            table + " at all",
            number == 2 ? Long.valueOf(loads.one(question + "> 0")) : 0,
            Long::sum);
      }
    }
    assertThat(rows)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "fct_coverage", 8L,
                "fct_coverage at all", 8L,
                "fct_coverage_judgement", 6L,
                "fct_coverage_judgement at all", 6L,
                "dim_programme_name", 3L,
                "dim_programme_name at all", 3L));
    assertThat(
            loads.one(
                "SELECT COUNT(*) FROM dim_unit_of_measure WHERE label = 'Hogares' AND row_start = TIMESTAMP'%s'"
                    .formatted(publishedAt("instant", 2))))
        .isEqualTo("1");
    assertThat(publishedAt("instant", 1)).isLessThan(publishedAt("instant", 2));
  }

  private Map<String, Long> grown(Map<String, Long> before) {
    Map<String, Long> grown = new TreeMap<>();
    loads
        .versions()
        .forEach(
            (table, count) -> {
              if (!count.equals(before.get(table))) {
                grown.put(table, count - before.get(table));
              }
            });
    return grown;
  }

  private String publishedAt(String feed, int number) {
    return loads
        .rows(
            "SELECT CAST(published_at AS CHAR) FROM v_delivery WHERE feed = '%s' AND published_at IS NOT NULL ORDER BY delivery_id"
                .formatted(feed))
        .get(number - 1);
  }

  private String deliveryId(String file) {
    return loads.one("SELECT delivery_id FROM v_delivery WHERE file_name = '%s'".formatted(file));
  }

  private List<String> restatements(String feed) {
    return loads.rows(
        """
        SELECT programme_code, measure_code, what, figure_before, line_before, file_before, figure_after, line_after, file_after
        FROM v_restatements WHERE feed = '%s' ORDER BY restated_at, programme_code, measure_code
        """
            .formatted(feed));
  }

  private List<String> deliveries(String feed) {
    return loads.rows(
        """
        SELECT SUBSTRING_INDEX(file_name, '/', -1), status, facts_new, facts_changed, facts_unchanged, facts_ended
        FROM v_delivery WHERE feed = '%s' ORDER BY delivery_id
        """
            .formatted(feed));
  }
}
