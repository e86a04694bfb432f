package org.avance.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What the coverage rules say of one point.
 *
 * @param point the point judged
 * @param segment 1-based segment of the point's series; rises where the unit newly begins
 * @param isBreak the unit newly begins, against the latest earlier year stated
 * @param isJump the change, up or down, passes the rulebook's threshold
 * @param isScaleSlip the change is close to a factor of 10, 100 or 1000, up or down
 * @param changePercent change against the latest earlier figure of the same unit and segment, 4
 *     decimals; missing where there is none to compare with, where it is 0, or where the percentage
 *     has more than {@value #MOST_PERCENT_DIGITS} digits before the point
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
  /** Digits before the decimal point that a stored percentage has room for. */
  public static final int MOST_PERCENT_DIGITS = 26;

  /** The change in percent; empty where {@code changePercent} is missing. */
  public Optional<BigDecimal> change() {
    return changePercent.fold(Optional::of, missing -> Optional.empty());
  }
}
