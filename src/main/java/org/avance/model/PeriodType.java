package org.avance.model;

/** What stretch of its year an amount covers. */
public enum PeriodType {
  YEAR,
  /** From January to the end of the quarter named beside it. */
  YEAR_TO_DATE
}
