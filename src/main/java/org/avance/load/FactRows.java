package org.avance.load;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.avance.model.Fact;
import org.avance.model.FactKind;
import org.avance.model.SameKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes facts into staging, with what they say in common and the keys that came more than once.
 * One for each load: what it remembers ends with it.
 */
final class FactRows {
  private static final List<String> REPEATED = List.of(StagingShape.KEY_HASH);

  private final JdbcClient sql;
  private final BulkLoad bulk;
  private final StagingTables tables;
  private final Set<FactKind> kinds;
  private final SameKey sameKey;
  private final StagedMembers members;
  private final Map<FactKind, KeySieve> sieves = new EnumMap<>(FactKind.class);
  private final boolean resumed;
  private final Set<FactKind> incomplete = EnumSet.noneOf(FactKind.class);

  /**
   * @param resumed true where records were staged before this one could see their keys
   */
  FactRows(
      JdbcClient sql,
      BulkLoad bulk,
      StagingTables tables,
      Set<FactKind> kinds,
      SameKey sameKey,
      boolean resumed) {
    this.sql = sql;
    this.bulk = bulk;
    this.tables = tables;
    this.kinds = kinds;
    this.sameKey = sameKey;
    this.resumed = resumed;
    this.members = new StagedMembers(sql, bulk, tables, kinds);
    kinds.forEach(kind -> sieves.put(kind, new KeySieve()));
  }

  void write(List<StagedRecord> chunk) {
    for (FactKind kind : kinds) {
      write(Staging.shape(kind), chunk);
    }
    members.write();
    noteIncomplete();
  }

  private <F extends Fact> void write(StagingShape<F> shape, List<StagedRecord> chunk) {
    List<StagedFact<F>> facts = new ArrayList<>();
    for (StagedRecord record : chunk) {
      facts.addAll(Staging.<F>factsOf(record, shape.kind(), sameKey));
    }
    if (facts.isEmpty()) {
      return;
    }
    BulkRows repeated = new BulkRows();
    bulk.load(
        tables.facts(shape.kind()),
        shape.loadedColumns(),
        facts.iterator(),
        (fact, rows) -> write(fact, shape, rows, repeated));
    bulk.load(tables.repeated(shape.kind()), REPEATED, repeated);
  }

  private <F extends Fact> void write(
      StagedFact<F> fact, StagingShape<F> shape, BulkRows rows, BulkRows repeated) {
    for (StagingColumn<F> column : shape.columns()) {
      Object cell = column.value().apply(fact);
      rows.cell(cell);
      if (column.name().equals(StagingShape.KEY_HASH) && cell != null) {
        sift(shape.kind(), cell.toString(), repeated);
      }
    }
    rows.cell(members.programme(fact));
    if (shape.statement().isMade()) {
      rows.cell(members.statement(fact, shape));
    }
    rows.end();
  }

  private void sift(FactKind kind, String hash, BulkRows repeated) {
    if (Objects.requireNonNull(sieves.get(kind)).holdsBack(hash)) {
      repeated.add(hash);
    }
  }

  /** Once for each kind: that not all of its repeated keys are noted. */
  private void noteIncomplete() {
    for (FactKind kind : kinds) {
      boolean sawAll = !resumed && Objects.requireNonNull(sieves.get(kind)).sawAll();
      if (!sawAll && incomplete.add(kind)) {
        sql.sql("INSERT INTO " + tables.repeated(kind) + " VALUES ('')").update();
      }
    }
  }

  /** What only records said that were set aside is not said. */
  void forgetUnstated() {
    members.forgetUnstated(kinds);
  }
}
