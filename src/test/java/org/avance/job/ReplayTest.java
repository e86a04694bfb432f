package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.avance.load.TestWarehouse;
import org.avance.model.ReplayItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Records in quarantine when their delivery is loaded again: each is there once, or has gone in.
 */
class ReplayTest {
  private static final String TOLERANT = "tolerances: {quarantined: 3}";
  private static final String MENDED = "missingValues: {falta: NOT_AVAILABLE}";
  private static final String UNCHANGED =
      "neither its descriptor nor the rulebook nor a side file has changed since it was loaded";

  private static TestWarehouse warehouse;

  @TempDir private Path folder;
  private TestLoads loads;

  @BeforeAll
  static void warehouse() throws Exception {
    warehouse = TestWarehouse.migrated("replay");
  }

  @BeforeEach
  void loads() {
    loads = new TestLoads(folder, warehouse);
  }

  @AfterEach
  void close() {
    loads.close();
  }

  /** Of four records the second may be mended, the third not, and the fourth is waived. */
  private void published(String feed) {
    loads
        .feed(feed, TestLoads.COVERAGE, TOLERANT)
        .file(
            feed + "/a-2020.csv",
            TestLoads.COVERAGE_HEADER,
            "E001,Uno,Personas,100,90",
            "E002,Dos,Personas,200,falta",
            "E003,Tres,Personas,300,5 mil",
            "E004,Cuatro,Personas,400,muchas");
    assertThat(loads.run()).containsExactly(feed + "/a-2020.csv PUBLISHED");
    warehouse
        .owner()
        .sql(
            """
            UPDATE quarantine JOIN delivery USING (delivery_id) JOIN dim_feed USING (feed_id)
            SET quarantine.status = 'WAIVED', reason = 'known', closed_by = 'ana', closed_at = NOW(6)
            WHERE feed = :feed AND record_no = 4
            """)
        .param("feed", feed)
        .update();
  }

  private List<ReplayItem> plan(String feed, boolean evenUnchanged) {
    return loads.open().replays().plan(evenUnchanged).stream()
        .filter(item -> item.delivery().feed().equals(feed))
        .toList();
  }

  private List<String> replay(String feed, boolean evenUnchanged) {
    List<Selection.Chosen> chosen =
        plan(feed, evenUnchanged).stream()
            .filter(ReplayItem::isReplayed)
            .map(item -> Selection.Chosen.again(item.delivery()))
            .toList();
    return TestLoads.shown(loads.open().load(Selection.of(chosen)));
  }

  private List<String> quarantine(String feed) {
    return loads.rows(
        """
        SELECT record_no, q.status, raw, reason, closed_by = :who, closed_under = d.descriptor_digest, closed_at = published_at,
               first_seen = last_seen
        FROM quarantine q JOIN delivery d USING (delivery_id) JOIN dim_feed USING (feed_id) WHERE feed = '%s' ORDER BY 1
        """
            .formatted(feed)
            .replace(":who", "'" + System.getProperty("user.name") + "'"));
  }

