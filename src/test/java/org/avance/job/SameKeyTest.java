package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.avance.load.TestWarehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records of one delivery that share a key: repeated, in conflict, or parts of a figure. */
class SameKeyTest {
  /** Amounts of programmes of agency 99 by state. */
  private static final String BUDGET =
      """
      title: T
      agency: A
      files: '%1$s/*.csv'
      kind: budget
      edition: {fileName: '(?<edition>\\d{4})[a-z]*\\.csv'}
      record:
        agency: {constant: "99"}
        programme: Clave
        geography: Estado
        note: Nota
      facts:
        - {stage: {constant: approved}, value: Monto}
      """;

  private static final String INDICATORS =
      """
      title: T
      agency: A
      files: '%1$s/*.csv'
      kind: indicator
      record:
        agency: {constant: "99"}
        programme: Clave
        indicator: Indicador
        indicatorName: Indicador
        unit: Unidad
        year: Anio
        geography: {constant: MX}
        direction: {constant: ascending}
      facts:
        - {value: Valor}
      """;

  private static final String HEADER = "Clave,Estado,Monto,Nota,Folio";

  private static TestWarehouse warehouse;

  @TempDir private Path folder;
  private TestLoads loads;

  @BeforeAll
  static void warehouse() throws Exception {
    warehouse = TestWarehouse.migrated("same_key");
  }

  @BeforeEach
  void loads() {
    loads = new TestLoads(folder, warehouse);
  }

  @AfterEach
  void close() {
    loads.close();
  }

  private List<String> load(String feed, String edition, String... records) {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    lines.addAll(Arrays.asList(records));
    loads.file(feed + "/" + edition + ".csv", lines.toArray(String[]::new));
    return loads.run();
  }

  private List<String> facts(String feed) {
    return loads.rows(
        """
        SELECT programme_code, geography_code, f.ordinal, f.figure, f.note, f.is_ambiguous, line_first, line_last, record_count
        FROM fct_budget f JOIN dim_feed USING (feed_id) JOIN dim_programme USING (programme_id)
        JOIN dim_geography USING (geography_id)
        WHERE feed = '%s' ORDER BY 1, 2, 3
        """
            .formatted(feed));
  }

  private List<String> issues(String feed) {
    return loads.rows(
        "SELECT code, severity, record_no, line, message, accepted FROM v_issues WHERE feed = '%s' ORDER BY record_no, code"
            .formatted(feed));
  }

  private String counts(String feed) {
    return loads.one(
        """
        SELECT records_read, records_staged, records_quarantined, records_merged, facts_staged, sum_read, sum_staged,
          sum_quarantined, sum_merged, unaccounted
        FROM v_delivery JOIN v_delivery_columns USING (delivery_id) WHERE v_delivery.feed = '%s'
        """
            .formatted(feed));
  }

  @Test
  void repeated_records_are_one_fact_and_counted() {
    loads.feed("repeated", BUDGET);
    assertThat(
            load(
                "repeated", "2020", "E1,01,10,a,1", "E1,02,20,a,2", "E1,01,10,a,1", "E1,01,10,a,1"))
        .containsExactly("repeated/2020.csv PUBLISHED");
    assertThat(facts("repeated"))
        .containsExactly(
            "E1 | 01 | 1 | 10 | a | 0 | 2 | 5 | 3", "E1 | 02 | 1 | 20 | a | 0 | 3 | 3 | 1");
    assertThat(issues("repeated"))
        .containsExactly(
            "DUPLICATE_MERGED | INFO | 3 | 4 | The record repeats an earlier one to the letter. | ",
            "DUPLICATE_MERGED | INFO | 4 | 5 | The record repeats an earlier one to the letter. | ");
    assertThat(counts("repeated")).isEqualTo("4 | 2 | 0 | 2 | 2 | 50 | 30 | 0 | 20 | 0");
  }

