package org.avance.classify;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * The years of a series, cut into segments where its unit changes. Nothing is compared across
 * segments.
 *
 * <ul>
 *   <li>All units of the first year are in segment 1.
 *   <li>A unit that the latest earlier year has, too, keeps its segment.
 *   <li>A unit that the latest earlier year lacks newly begins there, even if it stood in years
 *       before that: a break, and the next free segment number. Units that begin together share it.
 *   <li>Only units count for this, whether or not a figure is given, ambiguous or of a period that
 *       is not over. Years without any point are not years of the series.
 * </ul>
 */
final class UnitSegments {
  private final NavigableMap<Integer, Map<String, Integer>> segments = new TreeMap<>();

  /**
   * Cuts a series.
   *
   * @param unitsByYear codes of the units in which each year is stated
   */
  UnitSegments(NavigableMap<Integer, Set<String>> unitsByYear) {
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

  int segment(int year, String unit) {
    return segments.getOrDefault(year, Map.of()).getOrDefault(unit, 1);
  }

  /** True where the unit newly begins in that year. */
  boolean isBreak(int year, String unit) {
    Map.Entry<Integer, Map<String, Integer>> before = segments.lowerEntry(year);
    return before != null && !before.getValue().containsKey(unit);
  }
}
