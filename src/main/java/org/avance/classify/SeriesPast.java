package org.avance.classify;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.avance.model.IndicatorPoint;
import org.avance.model.IndicatorSeries;
import org.avance.model.NotClassified;
import org.avance.model.PeriodType;
import org.avance.model.Stated;

/**
 * An indicator series as the rules look back on it: cut into {@link UnitSegments}, and of each unit
 * the years that may be compared. Only a yearly series has such years; those that are ambiguous or
 * not over are none.
 */
final class SeriesPast {
  private final PeriodType periodType;
  private final UnitSegments segments;
  private final Map<String, NavigableMap<Integer, BigDecimal>> yearsByUnit = new HashMap<>();

  SeriesPast(IndicatorSeries series) {
    periodType = series.periodType();
    NavigableMap<Integer, Set<String>> units = new TreeMap<>();
    for (IndicatorPoint point : series.points()) {
      units.computeIfAbsent(point.year(), year -> new HashSet<>()).add(point.unitCode());
      if (obstacle(point) == NotClassified.NONE) {
        yearsByUnit
            .computeIfAbsent(point.unitCode(), unit -> new TreeMap<>())
            .put(point.year(), Figures.require(point.figure()));
      }
    }
    segments = new UnitSegments(units);
  }

  PeriodType periodType() {
    return periodType;
  }

  int segment(IndicatorPoint point) {
    return segments.segment(point.year(), point.unitCode());
  }

  boolean isBreak(IndicatorPoint point) {
    return segments.isBreak(point.year(), point.unitCode());
  }

  /** What keeps a point from the classes of whole years; {@code NONE} where nothing does. */
  NotClassified obstacle(IndicatorPoint point) {
    return periodType == PeriodType.YEAR ? Figures.obstacle(point) : NotClassified.NOT_A_YEAR;
  }

  /**
   * The figures of the point's segment up to its own year, by year. It holds the point's own figure
   * where nothing is in the point's way.
   */
  NavigableMap<Integer, BigDecimal> upTo(IndicatorPoint point) {
    NavigableMap<Integer, BigDecimal> years = new TreeMap<>();
    yearsByUnit
        .getOrDefault(point.unitCode(), new TreeMap<>())
        .headMap(point.year(), true)
        .forEach(
            (year, figure) -> {
              if (segments.segment(year, point.unitCode()) == segment(point)) {
                years.put(year, figure);
              }
            });
    return years;
  }

  /** The latest earlier figure of the point's segment. */
  Stated<BigDecimal> previous(IndicatorPoint point) {
    Map.Entry<Integer, BigDecimal> previous = upTo(point).lowerEntry(point.year());
    return previous == null ? Ratio.none() : Stated.given(previous.getValue());
  }
}
