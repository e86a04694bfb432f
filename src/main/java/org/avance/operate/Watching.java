package org.avance.operate;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.avance.job.Feeds;
import org.avance.monitor.About;
import org.avance.monitor.HttpBind;
import org.avance.monitor.LoadWatch;
import org.avance.monitor.Metrics;
import org.avance.monitor.Monitor;
import org.avance.monitor.Readiness;
import org.avance.monitor.StatusPages;
import org.avance.monitor.Trouble;
import org.avance.monitor.WatchSettings;
import org.avance.monitor.WrongSetting;
import org.avance.server.Endpoint;
import org.avance.warehouse.Access;
import org.avance.warehouse.Holdings;
import org.avance.warehouse.Vitals;

/** How the loads of a workplace are watched, as its environment says. */
public final class Watching {
  private static final Clock CLOCK = Clock.systemUTC();

  private final Workplace place;
  private final WatchSettings settings;
  private volatile boolean interrupted;

  private Watching(Workplace place, WatchSettings settings) {
    this.place = place;
    this.settings = settings;
  }

  /**
   * Reads the settings.
   *
   * @throws Refusal where one is wrong, before anything is started
   */
  public static Watching of(Workplace place) {
    try {
      return new Watching(place, WatchSettings.from(place.environment()));
    } catch (WrongSetting wrong) {
      throw new Refusal(String.valueOf(wrong.getMessage()));
    }
  }

  /** Watches the loads into a warehouse. */
  Monitor over(Endpoint there, List<FeedActs.Summary> feeds) {
    return Monitor.of(
        settings,
        new Monitor.Place(
            access(there),
            there.host() + ":" + there.port(),
            place.home(),
            place.inbox(),
            feeds.stream().collect(Collectors.toMap(FeedActs.Summary::feed, Watching::tables)),
            CLOCK));
  }

  private static Access access(Endpoint there) {
    return new Access(
        there.jdbcUrl(), there.warehouse(), there.etl().user(), there.etl().password());
  }

  private static List<String> tables(FeedActs.Summary feed) {
    return Arrays.stream(feed.kinds().split(", ", -1))
        .filter(kind -> !kind.isEmpty())
        .map(Holdings::table)
        .toList();
  }

  /**
   * What watches a process that stays.
   *
   * @param watch to be told of its loads, and closed at its end
   * @param pages where its pages are; none where they are turned off
   */
  public record Served(LoadWatch watch, List<InetSocketAddress> pages) {
    public Served {
      pages = List.copyOf(pages);
    }
  }

  /**
   * Watches the loads of a process that stays, and opens its pages over HTTP unless they are turned
   * off. The warehouse's schema is that of this build by now.
   *
   * @param scheduleRuns asked again and again
   * @throws Refusal where the pages can't be opened
   */
  public Served serving(
      Endpoint there, List<FeedActs.Summary> feeds, Supplier<Boolean> scheduleRuns) {
    Monitor monitor = over(there, feeds);
    try {
      Optional<InetSocketAddress> bind = HttpBind.from(place.environment());
      if (bind.isEmpty()) {
        return new Served(monitor, List.of());
      }
      About about = about(feeds);
      Vitals vitals = new Vitals(access(there));
      Metrics metrics = new Metrics(vitals, about);
      StatusPages pages =
          StatusPages.open(bind.get(), new Readiness(vitals, scheduleRuns), metrics, about);
      return new Served(monitor.with(metrics).with(pages), List.of(pages.address()));
    } catch (WrongSetting wrong) {
      monitor.close();
      throw new Refusal(String.valueOf(wrong.getMessage()));
    }
  }

  private About about(List<FeedActs.Summary> feeds) {
    return new About(
        Optional.ofNullable(Watching.class.getPackage().getImplementationVersion())
            .orElse("not started from its jar"),
        Runtime.version().toString(),
        Vitals.newestMigration(),
        feeds.stream().map(FeedActs.Summary::feed).toList(),
        rulebook());
  }

  private String rulebook() {
    try {
      return Feeds.rulebookVersion(place.jobs());
    } catch (IOException unreadable) {
      return "";
    }
  }

  /** From now on a server that is gone is no outage: the process leaves it. */
  void interrupted() {
    interrupted = true;
  }

  /** Nothing could be loaded: that is told, too, unless it was wrongly asked for. */
  void unable(RuntimeException thrown) {
    if (!interrupted && !(thrown instanceof Refusal)) {
      new Trouble(settings, place.home(), CLOCK).unable(String.valueOf(thrown.getMessage()));
    }
  }

  /** A run has worked. */
  void able() {
    new Trouble(settings, place.home(), CLOCK).able();
  }

  /** What came of trying the channels. */
  public record Trial(List<Tried> channels) {
    public Trial {
      channels = List.copyOf(channels);
    }

    public boolean allTaken() {
      return channels.stream().allMatch(Tried::taken);
    }
  }

  /**
   * One channel tried.
   *
   * @param channel mail or webhook
   * @param target where it goes, without what is secret
   * @param said why it was not taken; empty where it was
   */
  public record Tried(String channel, String target, boolean taken, String said) {}

  /**
   * Sends a message through each channel that is set.
   *
   * @throws Refusal where none is
   */
  public Trial test() {
    if (!settings.alerts()) {
      throw new Refusal(
          "a test message was asked for, but no channel is set; set AVANCE_SMTP_URL, AVANCE_MAIL_FROM and AVANCE_MAIL_TO, or AVANCE_WEBHOOK_URL (docs/watch.md)");
    }
    return new Trial(
        new Trouble(settings, place.home(), CLOCK)
            .test().stream()
                .map(t -> new Tried(t.channel(), t.target(), t.taken(), t.said()))
                .toList());
  }
}
