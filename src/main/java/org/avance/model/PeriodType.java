package org.avance.model;

/** What stretch of its year a figure covers. */
public enum PeriodType {
  YEAR,
  /** From January to the end of the quarter named beside it. */
  YEAR_TO_DATE,
  QUARTER,
  MONTH
}
