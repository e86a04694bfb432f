package org.avance.load;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.avance.model.RecordFate;

/** Counts of one chunk: records by fate, and of each value column the cells and sums by fate. */
final class Tally {
  private final Map<RecordFate, Long> records = new EnumMap<>(RecordFate.class);
  private final Map<String, ColumnTally> columns = new LinkedHashMap<>();
  private long facts;

  /** Numeric cells of one value column. */
  static final class ColumnTally {
    private final Map<RecordFate, BigDecimal> sums = new EnumMap<>(RecordFate.class);
    private long cells;

    private void add(RecordFate fate, BigDecimal amount) {
      sums.merge(fate, amount, BigDecimal::add);
      cells++;
    }

    long cells() {
      return cells;
    }

    BigDecimal sum(RecordFate fate) {
      return sums.getOrDefault(fate, BigDecimal.ZERO);
    }

    BigDecimal read() {
      return sums.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }

  static Tally of(List<? extends PreparedRecord> chunk) {
    Tally tally = new Tally();
    for (PreparedRecord record : chunk) {
      tally.records.merge(record.fate(), 1L, Long::sum);
      tally.facts += record.facts();
      for (StagedRecord.Amount cell : record.cells()) {
        tally
            .columns
            .computeIfAbsent(cell.column(), name -> new ColumnTally())
            .add(record.fate(), cell.amount());
      }
    }
    return tally;
  }

  long records(RecordFate fate) {
    return records.getOrDefault(fate, 0L);
  }

  long read() {
    return records.values().stream().mapToLong(Long::longValue).sum();
  }

  long facts() {
    return facts;
  }

  Map<String, ColumnTally> columns() {
    return columns;
  }
}
