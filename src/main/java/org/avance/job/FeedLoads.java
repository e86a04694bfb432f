package org.avance.job;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.avance.classify.Rulebook;
import org.avance.feed.Feed;
import org.avance.load.Archive;
import org.avance.load.Deliveries;
import org.avance.load.Ownership;
import org.avance.load.StagingLease;
import org.avance.model.Delivery;
import org.avance.model.DeliveryStatus;
import org.avance.model.LoadResult;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessException;

/** The selected deliveries of one feed, loaded one after the other by whoever owns the feed. */
record FeedLoads(
    Feed feed,
    Selection selection,
    Surveyor surveyor,
    Database database,
    LazyBatch batch,
    Archive archive,
    Rulebook rulebook,
    Watch watch,
    Progress progress) {

  /**
   * What came of trying.
   *
   * @param busyFeeds the feed itself where another process holds it, else empty
   */
  record Outcome(List<LoadResult> results, List<FeedLoads> busyFeeds) {
    Optional<FeedLoads> busy() {
      return busyFeeds.stream().findFirst();
    }
  }

  String feedName() {
    return feed.name();
  }

  /** Loads all that is due once the feed is ours; whatever goes wrong with a file is its result. */
  Outcome load(Duration patience) {
    List<LoadResult> results = new ArrayList<>();
    MDC.put("feed", feed.name());
    try {
      Optional<Ownership> claimed =
          Ownership.claim(database.owning(), database.warehouse(), feed.name(), patience);
      if (claimed.isEmpty()) {
        return new Outcome(List.of(), List.of(this));
      }
      try (Ownership ownership = claimed.get()) {
        loadOwned(ownership, results);
      }
    } catch (SQLException | RuntimeException e) {
      results.add(told(failed("", Causes.inWords(e))));
    } finally {
      List.of("feed", "run", "delivery").forEach(MDC::remove);
    }
    return new Outcome(results, List.of());
  }

  /**
   * Looks again: another process may have loaded some of it between the first look and the claim.
   */
  private void loadOwned(Ownership ownership, List<LoadResult> results) {
    List<Due> dues = surveyor.over(ownership.connection()).survey(feed, selection).due();
    if (dues.isEmpty()) {
      return;
    }
    try (StagingLease lease =
        new StagingLease(batch.get().pool(), database.staging(), feed.name(), ownership::isHeld)) {
      Iterator<Due> rest = dues.iterator();
      while (rest.hasNext() && !batch.stopping()) {
        Due due = rest.next();
        try (HeapShare share =
            HeapShare.of(due.bytes(), () -> sayThatItWaits(due), batch::stopping)) {
          if (!share.isEmpty()) {
            results.add(told(ownership.isHeld() ? load(due, ownership, lease) : notBegun(due)));
          }
        }
      }
    }
  }

  private void sayThatItWaits(Due due) {
    String words = due.fileName() + " waits for memory; files of other feeds take it now";
    progress.at(feed.name(), words, "wait", 0);
  }

  private LoadResult told(LoadResult result) {
    progress.ended(result);
    return result;
  }

  private LoadResult notBegun(Due due) {
    return failed(
        due.fileName(),
        "not begun: the connection that owns the feed is gone. The next run loads it.");
  }

  private LoadResult load(Due due, Ownership ownership, StagingLease lease) {
    long began = System.nanoTime();
    try {
      Optional<String> changed = archived(due);
      if (changed.isPresent()) {
        return ended(due.fileName(), LoadResult.Outcome.WAITING, changed.get());
      }
      Optional<Delivery> known = new Deliveries(batch.get().pool()).find(feed.name(), due.digest());
      Optional<String> overtaken = overtaken(due, known);
      if (overtaken.isPresent()) {
        return leftToAnother(due, overtaken.get());
      }
      List<String> failure = launch(due, ordered(due, known), ownership, lease);
      return result(due, failure, (System.nanoTime() - began) / 1e9);
    } catch (IOException e) {
      return failed(due.fileName(), "the file can't be read or archived: " + e);
    } catch (RuntimeException e) {
      return failed(due.fileName(), Causes.inWords(e));
    } finally {
      ownership.donePublishing();
    }
  }

  /** Keeps the file and its side files; empty unless one of them is changing. */
  private Optional<String> archived(Due due) throws IOException {
    if (isChanging(due.file(), due.digest(), due)) {
      return Optional.of("the file is still being written; a later run loads it");
    }
    for (Side side : due.sides()) {
      if (isChanging(side.file(), side.entry().digest(), due)) {
        return Optional.of(
            "waits for the side file %s, which is still being written".formatted(side.name()));
      }
    }
    return Optional.empty();
  }

  private boolean isChanging(Path file, String digest, Due due) throws IOException {
    Runnable told = () -> progress.at(feed.name(), due.fileName(), "watch", 0);
    return watch.sees(file, told) || !archive.keep(file, digest);
  }

  /** What another process has done with it since it was chosen; empty where nothing. */
  private Optional<String> overtaken(Due due, Optional<Delivery> known) {
    return selection
        .find(feed.name(), due.digest())
        .flatMap(
            chosen -> {
              boolean isTakenBack =
                  known.filter(d -> d.status() == DeliveryStatus.RETRACTED).isPresent();
              if (isTakenBack && !chosen.wasTakenBack()) {
                return Optional.of(
                    "another process has taken it back meanwhile; `rerun` loads it again");
              }
              return isDone(chosen, known)
                  ? Optional.of("another process has loaded it meanwhile")
                  : Optional.empty();
            });
  }

  private boolean isDone(Selection.Chosen chosen, Optional<Delivery> known) {
    return known.map(Delivery::rerun).orElse(0) > chosen.rerun()
        || Launch.completed(
            new RunRequest(feed.name(), chosen.digest(), chosen.rerun()), batch.get());
  }

  private LoadResult leftToAnother(Due due, String reason) {
    LoadResult found = result(due, List.of(), 0);
    return new LoadResult(
        found.feed(),
        found.fileName(),
        found.outcome(),
        found.registered(),
        found.issues(),
        List.of(reason),
        0);
  }

  /**
   * A delivery that has ended is sent back to its start before it is loaded again. That stands in
   * the register from then on: whatever dies, the next run finishes it.
   */
  private Optional<Delivery> ordered(Due due, Optional<Delivery> known) {
    Optional<Selection.Chosen> chosen = selection.find(feed.name(), due.digest());
    if (known.isEmpty() || chosen.isEmpty() || !Load.ended(known.get())) {
      return known;
    }
    return known.get().rerun() < chosen.get().rerun()
        ? Optional.of(order(known.get().id(), chosen.get()))
        : known;
  }

  /** Where that fails no run has noted it. */
  private Delivery order(long delivery, Selection.Chosen chosen) {
    try {
      return new Deliveries(batch.get().pool()).again(delivery, chosen.rerun(), chosen.byName());
    } catch (DataAccessException e) {
      throw new IllegalStateException(
          Causes.inWords(e)
              + "; nothing was begun and no run was noted, so `restart` does not know of it: give this very command again");
    }
  }

  private List<String> launch(
      Due due, Optional<Delivery> known, Ownership ownership, StagingLease lease) {
    BatchContext context = batch.get();
    long rerun = known.map(Delivery::rerun).orElse(0);
    // A rejected delivery that falls due again is a new load of the same bytes.
    while (known.isPresent()
        && Launch.isOver(known.get(), new RunRequest(feed.name(), due.digest(), rerun), context)) {
      rerun++;
    }
    Load load =
        new Load(due, rerun, rulebook, ownership, lease, context, database, archive, progress);
    return new Launch(load, batch).run(known);
  }

  private LoadResult result(Due due, List<String> failure, double seconds) {
    Deliveries deliveries = new Deliveries(batch.get().pool());
    Optional<Delivery> delivery = deliveries.find(feed.name(), due.digest());
    return new LoadResult(
        feed.name(),
        due.fileName(),
        outcome(delivery, failure),
        delivery.stream().toList(),
        delivery.map(d -> deliveries.issuesByCode(d.id())).orElse(Map.of()),
        failure.isEmpty() ? delivery.map(Delivery::reasons).orElse(List.of()) : failure,
        seconds);
  }

  private LoadResult.Outcome outcome(Optional<Delivery> delivery, List<String> failure) {
    if (batch.stopping() && !failure.isEmpty()) {
      return LoadResult.Outcome.STOPPED;
    }
    if (!failure.isEmpty() || delivery.isEmpty()) {
      return LoadResult.Outcome.FAILED;
    }
    return switch (delivery.get().status()) {
      case PUBLISHED -> LoadResult.Outcome.PUBLISHED;
      case REJECTED -> LoadResult.Outcome.REJECTED;
      case SUPERSEDED -> LoadResult.Outcome.SUPERSEDED;
      case RECEIVED, STAGED, JUDGED, RETRACTED -> LoadResult.Outcome.FAILED;
    };
  }

  /** Who holds the feed now, what for, and what becomes of it, in words. */
  String holder() {
    return new FeedHolders(database).inWords(feed.name());
  }

  LoadResult stillBusy() {
    return ended("", LoadResult.Outcome.BUSY, holder());
  }

  private LoadResult failed(String fileName, String reason) {
    return ended(fileName, LoadResult.Outcome.FAILED, reason);
  }

  private LoadResult ended(String fileName, LoadResult.Outcome outcome, String reason) {
    return new LoadResult(feed.name(), fileName, outcome, List.of(), Map.of(), List.of(reason), 0);
  }
}
