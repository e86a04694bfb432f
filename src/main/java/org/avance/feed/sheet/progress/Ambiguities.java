package org.avance.feed.sheet.progress;

import java.util.ArrayList;
import java.util.List;

/**
 * What an objective prints and can't be assigned to one of its indicators. It is kept as printed,
 * with every indicator that it could belong to.
 */
record Ambiguities(Objective objective) {

  /** Whether something is loose that could be this indicator's. */
  boolean concerns(int indicator) {
    return !loose(indicator).isEmpty();
  }

  /** For a note: each loose row, as printed, and whose it could be. */
  String note(int indicator) {
    return String.join("; ", loose(indicator));
  }

  /** Whether the goal's role is told, and whatever is loose beside it has none but parameters. */
  boolean othersAreParameters(Vocabularies words) {
    Placed triples = objective.triples().placed();
    return !objective.slots().isEmpty()
        && words.isGoal(objective.triples().role(0))
        && triples.printed().stream().filter(words::isGoal).count() == 1
        && !triples.loose().isEmpty();
  }

  private List<String> loose(int indicator) {
    List<String> loose = new ArrayList<>();
    Triples triples = objective.triples();
    boolean lacksOne =
        triples.role(indicator).isEmpty()
            || triples.direction(indicator).isEmpty()
            || triples.quality(indicator).isEmpty();
    add(Part.CHARACTERISTICS.title(), triples.placed().loose(), lacksOne, loose);
    Outcomes outcomes = objective.outcomes();
    add(
        Part.INTERIM.title(),
        outcomes.interim().loose(),
        outcomes.interim().labels().get(indicator).isEmpty(),
        loose);
    add(
        Part.PROGRESS.title(),
        outcomes.progress().loose(),
        outcomes.progress().labels().get(indicator).isEmpty(),
        loose);
    add(Part.TREND.title(), objective.marks().loose(), true, loose);
    return loose;
  }

  /** Line of the first row of which something is loose. */
  long line(int indicator) {
    String note = note(indicator);
    for (Part part : List.of(Part.CHARACTERISTICS, Part.INTERIM, Part.PROGRESS, Part.TREND)) {
      if (note.startsWith(part.title())) {
        return objective.block().row(part).map(Piece::line).orElse(objective.block().line());
      }
    }
    return objective.block().line();
  }

  private static void add(String row, List<String> printed, boolean isOpen, List<String> loose) {
    if (isOpen && !printed.isEmpty()) {
      loose.add(row + ": " + String.join(", ", printed));
    }
  }
}
