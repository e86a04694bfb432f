package org.avance.operate;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.avance.job.Database;
import org.avance.job.Feeds;
import org.avance.job.Loader;
import org.avance.job.ServeRegister;
import org.avance.job.ServeRegister.Entry;
import org.avance.job.ServeRegister.LastRun;
import org.avance.job.ServedFeed;
import org.avance.job.ServedFeeds;
import org.avance.schedule.Timing;
import org.avance.server.WarehouseServer;

/** Looks when feeds are loaded by themselves, and who does it. */
public final class Schedules {
  /** How many of the next times are told. */
  private static final int NEXT = 3;

  /** Who has not said for so long that it lives does not serve; see the schedule's presence. */
  private static final Duration SILENCE = Duration.ofSeconds(30);

  private Schedules() {}

  /**
   * What is known of the schedule.
   *
   * @param feeds those with a sound descriptor, by name
   * @param servers processes that serve this warehouse now
   * @param faults what is wrong with other descriptors, and with the rulebook
   */
  public record Report(List<Feed> feeds, List<Server> servers, List<String> faults) {
    public Report {
      feeds = List.copyOf(feeds);
      servers = List.copyOf(servers);
      faults = List.copyOf(faults);
    }
  }

  /**
   * One feed. Times are in UTC, as 2026-11-23T08:30:00Z; texts are empty where there is nothing to
   * say.
   *
   * @param schedule as its descriptor has it; empty where it is loaded as files arrive
   * @param zone in which the schedule is meant
   * @param catchUp none, last or all
   * @param due when its next run is due, which may be a second try; empty where nothing serves yet
   * @param next the next times by the schedule
   * @param running the process that loads it now
   * @param lastCause schedule or arrival
   * @param lastBegan when its last run by a serving process began
   * @param lastEnded when that ended
   * @param lastResult what came of it
   */
  public record Feed(
      String feed,
      String schedule,
      String zone,
      String catchUp,
      String due,
      List<String> next,
      String running,
      String lastCause,
      String lastBegan,
      String lastEnded,
      String lastResult) {
    public Feed {
      next = List.copyOf(next);
    }
  }

  /** A process that serves. */
  public record Server(String process, String startedAt, String seenAt) {}

  /** Reads descriptors and the warehouse; starts nothing but the database. */
  public static Report look(Workplace place) {
    place.mustHaveJobs();
    Instant now = Clock.systemUTC().instant();
    try (WarehouseServer server = WarehouseServer.join(place.server())) {
      Database database = place.loads(server.endpoint()).database();
      Loader.bringUp(database);
      return report(ServedFeeds.read(place.jobs()), database, now);
    } catch (IOException e) {
      throw new Refusal("the folder %s can't be read: %s".formatted(place.jobs(), e.getMessage()));
    }
  }

  private static Report report(ServedFeeds feeds, Database database, Instant now) {
    ServeRegister register = new ServeRegister(() -> database);
    Map<String, Entry> entries =
        register.entries().stream().collect(Collectors.toMap(Entry::feed, Function.identity()));
    Map<String, LastRun> runs =
        register.lastRuns().stream().collect(Collectors.toMap(LastRun::feed, Function.identity()));
    List<Feed> lines = new ArrayList<>();
    for (ServedFeed feed : feeds.feeds()) {
      lines.add(
          feed(
              feed,
              Optional.ofNullable(entries.get(feed.name())),
              Optional.ofNullable(runs.get(feed.name())),
              now));
    }
    List<Server> servers =
        register.servers().stream()
            .filter(each -> !each.stopped() && each.seenAt().isAfter(now.minus(SILENCE)))
            .map(each -> new Server(each.process(), text(each.startedAt()), text(each.seenAt())))
            .toList();
    List<String> faults =
        Stream.concat(
                feeds.faults().stream().map(Feeds.Fault::message), feeds.rulebookFaults().stream())
            .toList();
    return new Report(lines, servers, faults);
  }

  private static Feed feed(
      ServedFeed feed, Optional<Entry> entry, Optional<LastRun> run, Instant now) {
    return new Feed(
        feed.name(),
        feed.schedule(),
        feed.zone().getId(),
        lower(feed.catchUp().name()),
        entry.map(found -> text(found.dueAt())).orElse(""),
        feed.hasSchedule() ? next(new Timing(feed.cron(), feed.zone()), now) : List.of(),
        entry.map(Entry::runner).orElse(""),
        run.map(found -> lower(found.cause())).orElse(""),
        run.map(found -> text(found.beganAt())).orElse(""),
        run.map(found -> text(found.endedAt())).orElse(""),
        run.map(LastRun::result).orElse(""));
  }

  private static List<String> next(Timing timing, Instant now) {
    return timing.between(now, Instant.MAX, NEXT).stream().map(Schedules::text).toList();
  }

  private static String text(Instant instant) {
    return instant.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString();
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
