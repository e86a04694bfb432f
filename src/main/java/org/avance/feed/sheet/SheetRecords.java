package org.avance.feed.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.avance.extract.RawRow;
import org.avance.extract.sheettext.SheetLine;
import org.avance.feed.mapping.MappedRecord;
import org.avance.feed.mapping.NumericCell;
import org.avance.issue.Issue;
import org.avance.issue.Severity;
import org.avance.model.Fact;
import org.avance.model.Footing;
import org.avance.model.RecordFate;
import org.avance.model.Stated;

/**
 * Collects the records of a document: each is numbered, keeps its lines, and is set aside whole
 * where one of its issues is an ERROR, or where a text is longer than the warehouse has room for.
 */
public final class SheetRecords {
  private final List<MappedRecord> records = new ArrayList<>();

  /**
   * Adds what a piece of the document states.
   *
   * @param lines where it stands, in reading order; at least one
   * @param facts what it states; a piece that states none and has no issue is FILTERED
   */
  public void add(
      List<SheetLine> lines, List<? extends Fact> facts, List<Issue> issues, Footing footing) {
    List<Issue> noted = new ArrayList<>(issues);
    noted.addAll(Room.issues(facts, lines.get(0).number()));
    boolean wrong = noted.stream().anyMatch(issue -> issue.severity() == Severity.ERROR);
    RecordFate fate =
        wrong ? RecordFate.QUARANTINED : facts.isEmpty() ? RecordFate.FILTERED : RecordFate.STAGED;
    records.add(
        new MappedRecord(
            row(lines),
            fate,
            wrong ? List.of() : List.copyOf(facts),
            Set.of(),
            noted,
            numbers(facts),
            footing));
  }

  /** The same, of a piece that has to do with no printed total. */
  public void add(List<SheetLine> lines, List<? extends Fact> facts, List<Issue> issues) {
    add(lines, facts, issues, Footing.NONE);
  }

  public List<MappedRecord> listed() {
    return List.copyOf(records);
  }

  private RawRow row(List<SheetLine> lines) {
    String raw = lines.stream().map(SheetLine::text).collect(Collectors.joining("\n"));
    return new RawRow(
        records.size() + 1L,
        lines.get(0).number(),
        lines.get(lines.size() - 1).number(),
        List.of(raw),
        raw);
  }

  /** As staging counts it: the first fact of a record that has a column counts its cell. */
  private static List<NumericCell> numbers(List<? extends Fact> facts) {
    Set<String> seen = new HashSet<>();
    List<NumericCell> cells = new ArrayList<>();
    for (Fact fact : facts) {
      if (seen.add(fact.valueColumn()) && fact.figure() instanceof Stated.Given<BigDecimal> given) {
        cells.add(new NumericCell(fact.valueColumn(), given.value()));
      }
    }
    return cells;
  }
}
