package org.avance.feed.sheet.monitoring;

import static org.avance.feed.sheet.monitoring.CoverageLabel.RATIO;
import static org.avance.feed.sheet.monitoring.CoverageLabel.SERVED;
import static org.avance.feed.sheet.monitoring.CoverageLabel.TARGET;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.avance.extract.sheettext.SheetLine;
import org.avance.feed.sheet.monitoring.Subject.Counted;
import org.avance.feed.sheet.monitoring.Subject.Remarks;
import org.avance.feed.text.Texts;
import org.avance.issue.Findings;
import org.avance.issue.Issue;
import org.avance.model.Caveat;
import org.avance.model.Component;
import org.avance.model.Coverage;
import org.avance.model.PopulationKind;
import org.avance.model.Sex;
import org.avance.model.Stated;

/**
 * The populations of the year, and how many men, women and places were served. Each row is a record
 * of its own; the printed ratio stands in the note of the served population.
 */
final class CoverageBlock {
  static final List<Heading> SECTIONS =
      List.of(Heading.TARGET_DEFINITION, Heading.COVERAGE, Heading.QUANTIFICATION);

  private static final Map<CoverageLabel, PopulationKind> POPULATIONS =
      new EnumMap<>(
          Map.of(
              CoverageLabel.POTENTIAL,
              PopulationKind.POTENTIAL,
              TARGET,
              PopulationKind.TARGET,
              SERVED,
              PopulationKind.SERVED));
  private static final Map<CoverageLabel, Sex> SEXES =
      new EnumMap<>(Map.of(CoverageLabel.MEN, Sex.MEN, CoverageLabel.WOMEN, Sex.WOMEN));

  /** As many characters as the warehouse holds. */
  private static final int LONGEST_UNIT = 200;

  private final List<CoverageRow> rows;
  private final Subject subject;
  private final Cells cells;
  private final Caveats caveats;
  private final String definition;

  CoverageBlock(
      List<CoverageRow> rows, Subject subject, Cells cells, Caveats caveats, String definition) {
    this.rows = rows;
    this.subject = subject;
    this.cells = cells;
    this.caveats = caveats;
    this.definition = definition;
  }

  List<Piece> pieces() {
    List<Piece> pieces = new ArrayList<>();
    for (CoverageLabel label : CoverageLabel.values()) {
      if (isFact(label)) {
        row(label).ifPresent(row -> pieces.add(piece(row)));
      }
    }
    return pieces;
  }

  /** The rows that the document lacks, by their labels; the unit's where it is blank, too. */
  List<String> lacking() {
    List<String> lacking = new ArrayList<>();
    for (CoverageLabel label : CoverageLabel.values()) {
      boolean needed = isFact(label) || label == RATIO;
      if (needed && row(label).isEmpty()) {
        lacking.add(label.title());
      }
    }
    if (unit().isEmpty()) {
      lacking.add(CoverageLabel.UNIT.title());
    }
    return lacking;
  }

  private static boolean isFact(CoverageLabel label) {
    return POPULATIONS.containsKey(label)
        || SEXES.containsKey(label)
        || Reach.of(label).isPresent();
  }

  /** The row of a label: the first with a value, for a label broken in two may show up blank. */
  private Optional<CoverageRow> row(CoverageLabel label) {
    List<CoverageRow> all = rows.stream().filter(row -> row.label() == label).toList();
    return all.stream()
        .filter(row -> !row.value().isEmpty())
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  private Piece piece(CoverageRow row) {
    Findings<Stated<BigDecimal>> figure = figure(row);
    Coverage fact =
        subject.coverage(counted(row.label()), figure.value(), remarks(row), row.label().title());
    List<Issue> issues = new ArrayList<>(figure.issues());
    issues.addAll(CoverageChecks.of(fact, row));
    List<SheetLine> lines = new ArrayList<>(row.lines());
    if (row.label() == SERVED) {
      ratio().ifPresent(ratio -> lines.addAll(ratio.lines()));
      issues.addAll(ratioIssue(figure.value()));
      issues.addAll(CoverageChecks.sexes(this::stated, fact, row));
    }
    if (Reach.of(row.label()).isPresent()) {
      issues.addAll(CoverageChecks.places(this::stated, row));
    }
    return new Piece(lines, List.of(fact), issues);
  }

  private Findings<Stated<BigDecimal>> figure(CoverageRow row) {
    SheetLine line = row.lines().get(0);
    return row.doubtful()
        ? new Findings<>(Subject.NO_FIGURE, List.of(CoverageChecks.doubtful(row)))
        : cells.figure(row.value(), line, row.label().title());
  }

  private Counted counted(CoverageLabel label) {
    Optional<Reach> reach = Reach.of(label);
    if (reach.isPresent()) {
      Component places = new Component(false, label.title());
      return new Counted(PopulationKind.SERVED, Sex.TOTAL, places, reach.get().unit());
    }
    return new Counted(
        POPULATIONS.getOrDefault(label, PopulationKind.SERVED),
        SEXES.getOrDefault(label, Sex.TOTAL),
        Component.WHOLE,
        unit());
  }

  private Remarks remarks(CoverageRow row) {
    PopulationKind population = POPULATIONS.get(row.label());
    if (population == null) {
      return Remarks.NONE;
    }
    boolean figure = cells.number(row.value()).isPresent();
    Set<Caveat> said = figure ? caveats.of(population) : Set.of();
    String note = row.label() == SERVED ? ratioNote() : "";
    return new Remarks(row.label() == TARGET ? definition : "", note, said);
  }

  private String ratioNote() {
    return ratio()
        .map(CoverageRow::value)
        .filter(value -> !value.isEmpty())
        .map(value -> RATIO.title() + ": " + value)
        .orElse("");
  }

  private Optional<CoverageRow> ratio() {
    return row(RATIO);
  }

  private List<Issue> ratioIssue(Stated<BigDecimal> served) {
    return ratio()
        .flatMap(
            row ->
                new Ratio(RATIO.title(), row.value(), row.lines().get(0).number())
                    .check(served, stated(TARGET), cells))
        .stream()
        .toList();
  }

  /** What a row states, without its issues. */
  private Stated<BigDecimal> stated(CoverageLabel label) {
    return row(label)
        .flatMap(row -> cells.number(row.value()))
        .map(Stated::given)
        .orElse(Subject.NO_FIGURE);
  }

  /** As printed beside the label and its second line; empty where a missing word stands there. */
  private String unit() {
    return Stream.of(CoverageLabel.UNIT, CoverageLabel.UNIT_PA)
        .flatMap(label -> row(label).stream())
        .map(CoverageRow::value)
        .filter(value -> !cells.isMissing(value))
        .reduce((first, second) -> first + " " + second)
        .map(unit -> Texts.cut(unit, LONGEST_UNIT))
        .orElse("");
  }
}
