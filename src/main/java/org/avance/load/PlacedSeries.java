package org.avance.load;

import java.util.List;
import org.avance.model.IndicatorSeries;

/**
 * A series and where each of its points stands, so that what is said of a point finds its way back.
 *
 * @param places as many as points, in their order
 */
public record PlacedSeries(IndicatorSeries series, List<Place> places) {

  public PlacedSeries {
    places = List.copyOf(places);
  }

  /**
   * Where a point stands.
   *
   * @param past true for a fact that other deliveries have published; false for one of this
   *     delivery's
   * @param record number of the record, or of the published fact among those laid out
   * @param fact number of the fact within its record; 0 for a published one
   */
  record Place(boolean past, long record, int fact) {}
}
