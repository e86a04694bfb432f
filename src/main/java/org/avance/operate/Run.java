package org.avance.operate;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.avance.issue.NearestWord;
import org.avance.job.Loader;
import org.avance.job.Progress;
import org.avance.job.RunResult;
import org.avance.job.WrongRulebook;
import org.avance.model.Delivery;
import org.avance.model.LoadResult;
import org.avance.server.Endpoint;
import org.avance.server.WarehouseServer;
import org.avance.warehouse.Holding;
import org.avance.warehouse.Holdings;

/** Loads whatever is new, and says what the warehouse then holds. */
public final class Run {
  private Run() {}

  /**
   * What a run did.
   *
   * @param loads one for each file that was due, by feed, in their order
   * @param known files that were loaded before and were left alone
   * @param standing deliveries in the inbox whose rejection still stands
   * @param unreadable files that could not be read, with the reason
   * @param descriptorFaults wrong descriptors, a line each; their feeds were not looked at
   * @param holdings what the warehouse holds now
   */
  public record Report(
      List<LoadResult> loads,
      long known,
      List<Delivery> standing,
      List<String> unreadable,
      List<String> descriptorFaults,
      List<Holding> holdings) {
    public Report {
      loads = List.copyOf(loads);
      standing = List.copyOf(standing);
      unreadable = List.copyOf(unreadable);
      descriptorFaults = List.copyOf(descriptorFaults);
      holdings = List.copyOf(holdings);
    }

    /**
     * False where a delivery was rejected or failed in this run, or something could not be looked
     * at.
     */
    public boolean allLoaded() {
      return unreadable.isEmpty()
          && descriptorFaults.isEmpty()
          && loads.stream().allMatch(load -> load.outcome().isGood());
    }
  }

  /** Told how far loads have come: feed, file, step, records. */
  @FunctionalInterface
  public interface Watcher {
    /** A load has come this far. */
    void at(String feed, String fileName, String step, long records);
  }

  /**
   * Loads all that is due.
   *
   * @param feeds names of feeds; all where empty
   * @throws Refusal where a feed is unknown, or a folder or the rulebook is wrong
   */
  public static Report perform(Workplace place, Set<String> feeds, Watcher watcher) {
    place.mustHaveJobs();
    place.mustHaveInbox();
    try (WarehouseServer server = WarehouseServer.join(place.server())) {
      Progress progress = watcher::at;
      return perform(place, feeds, server, progress);
    } catch (WrongRulebook | IOException e) {
      throw new Refusal(String.valueOf(e.getMessage()));
    }
  }

  private static Report perform(
      Workplace place, Set<String> feeds, WarehouseServer server, Progress progress)
      throws IOException, WrongRulebook {
    Endpoint endpoint = server.endpoint();
    try (Loader loader = Loader.open(place.loads(endpoint), progress)) {
      server.onInterrupt(loader::stop);
      refuseUnknown(feeds, loader);
      RunResult result = loader.run(feeds);
      return new Report(
          result.loads(),
          result.known(),
          result.standing(),
          result.unreadable(),
          loader.descriptorFaults(),
          Holdings.list(Readers.of(endpoint)));
    }
  }

  private static void refuseUnknown(Set<String> feeds, Loader loader) {
    for (String feed : feeds) {
      if (!loader.feeds().contains(feed)) {
        throw new Refusal(
            "no feed is named %s; there are %s%s"
                .formatted(feed, String.join(", ", loader.feeds()), nearest(feed, loader.feeds())));
      }
    }
  }

  static String nearest(String word, List<String> known) {
    return NearestWord.of(word, known).map(near -> "; did you mean " + near + "?").orElse("");
  }
}
