package org.avance.model;

/**
 * Where an indicator is meant to go ("sentido"). Never inferred from the target: which bound is
 * filled says nothing of it.
 */
public enum Direction {
  ASCENDING,
  DESCENDING,
  /** The goal keeps the baseline. */
  CONSTANT,
  /** The goal is a value or a range to lie in ("regular", "nominal"). */
  NOMINAL,
  /** The file does not say. */
  UNKNOWN
}
