package org.avance.bench;

/**
 * Seeded chance without a state: what is drawn about a thing depends on seed, question and thing
 * only, so that a file can be written in any order and again with a part of it changed.
 */
record Draw(long seed) {
  /** What is asked; each question has its own chance. */
  enum About {
    BASELINE,
    GOAL,
    DIRECTION,
    UNIT,
    FREQUENCY,
    PERFORMANCE,
    DENOMINATOR,
    FATE,
    FAULT,
    MISSING,
    NOTE,
    CHANGE,
    FIGURE,
    NAME
  }

  /** Uniform from 0 to below the bound. */
  int below(int bound, About about, long thing) {
    long mixed = mix(mix(seed + about.name().hashCode()) ^ thing);
    return (int) Long.remainderUnsigned(mixed, bound);
  }

  boolean oneIn(int times, About about, long thing) {
    return below(times, about, thing) == 0;
  }

  /** The finaliser of SplitMix64. */
  private static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
