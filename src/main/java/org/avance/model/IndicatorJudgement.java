package org.avance.model;

import java.math.BigDecimal;

/**
 * What the indicator rules say of one observation.
 *
 * @param point the observation judged
 * @param segment 1-based segment of the series; rises where the unit newly begins
 * @param isBreak the unit newly begins, against the latest earlier year stated
 * @param progressPercent share of the way from baseline to six-year target, signed; missing where
 *     it can't be computed
 * @param expectedPercent share that a linear pace would have reached
 * @param progress class of the six-year progress
 * @param interim outcome of the period's goal
 * @param trend against the latest earlier observation of the segment
 * @param favourable the trend goes where the direction points; false where it does not or is
 *     unknown
 * @param slope Theil-Sen slope a year over the segment up to here; missing with fewer than 4 points
 * @param compliancePercent observation against the effective goal; missing where it can't be
 *     computed
 * @param light traffic light against the effective goal
 * @param originalCompliancePercent the same against the goal before adjustment
 * @param originalLight the same against the goal before adjustment
 * @param poorPlanning so far above the goal that the goal was badly set
 */
public record IndicatorJudgement(
    IndicatorPoint point,
    int segment,
    boolean isBreak,
    Stated<BigDecimal> progressPercent,
    Stated<BigDecimal> expectedPercent,
    Classified<ProgressClass> progress,
    Classified<InterimOutcome> interim,
    Classified<Trend> trend,
    boolean favourable,
    Stated<BigDecimal> slope,
    Stated<BigDecimal> compliancePercent,
    Classified<TrafficLight> light,
    Stated<BigDecimal> originalCompliancePercent,
    Classified<TrafficLight> originalLight,
    boolean poorPlanning) {}
