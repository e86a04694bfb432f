package org.avance.schedule;

/** Why a feed is loaded. */
public enum Cause {
  /** Its time has come. */
  SCHEDULE,
  /** A file has arrived, or its descriptor or the rulebook has changed. */
  ARRIVAL
}