  @Test
  void what_is_mended_goes_in_once_and_the_rest_stays_as_it_was() {
    published("mended");
    assertThat(plan("mended", false))
        .extracting(ReplayItem::open, ReplayItem::isReplayed, ReplayItem::why)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(2L, false, UNCHANGED));
    Map<String, Long> before = loads.versions();
    loads.feed("mended", TestLoads.COVERAGE, TOLERANT, MENDED);
    assertThat(plan("mended", false))
        .extracting(ReplayItem::open, ReplayItem::isReplayed, ReplayItem::why)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(2L, true, "its descriptor changed since"));
    assertThat(replay("mended", false)).containsExactly("mended/a-2020.csv PUBLISHED");
    assertThat(quarantine("mended"))
        .containsExactly(
            "2 | REPLAYED | E002,Dos,Personas,200,falta |  | 1 | 1 | 1 | 1",
            "3 | OPEN | E003,Tres,Personas,300,5 mil |  | 0 | 0 | null | 0",
            "4 | WAIVED | E004,Cuatro,Personas,400,muchas | known | 0 | 0 | 0 | 0");
    assertThat(
            loads.one(
                "SELECT records_read, records_staged, records_quarantined, facts_new, facts_unchanged FROM v_delivery WHERE feed = 'mended'"))
        .isEqualTo("4 | 2 | 2 | 2 | 2");
    assertThat(loads.versions().get("fct_coverage")).isEqualTo(before.get("fct_coverage") + 2);
    assertThat(loads.rows("SELECT * FROM quarantine_before")).isEmpty();
    // Said twice: nothing is left to do.
    assertThat(plan("mended", false))
        .extracting(ReplayItem::open, ReplayItem::isReplayed, ReplayItem::why)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(1L, false, UNCHANGED));
    // Unless it is wished for: then nothing changes.
    Map<String, Long> after = loads.versions();
    assertThat(replay("mended", true)).containsExactly("mended/a-2020.csv PUBLISHED");
    assertThat(loads.versions()).isEqualTo(after);
    assertThat(quarantine("mended")).hasSize(3).element(1).asString().startsWith("3 | OPEN");
  }

  @Test
  void what_was_waived_stays_out_though_it_could_be_read_now() {
    published("waived");
    loads.feed(
        "waived",
        TestLoads.COVERAGE,
        TOLERANT,
        "missingValues: {falta: NOT_AVAILABLE, muchas: NOT_AVAILABLE}");
    assertThat(replay("waived", false)).containsExactly("waived/a-2020.csv PUBLISHED");
    assertThat(quarantine("waived"))
        .containsExactly(
            "2 | REPLAYED | E002,Dos,Personas,200,falta |  | 1 | 1 | 1 | 1",
            "3 | OPEN | E003,Tres,Personas,300,5 mil |  | 0 | 0 | null | 0",
            "4 | WAIVED | E004,Cuatro,Personas,400,muchas | known | 0 | 0 | 0 | 0");
    assertThat(
            loads.rows(
                """
                SELECT records_read, records_staged, records_quarantined, facts_staged, column_name, sum_read, sum_staged, sum_quarantined
                FROM v_delivery JOIN delivery_column USING (delivery_id) WHERE feed = 'waived' ORDER BY column_name
                """))
        .containsExactly(
            "4 | 2 | 2 | 4 | Atendida | 90 | 90 | 0", "4 | 2 | 2 | 4 | Meta | 1000 | 300 | 700");
    assertThat(loads.figures("waived")).noneMatch(figure -> figure.startsWith("E004"));
  }

  @Test
  void a_record_that_fails_again_is_open_again_and_once() {
    published("worse");
    loads.feed("worse", TestLoads.COVERAGE, TOLERANT, MENDED);
    replay("worse", false);
    loads.feed("worse", TestLoads.COVERAGE, TOLERANT);
    assertThat(replay("worse", false)).containsExactly("worse/a-2020.csv PUBLISHED");
    assertThat(quarantine("worse"))
        .containsExactly(
            "2 | OPEN | E002,Dos,Personas,200,falta |  | 0 | 0 | null | 0",
            "3 | OPEN | E003,Tres,Personas,300,5 mil |  | 0 | 0 | null | 0",
            "4 | WAIVED | E004,Cuatro,Personas,400,muchas | known | 0 | 0 | 0 | 0");
  }

  @Test
  void a_load_that_is_rejected_leaves_quarantine_as_it_was() {
    published("rejected");
    List<String> before = quarantine("rejected");
    loads.feed("rejected", TestLoads.COVERAGE.replace("Clave", "Clave nueva"), TOLERANT);
    assertThat(replay("rejected", false)).hasSize(1).allMatch(line -> line.contains(" REJECTED"));
    assertThat(quarantine("rejected")).isEqualTo(before);
    assertThat(plan("rejected", false))
        .extracting(ReplayItem::isReplayed, ReplayItem::why)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                false,
                "it is REJECTED: `run` loads all of it once its descriptor, the rulebook or a side file has changed"));
    assertThat(loads.figures("rejected")).hasSize(2);
  }

  @Test
  void what_a_newer_delivery_has_overtaken_is_left() {
    published("overtaken");
    loads.file("overtaken/b-2020.csv", TestLoads.COVERAGE_HEADER, "E001,Uno,Personas,100,91");
    assertThat(loads.run()).containsExactly("overtaken/b-2020.csv PUBLISHED");
    loads.feed("overtaken", TestLoads.COVERAGE, TOLERANT, MENDED);
    long newer =
        Long.parseLong(
            loads.one(
                "SELECT delivery_id FROM v_delivery WHERE file_name = 'overtaken/b-2020.csv'"));
    assertThat(plan("overtaken", true))
        .extracting(ReplayItem::isReplayed, ReplayItem::why)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                false,
                "edition 2020 of the same scope is published already (overtaken/b-2020.csv, delivery %d)"
                    .formatted(newer)));
  }

  @Test
  void without_a_scope_a_replayed_file_overwrites_nothing_that_came_later() {
    String loose = TestLoads.COVERAGE.replaceFirst("edition: .*\n", "");
    loose = loose.replace("record:\n", "record:\n  year: {constant: \"2020\"}\n");
    loads
        .feed("loose", loose, TOLERANT)
        .file(
            "loose/1.csv",
            TestLoads.COVERAGE_HEADER,
            "E001,Uno,Personas,100,90",
            "E002,Dos,Personas,200,falta");
    assertThat(loads.run()).containsExactly("loose/1.csv PUBLISHED");
    loads.file("loose/2.csv", TestLoads.COVERAGE_HEADER, "E001,Uno,Personas,100,95");
    assertThat(loads.run()).containsExactly("loose/2.csv PUBLISHED");
    loads.feed("loose", loose, TOLERANT, MENDED);
    assertThat(replay("loose", false)).containsExactly("loose/1.csv PUBLISHED");
    assertThat(loads.figures("loose"))
        .containsExactly(
            "E001 | TARGET | 2020 | 100 | 2",
            "E001 | SERVED | 2020 | 95 | 2",
            "E002 | TARGET | 2020 | 200 | 3",
            "E002 | SERVED | 2020 | null | 3");
  }
}
