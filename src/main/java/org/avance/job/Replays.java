package org.avance.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.avance.feed.Feed;
import org.avance.load.Archive;
import org.avance.load.Deliveries;
import org.avance.load.OpenQuarantine;
import org.avance.load.SideRegister;
import org.avance.model.Delivery;
import org.avance.model.DeliveryStatus;
import org.avance.model.ReplayItem;

/**
 * Which deliveries are to be loaded again for their records in quarantine: published ones that
 * nothing newer has overtaken, whose descriptor, rulebook or side files have changed since.
 */
public final class Replays {
  private static final System.Logger LOG = System.getLogger(Replays.class.getName());

  private final Map<String, Feed> feeds;
  private final Inbox inbox;
  private final Archive archive;
  private final String rulebookDigest;
  private final Deliveries deliveries;
  private final OpenQuarantine quarantine;
  private final SideRegister sides;
  private final Digests digests = new Digests();

  Replays(
      List<Feed> feeds,
      Inbox inbox,
      Archive archive,
      String rulebookDigest,
      DataSource dataSource) {
    this.feeds = feeds.stream().collect(Collectors.toMap(Feed::name, feed -> feed));
    this.inbox = inbox;
    this.archive = archive;
    this.rulebookDigest = rulebookDigest;
    this.deliveries = new Deliveries(dataSource);
    this.quarantine = new OpenQuarantine(dataSource);
    this.sides = new SideRegister(dataSource);
  }

  /** All deliveries that have open records, in order of arrival. */
  public List<ReplayItem> plan(boolean evenUnchanged) {
    List<ReplayItem> items = new ArrayList<>();
    for (OpenQuarantine.Open open : quarantine.list()) {
      deliveries
          .find(open.deliveryId())
          .ifPresent(delivery -> items.add(item(delivery, open.records(), evenUnchanged)));
    }
    return items;
  }

  public Optional<Delivery> find(long id) {
    return deliveries.find(id);
  }

  public long openOf(Delivery delivery) {
    return quarantine.openOf(delivery.id());
  }

  /** Records that the last publish of a delivery has replayed. */
  public long replayedLast(Delivery delivery) {
    return quarantine.replayedLast(delivery.id());
  }

  private ReplayItem item(Delivery delivery, long open, boolean evenUnchanged) {
    Optional<String> against = against(delivery);
    if (against.isPresent()) {
      return new ReplayItem(delivery, open, false, against.get());
    }
    List<String> changed = changed(delivery);
    if (!changed.isEmpty()) {
      return new ReplayItem(delivery, open, true, String.join(" and ", changed) + " changed since");
    }
    return evenUnchanged
        ? new ReplayItem(delivery, open, true, "unchanged, and loaded all the same")
        : new ReplayItem(
            delivery,
            open,
            false,
            "neither its descriptor nor the rulebook nor a side file has changed since it was loaded");
  }

  /** Why a load would bring none of them in; empty where it may. */
  private Optional<String> against(Delivery delivery) {
    DeliveryStatus status = delivery.status();
    if (!feeds.containsKey(delivery.feed())) {
      return Optional.of("its feed has no sound descriptor");
    }
    return switch (status) {
      case PUBLISHED -> deliveries.overtakenBy(delivery.id());
      case REJECTED ->
          Optional.of(
              "it is REJECTED: `run` loads all of it once its descriptor, the rulebook or a side file has changed");
      case SUPERSEDED -> Optional.of("it is SUPERSEDED: a newer delivery states its scope");
      case RETRACTED -> Optional.of("it was taken back; `rerun` alone loads it again");
      case RECEIVED, STAGED, JUDGED ->
          Optional.of("its load has not come to its end; `run` goes on with it");
    };
  }

  private List<String> changed(Delivery delivery) {
    Feed feed = feeds.get(delivery.feed());
    List<String> changed = new ArrayList<>();
    if (feed != null && !delivery.descriptorDigest().equals(feed.descriptorDigest())) {
      changed.add("its descriptor");
    }
    if (!delivery.rulebookDigest().equals(rulebookDigest)) {
      changed.add("the rulebook");
    }
    if (feed != null && !sides.of(delivery.id()).equals(sidesOfNow(feed, delivery))) {
      changed.add("a side file");
    }
    return changed;
  }

  private Map<String, SideRegister.Entry> sidesOfNow(Feed feed, Delivery delivery) {
    SideShelf shelf = new SideShelf(feed, archive, sides, digests);
    if (!feed.sideFiles().isEmpty()) {
      inbox.list().files().forEach(found -> add(found, shelf));
    }
    return shelf.of(Optional.of(delivery)).stream()
        .collect(Collectors.toMap(Side::name, Side::entry));
  }

  /** One that can't be read is as if it were not there: the load says what is wrong with it. */
  private static void add(Inbox.Found found, SideShelf shelf) {
    try {
      shelf.add(found);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "A side file can't be read: " + found.name(), e);
    }
  }
}
