package org.avance.classify;

import java.math.BigDecimal;
import java.util.Collections;
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
  private static final NavigableMap<Integer, BigDecimal> NO_YEARS = Collections.emptyNavigableMap();

  private final PeriodType periodType;
  private final UnitSegments segments;
  private final Map<Stretch, NavigableMap<Integer, BigDecimal>> years = new HashMap<>();

  /** A unit within a segment. */
  private record Stretch(String unitCode, int segment) {}

  SeriesPast(IndicatorSeries series) {
    periodType = series.periodType();
    NavigableMap<Integer, Set<String>> units = new TreeMap<>();
    for (IndicatorPoint point : series.points()) {
      units.computeIfAbsent(point.year(), year -> new HashSet<>()).add(point.unitCode());
    }
    segments = new UnitSegments(units);
    for (IndicatorPoint point : series.points()) {
      if (obstacle(point) == NotClassified.NONE) {
        years
            .computeIfAbsent(stretch(point), stretch -> new TreeMap<>())
            .put(point.year(), Figures.require(point.figure()));
      }
    }
  }

  private Stretch stretch(IndicatorPoint point) {
    return new Stretch(point.unitCode(), segment(point));
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
    return years.getOrDefault(stretch(point), NO_YEARS).headMap(point.year(), true);
  }

  /** The latest earlier figure of the point's segment. */
  Stated<BigDecimal> previous(IndicatorPoint point) {
    Map.Entry<Integer, BigDecimal> previous = upTo(point).lowerEntry(point.year());
    return previous == null ? Ratio.none() : Stated.given(previous.getValue());
  }
}
