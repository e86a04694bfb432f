package org.avance.model;

/** What kind of goal is stated. */
public enum TargetType {
  /** No goal is stated. */
  NONE,
  /** One figure; which side of it is meant is the direction's to say. */
  FIGURE,
  AT_LEAST,
  AT_MOST,
  EXACT,
  RANGE,
  /** A goal in words. */
  TEXT
}
