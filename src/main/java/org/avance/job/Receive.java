package org.avance.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.avance.feed.Arrival;
import org.avance.feed.Feed;
import org.avance.issue.Issue;
import org.avance.issue.RefusedFile;
import org.avance.load.Deliveries;
import org.avance.model.Delivery;
import org.slf4j.MDC;

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
      register(load.arrival());
    } catch (RefusedFile refused) {
      reject(register(Arrival.UNKNOWN), refused.issue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Delivery register(Arrival said) {
    Feed feed = load.feed();
    Deliveries.Arrival arrival =
        new Deliveries.Arrival(
            feed.name(),
            load.due().fileName(),
            load.due().digest(),
            load.due().bytes(),
            said.edition().text(),
            said.edition().year(),
            said.scope(),
            feed.descriptorDigest(),
            load.rulebook().digest());
    Delivery registered = load.deliveries().register(arrival);
    Delivery delivery =
        stale(registered)
            ? load.deliveries().restage(registered.id(), arrival, load.rerun())
            : registered;
    MDC.put("delivery", Long.toString(delivery.id()));
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
    load.reject(delivery, List.of(issue.message()));
  }
}
