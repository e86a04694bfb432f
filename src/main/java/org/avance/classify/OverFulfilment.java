package org.avance.classify;

/** What the traffic light makes of an observation that is better than its goal. */
public enum OverFulfilment {
  /** As of one that is worse by as much. */
  SYMMETRIC,
  /** Green, however far. */
  CAPPED
}
