package org.avance.feed.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.avance.extract.RawRow;
import org.avance.feed.text.Texts;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;
import org.avance.issue.Severity;
import org.avance.model.Fact;
import org.avance.model.RecordFate;

/**
 * Maps the rows of one file. A function of the row alone: it may be called from many threads, and
 * any row yields a record, none an exception.
 *
 * <ol>
 *   <li>a row without text is BLANK;
 *   <li>one with more or fewer cells than the header is QUARANTINED;
 *   <li>one of totals is TOTALS;
 *   <li>one that the filter drops, or that meets no fact's {@code when}, is FILTERED;
 *   <li>one with an ERROR is QUARANTINED whole: half of what a record states is not what it states;
 *   <li>any other is STAGED.
 * </ol>
 */
public final class Mapping {
  private static final int LONGEST_KEY = 200;

  private final MappingPlan plan;
  private final Partners partners;
  private final int columns;
  private final Map<String, Integer> indexes = new HashMap<>();
  private final Map<String, FactPlan.Value> values = new LinkedHashMap<>();

  Mapping(MappingPlan bound, List<String> header) {
    this.plan = bound;
    this.partners = new Partners(bound.facts());
    this.columns = header.size();
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

  /** What a row states. */
  public MappedRecord map(RawRow row) {
    if (row.isBlank()) {
      return new MappedRecord(row, RecordFate.BLANK, List.of(), List.of(), List.of());
    }
    Cells cells = new Cells(row, indexes, plan.missing());
    if (plan.raggedRows().refuses(row, columns)) {
      return outcome(cells, RecordFate.QUARANTINED, List.of(raggedness(row)));
    }
    if (!plan.totals().isEmpty() && plan.totals().stream().allMatch(cells::hold)) {
      return outcome(cells, RecordFate.TOTALS, List.of());
    }
    List<FactPlan> facts = plan.filter().stream().allMatch(cells::hold) ? stated(cells) : List.of();
    return facts.isEmpty() ? outcome(cells, RecordFate.FILTERED, List.of()) : staged(cells, facts);
  }

  private List<FactPlan> stated(Cells cells) {
    return plan.facts().stream()
        .filter(fact -> fact.when().stream().allMatch(cells::hold))
        .toList();
  }

  private MappedRecord staged(Cells cells, List<FactPlan> plans) {
    Set<Issue> issues = new LinkedHashSet<>();
    List<Fact> facts = new ArrayList<>();
    String key = recordKey(cells, issues);
    for (FactPlan each : plans) {
      partners.check(each, cells, issues::add);
      FactMakers.make(new FactReader(each, cells, issues::add), key).ifPresent(facts::add);
    }
    boolean wrong = issues.stream().anyMatch(issue -> issue.severity() == Severity.ERROR);
    return wrong
        ? outcome(cells, RecordFate.QUARANTINED, List.copyOf(issues))
        : new MappedRecord(
            cells.row(), RecordFate.STAGED, facts, List.copyOf(issues), numbers(cells));
  }

  private MappedRecord outcome(Cells cells, RecordFate fate, List<Issue> issues) {
    return new MappedRecord(cells.row(), fate, List.of(), issues, numbers(cells));
  }

  private List<NumericCell> numbers(Cells cells) {
    List<NumericCell> numbers = new ArrayList<>();
    values.forEach(
        (column, value) ->
            Figures.number(cells, value)
                .ifPresent(number -> numbers.add(new NumericCell(column, number))));
    return numbers;
  }

  /** The key columns' texts, joined so that two keys are never one text. */
  private String recordKey(Cells cells, Set<Issue> issues) {
    String key =
        plan.key().stream()
            .map(column -> Texts.trimmed(cells.printed(column)).replace("|", "||"))
            .collect(Collectors.joining(" | "));
    boolean blank = key.replace("|", "").isBlank();
    if (!plan.key().isEmpty() && (blank || Texts.isLonger(key, LONGEST_KEY))) {
      issues.add(wrongKey(cells, blank, key));
    }
    return key;
  }

  private Issue wrongKey(Cells cells, boolean blank, String key) {
    String expected = "a key of 1 to " + LONGEST_KEY + " characters";
    return new Issue(
        blank ? IssueCode.VALUE_REQUIRED : IssueCode.CODE_TOO_LONG,
        Location.cell(cells.row().firstLine(), plan.key().get(0)),
        key,
        String.join(", ", plan.key())
            + ": expected "
            + expected
            + (blank ? " but found a blank" : " but found " + Texts.quoted(key)),
        expected);
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
