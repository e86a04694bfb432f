package org.avance.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.avance.job.Agenda;
import org.avance.job.Agenda.Next;
import org.avance.job.Agenda.Turn;
import org.avance.job.ServeRegister;
import org.avance.job.ServedFeed;
import org.avance.job.ServedFeeds;
import org.avance.schedule.ServeEvent.Kind;

/** What is done when a feed's entry in the agenda comes up, and when it comes up again. */
final class Turns implements Agenda.Work {
  private final Roster roster;
  private final Presence presence;
  private final Loads loads;
  private final ServeRegister register;
  private final News news;
  private final Clock clock;
  private final Set<String> begun = ConcurrentHashMap.newKeySet();

  Turns(
      Roster roster,
      Presence presence,
      Loads loads,
      ServeRegister register,
      News news,
      Clock clock) {
    this.roster = roster;
    this.presence = presence;
    this.loads = loads;
    this.register = register;
    this.news = news;
    this.clock = clock;
  }

  @Override
  public Next perform(Turn turn) {
    Note note = Note.of(turn.note());
    ServedFeeds feeds = roster.feeds();
    Optional<ServedFeed> feed = feeds.find(turn.feed());
    if (loads.stopping()) {
      return new Next(Optional.of(turn.due()), note.text());
    }
    if (feed.isEmpty() || !feeds.rulebookFaults().isEmpty()) {
      return leftOut(turn, note, feeds);
    }
    if (!note.canBeMissed()) {
      return after(run(turn, note.cause(), turn.due()), note, feed.get());
    }
    Makeup makeup =
        Makeup.of(
            note.timing(), feed.get().catchUp(), turn.due(), presence.servedSince(clock.instant()));
    return madeUp(makeup, turn, note, feed.get());
  }

  private Next madeUp(Makeup makeup, Turn turn, Note note, ServedFeed feed) {
    if (makeup.leftOut() > 0) {
      news.tell(Kind.MISSED, turn.feed(), missed(makeup, feed));
    }
    for (Instant due : makeup.runs()) {
      FeedRun run = run(turn, Cause.SCHEDULE, due);
      boolean isLast = makeup.last().filter(due::equals).isPresent();
      if (isLast || loads.stopping() || Retry.pause(run, note.tries()).isPresent()) {
        return after(run, note, feed);
      }
    }
    return byDescriptor(feed);
  }

  private static String missed(Makeup makeup, ServedFeed feed) {
    long left = makeup.leftOut();
    return "%d %s due while nothing served, left out (catchUp: %s)"
        .formatted(
            left,
            left == 1 ? "run was" : "runs were",
            feed.catchUp().name().toLowerCase(java.util.Locale.ROOT));
  }

  /** In the beginning each feed is looked at, whether or not anything has come for it. */
  private String reason(String feed, Cause cause) {
    boolean isFirst = begun.add(feed);
    if (cause == Cause.SCHEDULE) {
      return "its time has come";
    }
    return isFirst
        ? "looked at once in the beginning: for new files, and for a load that was left unfinished"
        : "its files, its descriptor or the rulebook have changed";
  }

  private FeedRun run(Turn turn, Cause cause, Instant due) {
    news.tell(Kind.RUN_BEGAN, turn.feed(), reason(turn.feed(), cause));
    FeedRun run = loads.run(turn.feed(), cause, due);
    news.ran(run);
    register.note(
        new ServeRegister.LastRun(
            run.feed(),
            cause.name(),
            due,
            run.began(),
            run.ended(),
            presence.process(),
            run.inWords()));
    return run;
  }

  /** When the feed comes up again after a run. */
  private Next after(FeedRun run, Note note, ServedFeed feed) {
    Instant now = clock.instant();
    if (loads.stopping()) {
      return new Next(Optional.of(now), note.afterTry().text());
    }
    Optional<Duration> pause = Retry.pause(run, note.tries());
    if (pause.isPresent()) {
      Instant again = now.plus(pause.get());
      Next next = byDescriptor(feed);
      if (next.due().map(again::isBefore).orElse(true)) {
        news.nextDue(run.feed(), again, feed.zone());
        return new Next(Optional.of(again), note.afterTry().text());
      }
    }
    return byDescriptor(feed);
  }

  /** By the descriptor as it is now; gone where the feed waits for files. */
  private Next byDescriptor(ServedFeed known) {
    ServedFeed feed = roster.feeds().find(known.name()).orElse(known);
    Note note = feed.hasSchedule() ? Note.scheduled(feed) : Note.arrival();
    return next(feed.name(), note);
  }

  private Next next(String feed, Note note) {
    Optional<Instant> due =
        note.cause() == Cause.SCHEDULE ? note.timing().next(clock.instant()) : Optional.empty();
    due.ifPresent(instant -> news.nextDue(feed, instant, ZoneId.of(note.zone())));
    return new Next(due, note.text());
  }

  /** What can't be loaded as things are; a scheduled run is owed until they are mended. */
  private Next leftOut(Turn turn, Note note, ServedFeeds feeds) {
    List<String> why = feeds.faultsOf(turn.feed());
    why = why.isEmpty() ? feeds.rulebookFaults() : why;
    if (why.isEmpty()) {
      return new Next(Optional.empty(), note.text());
    }
    news.tell(Kind.FAULT, turn.feed(), "due, and left out until mended: " + String.join("; ", why));
    return next(turn.feed(), note.owing());
  }
}
