package org.avance.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.avance.feed.Feed;
import org.avance.issue.RefusedFile;
import org.avance.load.Archive;
import org.avance.load.BackfillRegister;
import org.avance.load.Deliveries;
import org.avance.load.LoadExecutions;
import org.avance.model.BackfillItem;
import org.avance.model.BackfillItem.Act;
import org.avance.model.Delivery;

/**
 * The editions of a feed within some years, from the register and the inbox, and what a backfill
 * makes of each:
 *
 * <ul>
 *   <li>what is due anyway is loaded, or gone on with;
 *   <li>what is published is loaded again, unless a newer edition of its scope is: that one alone
 *       can change the warehouse;
 *   <li>what this backfill has done is not done twice. One that was broken off stands in the
 *       register until the same range is asked for again, under the same descriptor and rulebook,
 *       and comes to its end.
 * </ul>
 */
public final class EditionRange {
  private final Feed feed;
  private final int first;
  private final int last;
  private final Surveyor surveyor;
  private final Deliveries deliveries;
  private final LoadExecutions executions;
  private final BackfillRegister register;
  private final BackfillRegister.Range range;

  EditionRange(Feed feed, int first, int last, LoadSettings settings, String rulebookDigest) {
    DataSource single = settings.database().single();
    this.feed = feed;
    this.first = first;
    this.last = last;
    this.surveyor =
        new Surveyor(
            new Inbox(settings.inbox()), new Archive(settings.archive()), single, rulebookDigest);
    this.deliveries = new Deliveries(single);
    this.executions = new LoadExecutions(single);
    this.register = new BackfillRegister(single);
    this.range =
        new BackfillRegister.Range(
            feed.name(), first, last, feed.descriptorDigest(), rulebookDigest);
  }

  /**
   * What is to be done with one delivery.
   *
   * @param chosen its load, where it is loaded at all
   */
  public record Planned(BackfillItem item, Optional<Selection.Chosen> chosen) {}

  /** When the backfill of this range that was broken off was begun, UTC. */
  public Optional<String> brokenOff() {
    return register.findOpen(range).map(BackfillRegister.Begun::begunAt);
  }

  /**
   * What is to be done with each, by edition.
   *
   * @param onlyMissing whether what is published is left as it is
   */
  public List<Planned> plan(boolean onlyMissing) {
    Map<String, Delivery> known = new LinkedHashMap<>();
    deliveries.list(feed.name()).forEach(delivery -> known.put(delivery.digest(), delivery));
    Set<String> done =
        register
            .findOpen(range)
            .map(begun -> executions.completedSince(feed.name(), begun.afterRun()))
            .orElse(Set.of());
    Survey survey = surveyor.survey(feed, Selection.due(Set.of()));
    List<Planned> plan = new ArrayList<>();
    Set<String> due = new HashSet<>();
    for (Due each : Stream.concat(survey.due().stream(), survey.waiting().stream()).toList()) {
      due.add(each.digest());
      Optional<Delivery> delivery = Optional.ofNullable(known.get(each.digest()));
      int year = year(each, delivery);
      if (isWithin(year)) {
        plan.add(due(each, year, delivery));
      }
    }
    for (Delivery delivery : known.values()) {
      if (!due.contains(delivery.digest()) && isWithin(delivery.editionYear())) {
        plan.add(ended(delivery, onlyMissing, done.contains(delivery.digest())));
      }
    }
    plan.sort(
        Comparator.comparing((Planned each) -> each.item().edition())
            .thenComparing(each -> each.item().delivery() == 0)
            .thenComparing(each -> each.item().delivery()));
    return plan;
  }

  private boolean isWithin(int year) {
    return first <= year && year <= last;
  }

  /** As the descriptor of now reads it; a file that can't say it is of no year. */
  private int year(Due due, Optional<Delivery> delivery) {
    try {
      return feed.arrival(due.file(), due.plainName()).edition().year();
    } catch (RefusedFile | IOException unreadable) {
      return delivery.map(Delivery::editionYear).orElse(0);
    }
  }

  private Planned due(Due due, int year, Optional<Delivery> delivery) {
    if (delivery.isEmpty()) {
      BackfillItem item =
          new BackfillItem(due.edition(), year, due.fileName(), 0, "", Act.LOAD, "new");
      return new Planned(
          item, Optional.of(Selection.Chosen.toItsEnd(feed.name(), due.digest(), 0)));
    }
    Delivery known = delivery.get();
    return switch (known.status()) {
      case REJECTED ->
          planned(
              known,
              Act.LOAD,
              "rejected; its descriptor, rulebook or side files have changed since",
              Selection.Chosen.again(known));
      case RECEIVED, STAGED, JUDGED, PUBLISHED, SUPERSEDED, RETRACTED ->
          planned(
              known,
              Act.RESTART,
              "its last load did not come to its end",
              Selection.Chosen.toItsEnd(feed.name(), known.digest(), known.rerun()));
    };
  }

  private Planned ended(Delivery delivery, boolean onlyMissing, boolean done) {
    if (done) {
      return left(delivery, Act.DONE, "loaded since this backfill was begun");
    }
    return switch (delivery.status()) {
      case RECEIVED, STAGED, JUDGED ->
          left(delivery, Act.LEAVE, "its file is neither in the archive nor in the inbox");
      case REJECTED ->
          left(delivery, Act.LEAVE, "rejected, and nothing about it has changed since");
      case SUPERSEDED -> left(delivery, Act.LEAVE, String.join("; ", delivery.reasons()));
      case RETRACTED -> left(delivery, Act.LEAVE, "taken back; `rerun` alone loads it again");
      case PUBLISHED -> published(delivery, onlyMissing);
    };
  }

  private Planned published(Delivery delivery, boolean onlyMissing) {
    if (onlyMissing) {
      return left(delivery, Act.LEAVE, "published");
    }
    Optional<String> overtaken = deliveries.overtakenBy(delivery.id());
    return overtaken.isPresent()
        ? left(delivery, Act.LEAVE, overtaken.get())
        : planned(delivery, Act.RERUN, "published", Selection.Chosen.again(delivery));
  }

  private static Planned planned(Delivery delivery, Act act, String why, Selection.Chosen chosen) {
    return new Planned(item(delivery, act, why), Optional.of(chosen));
  }

  private static Planned left(Delivery delivery, Act act, String why) {
    return new Planned(item(delivery, act, why), Optional.empty());
  }

  private static BackfillItem item(Delivery delivery, Act act, String why) {
    return new BackfillItem(
        delivery.edition(),
        delivery.editionYear(),
        delivery.fileName(),
        delivery.id(),
        delivery.status().name(),
        act,
        why);
  }

  /** Notes that it has begun, unless it is gone on with. */
  public void begin() {
    if (register.findOpen(range).isEmpty()) {
      register.begin(range);
    }
  }

  /** Notes that all of it is done. */
  public void end() {
    register.end(range);
  }
}
