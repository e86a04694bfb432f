package org.avance.model;

/** Of which sex the counted persons are; TOTAL where a figure is not split. */
public enum Sex {
  UNKNOWN,
  TOTAL,
  WOMEN,
  MEN,
  /** A third printed group that is part of the total beside men and women. */
  OTHER
}
