package org.avance.feed.sheet.progress;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.model.Assessment;
import org.avance.model.Direction;
import org.avance.model.IndicatorFocus;
import org.avance.model.IndicatorQuality;
import org.avance.model.ProgressClass;

/** What does not go together in what is printed of one indicator. Nothing is changed by it. */
record AssessmentChecks(
    Vocabularies words, FocusDeduction focus, Objective objective, Ambiguities ambiguities) {

  List<Issue> of(int indicator, Assessment fact, Optional<Movements.Way> moved) {
    Faults faults = new Faults();
    labels(fact.printed(), faults);
    ambiguity(indicator, fact, faults);
    lack(fact, faults);
    marks(indicator, fact, faults);
    quality(fact, faults);
    constancy(fact, faults);
    moved.ifPresent(way -> movement(fact, way, faults));
    return faults.listed();
  }

  private void labels(Assessment.Printed printed, Faults faults) {
    String characteristics = Part.CHARACTERISTICS.title();
    long line = line(Part.CHARACTERISTICS);
    faults.label(words.role(), printed.role(), line, characteristics);
    faults.label(words.direction(), printed.direction(), line, characteristics);
    faults.label(words.quality(), printed.quality(), line, characteristics);
    faults.label(words.interim(), printed.interim(), line(Part.INTERIM), Part.INTERIM.title());
    faults.label(words.progress(), printed.progress(), line(Part.PROGRESS), Part.PROGRESS.title());
  }

  private void ambiguity(int indicator, Assessment fact, Faults faults) {
    if (fact.ambiguous()) {
      String others =
          IntStream.range(0, objective.slots().size())
              .filter(ambiguities::concerns)
              .mapToObj(i -> objective.slots().get(i).number())
              .collect(Collectors.joining(", "));
      faults.add(
          IssueCode.ASSIGNMENT_AMBIGUOUS,
          ambiguities.line(indicator),
          "",
          fact.note(),
          "indicator %s: expected a label for each of %d indicators, but these could be of any of %s: %s"
              .formatted(fact.indicator().number(), objective.slots().size(), others, fact.note()),
          "as many labels as indicators, or a blank cell for each that is lacking");
    }
  }

  /** A row with fewer triples than indicators, none of which is loose: one indicator has none. */
  private void lack(Assessment fact, Faults faults) {
    Assessment.Printed printed = fact.printed();
    boolean none = (printed.role() + printed.direction() + printed.quality()).isEmpty();
    if (none && !fact.ambiguous() && objective.block().row(Part.CHARACTERISTICS).isPresent()) {
      faults.add(
          IssueCode.SHEET_PART_LACKING,
          line(Part.CHARACTERISTICS),
          Part.CHARACTERISTICS.title(),
          "",
          "indicator %s: expected role, direction and quality but found none of them"
              .formatted(fact.indicator().number()),
          "three labels for each indicator");
    }
  }

  private void marks(int indicator, Assessment fact, Faults faults) {
    for (String other : objective.marks().marksOf(indicator).others()) {
      String accepted = String.join(", ", words.criteria().listed());
      faults.add(
          IssueCode.CLASS_UNKNOWN,
          line(Part.TREND),
          Part.TREND.title(),
          other,
          "indicator %s: expected ✓ or ⚠ and one of %s but found \"%s\""
              .formatted(fact.indicator().number(), accepted, other),
          accepted);
    }
  }

  private void quality(Assessment fact, Faults faults) {
    Set<IndicatorFocus> possible =
        Classes.of(fact.printed().progress(), words)
            .map(focus::possible)
            .orElse(Set.of(IndicatorFocus.RESULTS, IndicatorFocus.MANAGEMENT));
    Set<IndicatorQuality> expected = QualityRule.expected(fact.marks(), possible);
    boolean told = fact.quality() != IndicatorQuality.UNKNOWN && !expected.isEmpty();
    if (told && !expected.contains(fact.quality())) {
      String accepted =
          expected.stream()
              .map(IndicatorQuality::officialLabel)
              .collect(Collectors.joining(" or "));
      faults.add(
          IssueCode.QUALITY_MISMATCH,
          line(Part.CHARACTERISTICS),
          Part.CHARACTERISTICS.title(),
          fact.printed().quality(),
          "indicator %s: %s of %d criteria are met, which leads to expect %s, but printed is %s"
              .formatted(
                  fact.indicator().number(),
                  fact.figure().fold(met -> met.toPlainString(), missing -> "none"),
                  fact.marks().size(),
                  accepted,
                  fact.printed().quality()),
          accepted);
    }
  }

  private void constancy(Assessment fact, Faults faults) {
    Optional<ProgressClass> progress = words.progress().meaning(fact.printed().progress());
    if (fact.direction() == Direction.UNKNOWN || progress.isEmpty()) {
      return;
    }
    boolean classed = progress.get().compareTo(ProgressClass.CONSTANT_DIRECTION) < 0;
    boolean constantClass = progress.get() == ProgressClass.CONSTANT_DIRECTION;
    boolean constant = fact.direction() == Direction.CONSTANT;
    if ((constantClass && !constant) || (classed && constant)) {
      doubt(
          fact,
          "the six-year progress is printed as %s, which does not go with the direction %s"
              .formatted(fact.printed().progress(), fact.printed().direction()),
          faults);
    }
  }

  /**
   * A fall in one year is no contradiction: an indicator may have fallen and still be ahead of its
   * goal. It is one where the goal of the whole plan is passed: then it has gone the way that it
   * was meant to go.
   */
  private void movement(Assessment fact, Movements.Way moved, Faults faults) {
    boolean passed =
        words
            .progress()
            .meaning(fact.printed().progress())
            .filter(each -> each == ProgressClass.EXCEEDED)
            .isPresent();
    boolean against =
        (moved == Movements.Way.DOWN && fact.direction() == Direction.ASCENDING)
            || (moved == Movements.Way.UP && fact.direction() == Direction.DESCENDING);
    if (passed && against) {
      doubt(
          fact,
          "the text says that it %s, and the six-year goal is printed as %s, which do not go with the direction %s"
              .formatted(
                  moved == Movements.Way.DOWN ? "fell" : "rose",
                  fact.printed().progress(),
                  fact.printed().direction()),
          faults);
    }
  }

  private void doubt(Assessment fact, String what, Faults faults) {
    faults.add(
        IssueCode.DIRECTION_DOUBTFUL,
        line(Part.CHARACTERISTICS),
        Part.CHARACTERISTICS.title(),
        fact.printed().direction(),
        "indicator %s: %s".formatted(fact.indicator().number(), what),
        "a direction that the rest of the sheet bears out");
  }

  private long line(Part part) {
    return objective.block().row(part).map(Piece::line).orElse(objective.block().line());
  }
}
