package org.avance.operate;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.avance.job.Loader;
import org.avance.job.WrongRulebook;
import org.avance.monitor.Monitor;
import org.avance.server.WarehouseServer;

/**
 * Acts that load: on the server that holds the warehouse, with an interrupt heard, and watched as a
 * run is.
 */
final class Loading {
  private Loading() {}

  /** What is done with a loader. */
  @FunctionalInterface
  interface Act<T> {
    T by(Loader loader);
  }

  /**
   * Does it.
   *
   * @throws Refusal where a folder is wrong, before anything is started
   * @throws Unsound where the rulebook is wrong, before anything is started
   */
  static <T> T perform(Workplace place, Run.Watcher watcher, Act<T> act) {
    place.mustHaveJobs();
    place.mustHaveInbox();
    FeedActs.mustHaveSoundRulebook(place);
    Watching watching = Watching.of(place);
    try (WarehouseServer server = WarehouseServer.join(place.server());
        Monitor monitor =
            watching.over(server.endpoint(), FeedActs.check(place, List.of()).sound());
        Loader loader =
            Loader.open(place.loads(server.endpoint()), new Watched(watcher, monitor))) {
      server.onInterrupt(loader::stop);
      return act.by(loader);
    } catch (WrongRulebook e) {
      throw new Unsound(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new Refusal(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Feeds of which something is to be loaded must be there to be loaded by.
   *
   * @throws Refusal where one has no descriptor
   * @throws Unsound where its descriptor is wrong
   */
  static void mustHaveSound(Workplace place, Set<String> feeds) {
    List<String> faults = FeedActs.check(place, feeds.stream().sorted().toList()).faults();
    if (!faults.isEmpty() && !feeds.isEmpty()) {
      throw new Unsound(String.join("\n", faults));
    }
  }
}
