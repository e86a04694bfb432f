package org.avance.model;

/**
 * How firmly a threshold stands: printed by the authority, anchored in a published figure, derived
 * from words, or ours.
 */
public enum RuleStatus {
  OFFICIAL,
  ANCHORED,
  DERIVED,
  PROVISIONAL;

  /** Of this and another status the one that stands less firmly. */
  public RuleStatus weaker(RuleStatus other) {
    return compareTo(other) > 0 ? this : other;
  }
}
