package org.avance.feed.sheet.monitoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.avance.extract.sheettext.SheetLine;
import org.avance.extract.sheettext.SheetText;
import org.avance.feed.sheet.SheetLayout;
import org.avance.feed.sheet.SheetReading;
import org.avance.feed.sheet.SheetRecords;
import org.avance.feed.sheet.SheetWords;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;
import org.avance.issue.RefusedFile;
import org.avance.model.Budget;
import org.avance.model.FactKind;
import org.avance.model.FindingKind;

/**
 * "Ficha de Monitoreo y Evaluación": one programme in one year, its indicator, coverage, budget,
 * and what evaluations found and recommended.
 *
 * <ul>
 *   <li>Contact data is dropped by its section before anything is read.
 *   <li>Every printed ratio is computed again; both stay as they are, a difference is an issue.
 *   <li>A section or row that a sheet lacks is named in one issue; nothing is made up for it.
 * </ul>
 */
public final class MonitoringSheet implements SheetLayout {
  private static final List<Heading> EXPECTED =
      List.of(
          Heading.DESCRIPTION,
          Heading.RESULTS,
          Heading.TARGET_DEFINITION,
          Heading.QUANTIFICATION,
          Heading.COVERAGE_ANALYSIS,
          Heading.SECTOR_ANALYSIS,
          Heading.SECTOR_INDICATOR,
          Heading.BUDGET,
          Heading.START_YEAR,
          Heading.STRENGTHS,
          Heading.WEAKNESSES,
          Heading.RECOMMENDATIONS,
          Heading.COMMITMENTS,
          Heading.NEW_COMMITMENTS,
          Heading.CURRENT_YEAR);

  @Override
  public String name() {
    return "monitoring-sheet";
  }

  @Override
  public List<String> anchors() {
    return List.of(Heading.QUANTIFICATION.title(), Heading.BUDGET.title());
  }

  @Override
  public Set<FactKind> kinds() {
    return Set.of(FactKind.COVERAGE, FactKind.BUDGET, FactKind.INDICATOR, FactKind.FINDING);
  }

  @Override
  public SheetReading read(SheetText text, SheetWords words) throws RefusedFile {
    Cells cells = new Cells(words);
    Sections sections = Cutter.cut(text).without(cells::isMissing);
    List<SheetLine> table = sections.lines(CoverageBlock.SECTIONS);
    List<CoverageRow> rows = CoverageRows.of(table, cells);
    Subject subject = new Identity(sections, words).subject(rows);
    Coverages coverages = Coverages.of(sections, rows, subject, cells);
    List<Piece> pieces = new ArrayList<>(coverages.pieces());
    pieces.addAll(budget(sections, subject, cells));
    pieces.addAll(new Indicators(sections, subject, cells).pieces());
    pieces.addAll(findings(sections, subject, cells, coverages));
    return new SheetReading(
        Identity.of(subject), records(pieces).listed(), lacking(sections, coverages), List.of());
  }

  /** The table, and what a sentence says of it. */
  private static List<Piece> budget(Sections sections, Subject subject, Cells cells) {
    BudgetTerms terms = BudgetTerms.of(sections, cells);
    List<Piece> pieces = new ArrayList<>();
    sections
        .find(Heading.BUDGET)
        .ifPresent(each -> pieces.addAll(new BudgetBlock(each, subject, cells, terms).pieces()));
    List<Budget> amounts =
        pieces.stream().flatMap(piece -> piece.facts().stream()).map(Budget.class::cast).toList();
    sections
        .find(Heading.SECTOR_ANALYSIS)
        .ifPresent(each -> pieces.addAll(new SectorShare(each.prose(), amounts, cells).pieces()));
    return pieces;
  }

  private static List<Piece> findings(
      Sections sections, Subject subject, Cells cells, Coverages coverages) {
    List<Piece> pieces =
        new ArrayList<>(new Statements(sections, subject, coverages.table()).pieces());
    sections
        .find(Heading.DESCRIPTION)
        .ifPresent(each -> pieces.addAll(new Components(each, subject).pieces()));
    Map<FindingKind, Numbers> numbers = new EnumMap<>(FindingKind.class);
    for (Heading heading : List.of(Heading.STRENGTHS, Heading.WEAKNESSES)) {
      sections
          .find(heading)
          .ifPresent(each -> pieces.addAll(new Swot(each, subject, numbers).pieces()));
    }
    pieces.addAll(new Commitments(sections, subject, cells).pieces());
    return pieces;
  }

  /** In reading order. */
  private static SheetRecords records(List<Piece> pieces) {
    SheetRecords records = new SheetRecords();
    pieces.stream()
        .sorted(Comparator.comparingLong(Piece::line))
        .forEach(piece -> records.add(piece.lines(), piece.facts(), piece.issues()));
    return records;
  }

  private static List<Issue> lacking(Sections sections, Coverages coverages) {
    List<String> lacking = new ArrayList<>();
    EXPECTED.stream()
        .filter(heading -> isLacking(sections, heading))
        .forEach(heading -> lacking.add(heading.title()));
    lacking.addAll(coverages.lacking());
    String names = String.join("; ", lacking);
    return lacking.isEmpty()
        ? List.of()
        : List.of(
            new Issue(
                IssueCode.SHEET_PART_LACKING,
                Location.FILE,
                names,
                "expected every section and row of a monitoring sheet; there is nothing of "
                    + names,
                ""));
  }

  /** Not there, or with nothing under it; the first year stands in its own heading. */
  private static boolean isLacking(Sections sections, Heading heading) {
    return sections
        .find(heading)
        .filter(
            section ->
                heading == Heading.START_YEAR
                    ? Heading.year(section.printed()) > 0
                    : !section.prose().isEmpty())
        .isEmpty();
  }
}
