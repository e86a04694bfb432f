package org.avance.feed.number;

import java.math.BigDecimal;

/** What the text of a cell is as a number. */
public sealed interface NumberReading {

  /**
   * A figure, the style's scale applied.
   *
   * @param value fits DECIMAL(30,10), without trailing zeros
   * @param rounded more than 10 decimals were printed
   * @param cleaned invisible characters were removed
   */
  record Figure(BigDecimal value, boolean rounded, boolean cleaned) implements NumberReading {}

  /** A dash that stands for a missing figure. */
  record Dashed() implements NumberReading {}

  /** Not a number of the style. */
  record Unreadable() implements NumberReading {}

  /** A number with more than 20 digits before the decimal point. */
  record TooLarge() implements NumberReading {}
}
