package org.avance.load;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.avance.model.IndicatorValue;
import org.avance.model.PrintedClasses;
import org.jspecify.annotations.Nullable;

/**
 * A series as a delivery states it: a digest of all that is staged of it, but for where it stands
 * in the file, and what it counts for where its facts are not staged.
 */
final class SeriesFace {
  private final MessageDigest digest = TextHash.md5();
  private final List<String> keys = new ArrayList<>();
  private final Map<Integer, Part> parts = new LinkedHashMap<>();
  private String statementHash = "";
  private long firstRecord;
  private boolean isAnyClassPrinted;

  /** Takes what the next fact says: its row, from behind its place in the file. */
  void add(BulkRows rows, int begin) {
    rows.update(digest, begin);
  }

  /**
   * Takes the next fact.
   *
   * @param key hash of its natural key
   * @param statement number under which it is staged
   */
  void add(StagedFact<IndicatorValue> fact, String key, int statement) {
    if (keys.isEmpty()) {
      statementHash = IndicatorShape.statementHash(fact.fact());
      firstRecord = fact.record().number();
    }
    keys.add(key);
    isAnyClassPrinted |= isAnyClassPrinted(fact.fact().printed());
    parts.computeIfAbsent(statement, none -> new Part(fact)).add(fact);
  }

  private static boolean isAnyClassPrinted(PrintedClasses printed) {
    return !(printed.progress().isEmpty()
        && printed.interim().isEmpty()
        && printed.trend().isEmpty()
        && printed.light().isEmpty());
  }

  /** Whether the digest stands for the series: a printed class is held against the computed one. */
  boolean isComparable() {
    return !isAnyClassPrinted;
  }

  String statementHash() {
    return statementHash;
  }

  /** Asked for once, when all facts are added. */
  String digest() {
    return TextHash.hex(digest);
  }

  List<String> keys() {
    return keys;
  }

  /**
   * How many facts are staged under each number: there is one, unless there are years between its
   * years.
   */
  Map<Integer, Long> statements() {
    Map<Integer, Long> facts = new LinkedHashMap<>();
    parts.forEach((statement, part) -> facts.put(statement, part.facts()));
    return facts;
  }

  /** Number of the record that it begins with. */
  long firstRecord() {
    return firstRecord;
  }

  /** Rows of {@link AsBefore#COLUMNS}. */
  void writeTo(BulkRows rows) {
    parts.forEach((statement, part) -> part.writeTo(rows, statement));
  }

  /** Cells that the accounting tells apart. */
  private record Cells(String column, boolean count) {}

  private static final class Sums {
    private long facts;
    private long records;
    private BigDecimal figures = BigDecimal.ZERO;
  }

  /** What bears one number: years that follow one another. */
  private final class Part {
    private final Set<List<Object>> places = new HashSet<>();
    private final Map<Cells, Sums> sums = new LinkedHashMap<>();
    private final StagedRecord first;
    private StagedRecord last;
    private int firstYear;
    private int lastYear;

    private Part(StagedFact<IndicatorValue> fact) {
      first = fact.record();
      last = first;
      firstYear = fact.fact().year();
      lastYear = firstYear;
    }

    private void add(StagedFact<IndicatorValue> fact) {
      last = fact.record();
      firstYear = Math.min(firstYear, fact.fact().year());
      lastYear = Math.max(lastYear, fact.fact().year());
      places.add(List.of(fact.fact().geography().code(), fact.fact().period().type()));
      Cells cells = new Cells(fact.fact().valueColumn(), fact.countsCell());
      Sums counted = sums.computeIfAbsent(cells, none -> new Sums());
      counted.facts++;
      counted.records += fact.number() == 1 ? 1 : 0;
      @Nullable BigDecimal figure = fact.figure();
      if (figure != null) {
        counted.figures = counted.figures.add(figure);
      }
    }

    private long facts() {
      return sums.values().stream().mapToLong(counted -> counted.facts).sum();
    }

    private void writeTo(BulkRows rows, int statement) {
      sums.forEach(
          (cells, counted) ->
              rows.add(
                  statement,
                  firstRecord,
                  cells.column(),
                  cells.count() ? 1 : 0,
                  counted.facts,
                  counted.records,
                  counted.figures,
                  statementHash,
                  firstYear,
                  lastYear,
                  first.firstLine(),
                  first.number(),
                  last.number(),
                  places.size() == 1 ? 1 : 0));
    }
  }
}
