package org.avance.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.avance.classify.CoverageRules;
import org.avance.classify.Rulebook;
import org.avance.load.CoverageHistory;
import org.avance.load.IndicatorHistory;
import org.avance.load.PlacedSeries;
import org.avance.load.Rejudging;
import org.avance.model.CoverageGroup;

/** Judges by a rulebook what of a feed's history is laid out for it, series by series. */
record Rejudge(Rulebook rulebook, Progress progress, String feed) {
  private static final int AT_ONCE = 2_000;

  void run(Rejudging there) {
    groups(there);
    series(there);
  }

  private void groups(Rejudging there) {
    CoverageRules rules = rulebook.coverage();
    List<CoverageHistory.Judged> judged = new ArrayList<>();
    Optional<CoverageGroup> next = there.nextGroup();
    while (next.isPresent()) {
      CoverageGroup group = next.get();
      judged.add(
          new CoverageHistory.Judged(
              rules.judge(group), group, rulebook.version(), rules.status()));
      next = there.nextGroup();
      if (judged.size() == AT_ONCE || next.isEmpty()) {
        there.writeGroups(judged);
        judged.clear();
      }
    }
  }

  private void series(Rejudging there) {
    long points = 0;
    List<IndicatorHistory.Judged> judged = new ArrayList<>();
    Optional<PlacedSeries> next = there.nextSeries();
    while (next.isPresent()) {
      PlacedSeries placed = next.get();
      points += placed.places().size();
      judged.add(
          new IndicatorHistory.Judged(
              placed, rulebook.indicators().judge(placed.series()), rulebook.version()));
      next = there.nextSeries();
      if (judged.size() == AT_ONCE || next.isEmpty()) {
        there.writeSeries(judged);
        judged.clear();
        progress.at(feed, "", "classify", points);
      }
    }
  }
}
