package org.avance.job;

import static org.avance.job.ExpectedTable.cell;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.avance.feed.mapping.MappedRecord;
import org.avance.feed.mapping.NumericCell;
import org.avance.model.RecordFate;

/** The value columns of one sample as rows of {@code v_delivery_columns}. */
final class ColumnRows {
  private final Sample sample;
  private final Set<List<String>> seen = new HashSet<>();
  private final Map<String, Map<RecordFate, BigDecimal>> sums = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  ColumnRows(Sample sample) {
    this.sample = sample;
    sample.records().forEach(this::add);
  }

  List<Map<String, String>> cells() {
    return sample.valueColumns().stream().sorted().map(this::cells).toList();
  }

  /** A staged record that repeats an earlier one to the letter merges with it. */
  private void add(MappedRecord record) {
    boolean repeated = !seen.add(record.row().cells());
    boolean merges = repeated && record.fate() == RecordFate.STAGED;
    RecordFate fate = merges ? RecordFate.MERGED : record.fate();
    for (NumericCell number : record.cells()) {
      counts.merge(number.column(), 1, Integer::sum);
      sums.computeIfAbsent(number.column(), column -> new HashMap<>())
          .merge(fate, number.value(), BigDecimal::add);
    }
  }

  private Map<String, String> cells(String column) {
    Map<RecordFate, BigDecimal> byFate = sums.getOrDefault(column, Map.of());
    Map<String, String> cells = new HashMap<>();
    cells.put("column_name", cell(column));
    cells.put("cells_numeric", cell(counts.getOrDefault(column, 0)));
    cells.put("sum_read", cell(byFate.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add)));
    Stream.of(RecordFate.values())
        .forEach(
            fate ->
                cells.put(
                    "sum_" + fate.name().toLowerCase(Locale.ROOT),
                    cell(byFate.getOrDefault(fate, BigDecimal.ZERO))));
    cells.put("unaccounted", "0");
    cells.put("file_name", cell(sample.fileName()));
    return cells;
  }
}