  @Test
  void numbered_records_are_all_kept_under_ordinals() {
    loads.feed("numbered", BUDGET, "sameKey: number");
    assertThat(
            load("numbered", "2020", "E1,01,30,b,1", "E1,01,10,a,2", "E1,01,30,b,3", "E2,01,5,c,4"))
        .containsExactly("numbered/2020.csv PUBLISHED");
    assertThat(facts("numbered"))
        .containsExactly(
            "E1 | 01 | 1 | 10 | a | 1 | 3 | 3 | 1",
            "E1 | 01 | 2 | 30 | b | 1 | 2 | 4 | 2",
            "E2 | 01 | 1 | 5 | c | 0 | 5 | 5 | 1");
    assertThat(issues("numbered"))
        .containsExactly(
            "KEY_NUMBERED | WARNING | 1 | 2 | One of 2 records that state different values for the same key (99 E1, 2020, approved, 01); kept under ordinal 2, out of trends. | something in the record that tells them apart",
            "KEY_NUMBERED | WARNING | 2 | 3 | One of 2 records that state different values for the same key (99 E1, 2020, approved, 01); kept under ordinal 1, out of trends. | something in the record that tells them apart",
            "DUPLICATE_MERGED | INFO | 3 | 4 | The record repeats an earlier one to the letter. | ");
    assertThat(counts("numbered")).isEqualTo("4 | 3 | 0 | 1 | 3 | 75 | 45 | 0 | 30 | 0");
  }

  @Test
  void records_in_conflict_are_set_aside_raw_with_what_would_be_accepted() {
    loads.feed("apart", BUDGET, "tolerances: {quarantined: 3}");
    assertThat(
            load(
                "apart",
                "2020",
                "E1,01,10,\"a, b\",1",
                "E1,02,20,x,2",
                "E1,01,11,c,3",
                "E1,01,\"10\",\"a, b\",4"))
        .containsExactly("apart/2020.csv PUBLISHED");
    assertThat(facts("apart")).containsExactly("E1 | 02 | 1 | 20 | x | 0 | 3 | 3 | 1");
    assertThat(
            loads.rows(
                """
                SELECT record_no, first_line, last_line, q.status, raw
                FROM quarantine q JOIN v_delivery USING (delivery_id) WHERE feed = 'apart' ORDER BY 1
                """))
        .containsExactly(
            "1 | 2 | 2 | OPEN | E1,01,10,\"a, b\",1",
            "3 | 4 | 4 | OPEN | E1,01,11,c,3",
            "4 | 5 | 5 | OPEN | E1,01,\"10\",\"a, b\",4");
    assertThat(issues("apart"))
        .containsExactly(
            "KEY_CONFLICT | ERROR | 1 | 2 | The record states another value than line 4 for the same key (99 E1, 2020, approved, 01). | one value for each key",
            "KEY_CONFLICT | ERROR | 3 | 4 | The record states another value than line 2 for the same key (99 E1, 2020, approved, 01). | one value for each key",
            "KEY_CONFLICT | ERROR | 4 | 5 | The record states another value than line 4 for the same key (99 E1, 2020, approved, 01). | one value for each key");
    assertThat(counts("apart")).isEqualTo("4 | 1 | 3 | 0 | 1 | 51 | 20 | 31 | 0 | 0");
  }

  /** Record 3 repeats what record 1 says of E1; record 1 goes, so record 3 is all there is. */
  @Test
  void what_only_records_set_aside_say_is_not_said() {
    loads.feed("unsaid", BUDGET, "tolerances: {quarantined: 4}");
    assertThat(
            load(
                "unsaid",
                "2020",
                "U1,01,1,a,1",
                "U1,01,2,b,2",
                "U2,01,3,c,3",
                "U2,01,4,d,4",
                "U2,02,5,e,5"))
        .containsExactly("unsaid/2020.csv PUBLISHED");
    assertThat(
            loads.rows("SELECT programme_code FROM dim_programme WHERE programme_code LIKE 'U%'"))
        .containsExactly("U2");
    assertThat(facts("unsaid")).containsExactly("U2 | 02 | 1 | 5 | e | 0 | 6 | 6 | 1");
  }

