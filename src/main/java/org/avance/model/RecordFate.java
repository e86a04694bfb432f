package org.avance.model;

/** What became of a record; every record read has exactly one fate. */
public enum RecordFate {
  STAGED,
  QUARANTINED,
  BLANK,
  TOTALS,
  FILTERED,
  MERGED
}
