package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.avance.load.TestWarehouse;
import org.avance.model.RecordFate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The accounting of a file of several chunks that has something of everything, at the edges of its
 * chunks, too: counted here while it is made.
 */
class AccountingTest {
  private static final int RECORDS = 12_345;

  /** Records in a chunk. */
  private static final int CHUNK = 5_000;

  private static final String DESCRIPTOR =
      """
      title: T
      agency: A
      files: '%1$s/*.csv'
      kind: budget
      edition: {fileName: '(?<edition>\\d{4})\\.csv'}
      record:
        agency: {constant: "99"}
        programme: Clave
        geography: Estado
      facts:
        - {stage: {constant: approved}, value: Aprobado}
        - {stage: {constant: paid}, value: Pagado}
      key: Folio
      filter: [{column: Clave, matching: 'E.*'}]
      totals: {when: {column: Clave, equals: Total}}
      aggregate: sum
      tolerances: {quarantined: 50%%, crossFoot: 99999999999}
      """;

  private final Random random = new Random(1917);
  private final Map<RecordFate, Long> records = new EnumMap<>(RecordFate.class);
  private final Map<RecordFate, BigDecimal> sums = new EnumMap<>(RecordFate.class);
  private final List<String> lines = new ArrayList<>(List.of("Clave,Estado,Folio,Aprobado,Pagado"));
  private final List<String> good = new ArrayList<>();
  private final List<BigDecimal> goodSums = new ArrayList<>();

  @Test
  void everything_read_has_one_fate(@TempDir Path folder) throws Exception {
    TestWarehouse warehouse = TestWarehouse.migrated("accounting");
    for (int number = 1; number <= RECORDS; number++) {
      int place = number % CHUNK;
      boolean edge = place <= 3 || place >= CHUNK - 3;
      add(edge ? RecordFate.values()[number % 6] : fate());
    }
    try (TestLoads loads = new TestLoads(folder, warehouse)) {
      loads
          .feed("everything", DESCRIPTOR)
          .file("everything/2020.csv", lines.toArray(String[]::new));
      assertThat(loads.run()).containsExactly("everything/2020.csv PUBLISHED");
      assertThat(
              loads.one(
                  """
                  SELECT records_read, records_staged, records_quarantined, records_blank, records_totals, records_filtered,
                    records_merged FROM v_delivery
                  """))
          .isEqualTo(
              "%d | %d | %d | %d | %d | %d | %d"
                  .formatted(
                      RECORDS,
                      records.get(RecordFate.STAGED),
                      records.get(RecordFate.QUARANTINED),
                      records.get(RecordFate.BLANK),
                      records.get(RecordFate.TOTALS),
                      records.get(RecordFate.FILTERED),
                      records.get(RecordFate.MERGED)));
      assertThat(
              loads.one(
                  """
                  SELECT sum_staged, sum_quarantined, sum_totals, sum_filtered, sum_merged, unaccounted
                  FROM v_delivery_columns WHERE column_name = 'Aprobado'
                  """))
          .isEqualTo(
              "%s | %s | %s | %s | %s | 0"
                  .formatted(
                      sum(RecordFate.STAGED),
                      sum(RecordFate.QUARANTINED),
                      sum(RecordFate.TOTALS),
                      sum(RecordFate.FILTERED),
                      sum(RecordFate.MERGED)));
      assertThat(
              loads.one(
                  "SELECT SUM(figure), SUM(record_count) FROM fct_budget JOIN dim_budget_stage USING (stage_key) WHERE code = 'APPROVED'"))
          .isEqualTo(
              sum(RecordFate.STAGED)
                  + " | "
                  + (records.get(RecordFate.STAGED) + records.get(RecordFate.MERGED)));
    }
  }

  private String sum(RecordFate fate) {
    return sums.get(fate).stripTrailingZeros().toPlainString();
  }

  /** Most records are good ones. */
  private RecordFate fate() {
    int dice = random.nextInt(40);
    return dice < RecordFate.values().length ? RecordFate.values()[dice] : RecordFate.STAGED;
  }

  private void add(RecordFate fate) {
    RecordFate can = fate == RecordFate.MERGED && good.isEmpty() ? RecordFate.STAGED : fate;
    BigDecimal amount = BigDecimal.valueOf(random.nextInt(2_000_000) - 500_000, 2);
    String cells = "%02d,F%d,%s,%s".formatted(1 + random.nextInt(32), lines.size(), amount, amount);
    records.merge(can, 1L, Long::sum);
    switch (can) {
      case STAGED -> {
        String line = "E%03d,".formatted(random.nextInt(50)) + cells;
        good.add(line);
        goodSums.add(amount);
        write(can, line, amount);
      }
      case MERGED -> {
        int which = random.nextInt(good.size());
        write(can, good.get(which), goodSums.get(which));
      }
      case QUARANTINED -> write(can, "E001,99999," + cells.substring(3), amount);
      case TOTALS -> write(can, "Total," + cells, amount);
      case FILTERED -> write(can, "M001," + cells, amount);
      case BLANK -> write(can, random.nextBoolean() ? ",,,," : "", BigDecimal.ZERO);
    }
  }

  private void write(RecordFate fate, String line, BigDecimal amount) {
    lines.add(line);
    sums.merge(fate, amount, BigDecimal::add);
  }
}
