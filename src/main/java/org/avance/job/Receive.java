package org.avance.job;

import java.util.List;
import java.util.Locale;
import org.avance.feed.Edition;
import org.avance.feed.Feed;
import org.avance.issue.Issue;
import org.avance.issue.RefusedFile;
import org.avance.load.Deliveries;
import org.avance.model.Delivery;
import org.avance.model.DeliveryStatus;

/** Step 1: registers the delivery, and refuses what by its name can't be a file of the feed. */
final class Receive {
  private final Load load;

  Receive(Load load) {
    this.load = load;
  }

  void run() {
    Feed feed = load.feed();
    load.deliveries().registerFeed(feed.name(), feed.title(), feed.agency());
    try {
      register(feed.edition(load.due().plainName()));
    } catch (RefusedFile refused) {
      Delivery delivery = register(Edition.BY_ARRIVAL);
      reject(delivery, refused.issue());
    }
  }

  private Delivery register(Edition edition) {
    Feed feed = load.feed();
    Deliveries.Arrival arrival =
        new Deliveries.Arrival(
            feed.name(),
            load.due().fileName(),
            load.due().digest(),
            load.due().bytes(),
            edition.text(),
            edition.year(),
            scope(feed, edition),
            feed.descriptorDigest(),
            load.rulebook().digest());
    Delivery registered = load.deliveries().register(arrival);
    Delivery delivery =
        stale(registered)
            ? load.deliveries().restage(registered.id(), arrival, load.rerun())
            : registered;
    if (!Load.ended(delivery)) {
      load.sideRegister().note(delivery.id(), load.due().sideEntries().values());
    }
    return delivery;
  }

  /**
   * Registered by an earlier load, under another descriptor or rulebook, with other side files, or
   * for another run.
   */
  private boolean stale(Delivery delivery) {
    if (Load.ended(delivery) && delivery.rerun() == load.rerun()) {
      return false;
    }
    return !delivery.descriptorDigest().equals(load.feed().descriptorDigest())
        || !delivery.rulebookDigest().equals(load.rulebook().digest())
        || load.sidesChanged(delivery)
        || delivery.rerun() != load.rerun();
  }

  private void reject(Delivery delivery, Issue issue) {
    load.staging(delivery).note(issue);
    load.deliveries().mark(delivery.id(), DeliveryStatus.REJECTED, List.of(issue.message()));
  }

  /**
   * The name of what the delivery states completely; the same for all deliveries that state the
   * same.
   */
  private static String scope(Feed feed, Edition edition) {
    return switch (feed.scope()) {
      case EDITION -> "edition " + edition.text();
      case FEED -> feed.scope().name().toLowerCase(Locale.ROOT);
      case NONE -> "";
    };
  }
}
