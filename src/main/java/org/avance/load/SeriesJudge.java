package org.avance.load;

/** Says what the rules make of a series; which rules these are is the caller's. */
public interface SeriesJudge {
  IndicatorHistory.Judged judge(PlacedSeries series);
}
