package org.avance.operate;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.avance.job.Loader;
import org.avance.job.RunResult;
import org.avance.job.WrongRulebook;
import org.avance.model.Delivery;
import org.avance.model.LoadResult;
import org.avance.server.Endpoint;
import org.avance.server.WarehouseServer;
import org.avance.warehouse.Holding;

/** Loads whatever is new, and says what the warehouse then holds. */
public final class Run {
  private static final System.Logger LOG = System.getLogger(Run.class.getName());

  private Run() {}

  /**
   * What a run did.
   *
   * @param loads one for each file that was due, by feed, in their order
   * @param known files that were loaded before and were left alone
   * @param standing deliveries in the inbox whose rejection still stands
   * @param unreadable files that could not be read, with the reason
   * @param unclaimed data files in the inbox that no feed takes
   * @param fileless feeds of which no file has ever come, with the names their files would have
   * @param descriptorFaults what is wrong with descriptors of the feeds asked for, a line each;
   *     such feeds were not looked at
   * @param holdings what the warehouse holds now
   */
  public record Report(
      List<LoadResult> loads,
      long known,
      List<Delivery> standing,
      List<String> unreadable,
      List<String> unclaimed,
      List<String> fileless,
      List<String> descriptorFaults,
      List<Holding> holdings) {
    public Report {
      loads = List.copyOf(loads);
      standing = List.copyOf(standing);
      unreadable = List.copyOf(unreadable);
      unclaimed = List.copyOf(unclaimed);
      fileless = List.copyOf(fileless);
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
   * @throws Refusal where a feed is unknown or a folder wrong, before anything is started
   * @throws Unsound where the rulebook is wrong, before anything is started
   */
  public static Report perform(Workplace place, Set<String> feeds, Watcher watcher) {
    List<String> faults = FeedActs.check(place, List.copyOf(feeds)).faults();
    place.mustHaveInbox();
    FeedActs.mustHaveSoundRulebook(place);
    try (WarehouseServer server = WarehouseServer.join(place.server());
        Loader loader = Loader.open(place.loads(server.endpoint()), watcher::at)) {
      server.onInterrupt(loader::stop);
      RunResult result = loader.run(feeds);
      return report(result, faults, holdings(server.endpoint(), result));
    } catch (WrongRulebook e) {
      throw new Unsound(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new Refusal(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Nothing where the database went away in mid-run: what came of the files is still to be told.
   */
  private static List<Holding> holdings(Endpoint endpoint, RunResult result) {
    try {
      return Ask.holdings(endpoint);
    } catch (RuntimeException unreachable) {
      if (result.loads().stream().allMatch(load -> load.outcome().isGood())) {
        throw unreachable;
      }
      LOG.log(System.Logger.Level.WARNING, "What the warehouse holds can't be read", unreachable);
      return List.of();
    }
  }

  private static Report report(RunResult result, List<String> faults, List<Holding> holdings) {
    return new Report(
        result.loads(),
        result.known(),
        result.standing(),
        result.unreadable(),
        result.unclaimed(),
        result.fileless(),
        faults,
        holdings);
  }
}
