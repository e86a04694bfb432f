package org.avance.feed.trust;

/**
 * What is done with records of one delivery that state different values for the same natural key.
 * Records that state the same values are merged and counted, whatever stands here.
 */
public enum SameKey {
  /** All are kept under ordinals, flagged, out of trends. */
  NUMBER,
  /** None is loaded. */
  QUARANTINE,
  /** The delivery is rejected. */
  REJECT,
  /** They are parts of one figure, and added up; written {@code aggregate: sum}. */
  SUM
}
