package org.avance.feed.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.avance.extract.RawRow;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;
import org.avance.issue.Severity;
import org.avance.model.Fact;
import org.avance.model.Footing;
import org.avance.model.RecordFate;

/**
 * Maps the rows of one file. A function of the row alone: it may be called from many threads, and
 * any row yields a record, none an exception.
 *
 * <ol>
 *   <li>a row without text is BLANK;
 *   <li>one that prints totals or a control is TOTALS, however many cells it has;
 *   <li>one with more or fewer cells than the header is QUARANTINED;
 *   <li>one that the filter drops, or that meets no fact's {@code when}, is FILTERED;
 *   <li>one with an ERROR is QUARANTINED whole: half of what a record states is not what it states;
 *   <li>any other is STAGED.
 * </ol>
 */
public final class Mapping {
  private final MappingPlan plan;
  private final List<BoundFact> facts;
  private final int columns;
  private final FootingRows footings;
  private final Map<String, Integer> indexes = new HashMap<>();
  private final Map<String, FactPlan.Value> values = new LinkedHashMap<>();

  Mapping(MappingPlan bound, List<String> header) {
    this.plan = bound;
    this.facts = bound.facts().stream().map(BoundFact::new).toList();
    this.columns = header.size();
    this.footings = new FootingRows(bound.footing(), bound.missing());
    for (int i = 0; i < header.size(); i++) {
      indexes.putIfAbsent(header.get(i), i);
    }
    for (FactPlan fact : bound.facts()) {
      if (fact.value().origin().source() instanceof Source.Column column) {
        values.putIfAbsent(column.name(), fact.value());
      }
    }
  }

  /** The columns that figures stand in, in the order of the descriptor. */
  public List<String> valueColumns() {
    return List.copyOf(values.keySet());
  }

  /** Where each word of the facts comes from in this file. */
  public Bindings bindings() {
    return Bindings.of(plan);
  }

  /** The figures that the file prints about itself above its records. */
  public List<Footing.Printed> printedAbove() {
    return footings.above();
  }

  /** The figures that the file must print about itself among its records. */
  public List<Footing.Awaited> awaited() {
    return footings.awaited();
  }

  /** What a row states. */
  public MappedRecord map(RawRow row) {
    if (row.isBlank()) {
      return new MappedRecord(
          row, RecordFate.BLANK, List.of(), Set.of(), List.of(), List.of(), Footing.NONE);
    }
    Cells cells = new Cells(row, indexes, plan.missing());
    if (footings.has(cells)) {
      return totals(cells);
    }
    if (plan.raggedRows().refuses(row, columns)) {
      return outcome(cells, RecordFate.QUARANTINED, List.of(raggedness(row)));
    }
    if (!cells.hold(plan.filter())) {
      return outcome(cells, RecordFate.FILTERED, List.of());
    }
    List<BoundFact> stated = stated(cells);
    return stated.isEmpty()
        ? outcome(cells, RecordFate.FILTERED, List.of())
        : staged(cells, stated);
  }

  private List<BoundFact> stated(Cells cells) {
    List<BoundFact> stated = new ArrayList<>(facts.size());
    for (BoundFact fact : facts) {
      if (cells.hold(fact.plan().when())) {
        stated.add(fact);
      }
    }
    return stated;
  }

  private MappedRecord staged(Cells cells, List<BoundFact> stated) {
    Set<Issue> issues = new LinkedHashSet<>();
    List<Fact> made = new ArrayList<>(stated.size());
    Set<Integer> takenOnce = new HashSet<>();
    for (BoundFact each : stated) {
      each.checkPartners(cells, issues::add);
      String key = key(each.plan(), cells, issues);
      FactMakers.make(new FactReader(each, cells, issues::add), key).ifPresent(made::add);
      if (!each.plan().distinctOn().isEmpty()) {
        takenOnce.add(made.size());
      }
    }
    return isWrong(issues)
        ? outcome(cells, RecordFate.QUARANTINED, List.copyOf(issues))
        : new MappedRecord(
            cells.row(),
            RecordFate.STAGED,
            made,
            takenOnce,
            List.copyOf(issues),
            numbers(cells),
            footings.ofRecord(cells));
  }

  private static boolean isWrong(Set<Issue> issues) {
    return !issues.isEmpty()
        && issues.stream().anyMatch(issue -> issue.severity() == Severity.ERROR);
  }

  /** The record's own key; of a fact that is taken once, that of the fact. */
  private String key(FactPlan fact, Cells cells, Set<Issue> issues) {
    boolean once = !fact.distinctOn().isEmpty();
    List<String> columns = once ? fact.distinctOn() : plan.key();
    if (columns.isEmpty()) {
      return "";
    }
    RecordKey key = RecordKey.of(columns, cells);
    key.fault(cells).ifPresent(issues::add);
    return once ? plan.facts().indexOf(fact) + ": " + key.text() : key.text();
  }

  private MappedRecord outcome(Cells cells, RecordFate fate, List<Issue> issues) {
    return new MappedRecord(
        cells.row(), fate, List.of(), Set.of(), issues, numbers(cells), footings.ofRecord(cells));
  }

  private MappedRecord totals(Cells cells) {
    List<Issue> issues = new ArrayList<>();
    List<NumericCell> numbers = numbers(cells);
    Footing footing = footings.ofRow(cells, numbers, issues::add);
    return new MappedRecord(
        cells.row(), RecordFate.TOTALS, List.of(), Set.of(), issues, numbers, footing);
  }

  private List<NumericCell> numbers(Cells cells) {
    List<NumericCell> numbers = new ArrayList<>();
    values.forEach(
        (column, value) ->
            Figures.number(cells, value)
                .ifPresent(number -> numbers.add(new NumericCell(column, number))));
    return numbers;
  }

  private Issue raggedness(RawRow row) {
    return new Issue(
        IssueCode.COLUMN_COUNT,
        Location.line(row.firstLine()),
        "",
        "expected %d cells as in the header but found %d".formatted(columns, row.cells().size()),
        columns + " cells");
  }
}
