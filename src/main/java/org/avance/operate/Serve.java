package org.avance.operate;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.avance.job.LoadSettings;
import org.avance.job.Loader;
import org.avance.job.Progress;
import org.avance.job.ThisProcess;
import org.avance.model.LoadResult;
import org.avance.monitor.log.Masked;
import org.avance.schedule.ServeEvent;
import org.avance.schedule.ServeListener;
import org.avance.schedule.Serving;
import org.avance.schedule.Warehouse;
import org.avance.server.WarehouseServer;

/** Loads feeds by their schedules and as files arrive, until the process is told to end. */
public final class Serve {
  /** Where a load by hand holds a feed, it is tried again later. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Clock CLOCK = Clock.systemUTC();

  private Serve() {}

  /**
   * One thing that happened, in a line; such lines are kept in journals, so what cells hold is not
   * in them. Texts are empty where there is nothing to say.
   *
   * @param at when, in UTC
   * @param event which kind of thing, as {@code loaded} or {@code next-due}
   * @param feed the feed it concerns; empty where it concerns all
   * @param fileName the file that was loaded
   * @param outcome what became of it
   * @param seconds how long its load took
   * @param due when the feed is due next, in UTC
   * @param message what happened, in words
   */
  public record Event(
      String at,
      String event,
      String feed,
      String fileName,
      String outcome,
      double seconds,
      String due,
      String message) {
    static Event of(ServeEvent event) {
      return new Event(
          text(event.at()),
          event.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          event.feed(),
          event.load().map(LoadResult::fileName).orElse(""),
          event.load().map(load -> load.outcome().name()).orElse(""),
          event.load().map(LoadResult::seconds).orElse(0.0),
          event.due().map(Event::text).orElse(""),
          event.load().isPresent() ? Masked.of(event.message()) : event.message());
    }

    static Event pages(InetSocketAddress where, Instant now) {
      String address = where.getAddress().getHostAddress() + ":" + where.getPort();
      return new Event(
          text(now),
          "pages",
          "",
          "",
          "",
          0,
          "",
          "health, readiness, metrics and info: http://%s/health, /ready, /metrics, /info"
              .formatted(address));
    }

    private static String text(Instant instant) {
      return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
  }

  /** What prints events as they come. */
  private record Printed(Consumer<Event> printer) implements ServeListener {
    @Override
    public void happened(ServeEvent event) {
      printer.accept(Event.of(event));
    }
  }

  /**
   * Serves until the process is interrupted (SIGTERM, Ctrl-C).
   *
   * @param printer told each event, from several threads
   * @param listeners told what happens, too
   * @throws Refusal where a folder is wrong, before anything is started
   * @throws Unsound where the rulebook is wrong, before anything is started
   */
  public static void perform(
      Workplace place, Consumer<Event> printer, List<ServeListener> listeners) {
    List<ServeListener> all = new ArrayList<>(List.of(new Printed(printer)));
    all.addAll(listeners);
    place.mustHaveJobs();
    place.mustHaveInbox();
    Watching watching = Watching.of(place);
    try {
      serve(place, printer, all, watching);
    } catch (RuntimeException unable) {
      watching.unable(unable);
      throw unable;
    }
  }

  private static void serve(
      Workplace place, Consumer<Event> printer, List<ServeListener> all, Watching watching) {
    FeedActs.mustHaveSoundRulebook(place);
    try (WarehouseServer server = WarehouseServer.join(place.server());
        ServeWatch watch = watch(place, watching, server)) {
      all.add(watch);
      watch.pages().forEach(pages -> printer.accept(Event.pages(pages, CLOCK.instant())));
      Serving serving =
          new Serving(
              new Joined(place, settings(place, server), watch),
              ThisProcess.name(),
              Workplace.loadsAtATime(),
              Serving.Pace.USUAL,
              CLOCK,
              ServeListener.all(all));
      server.onInterrupt(
          () -> {
            watching.interrupted();
            serving.stop();
          });
      serving.run();
    } catch (IOException e) {
      throw new Refusal(String.valueOf(e.getMessage()));
    }
  }

  /** Pages and checks ask the tables of this build. */
  private static ServeWatch watch(Workplace place, Watching watching, WarehouseServer server) {
    Loader.bringUp(place.loads(server.endpoint()).database());
    return new ServeWatch(place, watching, server.endpoint());
  }

  /** Each run loads one feed, and does not wait long for another process. */
  private static LoadSettings settings(Workplace place, WarehouseServer server) {
    LoadSettings usual = place.loads(server.endpoint());
    return new LoadSettings(
        usual.database(), usual.jobs(), usual.inbox(), usual.archive(), 1, PATIENCE, usual.watch());
  }

  /** The warehouse of a server that this process has joined, and joins again when it has died. */
  private static final class Joined implements Warehouse {
    private final Workplace place;
    private final ServeWatch watch;
    private volatile LoadSettings settings;

    Joined(Workplace place, LoadSettings settings, ServeWatch watch) {
      this.place = place;
      this.settings = settings;
      this.watch = watch;
    }

    @Override
    public Progress progress() {
      return watch;
    }

    @Override
    public LoadSettings settings() {
      return settings;
    }

    @Override
    public void restore() {
      // Leaves again at once: the first joining still counts, and keeps the server up.
      try (WarehouseServer again = WarehouseServer.join(place.server())) {
        settings = Serve.settings(place, again);
        watch.isAt(again.endpoint());
      }
    }
  }
}
