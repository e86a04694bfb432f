package org.avance.schedule;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.avance.job.Causes;
import org.avance.job.Loader;
import org.avance.job.RunResult;
import org.avance.job.WrongRulebook;

/** Runs feeds, each with a loader of its own that reads descriptors and rulebook anew. */
final class Loads {
  private static final System.Logger LOG = System.getLogger(Loads.class.getName());

  private final Warehouse warehouse;
  private final Clock clock;
  private final Set<Loader> running = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;

  Loads(Warehouse warehouse, Clock clock) {
    this.warehouse = warehouse;
    this.clock = clock;
  }

  /** Loads what is due of a feed; whatever goes wrong is in what it returns. */
  FeedRun run(String feed, Cause cause, Instant due) {
    Instant began = clock.instant();
    try (Loader loader = Loader.open(warehouse.settings(), warehouse.progress())) {
      RunResult result = run(loader, feed);
      return new FeedRun(
          feed,
          cause,
          due,
          began,
          clock.instant(),
          result.loads(),
          result.known(),
          result.unreadable());
    } catch (IOException | WrongRulebook | RuntimeException | Error e) {
      LOG.log(System.Logger.Level.ERROR, "The run of " + feed + " broke off", e);
      List<String> why = new ArrayList<>(List.of("the run broke off: " + Causes.inWords(e)));
      return new FeedRun(feed, cause, due, began, clock.instant(), List.of(), 0, why);
    }
  }

  private RunResult run(Loader loader, String feed) {
    running.add(loader);
    try {
      if (stopping) {
        loader.stop();
      }
      return loader.run(Set.of(feed));
    } finally {
      running.remove(loader);
    }
  }

  boolean stopping() {
    return stopping;
  }

  /** Loads under way stop at their next chunk; does not wait for them. */
  void stop() {
    stopping = true;
    for (Loader loader : running) {
      Thread stopper = new Thread(loader::stop, "stop-load");
      stopper.setDaemon(true);
      stopper.start();
    }
  }
}
