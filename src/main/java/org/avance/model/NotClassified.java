package org.avance.model;

/** Why a figure has no class, or a class that says so. */
public enum NotClassified {
  /** Nothing stands in the way. */
  NONE,
  /** The observation is missing. */
  NO_OBSERVATION,
  /** The period was not over at the cut-off date. */
  PARTIAL_PERIOD,
  /** Several records share the key, and nothing tells them apart. */
  AMBIGUOUS,
  /** Quarters and months have no yearly class. */
  NOT_A_YEAR,
  /** The direction is not stated. */
  NO_DIRECTION,
  CONSTANT_DIRECTION,
  NO_BASELINE,
  NO_BASELINE_YEAR,
  /** No goal is stated for what is judged. */
  NO_TARGET,
  /** The goal is a text or a range where a figure is needed. */
  TARGET_NOT_A_FIGURE,
  TARGET_ZERO,
  /** The target equals the baseline, though the direction is not constant. */
  TARGET_IS_BASELINE,
  /** The target lies on the other side of the baseline than the direction says. */
  TARGET_AGAINST_DIRECTION,
  /** The year does not lie between the baseline's and the plan's last. */
  YEAR_OUTSIDE_PLAN,
  /** The rulebook has no plan for the figure. */
  NO_PLAN,
  /** Fewer points than the rule needs, within one segment of one unit. */
  NO_HISTORY,
  /** The formula is not defined for these figures. */
  UNDEFINED
}
