package org.avance.classify;

/** What an observation that missed its goal must be worse than to be a regression. */
public enum RegressionReference {
  BASELINE,
  /** The latest earlier year of the segment that has an observation. */
  PREVIOUS_YEAR
}
