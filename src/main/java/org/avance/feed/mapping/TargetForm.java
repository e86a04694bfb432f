package org.avance.feed.mapping;

/** How a goal is written in a file; the choices of the word {@code targetType}. */
public enum TargetForm {
  /** One number. */
  FIGURE,
  AT_LEAST,
  AT_MOST,
  EXACT,
  /** Two numbers: {@code targetMin} and {@code targetMax}, or both in {@code target}. */
  RANGE,
  /** Words. */
  TEXT,
  /** The text itself tells which of them it is. */
  AS_PRINTED
}
