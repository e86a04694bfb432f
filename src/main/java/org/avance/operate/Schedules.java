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
import org.avance.warehouse.Execution;

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
   * @param lastCause schedule or arrival; by hand, where its last load was none of a serving
   *     process
   * @param lastBegan when its last run began
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
      return report(
          ServedFeeds.read(place.jobs()), database, Look.lastEnded(server.endpoint()), now);
    } catch (IOException e) {
      throw new Refusal("the folder %s can't be read: %s".formatted(place.jobs(), e.getMessage()));
    }
  }

  private static Report report(
      ServedFeeds feeds, Database database, List<Execution> ended, Instant now) {
    ServeRegister register = new ServeRegister(() -> database);
    Map<String, Entry> entries =
        register.entries().stream().collect(Collectors.toMap(Entry::feed, Function.identity()));
    Map<String, LastRun> runs =
        register.lastRuns().stream().collect(Collectors.toMap(LastRun::feed, Function.identity()));
    Map<String, Execution> loads =
        ended.stream().collect(Collectors.toMap(Execution::feed, Function.identity()));
    List<Feed> lines = new ArrayList<>();
    for (ServedFeed feed : feeds.feeds()) {
      lines.add(
          feed(
              feed,
              Optional.ofNullable(entries.get(feed.name())),
              last(
                  Optional.ofNullable(runs.get(feed.name())),
                  Optional.ofNullable(loads.get(feed.name()))),
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

  /** What came last of a feed, in the words of the page. */
  private record Last(String cause, String began, String ended, String result) {
    private static final Last NONE = new Last("", "", "", "");

    private static Last of(LastRun run) {
      return new Last(lower(run.cause()), text(run.beganAt()), text(run.endedAt()), run.result());
    }

    private static Last of(Execution load) {
      return new Last(
          "by hand",
          load.started(),
          load.ended(),
          "%s %s (run %d, by hand)".formatted(load.outcome(), load.fileName(), load.run()));
    }
  }

  /** A load that ended after the last run of a serving process was somebody's. */
  private static Last last(Optional<LastRun> served, Optional<Execution> load) {
    boolean byHand =
        load.isPresent()
            && served.stream()
                .noneMatch(run -> !run.endedAt().isBefore(Instant.parse(load.get().ended())));
    return byHand ? Last.of(load.get()) : served.map(Last::of).orElse(Last.NONE);
  }

  private static Feed feed(ServedFeed feed, Optional<Entry> entry, Last last, Instant now) {
    return new Feed(
        feed.name(),
        feed.schedule(),
        feed.zone().getId(),
        lower(feed.catchUp().name()),
        entry.map(found -> text(found.dueAt())).orElse(""),
        feed.hasSchedule() ? next(new Timing(feed.cron(), feed.zone()), now) : List.of(),
        entry.map(Entry::runner).orElse(""),
        last.cause(),
        last.began(),
        last.ended(),
        last.result());
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
