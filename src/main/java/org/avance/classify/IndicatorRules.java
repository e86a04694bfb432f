package org.avance.classify;

import java.util.List;
import org.avance.model.IndicatorJudgement;
import org.avance.model.IndicatorPoint;
import org.avance.model.IndicatorSeries;
import org.avance.model.Target;

/**
 * What the figures of an indicator say: how far it is on its way, whether it met its goal, where it
 * goes, and how far it lies from its goal.
 *
 * @param plans plans with the thresholds of their editions: six-year progress and period's goal
 * @param trend the same for all years
 * @param light the same for all years
 */
public record IndicatorRules(Plans plans, TrendLimits trend, LightRule light) {

  /**
   * Judges each point of a series, in the order given. Total: any series is judged, an empty one to
   * an empty list; each point has exactly one class of each rule, and where that says that there is
   * none, its reason.
   *
   * <ul>
   *   <li>Progress, period's goal and trend are judged of whole years: {@link SixYearProgress},
   *       {@link InterimGoal}, {@link SeriesTrend}. The traffic light is judged of quarters and
   *       months as well: {@link TrafficLights}.
   *   <li>A period that was not over, and a point that is ambiguous, have a segment and no class,
   *       and no other point is compared with them.
   * </ul>
   */
  public List<IndicatorJudgement> judge(IndicatorSeries series) {
    SeriesPast history = new SeriesPast(series);
    return series.points().stream().map(point -> judge(point, history)).toList();
  }

  private IndicatorJudgement judge(IndicatorPoint point, SeriesPast history) {
    Target effective = PeriodTargets.effective(point, history.periodType());
    Target original = PeriodTargets.original(point, history.periodType());
    SixYearProgress progress = SixYearProgress.of(point, history, plans);
    SeriesTrend direction = SeriesTrend.of(point, history, trend);
    TrafficLights lit = TrafficLights.of(point, effective, light);
    TrafficLights originalLit = TrafficLights.of(point, original, light);
    return new IndicatorJudgement(
        point,
        history.segment(point),
        history.isBreak(point),
        progress.percent(),
        progress.expectedPercent(),
        progress.progress(),
        InterimGoal.of(point, history, plans),
        direction.trend(),
        direction.favourable(),
        direction.slope(),
        lit.compliancePercent(),
        lit.light(),
        originalLit.compliancePercent(),
        originalLit.light(),
        lit.poorPlanning());
  }
}
