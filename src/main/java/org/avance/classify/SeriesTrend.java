package org.avance.classify;

import static org.avance.model.NotClassified.NONE;

import java.math.BigDecimal;
import java.util.Map;
import java.util.NavigableMap;
import org.avance.model.Classified;
import org.avance.model.Direction;
import org.avance.model.IndicatorPoint;
import org.avance.model.NotClassified;
import org.avance.model.RuleStatus;
import org.avance.model.Stated;
import org.avance.model.Trend;

/**
 * Where a series went between the latest earlier year that has a figure and the point's own year
 * ("tendencia"). No authority states a formula: this one is ours.
 *
 * <ul>
 *   <li>Stable where the change is no more than the tolerance, a share of the earlier figure. Half
 *       the last printed decimal is no tolerance beside it: figures printed with the same decimals
 *       differ by more or not at all, and whether fewer decimals are a coarser figure or dropped
 *       zeros can't be told.
 *   <li>Years without a figure are skipped; nothing is looked for in another segment.
 *   <li>The slope is Theil and Sen's: the median of the slopes between all pairs of years.
 * </ul>
 *
 * @param favourable rising where the direction is ascending, falling where descending, stable where
 *     constant; a nominal or unknown direction favours nothing
 * @param slope change a year, in the unit of the figures
 */
record SeriesTrend(Classified<Trend> trend, boolean favourable, Stated<BigDecimal> slope) {

  static SeriesTrend of(IndicatorPoint point, SeriesPast history, TrendLimits limits) {
    NotClassified obstacle = history.obstacle(point);
    if (obstacle != NONE) {
      return none(obstacle);
    }
    NavigableMap<Integer, BigDecimal> years = history.upTo(point);
    Map.Entry<Integer, BigDecimal> previous = years.lowerEntry(point.year());
    if (previous == null) {
      return none(NotClassified.NO_HISTORY);
    }
    Trend trend =
        between(
            previous.getValue(),
            Figures.require(point.figure()),
            limits.stableWithinPercent().value());
    boolean enough =
        BigDecimal.valueOf(years.size()).compareTo(limits.slopeFromPoints().value()) >= 0;
    return new SeriesTrend(
        new Classified<>(trend, NONE, limits.stableWithinPercent().status()),
        isFavourable(trend, point.direction()),
        enough ? TheilSen.slope(years) : Ratio.none());
  }

  private static Trend between(BigDecimal earlier, BigDecimal later, BigDecimal percent) {
    BigDecimal change = later.subtract(earlier);
    BigDecimal tolerance = earlier.abs().multiply(percent).scaleByPowerOfTen(-2);
    if (change.abs().compareTo(tolerance) <= 0) {
      return Trend.STABLE;
    }
    return change.signum() > 0 ? Trend.RISING : Trend.FALLING;
  }

  private static boolean isFavourable(Trend trend, Direction direction) {
    return switch (direction) {
      case ASCENDING -> trend == Trend.RISING;
      case DESCENDING -> trend == Trend.FALLING;
      case CONSTANT -> trend == Trend.STABLE;
      case NOMINAL, UNKNOWN -> false;
    };
  }

  private static SeriesTrend none(NotClassified reason) {
    return new SeriesTrend(
        new Classified<>(Trend.NO_HISTORY, reason, RuleStatus.DERIVED), false, Ratio.none());
  }
}
