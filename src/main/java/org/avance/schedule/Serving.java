package org.avance.schedule;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.avance.job.Agenda;
import org.avance.job.InboxLook;
import org.avance.job.Loader;
import org.avance.job.ServeRegister;
import org.avance.job.ServedFeed;
import org.avance.job.ServedFeeds;
import org.avance.schedule.ServeEvent.Kind;

/**
 * Serves: loads feeds when their times come and files arrive, until it is stopped. Several
 * processes may serve one warehouse; the agenda in it shares the work out. Whatever fails, a load,
 * a descriptor, the database, is told and does not end it.
 */
public final class Serving {
  /** The agenda is held against the descriptors as often, whoever may have changed it. */
  private static final Duration KEEP = Duration.ofMinutes(1);

  private final Warehouse warehouse;
  private final Pace pace;
  private final Clock clock;
  private final News news;
  private final ServeRegister register;
  private final Presence presence;
  private final Loads loads;
  private final Roster roster;
  private final Arrivals arrivals;
  private final Agenda agenda;
  private final Timetable timetable;
  private final Contact contact;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private Set<String> troubles = Set.of();
  private Instant kept = Instant.MIN;

  /**
   * How often it looks, and how long it waits.
   *
   * @param look between looks at inbox and descriptors
   * @param agenda how often the agenda is looked at
   * @param writerPause how long the writer of a file may pause
   * @param stop how long loads may take to stop
   */
  public record Pace(Duration look, Agenda.Pace agenda, Duration writerPause, Duration stop) {
    /** For work; tests are in more of a hurry. */
    public static final Pace USUAL =
        new Pace(
            Duration.ofSeconds(2),
            new Agenda.Pace(Duration.ofSeconds(2), Duration.ofSeconds(10)),
            Duration.ofSeconds(2),
            Duration.ofSeconds(20));
  }

  /**
   * @param process the name of this process among those that serve: no other may have it
   * @param turns how many feeds are loaded at a time
   */
  public Serving(
      Warehouse warehouse,
      String process,
      int turns,
      Pace pace,
      Clock clock,
      ServeListener listener) {
    this.warehouse = warehouse;
    this.pace = pace;
    this.clock = clock;
    this.news = News.to(listener, clock);
    this.register = new ServeRegister(() -> warehouse.settings().database());
    this.presence = new Presence(register, process, clock);
    this.loads = new Loads(warehouse, clock);
    this.roster = new Roster(warehouse.settings().jobs(), news);
    this.arrivals = new Arrivals(pace.writerPause());
    this.agenda =
        new Agenda(
            () -> warehouse.settings().database(),
            process,
            turns,
            pace.agenda(),
            clock,
            new Turns(roster, presence, loads, register, news, clock));
    this.timetable = new Timetable(agenda, register, news, clock);
    this.contact = new Contact(warehouse, news, clock);
  }

  /**
   * Serves until {@link #stop}.
   *
   * @throws IOException where the descriptors can't be read from the start
   */
  public void run() throws IOException {
    Loader.bringUp(warehouse.settings().database());
    presence.beat(clock.instant());
    roster.begin();
    timetable.keep(roster.feeds(), false);
    kept = clock.instant();
    news.tell(Kind.STARTED, "", started());
    timetable.tell(roster.feeds());
    agenda.start();
    do {
      contact.with(this::look);
    } while (!waited());
    await(stopped, pace.stop().plusSeconds(5));
  }

  private String started() {
    List<ServedFeed> feeds = roster.feeds().feeds();
    long scheduled = feeds.stream().filter(ServedFeed::hasSchedule).count();
    return "serving %d feeds as %s: %d by schedule, %d as files arrive in %s"
        .formatted(
            feeds.size(),
            presence.process(),
            scheduled,
            feeds.size() - scheduled,
            warehouse.settings().inbox());
  }

  private void look() {
    Instant now = clock.instant();
    boolean beaten = presence.beat(now);
    if (roster.look() || !now.isBefore(kept.plus(KEEP)) || now.isBefore(kept)) {
      timetable.keep(roster.feeds(), true);
      kept = now;
    }
    lookForFiles(roster.feeds(), now);
    if (beaten) {
      news.listener().pulse(now);
    }
  }

  private void lookForFiles(ServedFeeds feeds, Instant now) {
    InboxLook inbox = InboxLook.at(warehouse.settings().inbox());
    tellTroubles(inbox, feeds);
    if (!feeds.rulebookFaults().isEmpty()) {
      return;
    }
    String note = Note.arrival().text();
    for (String feed : arrivals.due(inbox, feeds, now)) {
      if (agenda.enter(feed, now, note) || agenda.move(feed, now, note)) {
        arrivals.settled(feed);
      }
    }
  }

  /** Each once, for as long as it lasts. */
  private void tellTroubles(InboxLook inbox, ServedFeeds feeds) {
    List<String> now = new ArrayList<>();
    inbox.unreadable().forEach(file -> now.add("unreadable: " + file));
    // Of files that wait for the mending of a descriptor that would be said in vain.
    if (feeds.faults().isEmpty()) {
      unclaimed(inbox.unclaimed(feeds)).ifPresent(now::add);
    }
    now.stream()
        .filter(trouble -> !troubles.contains(trouble))
        .forEach(trouble -> news.tell(Kind.FAULT, "", trouble));
    troubles = Set.copyOf(now);
  }

  private static Optional<String> unclaimed(List<String> files) {
    String first = files.stream().limit(3).collect(Collectors.joining(", "));
    return files.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "no feed takes %d of the inbox's files: %s%s"
                .formatted(files.size(), first, files.size() > 3 ? ", …" : ""));
  }

  /** True where it was told to stop meanwhile. */
  private boolean waited() {
    return await(stopping, pace.look());
  }

  private static boolean await(CountDownLatch latch, Duration patience) {
    try {
      return latch.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /**
   * Stops in good order: no further turns, loads under way stop at their next chunk and go on when
   * somebody serves again. Returns when they have stopped, or after a while.
   */
  public void stop() {
    if (stopping.getCount() == 0) {
      return;
    }
    stopping.countDown();
    news.tell(Kind.STOPPING, "", "loads under way stop at their next chunk");
    loads.stop();
    boolean all = agenda.stop(pace.stop());
    try {
      presence.leave(clock.instant());
    } catch (RuntimeException gone) {
      all = false;
    }
    news.tell(
        Kind.STOPPED, "", all ? "stopped" : "stopped; a load was cut off and goes on next time");
    stopped.countDown();
  }
}
