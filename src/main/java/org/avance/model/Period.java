package org.avance.model;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The stretch of a fact's year that it covers.
 *
 * @param type whole year, year to date, quarter or month
 * @param number 0 for the whole year, 1 to 4 for a quarter or the last quarter of a year to date, 1
 *     to 12 for a month
 */
public record Period(PeriodType type, int number) {
  public static final Period YEAR = new Period(PeriodType.YEAR, 0);

  public Period {
    int least = type == PeriodType.YEAR ? 0 : 1;
    if (number < least || number > most(type)) {
      throw new IllegalArgumentException(
          "a year has number 0, a quarter 1 to 4, a month 1 to 12, not " + number);
    }
  }

  private static int most(PeriodType type) {
    return switch (type) {
      case YEAR -> 0;
      case YEAR_TO_DATE, QUARTER -> 4;
      case MONTH -> 12;
    };
  }

  /** The day it ends on, in the given year. */
  public LocalDate lastDay(int year) {
    int month =
        switch (type) {
          case YEAR -> 12;
          case YEAR_TO_DATE, QUARTER -> number * 3;
          case MONTH -> number;
        };
    return YearMonth.of(year, month).atEndOfMonth();
  }
}
