package org.avance.job;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.avance.classify.Plausibility;
import org.avance.feed.trust.Tolerance;
import org.avance.feed.trust.Tolerances;
import org.avance.feed.trust.Trust;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;
import org.avance.load.ClassDoubts;
import org.avance.load.FirstFaults;
import org.avance.load.Footings;
import org.avance.load.PublishedFacts;
import org.avance.load.Staging;
import org.avance.model.Delivery;
import org.avance.model.DeliveryCounts;
import org.avance.model.DeliveryStatus;
import org.avance.model.InterimOutcome;
import org.avance.model.ProgressClass;

/**
 * Step 4: the delivery as a whole. The accounting must hold; then the feed's own tolerances decide,
 * and a delivery that passes them is rejected with every reason, not the first.
 */
final class Judge {
  private final Load load;

  Judge(Load load) {
    this.load = load;
  }

  void run() {
    Delivery delivery = load.delivery();
    if (Load.ended(delivery)) {
      return;
    }
    List<String> reasons = new ArrayList<>(load.deliveries().refusals(delivery.id()));
    if (reasons.isEmpty()) {
      Staging staging = load.staging(delivery);
      account(staging);
      doubtClasses(delivery);
      reasons.addAll(reasons(load.delivery(), staging));
    }
    if (reasons.isEmpty()) {
      load.deliveries().mark(delivery.id(), DeliveryStatus.JUDGED, reasons);
    } else {
      load.reject(delivery, reasons);
    }
  }

  private void doubtClasses(Delivery delivery) {
    new ClassDoubts(load.batch().pool(), load.database().staging(), delivery)
        .note(load.feed().kinds(), suspiciousPairs());
  }

  private static List<String> suspiciousPairs() {
    List<String> pairs = new ArrayList<>();
    for (InterimOutcome interim : InterimOutcome.values()) {
      for (ProgressClass progress : ProgressClass.values()) {
        if (Plausibility.isSuspicious(interim, progress)) {
          pairs.add(interim + "|" + progress);
        }
      }
    }
    return pairs;
  }

  private static void account(Staging staging) {
    List<String> differences = staging.accounts().close();
    if (!differences.isEmpty()) {
      throw new IllegalStateException(
          "the accounting does not hold, which is a fault of Avance, not of the file: "
              + String.join("; ", differences));
    }
  }

  private List<String> reasons(Delivery delivery, Staging staging) {
    Trust trust = load.feed().trust();
    List<String> reasons = new ArrayList<>();
    DeliveryCounts counts = delivery.counts();
    Tolerances borne = trust.tolerances();
    FirstFaults first = firstFaults(delivery);
    Reasons.quarantine(counts, borne.quarantined(), first::quarantined).ifPresent(reasons::add);
    Footings footings = staging.footings();
    reasons.addAll(Reasons.crossFoot(footings.crossFoot(), borne.crossFoot()));
    reasons.addAll(Reasons.lacking(footings.lacking()));
    Reasons.sameKeys(trust.sameKey(), staging.sameKeys()::conflictingRecords, first::conflicts)
        .ifPresent(reasons::add);
    Reasons.units(trust.sameKey(), staging.sameKeys()::recordsOfSeveralUnits)
        .ifPresent(reasons::add);
    Reasons.nothing(counts.factsStaged(), counts.read()).ifPresent(reasons::add);
    ended(delivery, borne).ifPresent(reasons::add);
    compareWithLast(delivery, staging, trust.expectations().rowsAgainstLast());
    return reasons;
  }

  /** One that another has overtaken, or that states nothing, is told of that alone. */
  private Optional<String> ended(Delivery delivery, Tolerances borne) {
    long stated = delivery.counts().factsStaged();
    if (stated == 0 || load.deliveries().overtakenBy(delivery.id()).isPresent()) {
      return Optional.empty();
    }
    long published =
        new PublishedFacts(load.batch().pool()).inScopeOf(delivery, load.feed().kinds());
    return Reasons.ended(delivery.endingScope(), published, stated, borne);
  }

  /** An expectation, not a tolerance: it is told, not enforced. */
  private void compareWithLast(Delivery delivery, Staging staging, Tolerance expected) {
    load.deliveries()
        .recordsOfLast(delivery)
        .filter(
            last ->
                !expected.bears(
                    BigDecimal.valueOf(delivery.counts().read() - last), BigDecimal.valueOf(last)))
        .ifPresent(
            last ->
                staging.note(
                    new Issue(
                        IssueCode.ROW_COUNT_CHANGED,
                        Location.FILE,
                        Long.toString(delivery.counts().read()),
                        "%d records, the last delivery had %d."
                            .formatted(delivery.counts().read(), last),
                        "a difference of up to " + expected)));
  }

  private FirstFaults firstFaults(Delivery delivery) {
    return new FirstFaults(load.batch().pool(), delivery);
  }
}
