package org.avance.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.avance.model.Fact;
import org.avance.model.FactKind;
import org.avance.model.IndicatorValue;
import org.avance.model.SameKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts the facts of records into rows of staging, with what they say in common and the keys that
 * came more than once. One for each load, since what it remembers ends with it; and on one thread
 * only, which need not be the one that sends the rows.
 */
final class FactRows {
  /** Of rows that are held together; a chunk of wide records has many times as much. */
  private static final int MOST_BYTES = 1 << 20;

  private final StagedMembers members;
  private final List<OfKind<?>> kinds;
  private final Optional<AsBefore> asBefore;
  private List<BulkPart> parts = new ArrayList<>();

  /**
   * @param asBefore tells what need not be staged, for feeds that state indicators alone
   * @param resumed true where records were staged before this one could see their keys
   */
  FactRows(
      JdbcClient sql,
      StagingTables tables,
      Set<FactKind> kinds,
      SameKey sameKey,
      Optional<AsBefore> asBefore,
      boolean resumed) {
    this.members = new StagedMembers(sql, tables, kinds);
    this.asBefore = asBefore;
    this.kinds =
        kinds.stream()
            .<OfKind<?>>map(kind -> new OfKind<>(Staging.shape(kind), tables, sameKey, resumed))
            .toList();
  }

  /**
   * Takes the next series, in the order of the file.
   *
   * @return how many of its values of indicators bear the number of each statement; none where they
   *     are as before
   */
  Map<Integer, Integer> add(SeriesWindow.Series series) {
    Optional<SeriesFace> face =
        asBefore.filter(each -> series.isSeries()).map(each -> new SeriesFace());
    kinds.forEach(kind -> kind.write(series.records(), face));
    Map<Integer, Integer> statements = new HashMap<>();
    kinds.forEach(kind -> kind.count(statements));
    boolean isTaken = kinds.stream().map(kind -> kind.sift(face)).toList().contains(true);
    kinds.forEach(isTaken ? OfKind::leave : OfKind::keep);
    return isTaken ? Map.of() : statements;
  }

  /** Hands over all rows that came of series since the last time. */
  List<BulkPart> cut() {
    kinds.forEach(OfKind::cut);
    members.cut(parts);
    asBefore.ifPresent(each -> each.cut(parts));
    List<BulkPart> all = parts;
    parts = new ArrayList<>();
    return all;
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
    private final List<Key> keys = new ArrayList<>();
    private final int keyColumn;
    private final int endOfPlace;
    private boolean sawAll = true;

    private OfKind(StagingShape<F> shape, StagingTables tables, SameKey sameKey, boolean resumed) {
      this.shape = shape;
      this.sameKey = sameKey;
      this.facts = new BulkTable(tables.facts(shape.kind()), shape.loadedColumns());
      this.keyColumn = facts.columns().indexOf(StagingShape.KEY_HASH);
      this.endOfPlace = facts.columns().indexOf(StagingShape.END_OF_PLACE);
      this.keysRepeated =
          new BulkTable(tables.repeated(shape.kind()), List.of(StagingShape.KEY_HASH));
      if (resumed) {
        noteIncomplete();
      }
    }

    /** A key and the number of what its fact says. */
    private record Key(String hash, int statement) {}

    private void write(List<StagedRecord> records, Optional<SeriesFace> face) {
      rows.mark();
      for (StagedRecord record : records) {
        for (StagedFact<F> fact : Staging.<F>factsOf(record, shape.kind(), sameKey)) {
          write(fact, face);
        }
      }
    }

    private void write(StagedFact<F> fact, Optional<SeriesFace> face) {
      String key = "";
      int begin = rows.length();
      for (int i = 0; i < shape.columns().size(); i++) {
        Object cell = shape.columns().get(i).value().apply(fact);
        rows.cell(cell);
        if (i == keyColumn && cell != null) {
          key = cell.toString();
        } else if (i == endOfPlace) {
          begin = rows.length();
        }
      }
      if (face.isPresent()) {
        face.get().add(rows, begin);
      }
      rows.cell(members.programme(fact));
      int statement = 0;
      if (shape.statement().isMade()) {
        statement = members.statement(fact, shape);
        rows.cell(statement);
      }
      rows.end();
      keys.add(new Key(key, statement));
      @Nullable StagedFact<IndicatorValue> indicator = AsBefore.indicator(fact);
      if (face.isPresent() && indicator != null) {
        face.get().add(indicator, key, statement);
      }
    }

    private void count(Map<Integer, Integer> statements) {
      if (shape.kind() == FactKind.INDICATOR) {
        keys.forEach(key -> statements.merge(key.statement(), 1, Integer::sum));
      }
    }

    /** Looks at the keys of a series; true where the series need not be staged. */
    private boolean sift(Optional<SeriesFace> face) {
      boolean isTaken = face.isPresent() && asBefore.orElseThrow().takes(face.get(), sieve);
      if (!isTaken) {
        keys.forEach(this::sift);
      }
      keys.clear();
      return isTaken;
    }

    private void sift(Key key) {
      boolean isShared = asBefore.isPresent() && asBefore.get().shares(key.hash());
      if (sieve.holdsBack(key.hash()) || isShared) {
        repeated.add(key.hash());
      }
      if (sawAll && !(sieve.sawAll() && asBefore.map(AsBefore::sawAll).orElse(true))) {
        noteIncomplete();
      }
    }

    /** Once: that not all of the repeated keys are noted. */
    private void noteIncomplete() {
      sawAll = false;
      repeated.add("");
    }

    /** Leaves out the facts of the series. */
    private void leave() {
      rows.reset();
    }

    private void keep() {
      if (rows.length() > MOST_BYTES) {
        rows.cut(facts).ifPresent(parts::add);
      }
    }

    private void cut() {
      rows.cut(facts).ifPresent(parts::add);
      repeated.cut(keysRepeated).ifPresent(parts::add);
    }
  }
}
