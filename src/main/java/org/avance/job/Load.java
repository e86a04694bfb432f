package org.avance.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.avance.classify.Rulebook;
import org.avance.feed.Arrival;
import org.avance.feed.Feed;
import org.avance.feed.OpenFile;
import org.avance.issue.RefusedFile;
import org.avance.load.Archive;
import org.avance.load.Deliveries;
import org.avance.load.IndicatorHistory;
import org.avance.load.Ownership;
import org.avance.load.PlacedSeries;
import org.avance.load.SideRegister;
import org.avance.load.Staging;
import org.avance.load.StagingLease;
import org.avance.model.Delivery;
import org.avance.model.DeliveryStatus;

/**
 * One delivery being loaded: what its five steps share. What happens lies in the database, so that
 * a restart in another process finds it; here is only how to get there.
 *
 * @param rerun number of this load of the same bytes
 */
record Load(
    Due due,
    long rerun,
    Rulebook rulebook,
    Ownership ownership,
    StagingLease lease,
    BatchContext batch,
    Database database,
    Archive archive,
    Progress progress) {
  private static final System.Logger LOG = System.getLogger(Load.class.getName());

  Feed feed() {
    return due.feed();
  }

  Deliveries deliveries() {
    return new Deliveries(batch.pool());
  }

  /** The delivery as registered by the first step. */
  Delivery delivery() {
    return deliveries().find(feed().name(), due.digest()).orElseThrow();
  }

  /** Rejects the delivery; what an earlier load of it has published stands, and that is said. */
  void reject(Delivery delivery, List<String> reasons) {
    List<String> all = new ArrayList<>(reasons);
    deliveries()
        .publishedAt(delivery.id())
        .map("what was published of it at %s UTC stands as it was"::formatted)
        .ifPresent(all::add);
    deliveries().mark(delivery.id(), DeliveryStatus.REJECTED, all);
  }

  /** A line of its own for who looks on, and in the log. */
  void say(String words) {
    LOG.log(System.Logger.Level.INFO, "{0}: {1}", feed().name(), words);
    progress.at(feed().name(), words, "wait", 0);
  }

  SideRegister sideRegister() {
    return new SideRegister(batch.pool());
  }

  /** True where the delivery was staged with other side files than those of now. */
  boolean sidesChanged(Delivery delivery) {
    Map<String, SideRegister.Entry> before = sideRegister().of(delivery.id());
    return !before.isEmpty() && !before.equals(due.sideEntries());
  }

  /** What the file, as it was archived, says of itself. */
  Arrival arrival() throws IOException, RefusedFile {
    return feed().arrival(archive.file(due.digest()), due.plainName());
  }

  /** Opens the file as it was archived, with its side files as they were. */
  OpenFile open() throws IOException, RefusedFile {
    Map<String, SideRegister.Entry> sides = due.sideEntries();
    return feed()
        .open(
            archive.file(due.digest()),
            due.plainName(),
            name -> Optional.ofNullable(sides.get(name)).map(side -> archive.file(side.digest())));
  }

  Staging staging(Delivery delivery) {
    return new Staging(
        batch.pool(), database.staging(), delivery, feed().kinds(), feed().trust().sameKey());
  }

  /** What the rulebook makes of a series. */
  IndicatorHistory.Judged judge(PlacedSeries series) {
    return new IndicatorHistory.Judged(
        series, rulebook.indicators().judge(series.series()), rulebook.version());
  }

  /** True once the delivery has ended: the steps that remain have nothing to do. */
  static boolean ended(Delivery delivery) {
    return switch (delivery.status()) {
      case REJECTED, SUPERSEDED, PUBLISHED, RETRACTED -> true;
      case RECEIVED, STAGED, JUDGED -> false;
    };
  }

  RunRequest request() {
    return new RunRequest(feed().name(), due.digest(), rerun);
  }
}
