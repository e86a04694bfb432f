package org.avance.classify;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.avance.model.CoveragePoint;

/**
 * One population of a group through the years, cut into {@link UnitSegments} where its unit
 * changes.
 */
final class CoverageSeries {
  private final UnitSegments segments;
  private final Map<String, NavigableMap<Integer, CoveragePoint>> givenByUnit = new HashMap<>();

  CoverageSeries(List<CoveragePoint> points) {
    NavigableMap<Integer, Set<String>> units = new TreeMap<>();
    for (CoveragePoint point : points) {
      units.computeIfAbsent(point.year(), year -> new HashSet<>()).add(point.unitCode());
      if (point.figure().isGiven()) {
        givenByUnit
            .computeIfAbsent(point.unitCode(), unit -> new TreeMap<>())
            .put(point.year(), point);
      }
    }
    segments = new UnitSegments(units);
  }

  int segment(CoveragePoint point) {
    return segments.segment(point.year(), point.unitCode());
  }

  /** True where the point's unit newly begins. */
  boolean isBreak(CoveragePoint point) {
    return segments.isBreak(point.year(), point.unitCode());
  }

  /**
   * The change against the latest earlier year of the segment that gives a figure. Empty where
   * there is none, where that figure is 0, or where either of the two compares with nothing.
   */
  Optional<Change> change(CoveragePoint point) {
    return Figures.comparable(point)
        .flatMap(later -> earlier(point).map(earlier -> new Change(earlier, later)));
  }

  private Optional<BigDecimal> earlier(CoveragePoint point) {
    return Optional.ofNullable(givenByUnit.get(point.unitCode()))
        .map(given -> given.lowerEntry(point.year()))
        .map(Map.Entry::getValue)
        .filter(earlier -> segment(earlier) == segment(point))
        .flatMap(Figures::comparable)
        .filter(figure -> figure.signum() != 0);
  }
}
