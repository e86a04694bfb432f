package org.avance.classify;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.avance.model.PopulationKind.POTENTIAL;
import static org.avance.model.PopulationKind.SERVED;
import static org.avance.model.PopulationKind.TARGET;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.avance.model.CoverageGroup;
import org.avance.model.CoverageJudgement;
import org.avance.model.CoveragePoint;
import org.avance.model.PopulationKind;
import org.avance.model.RuleStatus;

/**
 * What can be doubted about coverage figures. Every doubt is a flag: nothing is corrected, capped
 * or left out.
 *
 * @param jumpPercent a change of more than this is a jump
 * @param scaleSlipPercent a change this close to a factor of 10, 100 or 1000 is a slip of scale
 * @param ratioTolerancePoints a printed ratio may differ this much, in percentage points
 */
public record CoverageRules(
    RuleValue jumpPercent, RuleValue scaleSlipPercent, RuleValue ratioTolerancePoints) {

  /** How firmly the judgements stand: the weakest status among the thresholds they are made by. */
  public RuleStatus status() {
    return jumpPercent.status().weaker(scaleSlipPercent.status());
  }

  /**
   * Judges each point of a group, in the order given. Total: any group is judged, an empty one to
   * an empty list.
   *
   * <ul>
   *   <li>Each population is a series of its own; {@link CoverageSeries} cuts it into segments.
   *   <li>The change is taken within a segment, against its latest earlier given figure. It is a
   *       jump, a slip of scale, or both, by the thresholds.
   *   <li>Served over target, served over potential and target over potential are said of both
   *       points concerned, where both are given for the same year and unit.
   *   <li>Ambiguous points have a segment, but compare with nothing.
   * </ul>
   */
  public List<CoverageJudgement> judge(CoverageGroup group) {
    Map<PopulationKind, CoverageSeries> series =
        group.points().stream()
            .collect(
                groupingBy(
                    CoveragePoint::population, collectingAndThen(toList(), CoverageSeries::new)));
    CoverageOrder order = new CoverageOrder(group.points());
    return group.points().stream()
        .map(point -> judge(point, requireNonNull(series.get(point.population())), order))
        .toList();
  }

  /** True where a printed ratio is the computed one within the tolerance; both in percent. */
  public boolean ratioAgrees(BigDecimal printedPercent, BigDecimal computedPercent) {
    BigDecimal difference = printedPercent.subtract(computedPercent).abs();
    return difference.compareTo(ratioTolerancePoints.value()) <= 0;
  }

  private CoverageJudgement judge(CoveragePoint point, CoverageSeries series, CoverageOrder order) {
    Optional<Change> change = series.change(point);
    return new CoverageJudgement(
        point,
        series.segment(point),
        series.isBreak(point),
        change.filter(each -> each.exceeds(jumpPercent.value())).isPresent(),
        change.filter(each -> each.isScaleSlip(scaleSlipPercent.value())).isPresent(),
        change.map(Change::percent).orElseGet(Ratio::none),
        order.exceeds(point, SERVED, TARGET),
        order.exceeds(point, SERVED, POTENTIAL),
        order.exceeds(point, TARGET, POTENTIAL));
  }
}
