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
 * One population of a group through the years, cut into segments where its unit changes.
 *
 * <ul>
 *   <li>All units of the first year are in segment 1.
 *   <li>A unit that the latest earlier year has, too, keeps its segment.
 *   <li>A unit that the latest earlier year lacks newly begins there, even if it stood in years
 *       before that: a break, and the next free segment number. Units that begin together share it.
 *   <li>Only units count for this, whether or not a figure is given or ambiguous. Years without any
 *       point are not years of the series.
 * </ul>
 */
final class CoverageSeries {
  private final NavigableMap<Integer, Map<String, Integer>> segments = new TreeMap<>();
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
    cut(units);
  }

  private void cut(NavigableMap<Integer, Set<String>> unitsByYear) {
    int next = 1;
    Map<String, Integer> before = Map.of();
    for (Map.Entry<Integer, Set<String>> year : unitsByYear.entrySet()) {
      Map<String, Integer> now = new HashMap<>();
      for (String unit : year.getValue()) {
        now.put(unit, before.getOrDefault(unit, next));
      }
      if (now.containsValue(next)) {
        next++;
      }
      segments.put(year.getKey(), now);
      before = now;
    }
  }

  int segment(CoveragePoint point) {
    return segment(point.year(), point.unitCode());
  }

  /** True where the point's unit newly begins. */
  boolean isBreak(CoveragePoint point) {
    Map.Entry<Integer, Map<String, Integer>> before = segments.lowerEntry(point.year());
    return before != null && !before.getValue().containsKey(point.unitCode());
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

  private int segment(int year, String unit) {
    return segments.getOrDefault(year, Map.of()).getOrDefault(unit, 1);
  }
}
