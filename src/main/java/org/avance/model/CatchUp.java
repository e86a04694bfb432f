package org.avance.model;

/** What becomes of runs that fell due while nothing served. */
public enum CatchUp {
  /** They are left out; the next one is the next by the schedule. */
  NONE,
  /** One run stands for all of them: it loads whatever is new. */
  LAST,
  /** One run for each of them, one after the other, up to a bound. */
  ALL
}
