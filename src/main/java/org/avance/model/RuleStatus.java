package org.avance.model;

/**
 * How firmly a threshold stands: printed by the authority, anchored in a published figure, derived
 * from words, or ours.
 */
public enum RuleStatus {
  OFFICIAL,
  ANCHORED,
  DERIVED,
  PROVISIONAL
}
