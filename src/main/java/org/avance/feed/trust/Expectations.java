package org.avance.feed.trust;

import java.time.MonthDay;

/**
 * What is expected of the deliveries as they come.
 *
 * @param every how often one is due
 * @param dueBy day of the year by which a yearly one is due; the last day unless said
 * @param rowsAgainstLast how far the number of records may be from the last delivery's
 */
public record Expectations(Every every, MonthDay dueBy, Tolerance rowsAgainstLast) {

  /** How often a delivery is due. */
  public enum Every {
    /** No saying. */
    UNSTATED,
    YEAR,
    QUARTER,
    MONTH,
    WEEK,
    DAY
  }
}
