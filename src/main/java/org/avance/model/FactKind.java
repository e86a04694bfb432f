package org.avance.model;

import java.util.List;

/** The kinds of fact a feed may yield; each has a fact table of its own. */
public enum FactKind {
  COVERAGE,
  BUDGET,
  INDICATOR,
  SCORE,
  /** What an evaluation sheet says of an indicator: only classes, no values. */
  ASSESSMENT,
  /** How many indicators a sheet puts into each class. */
  DISTRIBUTION,
  /** What a sheet finds, recommends, commits to or warns of, in words. */
  FINDING;

  /** The kinds that a table's rows may state; the others come from whole documents alone. */
  public static List<FactKind> tabular() {
    return List.of(COVERAGE, BUDGET, INDICATOR, SCORE);
  }
}
