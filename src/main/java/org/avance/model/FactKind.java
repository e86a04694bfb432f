package org.avance.model;

/** The kinds of fact a tabular feed may yield; each has a fact table of its own. */
public enum FactKind {
  COVERAGE,
  BUDGET,
  INDICATOR,
  SCORE
}
