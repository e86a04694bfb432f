package org.avance.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What the coverage rules say of one point.
 *
 * @param point the point judged
 * @param segment 1-based segment of the point's series; rises where the unit newly begins
 * @param isBreak the unit differs from the year before: a new segment
 * @param isJump the change passes the rulebook's threshold
 * @param isScaleSlip the change is close to a factor of 10, 100 or 1000
 * @param changePercent change against the previous stated year of the same segment; NaN-free, see
 *     {@link #change()}
 * @param servedOverTarget served exceeds target
 * @param servedOverPotential served exceeds potential
 * @param targetOverPotential target exceeds potential
 */
public record CoverageJudgement(
    CoveragePoint point,
    int segment,
    boolean isBreak,
    boolean isJump,
    boolean isScaleSlip,
    Stated<BigDecimal> changePercent,
    boolean servedOverTarget,
    boolean servedOverPotential,
    boolean targetOverPotential) {

  /**
   * The change in percent; empty where there is no earlier figure in the segment, or it is zero.
   */
  public Optional<BigDecimal> change() {
    return changePercent.fold(Optional::of, missing -> Optional.empty());
  }
}
