package org.avance.model;

/**
 * The stretch of a fact's year that it covers.
 *
 * @param type whole year, or year to date
 * @param quarter 0 for the whole year, 1 to 4 for the last quarter of a year to date
 */
public record Period(PeriodType type, int quarter) {
  public static final Period YEAR = new Period(PeriodType.YEAR, 0);

  public Period {
    boolean fits = type == PeriodType.YEAR ? quarter == 0 : quarter >= 1 && quarter <= 4;
    if (!fits) {
      throw new IllegalArgumentException(
          "a year has quarter 0, a year to date 1 to 4, not " + quarter);
    }
  }
}
