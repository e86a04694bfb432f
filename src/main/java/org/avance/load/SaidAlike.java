package org.avance.load;

import java.util.ArrayList;
import java.util.List;
import org.avance.model.Indicator;
import org.avance.model.IndicatorValue;
import org.avance.model.Label;

/**
 * What figures of one indicator, series and reporting unit say alike, in the words of their hashes.
 * Mostly the figure before said the same: its texts, the longest of all, are then neither
 * normalised nor hashed again.
 *
 * @param said equal for those of one
 * @param key their natural key but for year, period, place and reporting unit
 * @param reportingUnit as the key bears it
 * @param texts digest of what the indicator is said to be
 */
record SaidAlike(Object said, String key, String reportingUnit, String texts) {
  private static final ThreadLocal<SaidAlike> LAST =
      ThreadLocal.withInitial(() -> new SaidAlike("", "", "", ""));

  static SaidAlike of(IndicatorValue fact) {
    Object said = IndicatorShape.stated(fact);
    SaidAlike last = LAST.get();
    if (last.said.equals(said)) {
      return last;
    }
    SaidAlike next = made(said, fact);
    LAST.set(next);
    return next;
  }

  private static SaidAlike made(Object said, IndicatorValue fact) {
    List<String> key = new ArrayList<>();
    IndicatorColumns.owner(fact.programme()).forEach(code -> key.add(Label.normal(code)));
    key.addAll(IndicatorColumns.key(fact.indicator()));
    key.add(Label.normal(fact.series()));
    key.add(Label.normal(fact.unit()));
    return new SaidAlike(
        said,
        TextHash.joined(key),
        Label.normal(fact.reportingUnit()),
        TextHash.of(texts(fact.indicator())));
  }

  static List<String> texts(Indicator indicator) {
    return List.of(
        indicator.code(),
        indicator.previousCode(),
        indicator.number(),
        indicator.name(),
        indicator.level(),
        indicator.objective(),
        indicator.frequency(),
        indicator.definition());
  }
}
