package org.avance.schedule;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.avance.job.Agenda;
import org.avance.job.ServeRegister;
import org.avance.job.ServeRegister.Entry;
import org.avance.job.ServedFeed;
import org.avance.job.ServedFeeds;
import org.avance.schedule.ServeEvent.Kind;

/**
 * Makes the agenda say what the descriptors say:
 *
 * <ul>
 *   <li>a feed that gets a schedule is entered with its next time, one whose schedule changes is
 *       moved to it;
 *   <li>a feed that is gone, or has no schedule any more, is taken out;
 *   <li>one whose descriptor is wrong keeps its entry: it may be mended before its time comes;
 *   <li>a run that was left out as a descriptor was wrong is made once it is mended.
 * </ul>
 *
 * An entry that a process is at is left alone: when that is done, it moves it by the descriptor.
 */
final class Timetable {
  private final Agenda agenda;
  private final ServeRegister register;
  private final News news;
  private final Clock clock;
  private final Set<String> neverDue = new HashSet<>();

  Timetable(Agenda agenda, ServeRegister register, News news, Clock clock) {
    this.agenda = agenda;
    this.register = register;
    this.news = news;
    this.clock = clock;
  }

  /** Tells when each feed is due. */
  void tell(ServedFeeds feeds) {
    Map<String, Entry> entries = entries();
    for (ServedFeed feed : feeds.feeds()) {
      Optional.ofNullable(entries.get(feed.name()))
          .filter(entry -> feed.hasSchedule())
          .ifPresent(entry -> news.nextDue(feed.name(), entry.dueAt(), feed.zone()));
    }
  }

  /** Makes it so; tells what it changes where {@code telling}. */
  void keep(ServedFeeds feeds, boolean telling) {
    Map<String, Entry> entries = entries();
    for (ServedFeed feed : feeds.feeds()) {
      Optional<Entry> entry = Optional.ofNullable(entries.get(feed.name()));
      if (feed.hasSchedule()) {
        keep(feed, entry, feeds, telling);
      } else {
        entry.filter(e -> Note.of(e.note()).cause() == Cause.SCHEDULE).ifPresent(this::takeOut);
      }
    }
    entries.values().stream()
        .filter(entry -> feeds.find(entry.feed()).isEmpty())
        .filter(entry -> feeds.faultsOf(entry.feed()).isEmpty())
        .forEach(this::takeOut);
  }

  private void keep(ServedFeed feed, Optional<Entry> entry, ServedFeeds feeds, boolean telling) {
    Note note = Note.scheduled(feed);
    Optional<Note> found = entry.map(Entry::note).map(Note::of);
    if (found.filter(known -> known.isOf(feed)).isEmpty()) {
      Optional<Instant> due = note.timing().next(clock.instant());
      due.ifPresentOrElse(
          time -> put(feed, entry, time, note, telling), () -> tellNever(feed, note));
    } else if (found.get().owed() && feeds.rulebookFaults().isEmpty()) {
      put(feed, entry, clock.instant(), note, telling);
    }
  }

  private void tellNever(ServedFeed feed, Note note) {
    if (neverDue.add(feed.name() + " " + note.cron())) {
      news.tell(Kind.FAULT, feed.name(), "its schedule never comes: " + feed.schedule());
    }
  }

  private void put(
      ServedFeed feed, Optional<Entry> entry, Instant due, Note note, boolean telling) {
    boolean done =
        entry.isPresent()
            ? entry.get().runner().isEmpty() && agenda.move(feed.name(), due, note.text())
            : agenda.enter(feed.name(), due, note.text());
    if (done && telling) {
      news.nextDue(feed.name(), due, feed.zone());
    }
  }

  private void takeOut(Entry entry) {
    if (entry.runner().isEmpty()) {
      agenda.remove(entry.feed());
    }
  }

  private Map<String, Entry> entries() {
    return register.entries().stream().collect(Collectors.toMap(Entry::feed, Function.identity()));
  }
}
