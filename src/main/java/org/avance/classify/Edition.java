package org.avance.classify;

/**
 * The years of a plan that one edition of the evaluation observes, and the thresholds it uses.
 *
 * @param firstYear first year observed
 * @param lastYear last year observed
 */
public record Edition(int firstYear, int lastYear, ProgressLimits progress, InterimLimits interim) {

  public Edition {
    if (firstYear > lastYear) {
      throw new IllegalArgumentException(
          "expected years in order, found %d-%d".formatted(firstYear, lastYear));
    }
  }

  boolean contains(int year) {
    return firstYear <= year && year <= lastYear;
  }
}
