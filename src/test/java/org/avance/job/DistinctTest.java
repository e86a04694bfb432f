package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.avance.load.TestWarehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Facts that many records repeat, and records that are parts of a figure. */
class DistinctTest {
  /** A programme's yearly total stands on the row of each of its municipalities. */
  private static final String DESCRIPTOR =
      """
      title: T
      agency: A
      files: '%1$s/*.csv'
      kind: coverage
      edition: {fileName: '(?<edition>\\d{4})\\.csv'}
      record:
        agency: {constant: "99"}
        programme: Clave
        unit: {constant: Personas}
        note: Nota
      facts:
        - {population: {constant: served}, geography: Municipio, value: Atendida}
        - {distinctOn: Clave, population: {constant: target}, geography: {constant: MX}, value: Meta}
      """;

  private static final String HEADER = "Clave,Municipio,Atendida,Meta,Nota";

  private static TestWarehouse warehouse;

  @TempDir private Path folder;
  private TestLoads loads;

  @BeforeAll
  static void warehouse() throws Exception {
    warehouse = TestWarehouse.migrated("distinct");
  }

  @BeforeEach
  void loads() {
    loads = new TestLoads(folder, warehouse);
  }

  @AfterEach
  void close() {
    loads.close();
  }

  private List<String> facts(String feed) {
    return loads.rows(
        """
        SELECT programme_code, code, geography_code, figure, missing_reason_key, note, is_ambiguous, line_first, line_last, record_count
        FROM fct_coverage f JOIN dim_feed USING (feed_id) JOIN dim_programme USING (programme_id)
        JOIN dim_geography USING (geography_id) JOIN dim_population_kind USING (population_key)
        WHERE feed = '%s' ORDER BY 1, 2, 3, 4
        """
            .formatted(feed));
  }

  private List<String> issues(String feed) {
    return loads.rows(
        "SELECT code, record_no, line, message FROM v_issues WHERE feed = '%s' ORDER BY record_no, code"
            .formatted(feed));
  }

  private List<String> counts(String feed) {
    return loads.rows(
        """
        SELECT records_read, records_staged, records_quarantined, records_merged, facts_staged, column_name, sum_read,
          sum_staged, sum_quarantined, sum_merged, unaccounted
        FROM v_delivery JOIN v_delivery_columns USING (delivery_id) WHERE v_delivery.feed = '%s' ORDER BY column_name
        """
            .formatted(feed));
  }

  private static final String[] REPEATED = {
    HEADER, "E1,09002,10,100,a", "E1,09003,20,100,b", "E1,09004,30,\"100.0\",c", "E2,09002,1,7,d"
  };

  private static final String[] TAKEN_ONCE = {
    "E1 | SERVED | 09002 | 10 | null | a | 0 | 2 | 2 | 1",
    "E1 | SERVED | 09003 | 20 | null | b | 0 | 3 | 3 | 1",
    "E1 | SERVED | 09004 | 30 | null | c | 0 | 4 | 4 | 1",
    "E1 | TARGET | MX | 100 | null |  | 0 | 2 | 4 | 3",
    "E2 | SERVED | 09002 | 1 | null | d | 0 | 5 | 5 | 1",
    "E2 | TARGET | MX | 7 | null | d | 0 | 5 | 5 | 1"
  };

  @Test
  void a_fact_on_many_records_is_taken_once_and_the_other_facts_of_each_are_kept() {
    loads.feed("once", DESCRIPTOR).file("once/2020.csv", REPEATED);
    assertThat(loads.run()).containsExactly("once/2020.csv PUBLISHED");
    assertThat(facts("once")).containsExactly(TAKEN_ONCE);
    assertThat(issues("once")).isEmpty();
    assertThat(counts("once"))
        .containsExactly(
            "4 | 4 | 0 | 0 | 6 | Atendida | 61 | 61 | 0 | 0 | 0",
            "4 | 4 | 0 | 0 | 6 | Meta | 307 | 107 | 0 | 200 | 0");
  }

