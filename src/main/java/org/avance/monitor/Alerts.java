package org.avance.monitor;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.avance.model.Delivery;
import org.avance.model.LoadResult;
import org.avance.model.LoadStart;
import org.avance.warehouse.AlertBook;
import org.avance.warehouse.FeedChecks;

/**
 * Tells operators of what needs them, each event once:
 *
 * <ul>
 *   <li>what happened is noted in the warehouse's book, where it is one event however often and by
 *       whomever it is seen;
 *   <li>what stands there untold is told by one thread beside the loads, after it has taken the
 *       message for itself;
 *   <li>a message that no channel takes stays in the book, for a later try of any process.
 * </ul>
 */
public final class Alerts implements LoadWatch {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration BETWEEN_CHECKS = Duration.ofMinutes(1);

  /** A tenth more, so that some bad records each night are not a message each night. */
  private static final double GROWTH = 1.1;

  private final AlertBook book;
  private final FeedChecks checks;
  private final AlertWords words;
  private final Channels channels;
  private final Duration pause;
  private final Background background = new Background("telling alerts", PATIENCE);
  private final Map<String, LoadStart> running = new ConcurrentHashMap<>();
  private final AtomicLong nextCheck = new AtomicLong(System.nanoTime());

  /**
   * @param pause before a message that was not taken is tried again
   */
  Alerts(AlertBook book, FeedChecks checks, Path inbox, Channels channels, Duration pause) {
    this.book = book;
    this.checks = checks;
    this.words = new AlertWords(inbox);
    this.channels = channels;
    this.pause = pause;
  }

  @Override
  public void began(LoadStart start) {
    running.put(start.feed(), start);
  }

  @Override
  public void ended(LoadResult load) {
    LoadStart start =
        running.getOrDefault(
            load.feed(), new LoadStart(load.feed(), load.fileName(), "", 0, Map.of()));
    running.remove(load.feed());
    switch (load.outcome()) {
      case FAILED -> book.note(words.failed(load, start.execution(), start.digest()));
      case REJECTED ->
          load.delivery().ifPresent(d -> book.note(words.rejected(load, d, start.execution())));
      case PUBLISHED, SUPERSEDED ->
          load.delivery().ifPresent(d -> loaded(load, d, start.execution()));
      case STOPPED, BUSY, WAITING -> {
        return;
      }
    }
    background.run(this::tell);
  }

  private void loaded(LoadResult load, Delivery delivery, long run) {
    List<AlertBook.Entry> over = new ArrayList<>();
    for (AlertBook.Entry entry : book.open("")) {
      if (isOver(entry.event(), delivery) && book.close(entry.id())) {
        over.add(entry);
      }
    }
    over.removeIf(
        entry -> !entry.told() || entry.event().kind().equals(AlertKind.ROWS_FELL.name()));
    if (!over.isEmpty()) {
      book.noteNews(words.recovered(load, run, over));
    }
    if (load.outcome() == LoadResult.Outcome.PUBLISHED) {
      checks.drop(delivery.id()).ifPresent(d -> book.note(words.fell(load, delivery, run, d)));
    }
  }

  /** A delivery ends what was told of itself, of its edition, and of the feed as a whole. */
  private static boolean isOver(AlertBook.Event event, Delivery delivery) {
    if (!event.feed().equals(delivery.feed())) {
      return false;
    }
    return switch (AlertKind.valueOf(event.kind())) {
      case RUN_FAILED, RUN_REJECTED ->
          event.fileDigest().isEmpty()
              || event.fileDigest().equals(delivery.digest())
              || (!event.scope().isEmpty() && event.scope().equals(delivery.scope()));
      case ROWS_FELL -> true;
      case FEED_LATE, QUARANTINE_GREW, LEFT_OUT, RECOVERED, UNABLE, TEST -> false;
    };
  }

  @Override
  public void runEnded(RunEnd end) {
    Map<String, String> faults = new HashMap<>();
    end.leftOut().forEach(fault -> faults.put(digest(fault), fault));
    faults.forEach((key, fault) -> book.note(words.leftOut(fault, key)));
    if (end.whole()) {
      closeAllBut(
          AlertKind.LEFT_OUT,
          faults.keySet().stream().map(key -> "left-out/" + key).collect(Collectors.toSet()));
    }
    check();
  }

  /** May be called every few seconds: looks once a minute. */
  @Override
  public void checksDue() {
    long now = System.nanoTime();
    long due = nextCheck.get();
    if (now - due >= 0 && nextCheck.compareAndSet(due, now + BETWEEN_CHECKS.toNanos())) {
      check();
    }
  }

  private void check() {
    background.run(
        () -> {
          lookForLate();
          lookAtQuarantine();
          tell();
        });
  }

  private void lookForLate() {
    List<AlertBook.Event> late = checks.late().stream().map(words::late).toList();
    late.forEach(book::note);
    closeAllBut(
        AlertKind.FEED_LATE, late.stream().map(AlertBook.Event::key).collect(Collectors.toSet()));
  }

  private void lookAtQuarantine() {
    Map<String, AlertBook.Entry> told =
        book.open(AlertKind.QUARANTINE_GREW.name()).stream()
            .collect(Collectors.toMap(entry -> entry.event().feed(), entry -> entry));
    List<FeedChecks.Waiting> waiting = checks.quarantined();
    waiting.forEach(feed -> lookAt(feed, told));
    closeAllBut(
        AlertKind.QUARANTINE_GREW,
        waiting.stream().map(feed -> "quarantine/" + feed.feed()).collect(Collectors.toSet()));
  }

  private void lookAt(FeedChecks.Waiting now, Map<String, AlertBook.Entry> told) {
    AlertBook.Entry known = told.get(now.feed());
    if (known == null) {
      book.note(words.quarantine(now, 0));
    } else if (now.records() < known.event().amount()) {
      book.measure(known.id(), now.records());
    } else if (now.records() > known.event().amount() * GROWTH && book.close(known.id())) {
      book.note(words.quarantine(now, known.event().amount()));
    }
  }

  private void closeAllBut(AlertKind kind, Set<String> standing) {
    for (AlertBook.Entry entry : book.open(kind.name())) {
      if (!standing.contains(entry.event().key())) {
        book.close(entry.id());
      }
    }
  }

  private void tell() {
    for (AlertBook.Entry entry : book.untold()) {
      if (book.take(entry.id(), pause)) {
        Set<String> told = channels.tell(Message.of(entry), entry.toldBy());
        book.told(entry.id(), String.join(" ", told), channels.areAll(told));
      }
    }
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  @Override
  public void close() {
    background.close();
  }
}
