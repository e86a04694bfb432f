package org.avance.model;

import java.util.List;

/**
 * All observations that the indicator rules must see together: one indicator of one feed, in one
 * series, at one place, by one reporting unit, of one type of period.
 *
 * @param periodType years, quarters and months are never one series
 * @param points in no particular order; no two share year, number and unit unless ambiguous
 */
public record IndicatorSeries(PeriodType periodType, List<IndicatorPoint> points) {

  public IndicatorSeries {
    points = List.copyOf(points);
  }
}
