package org.avance.job;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.avance.feed.trust.Tolerance;
import org.avance.model.SameKey;

/** Why a delivery is rejected, in words; each is empty where there is nothing to say. */
final class Reasons {
  private Reasons() {}

  static Optional<String> quarantine(long quarantined, long read, Tolerance borne) {
    return borne.bears(BigDecimal.valueOf(quarantined), BigDecimal.valueOf(read))
        ? Optional.empty()
        : Optional.of(
            "%d of %d records are in quarantine; the descriptor bears %s"
                .formatted(quarantined, read, borne));
  }

  /**
   * @param added what the column's records add up to
   */
  static Optional<String> crossFoot(
      String column, BigDecimal printed, BigDecimal added, Tolerance borne) {
    return borne.bears(printed.subtract(added), printed)
        ? Optional.empty()
        : Optional.of(
            "%s: the printed total is %s, its records add up to %s; the descriptor bears a difference of %s"
                .formatted(column, plain(printed), plain(added), borne));
  }

  /**
   * @param conflicting numbers of the records that share a key with another and differ from it;
   *     asked for only where the rule makes them a reason
   */
  static Optional<String> sameKeys(SameKey rule, Supplier<List<Long>> conflicting) {
    boolean isReason = rule == SameKey.REJECT || rule == SameKey.SUM;
    List<Long> records = isReason ? conflicting.get() : List.of();
    return records.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%d records share a key with another and state other values (records %s)"
                .formatted(records.size(), firstOf(records)));
  }

  static Optional<String> nothing(long facts, long read) {
    return facts > 0
        ? Optional.empty()
        : Optional.of("none of %d records states a fact".formatted(read));
  }

  private static String firstOf(List<Long> records) {
    String first =
        records.stream().limit(5).map(String::valueOf).reduce((a, b) -> a + ", " + b).orElse("");
    return records.size() > 5 ? first + ", …" : first;
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
