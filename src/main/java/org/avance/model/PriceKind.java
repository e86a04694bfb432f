package org.avance.model;

/** Whether an amount is in money of its own year or of a base year. */
public enum PriceKind {
  NOMINAL,
  CONSTANT
}
