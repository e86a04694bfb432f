package org.avance.model;

/** What a sheet itself says against the populations that it prints. */
public enum Caveat {
  /** One person may be counted more than once. */
  DOUBLE_COUNTING,
  /** The population is printed, though the sheet says that it can't be defined and counted. */
  NOT_DEFINABLE
}