  @Test
  void an_indicator_that_only_records_set_aside_state_is_none() {
    loads.feed("nameless", INDICATORS, "tolerances: {quarantined: 4}");
    loads.file(
        "nameless/2020.csv",
        "Clave,Indicador,Unidad,Anio,Valor",
        "N1,Gone,Unsaid unit,2019,1",
        "N1,Gone,Unsaid unit,2019,2",
        "N1,Stays,Said unit,2019,3",
        "N1,Stays,Said unit,2019,4",
        "N1,Stays,Said unit,2020,5");
    assertThat(loads.run()).containsExactly("nameless/2020.csv PUBLISHED");
    assertThat(
            loads.rows(
                """
                SELECT i.name, n.year_key, n.last_year, n.line FROM dim_indicator i JOIN dim_indicator_name n USING (indicator_id)
                JOIN dim_feed f ON f.feed_id = i.feed_id WHERE feed = 'nameless'
                """))
        .containsExactly("Stays | 2020 | null | 6");
    assertThat(loads.rows("SELECT label FROM dim_unit_of_measure WHERE label LIKE '%said unit'"))
        .containsExactly("Said unit");
  }

  @Test
  void a_record_that_repeats_one_set_aside_stays() {
    loads.feed(
        "left",
        BUDGET.replace(
            "- {stage: {constant: approved}, value: Monto}",
            """
            - {stage: {constant: approved}, value: Monto}
              - {stage: {constant: modified}, value: Folio, when: {column: Folio, blank: false}}\
            """),
        "tolerances: {quarantined: 2}");
    assertThat(load("left", "2020", "E1,01,10,a,5", "E1,01,10,a,6", "E1,01,10,a,"))
        .containsExactly("left/2020.csv PUBLISHED");
    assertThat(facts("left")).containsExactly("E1 | 01 | 1 | 10 | a | 0 | 4 | 4 | 1");
    assertThat(counts("left")).isEqualTo("3 | 1 | 2 | 0 | 1 | 11 | 0 | 11 | 0 | 0");
  }

  @Test
  void one_conflict_rejects_where_the_feed_says_so() {
    loads.feed("strict", BUDGET, "sameKey: reject");
    assertThat(
            load("strict", "2020", "E1,01,10,a,1", "E1,02,20,a,2", "E1,01,11,a,3", "E1,02,20,a,4"))
        .containsExactly(
            "strict/2020.csv REJECTED; 2 records share a key with another and state other values (`sameKey: reject`); the first:"
                + " line 2: The record states another value than line 4 for the same key (99 E1, 2020, approved, 01);"
                + " line 4: The record states another value than line 2 for the same key (99 E1, 2020, approved, 01)");
    assertThat(facts("strict")).isEmpty();
  }

  @Test
  void parts_without_a_key_of_their_own_are_all_added_up() {
    loads.feed("parts", BUDGET, "aggregate: sum");
    assertThat(
            load("parts", "2020", "E1,01,10,a,1", "E1,01,10,a,1", "E1,01,-3.5,a,2", "E1,02,1,b,2"))
        .containsExactly("parts/2020.csv PUBLISHED");
    assertThat(facts("parts"))
        .containsExactly(
            "E1 | 01 | 1 | 16.5 | a | 0 | 2 | 4 | 3", "E1 | 02 | 1 | 1 | b | 0 | 5 | 5 | 1");
    assertThat(issues("parts")).isEmpty();
    assertThat(counts("parts")).isEqualTo("4 | 4 | 0 | 0 | 4 | 17.5 | 17.5 | 0 | 0 | 0");
  }

