package org.avance.model;

/** The mark that a criterion of quality gets. */
public enum CriterionMark {
  /** Printed as a check mark. */
  MET,
  /** Printed as a warning sign. */
  WARNING
}
