package org.avance.job;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.avance.feed.trust.Tolerance;
import org.avance.feed.trust.Tolerances;
import org.avance.load.Footings;
import org.avance.model.DeliveryCounts;
import org.avance.model.SameKey;

/** Why a delivery is rejected, in words; each is empty where there is nothing to say. */
final class Reasons {
  private Reasons() {}

  /**
   * @param first the first faults; asked for only where they are a reason
   */
  static Optional<String> quarantine(
      DeliveryCounts counts, Tolerance borne, Supplier<String> first) {
    BigDecimal found = BigDecimal.valueOf(counts.quarantined());
    return borne.bears(found, BigDecimal.valueOf(counts.read()))
        ? Optional.empty()
        : Optional.of(
            "%d of %d records are in quarantine, more than the descriptor bears (`tolerances: {quarantined: %s}`); the first: %s"
                .formatted(counts.quarantined(), counts.read(), borne, first.get()));
  }

  /** What a file prints about itself and does not meet. */
  static List<String> crossFoot(List<Footings.Total> totals, Tolerance borne) {
    return totals.stream()
        .filter(total -> !borne.bears(total.difference(), total.printed()))
        .map(
            total ->
                total.inWords()
                    + ", a greater difference than the descriptor bears (`tolerances: {crossFoot: %s}`)"
                        .formatted(borne))
        .toList();
  }

  /** What a file must print about itself and does not. */
  static List<String> lacking(List<String> names) {
    return names.stream()
        .map(name -> "controls: expected a row that prints the " + name + " but found none")
        .toList();
  }

  /**
   * Figures in several units have no sum, though the file give them one key.
   *
   * @param records numbers of such records; asked for only where figures are added up
   */
  static Optional<String> units(SameKey rule, Supplier<List<Long>> records) {
    List<Long> mixed = rule == SameKey.SUM ? records.get() : List.of();
    return mixed.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%d records would be added up to figures with others of another unit (`aggregate: sum`); the first: record %d"
                .formatted(mixed.size(), mixed.get(0)));
  }

  /**
   * @param conflicting numbers of the records that share a key with another and differ from it;
   *     asked for, as their first faults, only where the rule makes them a reason
   */
  static Optional<String> sameKeys(
      SameKey rule, Supplier<List<Long>> conflicting, Supplier<String> first) {
    boolean isReason = rule == SameKey.REJECT || rule == SameKey.SUM;
    List<Long> records = isReason ? conflicting.get() : List.of();
    return records.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%d records share a key with another and state other values (`%s`); the first: %s"
                .formatted(
                    records.size(),
                    rule == SameKey.SUM ? "aggregate: sum" : "sameKey: reject",
                    first.get()));
  }

  /**
   * Most of what stands would end: rather a file cut short than figures taken back.
   *
   * @param scope what the delivery states completely; empty where it ends nothing
   * @param published facts of the scope that stand
   * @param stated facts that the delivery states; so many of the others at least would end
   */
  static Optional<String> ended(String scope, long published, long stated, Tolerances borne) {
    long ended = Math.max(0, published - stated);
    if (scope.isEmpty() || borne.bearsEnded(ended, published)) {
      return Optional.empty();
    }
    BigDecimal share =
        BigDecimal.valueOf(ended * 100).divide(BigDecimal.valueOf(published), 0, RoundingMode.UP);
    return Optional.of(
        "it states %d facts, so that at least %d of the %d published for its scope (%s) would end, more than the descriptor bears (`tolerances: {ended: %s}`%s); if they are to end, `ended: %s%%` lets it pass"
            .formatted(
                stated,
                ended,
                published,
                scope,
                borne.ended(),
                borne.saidOfEnded().isEmpty() ? ", where it says nothing" : "",
                share.toPlainString()));
  }

  static Optional<String> nothing(long facts, long read) {
    return facts > 0
        ? Optional.empty()
        : Optional.of("none of %d records states a fact".formatted(read));
  }
}