  @Test
  void parts_with_a_key_are_counted_once_each() {
    loads.feed("keyed", BUDGET, "aggregate: sum", "key: Folio");
    assertThat(load("keyed", "2020", "E1,01,10,a,1", "E1,01,10,b,2", "E1,01,10,a,1"))
        .containsExactly("keyed/2020.csv PUBLISHED");
    assertThat(facts("keyed")).containsExactly("E1 | 01 | 1 | 20 |  | 0 | 2 | 4 | 3");
    assertThat(issues("keyed"))
        .containsExactly(
            "DUPLICATE_MERGED | INFO | 3 | 4 | The record repeats an earlier one to the letter. | ");
    assertThat(counts("keyed")).isEqualTo("3 | 2 | 0 | 1 | 2 | 30 | 20 | 0 | 10 | 0");
  }

  @Test
  void a_part_repeated_under_its_key_with_another_amount_rejects() {
    loads.feed("twice", BUDGET, "aggregate: sum", "key: Folio");
    assertThat(load("twice", "2020", "E1,01,10,a,1", "E1,01,12,a,1"))
        .containsExactly(
            "twice/2020.csv REJECTED; 2 records share a key with another and state other values (`aggregate: sum`); the first:"
                + " line 2: The record states another value than line 3 for the same key (99 E1, 2020, approved, 01);"
                + " line 3: The record states another value than line 2 for the same key (99 E1, 2020, approved, 01)");
    assertThat(facts("twice")).isEmpty();
  }

  @Test
  void shuffled_rows_give_the_same_facts() {
    List<String> records = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      records.add(
          "E%d,0%d,%d,%s,%d".formatted(i % 3, 1 + i % 2, 5 * (i % 7), "abc".charAt(i % 3), i));
    }
    List<String> shuffled = new ArrayList<>(records);
    Collections.shuffle(shuffled, new Random(7));
    for (String rule : List.of("sameKey: number", "aggregate: sum")) {
      String feed = rule.substring(rule.indexOf(' ') + 1);
      loads.feed("in-order-" + feed, BUDGET, rule).feed("shuffled-" + feed, BUDGET, rule);
      load("in-order-" + feed, "2020", records.toArray(String[]::new));
      load("shuffled-" + feed, "2020", shuffled.toArray(String[]::new));
      assertThat(withoutLines("shuffled-" + feed))
          .isEqualTo(withoutLines("in-order-" + feed))
          .hasSize(feed.equals("sum") ? 6 : 42);
    }
  }

  private List<String> withoutLines(String feed) {
    return facts(feed).stream()
        .map(row -> row.replaceFirst(" \\| \\d+ \\| \\d+ (\\| \\d+)$", " $1"))
        .toList();
  }

  /**
   * The database takes e001 and E001 for one code; taken for two here, they could not be laid out.
   */
  @Test
  void codes_in_another_case_are_one_programme() {
    loads.feed("cases", BUDGET, "sameKey: number");
    assertThat(load("cases", "2020", "e001,01,1,a,1", "E001,01,2,b,2", "E002,01,3,c,3"))
        .containsExactly("cases/2020.csv PUBLISHED");
    assertThat(facts("cases"))
        .containsExactly(
            "E001 | 01 | 1 | 1 | a | 1 | 2 | 2 | 1",
            "E001 | 01 | 2 | 2 | b | 1 | 3 | 3 | 1",
            "E002 | 01 | 1 | 3 | c | 0 | 4 | 4 | 1");
  }

  /**
   * The collation takes ß for ss; labels are compared to the letter, in staging and in the
   * warehouse.
   */
  @Test
  void labels_are_one_only_when_they_are_one_to_us() {
    loads.feed("labels", BUDGET.replace("note: Nota", "fundingSource: Nota"), "sameKey: number");
    assertThat(load("labels", "2020", "E001,01,1,Straße,1", "E001,01,2,Strasse,2"))
        .containsExactly("labels/2020.csv PUBLISHED");
    assertThat(facts("labels")).hasSize(2).allMatch(row -> row.contains("| 0 |"));
  }
}
