package org.avance.job;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.avance.load.FactFace;
import org.avance.load.StagedRecord;
import org.avance.model.DeliveryCounts;
import org.avance.model.RecordFate;
import org.avance.model.SameKey;
import org.avance.model.TrialResult.ColumnSums;
import org.avance.model.TrialResult.FactLine;

/** Counts the records of a trial, and keeps the facts of the first. */
final class TrialTally {
  private static final int RECORDS_SHOWN = 10;
  private static final int FACTS_SHOWN = 40;

  private final SameKey rule;
  private final KeyCensus keys;
  private final Map<RecordFate, Long> records = new EnumMap<>(RecordFate.class);
  private final Map<String, Sums> columns = new LinkedHashMap<>();
  private final List<FactLine> first = new ArrayList<>();
  private long facts;

  /** Of one value column. */
  private static final class Sums {
    private final Map<RecordFate, BigDecimal> byFate = new EnumMap<>(RecordFate.class);
    private long cells;

    private void add(RecordFate fate, BigDecimal amount) {
      byFate.merge(fate, amount, BigDecimal::add);
      cells++;
    }

    private BigDecimal of(RecordFate fate) {
      return byFate.getOrDefault(fate, BigDecimal.ZERO);
    }

    private ColumnSums named(String column) {
      return new ColumnSums(
          column,
          cells,
          byFate.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add),
          of(RecordFate.STAGED),
          of(RecordFate.QUARANTINED),
          of(RecordFate.TOTALS),
          of(RecordFate.FILTERED));
    }
  }

  TrialTally(SameKey rule) {
    this.rule = rule;
    this.keys = new KeyCensus(rule);
  }

  /** Columns without a number shall be listed, too. */
  void expect(List<String> valueColumns) {
    valueColumns.forEach(column -> columns.putIfAbsent(column, new Sums()));
  }

  void add(StagedRecord record) {
    if (of(RecordFate.STAGED) < RECORDS_SHOWN) {
      FactFace.of(record, rule).stream()
          .limit(FACTS_SHOWN - first.size())
          .map(face -> line(face, record.firstLine()))
          .forEach(first::add);
    }
    records.merge(record.fate(), 1L, Long::sum);
    facts += record.facts().size();
    record
        .cells()
        .forEach(
            cell ->
                columns
                    .computeIfAbsent(cell.column(), name -> new Sums())
                    .add(record.fate(), cell.amount()));
    keys.add(record);
  }

  private static FactLine line(FactFace face, long line) {
    return new FactLine(face.kind().name().toLowerCase(Locale.ROOT), line, face.words().get());
  }

  KeyCensus keys() {
    return keys;
  }

  /** What becomes of records of the same key; nothing where that could not be judged. */
  KeyCensus.Settled settle() {
    return keys.isWhole() ? keys.settle() : new KeyCensus.Settled(Map.of(), Map.of(), facts);
  }

  List<FactLine> first() {
    return first;
  }

  List<ColumnSums> columns() {
    return columns.entrySet().stream().map(each -> each.getValue().named(each.getKey())).toList();
  }

  DeliveryCounts counts(KeyCensus.Settled settled) {
    long setAside = rule == SameKey.QUARANTINE ? settled.conflicting().size() : 0;
    long merged = settled.merged().size();
    return new DeliveryCounts(
        records.values().stream().mapToLong(Long::longValue).sum(),
        of(RecordFate.STAGED) - setAside - merged,
        of(RecordFate.QUARANTINED) + setAside,
        of(RecordFate.BLANK),
        of(RecordFate.TOTALS),
        of(RecordFate.FILTERED),
        merged,
        settled.facts(),
        0,
        0,
        0,
        0);
  }

  private long of(RecordFate fate) {
    return records.getOrDefault(fate, 0L);
  }
}
