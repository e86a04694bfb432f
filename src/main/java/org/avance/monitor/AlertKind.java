package org.avance.monitor;

/** The kinds of event that somebody is told of. */
enum AlertKind {
  /** Avance or its machine could not finish a load. */
  RUN_FAILED,
  /** A delivery is not trusted. */
  RUN_REJECTED,
  /** A delivery was due and has not come. */
  FEED_LATE,
  /** A published delivery has far fewer records than the one before. */
  ROWS_FELL,
  /** More records of a feed wait in quarantine than when it was last told. */
  QUARANTINE_GREW,
  /** Something a run could not look at: a wrong descriptor, a file that can't be read. */
  LEFT_OUT,
  /** What failed or was rejected has been published. */
  RECOVERED,
  /** Nothing could be loaded at all; told without the database, which may be why. */
  UNABLE,
  /** Somebody tries whether messages arrive. */
  TEST
}
