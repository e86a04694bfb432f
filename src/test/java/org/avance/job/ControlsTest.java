package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.avance.load.TestWarehouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A delivery must meet the figures that it prints about itself. */
class ControlsTest {
  private static final String DESCRIPTOR =
      """
      title: T
      agency: A
      files: '%1$s/*.csv'
      kind: budget
      edition: {fileName: '(?<edition>\\d{4})\\.csv'}
      dialect: {header: {containing: [Ramo, Monto]}}
      record: {agency: Ramo, programme: Clave, stage: {constant: paid}}
      facts: [{value: Monto}]
      filter: {column: Clave, matching: 'E.*'}
      tolerances: {quarantined: 1, crossFoot: 0.5}
      sameKey: number
      totals:
        - {when: {column: Clave, equals: Total}}
        - {when: {column: Clave, matching: 'Total ramo.*'}, of: {Ramo: {column: Clave, pattern: 'Total ramo (.*)'}}}
      controls:
        - {count: records, printed: {headerCell: 'Registros: ([\\d,]+)'}}
        - {count: records, printed: Ramo, row: {column: Clave, equals: Número}}
        - {sum: Monto, printed: Monto, row: {column: Clave, equals: Suma}}
      """;

  private static TestWarehouse warehouse;

  @TempDir private Path folder;
  private TestLoads loads;

  @BeforeAll
  static void warehouse() throws Exception {
    warehouse = TestWarehouse.migrated("controls");
  }

  @BeforeEach
  void loads() {
    loads = new TestLoads(folder, warehouse);
  }

  @AfterEach
  void close() {
    loads.close();
  }

  /** Of every fate but one: merged, quarantined and filtered records are records, too. */
  private static List<String> records() {
    return List.of("06,E1,10", "06,E1,10", "06,E2,x", "", "08,E3,20.25", "08,M1,4");
  }

  private List<String> load(String feed, String count, String... rest) {
    List<String> lines =
        new ArrayList<>(List.of("\"Registros: " + count + "\"", "Ramo,Clave,Monto"));
    lines.addAll(records());
    lines.addAll(List.of(rest));
    loads.feed(feed, DESCRIPTOR).file(feed + "/2020.csv", lines.toArray(String[]::new));
    return loads.run();
  }

  @Test
  void all_that_is_printed_is_met() {
    assertThat(
            load(
                "met",
                "5",
                "06,Total ramo 06,20",
                "08,Total ramo 08,24",
                "5,Número",
                ",Total,44.25",
                ",Suma,44.75"))
        .containsExactly("met/2020.csv PUBLISHED");
    assertThat(
            loads.one(
                """
                SELECT records_read, records_staged, records_quarantined, records_blank, records_totals, records_filtered,
                  records_merged, sum_read, sum_staged, sum_quarantined, sum_totals, sum_filtered, sum_merged, unaccounted
                FROM v_delivery JOIN v_delivery_columns USING (delivery_id) WHERE v_delivery.feed = 'met'
                """))
        .isEqualTo("11 | 2 | 1 | 1 | 5 | 1 | 1 | 177.25 | 30.25 | 0 | 133 | 4 | 10 | 0");
  }

  @Test
  void whatever_is_not_met_is_a_reason() {
    assertThat(
            load(
                "unmet",
                "1,444",
                "06,Total ramo 06,21",
                "08,Total ramo 08,24",
                "08,Total ramo 09,1",
                "6,Número",
                ",Total,45",
                ",Suma,43.5"))
        .containsExactly(
            "unmet/2020.csv REJECTED; the printed number of records (header) is 1444, the file has 5, a greater"
                + " difference than the descriptor bears (`tolerances: {crossFoot: 0.5}`);"
                + " Monto, Ramo \"06\" (line 9): the printed total is 21, its records add up to 20, a greater"
                + " difference than the descriptor bears (`tolerances: {crossFoot: 0.5}`);"
                + " Monto, Ramo \"09\" (line 11): the printed total is 1, its records add up to 0, a greater"
                + " difference than the descriptor bears (`tolerances: {crossFoot: 0.5}`);"
                + " the printed number of records (line 12) is 6, the file has 5, a greater"
                + " difference than the descriptor bears (`tolerances: {crossFoot: 0.5}`);"
                + " Monto: the printed total is 45, its records add up to 44.25, a greater"
                + " difference than the descriptor bears (`tolerances: {crossFoot: 0.5}`);"
                + " Monto (line 14): the printed total is 43.5, its records add up to 44.25, a greater"
                + " difference than the descriptor bears (`tolerances: {crossFoot: 0.5}`)");
  }

  @Test
  void a_control_that_the_file_does_not_print_is_a_reason_and_totals_may_be_absent() {
    assertThat(load("absent", "5", "cinco,Número"))
        .containsExactly(
            "absent/2020.csv REJECTED; controls: expected a row that prints the number of records but"
                + " found none; controls: expected a row that prints the sum of Monto but found none");
    assertThat(
            loads.rows(
                "SELECT code, record_no, line, message FROM v_issues WHERE feed = 'absent' AND line = 9"))
        .containsExactly(
            "NUMBER_UNREADABLE | 7 | 9 | Ramo: expected a number such as 1,234.5 but found \"cinco\"");
  }

  /** Parts of a chunk are noted with the chunk: a file of several is added up over all of them. */
  @Test
  void groups_are_added_up_over_chunks() {
    List<String> lines = new ArrayList<>(List.of("\"Registros: 12,000\"", "Ramo,Clave,Monto"));
    for (int i = 0; i < 12_000; i++) {
      lines.add("%02d,E%d,%d.5".formatted(i % 2, i, i));
    }
    // The sum of i.5 for even i below 12,000, and for odd ones.
    lines.addAll(List.of("00,Total ramo 00,35997000", "01,Total ramo 01,36003000"));
    lines.addAll(List.of("12000,Número,", ",Suma,72000000"));
    loads.feed("chunks", DESCRIPTOR).file("chunks/2020.csv", lines.toArray(String[]::new));
    assertThat(loads.run()).containsExactly("chunks/2020.csv PUBLISHED");
    assertThat(loads.stagingTables()).isEmpty();
  }
}
