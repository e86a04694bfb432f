package org.avance.monitor;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.avance.model.LoadResult;
import org.avance.model.LoadStart;
import org.avance.warehouse.Access;
import org.avance.warehouse.AlertBook;
import org.avance.warehouse.FeedChecks;

/** Several watches as one. What goes wrong in one of them is logged and is nobody else's matter. */
public final class Monitor implements LoadWatch {
  private static final System.Logger LOG = System.getLogger(Monitor.class.getName());

  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final List<LoadWatch> watches;

  /**
   * Where loads are watched.
   *
   * @param access to the warehouse
   * @param server host and port of the database, as lineage names it
   * @param home where an outage is noted
   * @param inbox where files lie
   * @param tables fact tables by feed
   */
  public record Place(
      Access access,
      String server,
      Path home,
      Path inbox,
      Map<String, List<String>> tables,
      Clock clock) {
    public Place {
      tables = Map.copyOf(tables);
    }
  }

  public Monitor(List<LoadWatch> watches) {
    this.watches = List.copyOf(watches);
  }

  /** The log, and what else is set; what is not set costs nothing. */
  public static Monitor of(WatchSettings settings, Place place) {
    List<LoadWatch> watches = new ArrayList<>();
    watches.add(new EventLog());
    if (settings.alerts()) {
      watches.add(alerts(settings, place));
      watches.add(new OutageWatch(new Outage(place.home(), Channels.of(settings, place.clock()))));
    }
    settings.lineage().forEach(lineage -> watches.add(lineage(lineage, place)));
    return new Monitor(watches);
  }

  private static LoadWatch alerts(WatchSettings settings, Place place) {
    return new Alerts(
        new AlertBook(place.access()),
        new FeedChecks(place.access()),
        place.inbox(),
        Channels.of(settings, place.clock()),
        PAUSE);
  }

  private static LoadWatch lineage(WatchSettings.Lineage settings, Place place) {
    return new Lineage(
        settings,
        new LineageEvents.Target(
            "mysql://" + place.server(), place.access().warehouse(), place.tables()),
        place.clock());
  }

  /** The same, and one more. */
  public Monitor with(LoadWatch watch) {
    return new Monitor(Stream.concat(watches.stream(), Stream.of(watch)).toList());
  }

  @Override
  public void began(LoadStart start) {
    each(watch -> watch.began(start));
  }

  @Override
  public void stepEnded(String feed, String step, double seconds) {
    each(watch -> watch.stepEnded(feed, step, seconds));
  }

  @Override
  public void ended(LoadResult result) {
    each(watch -> watch.ended(result));
  }

  @Override
  public void runEnded(RunEnd end) {
    each(watch -> watch.runEnded(end));
  }

  @Override
  public void checksDue() {
    each(LoadWatch::checksDue);
  }

  @Override
  public void unable(String cause) {
    each(watch -> watch.unable(cause));
  }

  @Override
  public void able() {
    each(LoadWatch::able);
  }

  @Override
  public void close() {
    each(LoadWatch::close);
  }

  private void each(Consumer<LoadWatch> act) {
    for (LoadWatch watch : watches) {
      try {
        act.accept(watch);
      } catch (RuntimeException | LinkageError failed) {
        LOG.log(
            System.Logger.Level.WARNING,
            "A watch failed: " + watch.getClass().getSimpleName(),
            failed);
      }
    }
  }
}
