package org.avance.model;

/** Stage of the budget cycle that an amount belongs to. */
public enum BudgetStage {
  UNKNOWN,
  /** Aprobado, original (PEF). */
  APPROVED,
  /** Modificado. */
  MODIFIED,
  /** Recaudado, ministrado. */
  COLLECTED,
  /** Comprometido. */
  COMMITTED,
  /** Devengado. */
  ACCRUED,
  /** Ejercido. */
  EXERCISED,
  /** Pagado. */
  PAID,
  /** Reintegrado. */
  REFUNDED
}
