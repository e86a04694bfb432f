package org.avance.model;

/** Why an official cell states no figure. The printed token is kept beside the reason. */
public enum MissingReason {
  /** The cell is empty. */
  BLANK,
  /** ND, "No disponible": the agency has no figure. */
  NOT_AVAILABLE,
  /** NA, "No aplica": no figure could exist. */
  NOT_APPLICABLE,
  /** NR, "No reportado": the figure was due and did not come. */
  NOT_REPORTED
}
