package org.avance.feed.sheet.progress;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.avance.issue.Issue;
import org.avance.model.Assessment;
import org.avance.model.Direction;
import org.avance.model.Geography;
import org.avance.model.Indicator;
import org.avance.model.IndicatorFocus;
import org.avance.model.IndicatorQuality;
import org.avance.model.IndicatorRole;
import org.avance.model.ProgressClass;

/** Makes the facts of one objective's indicators. */
final class AssessmentMaker {
  private static final Geography PLACE = Geography.NATION;

  private final Vocabularies words;
  private final Document document;
  private final FocusDeduction focus;
  private final Objective objective;
  private final Ambiguities ambiguities;

  /** A fact and what is to be said of it. */
  record Made(Assessment fact, List<Issue> issues) {}

  AssessmentMaker(
      Vocabularies words, Document document, FocusDeduction focus, Objective objective) {
    this.words = words;
    this.document = document;
    this.focus = focus;
    this.objective = objective;
    this.ambiguities = new Ambiguities(objective);
  }

  /**
   * @param indicator its place, from 0
   * @param moved where the objective's narrative says that it went
   */
  Made make(int indicator, Optional<Movements.Way> moved) {
    Assessment.Printed printed = printed(indicator);
    Set<String> assumed = new TreeSet<>(Set.of("geography"));
    Assessment fact =
        new Assessment(
            document.programme(),
            document.year(),
            PLACE,
            indicator(objective.slots().get(indicator)),
            role(printed.role(), assumed),
            direction(printed, assumed),
            words.quality().meaning(printed.quality()).orElse(IndicatorQuality.UNKNOWN),
            objective.marks().marksOf(indicator).known(),
            String.join(", ", objective.marks().marksOf(indicator).others()),
            focus(printed.progress(), assumed),
            FocusWords.suggested(objective.slots().get(indicator).name()),
            printed,
            ambiguities.concerns(indicator),
            ambiguities.note(indicator),
            assumed,
            "",
            Part.TREND.title());
    return new Made(
        fact,
        new AssessmentChecks(words, focus, objective, ambiguities).of(indicator, fact, moved));
  }

  private Assessment.Printed printed(int indicator) {
    Triples triples = objective.triples();
    return new Assessment.Printed(
        triples.role(indicator),
        triples.direction(indicator),
        triples.quality(indicator),
        objective.outcomes().interim().labels().get(indicator),
        objective.outcomes().progress().labels().get(indicator));
  }

  private Indicator indicator(Slot slot) {
    return new Indicator("", "", slot.number(), slot.name(), "", objective.block().text(), "", "");
  }

  /** An objective has one goal; where it is told, all others are parameters. */
  private IndicatorRole role(String printed, Set<String> assumed) {
    Optional<IndicatorRole> told = words.role().meaning(printed);
    if (told.isPresent() || !printed.isEmpty() || !ambiguities.othersAreParameters(words)) {
      return told.orElse(IndicatorRole.UNKNOWN);
    }
    assumed.add("role");
    return IndicatorRole.PARAMETER;
  }

  /** An indicator whose progress is not classified for its constant direction has that one. */
  private Direction direction(Assessment.Printed printed, Set<String> assumed) {
    Optional<Direction> told = words.direction().meaning(printed.direction());
    boolean isConstant =
        words
            .progress()
            .meaning(printed.progress())
            .filter(each -> each == ProgressClass.CONSTANT_DIRECTION)
            .isPresent();
    if (told.isPresent() || !printed.direction().isEmpty() || !isConstant) {
      return told.orElse(Direction.UNKNOWN);
    }
    assumed.add("direction");
    return Direction.CONSTANT;
  }

  private IndicatorFocus focus(String progress, Set<String> assumed) {
    IndicatorFocus deduced =
        Classes.of(progress, words).map(focus::deduced).orElse(IndicatorFocus.UNKNOWN);
    if (deduced != IndicatorFocus.UNKNOWN) {
      assumed.add("focus");
    }
    return deduced;
  }
}
