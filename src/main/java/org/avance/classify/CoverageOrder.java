package org.avance.classify;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.avance.model.CoveragePoint;
import org.avance.model.PopulationKind;

/** The populations of a group side by side, year by year and unit by unit. */
final class CoverageOrder {
  private record YearUnit(int year, String unitCode) {}

  private final Map<YearUnit, Map<PopulationKind, BigDecimal>> figures = new HashMap<>();

  CoverageOrder(List<CoveragePoint> points) {
    for (CoveragePoint point : points) {
      Figures.comparable(point).ifPresent(figure -> beside(point).put(point.population(), figure));
    }
  }

  /**
   * True where the point is one of the two populations, and in its year and unit {@code part} is
   * more than {@code whole}. Nothing exceeds a figure that is missing or compares with nothing.
   */
  boolean exceeds(CoveragePoint point, PopulationKind part, PopulationKind whole) {
    if (point.population() != part && point.population() != whole) {
      return false;
    }
    Optional<BigDecimal> limit = Optional.ofNullable(beside(point).get(whole));
    return Optional.ofNullable(beside(point).get(part))
        .flatMap(figure -> limit.map(figure::compareTo))
        .filter(order -> order > 0)
        .isPresent();
  }

  private Map<PopulationKind, BigDecimal> beside(CoveragePoint point) {
    return figures.computeIfAbsent(
        new YearUnit(point.year(), point.unitCode()), key -> new EnumMap<>(PopulationKind.class));
  }
}
