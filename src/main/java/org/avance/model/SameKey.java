package org.avance.model;

/**
 * What happens where several records of a delivery state different values for one key. Equal ones
 * are always merged and counted.
 */
public enum SameKey {
  /** All are kept under ordinals, flagged ambiguous, out of trends. */
  NUMBER,
  /** All go to quarantine. */
  QUARANTINE,
  /** The delivery is rejected. */
  REJECT,
  /**
   * They are parts of one figure and are added up; a record repeated under the feed's own key
   * rejects the delivery.
   */
  SUM
}
