package org.avance.classify;

/**
 * What counts as a trend.
 *
 * @param stableWithinPercent a change of no more than this, in percent of the earlier figure, is
 *     none
 * @param slopeFromPoints with fewer points there is no slope
 */
public record TrendLimits(RuleValue stableWithinPercent, RuleValue slopeFromPoints) {}
