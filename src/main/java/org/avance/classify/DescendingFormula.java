package org.avance.classify;

/** How far a goal that is to be fallen to is met, in percent. */
public enum DescendingFormula {
  /** 100 × (2 − observed / goal): mirrors the ascending formula and is defined at 0. */
  LINEAR,
  /** 100 × goal / observed: defined where both are above 0. */
  RATIO
}
