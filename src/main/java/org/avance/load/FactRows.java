package org.avance.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.avance.model.Fact;
import org.avance.model.FactKind;
import org.avance.model.SameKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts the facts of records into rows of staging, with what they say in common and the keys that
 * came more than once. One for each load, since what it remembers ends with it; and on one thread
 * only, which need not be the one that sends the rows.
 */
final class FactRows {
  private final StagedMembers members;
  private final List<OfKind<?>> kinds;
  private final Map<Integer, Integer> statements = new HashMap<>();

  /**
   * @param resumed true where records were staged before this one could see their keys
   */
  FactRows(
      JdbcClient sql, StagingTables tables, Set<FactKind> kinds, SameKey sameKey, boolean resumed) {
    this.members = new StagedMembers(sql, tables, kinds);
    this.kinds =
        kinds.stream()
            .<OfKind<?>>map(kind -> new OfKind<>(Staging.shape(kind), tables, sameKey, resumed))
            .toList();
  }

  /** All rows that come of the next records, in the order of the file. */
  List<PreparedRecord> prepare(SeriesWindow.Series series) {
    statements.clear();
    return series.records().stream().map(this::prepare).toList();
  }

  /** How many values of indicators in these records bear the number of each statement. */
  Map<Integer, Integer> statements() {
    return Map.copyOf(statements);
  }

  private PreparedRecord prepare(StagedRecord record) {
    List<BulkPart> parts = new ArrayList<>();
    for (OfKind<?> kind : kinds) {
      kind.write(record);
      kind.cut(parts);
    }
    members.cut(parts);
    return PreparedRecord.of(record, parts);
  }

  /** The rows of one kind of fact. */
  private final class OfKind<F extends Fact> {
    private final StagingShape<F> shape;
    private final SameKey sameKey;
    private final BulkTable facts;
    private final BulkTable keysRepeated;
    private final BulkRows rows = new BulkRows();
    private final BulkRows repeated = new BulkRows();
    private final KeySieve sieve = new KeySieve();
    private boolean sawAll = true;

    private OfKind(StagingShape<F> shape, StagingTables tables, SameKey sameKey, boolean resumed) {
      this.shape = shape;
      this.sameKey = sameKey;
      this.facts = new BulkTable(tables.facts(shape.kind()), shape.loadedColumns());
      this.keysRepeated =
          new BulkTable(tables.repeated(shape.kind()), List.of(StagingShape.KEY_HASH));
      if (resumed) {
        noteIncomplete();
      }
    }

    private void write(StagedRecord record) {
      for (StagedFact<F> fact : Staging.<F>factsOf(record, shape.kind(), sameKey)) {
        write(fact);
      }
      if (sawAll && !sieve.sawAll()) {
        noteIncomplete();
      }
    }

    private void write(StagedFact<F> fact) {
      for (StagingColumn<F> column : shape.columns()) {
        Object cell = column.value().apply(fact);
        rows.cell(cell);
        if (column.name().equals(StagingShape.KEY_HASH) && cell != null) {
          sift(cell.toString());
        }
      }
      rows.cell(members.programme(fact));
      if (shape.statement().isMade()) {
        int statement = members.statement(fact, shape);
        rows.cell(statement);
        if (shape.kind() == FactKind.INDICATOR) {
          statements.merge(statement, 1, Integer::sum);
        }
      }
      rows.end();
    }

    private void sift(String hash) {
      if (sieve.holdsBack(hash)) {
        repeated.add(hash);
      }
    }

    /** Once: that not all of the repeated keys are noted. */
    private void noteIncomplete() {
      sawAll = false;
      repeated.add("");
    }

    private void cut(List<BulkPart> parts) {
      rows.cut(facts).ifPresent(parts::add);
      repeated.cut(keysRepeated).ifPresent(parts::add);
    }
  }
}