  @Test
  void it_is_taken_once_where_the_others_are_added_up_too() {
    loads
        .feed("added", DESCRIPTOR, "aggregate: sum")
        .file("added/2020.csv", REPEATED)
        .feed("parts", DESCRIPTOR.replace("geography: Municipio, ", ""), "aggregate: sum")
        .file("parts/2020.csv", REPEATED);
    assertThat(loads.run())
        .containsExactlyInAnyOrder("added/2020.csv PUBLISHED", "parts/2020.csv PUBLISHED");
    assertThat(facts("added")).containsExactly(TAKEN_ONCE);
    assertThat(facts("parts"))
        .containsExactly(
            "E1 | SERVED |  | 60 | null |  | 0 | 2 | 4 | 3",
            "E1 | TARGET | MX | 100 | null |  | 0 | 2 | 4 | 3",
            "E2 | SERVED |  | 1 | null | d | 0 | 5 | 5 | 1",
            "E2 | TARGET | MX | 7 | null | d | 0 | 5 | 5 | 1");
    assertThat(counts("parts"))
        .containsExactly(
            "4 | 4 | 0 | 0 | 6 | Atendida | 61 | 61 | 0 | 0 | 0",
            "4 | 4 | 0 | 0 | 6 | Meta | 307 | 107 | 0 | 200 | 0");
  }

  @Test
  void a_record_all_of_whose_facts_are_repeated_is_merged() {
    loads
        .feed("merged", DESCRIPTOR)
        .file("merged/2020.csv", HEADER, "E1,09002,10,100,a", "E1,09002,10,100,a");
    assertThat(loads.run()).containsExactly("merged/2020.csv PUBLISHED");
    assertThat(counts("merged"))
        .containsExactly(
            "2 | 1 | 0 | 1 | 2 | Atendida | 20 | 10 | 0 | 10 | 0",
            "2 | 1 | 0 | 1 | 2 | Meta | 200 | 100 | 0 | 100 | 0");
  }

  @Test
  void repeated_with_another_figure_it_is_a_conflict_under_the_feeds_rule() {
    String[] csv = {
      HEADER, "E1,09002,10,100,a", "E1,09003,20,101,b", "E1,09004,30,100,c", "E2,09002,1,7,d"
    };
    loads
        .feed("apart", DESCRIPTOR, "tolerances: {quarantined: 3}")
        .file("apart/2020.csv", csv)
        .feed("numbered", DESCRIPTOR, "sameKey: number")
        .file("numbered/2020.csv", csv)
        .feed("summed", DESCRIPTOR, "aggregate: sum")
        .file("summed/2020.csv", csv);
    assertThat(loads.run())
        .containsExactlyInAnyOrder(
            "apart/2020.csv PUBLISHED",
            "numbered/2020.csv PUBLISHED",
            "summed/2020.csv REJECTED; 3 records share a key with another and state other values"
                + " (`aggregate: sum`); the first:"
                + " line 2: The record states another value than line 3 for the same key (99 E1, 2020, target, MX);"
                + " line 3: The record states another value than line 2 for the same key (99 E1, 2020, target, MX);"
                + " line 4: The record states another value than line 3 for the same key (99 E1, 2020, target, MX)");
    assertThat(facts("apart"))
        .containsExactly(
            "E2 | SERVED | 09002 | 1 | null | d | 0 | 5 | 5 | 1",
            "E2 | TARGET | MX | 7 | null | d | 0 | 5 | 5 | 1");
    assertThat(issues("apart"))
        .containsExactly(
            "KEY_CONFLICT | 1 | 2 | The record states another value than line 3 for the same key (99 E1, 2020, target, MX).",
            "KEY_CONFLICT | 2 | 3 | The record states another value than line 2 for the same key (99 E1, 2020, target, MX).",
            "KEY_CONFLICT | 3 | 4 | The record states another value than line 3 for the same key (99 E1, 2020, target, MX).");
    assertThat(counts("apart"))
        .containsExactly(
            "4 | 1 | 3 | 0 | 2 | Atendida | 61 | 1 | 60 | 0 | 0",
            "4 | 1 | 3 | 0 | 2 | Meta | 308 | 7 | 301 | 0 | 0");
    assertThat(facts("numbered"))
        .containsExactly(
            "E1 | SERVED | 09002 | 10 | null | a | 0 | 2 | 2 | 1",
            "E1 | SERVED | 09003 | 20 | null | b | 0 | 3 | 3 | 1",
            "E1 | SERVED | 09004 | 30 | null | c | 0 | 4 | 4 | 1",
            "E1 | TARGET | MX | 100 | null |  | 1 | 2 | 4 | 2",
            "E1 | TARGET | MX | 101 | null | b | 1 | 3 | 3 | 1",
            "E2 | SERVED | 09002 | 1 | null | d | 0 | 5 | 5 | 1",
            "E2 | TARGET | MX | 7 | null | d | 0 | 5 | 5 | 1");
  }

