package org.avance.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.avance.load.StagedRecord.Amount;
import org.avance.model.Footing;
import org.avance.model.RecordFate;
import org.junit.jupiter.api.Test;

class TallyTest {
  @Test
  void records_are_counted_by_fate_and_cells_summed_by_column_and_fate() {
    Tally tally =
        Tally.of(
            List.of(
                record(RecordFate.QUARANTINED, new Amount("a", new BigDecimal("1.5"))),
                record(RecordFate.QUARANTINED, new Amount("a", BigDecimal.TEN), amount("b", 4)),
                record(RecordFate.TOTALS, amount("a", -7)),
                record(RecordFate.FILTERED),
                record(RecordFate.BLANK)));
    assertThat(tally.read()).isEqualTo(5);
    assertThat(tally.facts()).isZero();
    assertThat(Arrays.stream(RecordFate.values()).map(tally::records))
        .containsExactly(0L, 2L, 1L, 1L, 1L, 0L);
    assertThat(shown(tally))
        .containsExactly(
            "a: 3 cells, read 4.5, quarantined 11.5, totals -7, staged 0",
            "b: 1 cells, read 4, quarantined 4, totals 0, staged 0");
  }

  @Test
  void nothing_is_nothing() {
    Tally tally = Tally.of(List.of());
    assertThat(tally.read()).isZero();
    assertThat(tally.columns()).isEmpty();
  }

  private static PreparedRecord record(RecordFate fate, Amount... cells) {
    return new PreparedRecord(1, 2, 2, "", fate, 0, List.of(), List.of(cells), Footing.NONE);
  }

  private static Amount amount(String column, long amount) {
    return new Amount(column, BigDecimal.valueOf(amount));
  }

  private static List<String> shown(Tally tally) {
    return tally.columns().entrySet().stream()
        .map(
            column ->
                "%s: %d cells, read %s, quarantined %s, totals %s, staged %s"
                    .formatted(
                        column.getKey(),
                        column.getValue().cells(),
                        column.getValue().read(),
                        column.getValue().sum(RecordFate.QUARANTINED),
                        column.getValue().sum(RecordFate.TOTALS),
                        column.getValue().sum(RecordFate.STAGED)))
        .collect(Collectors.toList());
  }
}