  /** What merges takes the ordinal of what stays, though their records' first figures differ. */
  @Test
  void a_repeated_fact_is_no_fact_of_its_own_beside_one_in_conflict() {
    loads
        .feed("beside", TestLoads.COVERAGE, "sameKey: number")
        .file(
            "beside/2020.csv",
            TestLoads.COVERAGE_HEADER,
            "E1,Uno,Personas,10,5",
            "E1,Uno,Personas,11,5",
            "E1,Uno,Personas,10,6");
    assertThat(loads.run()).containsExactly("beside/2020.csv PUBLISHED");
    assertThat(facts("beside"))
        .containsExactly(
            "E1 | SERVED | MX | 5 | null |  | 1 | 2 | 3 | 2",
            "E1 | SERVED | MX | 6 | null |  | 1 | 4 | 4 | 1",
            "E1 | TARGET | MX | 10 | null |  | 1 | 2 | 4 | 2",
            "E1 | TARGET | MX | 11 | null |  | 1 | 3 | 3 | 1");
  }

  @Test
  void parts_are_added_up_within_a_place_and_never_across_levels() {
    loads
        .feed("levels", DESCRIPTOR, "aggregate: sum")
        .file(
            "levels/2020.csv",
            HEADER,
            "E1,09002,10,1,a",
            "E1,09,20,1,a",
            "E1,MX,30,1,a",
            "E1,09002,-0,1,a",
            "E1,09002,5,1,a");
    assertThat(loads.run()).containsExactly("levels/2020.csv PUBLISHED");
    assertThat(facts("levels"))
        .containsExactly(
            "E1 | SERVED | 09 | 20 | null | a | 0 | 3 | 3 | 1",
            "E1 | SERVED | 09002 | 15 | null | a | 0 | 2 | 6 | 3",
            "E1 | SERVED | MX | 30 | null | a | 0 | 4 | 4 | 1",
            "E1 | TARGET | MX | 1 | null | a | 0 | 2 | 6 | 5");
  }

  @Test
  void figures_of_several_units_are_never_added_up() {
    String units = DESCRIPTOR.replace("{constant: Personas}", "Nota");
    loads
        .feed("units", units.replaceFirst("(?m)^  - \\{distinctOn.*\n", ""), "aggregate: sum")
        .file(
            "units/2020.csv",
            HEADER,
            "E1,09,10,1,Personas",
            "E1,09,5,1,personas",
            "E2,09,10,1,Personas",
            "E2,09,5,1,Hogares",
            "E2,10,5,1,Hogares");
    assertThat(loads.run())
        .containsExactly(
            "units/2020.csv REJECTED; 2 records would be added up to figures with others of another"
                + " unit (`aggregate: sum`); the first: record 3");
    loads.feed(
        "units",
        units.replaceFirst("(?m)^  - \\{distinctOn.*\n", ""),
        "aggregate: sum",
        "unitAliases: {Hogares: Personas}");
    assertThat(loads.run()).containsExactly("units/2020.csv PUBLISHED");
    assertThat(facts("units"))
        .containsExactly(
            "E1 | SERVED | 09 | 15 | null | Personas | 0 | 2 | 3 | 2",
            "E2 | SERVED | 09 | 15 | null |  | 0 | 4 | 5 | 2",
            "E2 | SERVED | 10 | 5 | null | Hogares | 0 | 6 | 6 | 1");
    assertThat(issues("units"))
        .containsExactly(
            "LABEL_ALIAS | 0 | 5 | Nota: \"Hogares\" is read as \"Personas\" in 2 records");
  }

  @Test
  void amounts_at_several_price_bases_are_never_added_up() {
    loads
        .feed(
            "prices",
            """
            title: T
            agency: A
            files: '%1$s/*.csv'
            kind: budget
            edition: {fileName: '(?<edition>\\d{4})\\.csv'}
            record: {agency: {constant: "99"}, programme: Clave, priceBaseYear: Base}
            facts: [{stage: {constant: paid}, value: Monto}]
            aggregate: sum
            """)
        .file("prices/2020.csv", "Clave,Base,Monto", "E1,,1", "E1,2012,2", "E1,,4", "E1,2013,8");
    assertThat(loads.run()).containsExactly("prices/2020.csv PUBLISHED");
    assertThat(
            loads.rows(
                "SELECT price_basis_key, figure, record_count FROM fct_budget JOIN dim_feed USING (feed_id) WHERE feed = 'prices' ORDER BY 1"))
        .containsExactly("1 | 5 | 2", "2012 | 2 | 1", "2013 | 8 | 1");
  }
}
