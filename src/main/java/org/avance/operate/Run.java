package org.avance.operate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.avance.job.Loader;
import org.avance.job.RunResult;
import org.avance.job.WrongRulebook;
import org.avance.model.Delivery;
import org.avance.model.IssueGroup;
import org.avance.model.LoadResult;
import org.avance.monitor.LoadWatch;
import org.avance.monitor.Monitor;
import org.avance.server.Endpoint;
import org.avance.server.WarehouseServer;
import org.avance.warehouse.Holding;

/** Loads whatever is new, and says what the warehouse then holds. */
public final class Run {
  /** All of them are in `v_issues`. */
  private static final int EXAMPLES = 2;

  private static final System.Logger LOG = System.getLogger(Run.class.getName());

  private Run() {}

  /**
   * What a run did.
   *
   * @param loads one for each file that was due, by feed, in their order
   * @param known files that were loaded before and were left alone
   * @param standing deliveries in the inbox whose rejection still stands
   * @param unreadable files that could not be read, with the reason
   * @param unclaimed files in the inbox that no feed takes
   * @param fileless feeds of which no file has ever come, with the names their files would have
   * @param descriptorFaults what is wrong with descriptors of the feeds asked for, a line each;
   *     such feeds were not looked at
   * @param holdings what the warehouse holds now; nothing where it can't be asked
   * @param holdingsKnown false where it can't be asked
   * @param issueKinds what was found in the deliveries of this run, once for each kind; nothing of
   *     one without issues
   */
  public record Report(
      List<LoadResult> loads,
      long known,
      List<Delivery> standing,
      List<String> unreadable,
      List<String> unclaimed,
      List<String> fileless,
      List<String> descriptorFaults,
      List<Holding> holdings,
      boolean holdingsKnown,
      List<DeliveryIssues> issueKinds) {
    public Report {
      loads = List.copyOf(loads);
      standing = List.copyOf(standing);
      unreadable = List.copyOf(unreadable);
      unclaimed = List.copyOf(unclaimed);
      fileless = List.copyOf(fileless);
      descriptorFaults = List.copyOf(descriptorFaults);
      holdings = List.copyOf(holdings);
      issueKinds = List.copyOf(issueKinds);
    }

    /** Of a run in which no issue was found. */
    public Report(
        List<LoadResult> loads,
        long known,
        List<Delivery> standing,
        List<String> unreadable,
        List<String> unclaimed,
        List<String> fileless,
        List<String> descriptorFaults,
        List<Holding> holdings) {
      this(
          loads,
          known,
          standing,
          unreadable,
          unclaimed,
          fileless,
          descriptorFaults,
          holdings,
          true,
          List.of());
    }

    /** What was found in a delivery; nothing where it has no issues. */
    public List<IssueGroup> issuesOf(long delivery) {
      return issueKinds.stream()
          .filter(each -> each.delivery() == delivery)
          .findFirst()
          .map(DeliveryIssues::kinds)
          .orElse(List.of());
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

  /** The issues of a delivery, once for each kind, the worst kinds first. */
  public record DeliveryIssues(long delivery, List<IssueGroup> kinds) {
    public DeliveryIssues {
      kinds = List.copyOf(kinds);
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
    FeedActs.Report known = FeedActs.check(place, List.copyOf(feeds));
    place.mustHaveInbox();
    Watching watching = Watching.of(place);
    try {
      Report report = load(place, feeds, known, watcher, watching);
      watching.able();
      return report;
    } catch (RuntimeException unable) {
      watching.unable(unable);
      throw unable;
    }
  }

  private static Report load(
      Workplace place,
      Set<String> feeds,
      FeedActs.Report known,
      Watcher watcher,
      Watching watching) {
    FeedActs.mustHaveSoundRulebook(place);
    try (WarehouseServer server = WarehouseServer.join(place.server());
        Monitor monitor = watching.over(server.endpoint(), known.sound());
        Loader loader =
            Loader.open(place.loads(server.endpoint()), new Watched(watcher, monitor))) {
      server.onInterrupt(loader::stop);
      server.onInterrupt(watching::interrupted);
      RunResult result = loader.run(feeds);
      monitor.runEnded(end(result, known.faults(), feeds.isEmpty()));
      return report(result, known.faults(), server.endpoint());
    } catch (WrongRulebook e) {
      throw new Unsound(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new Refusal(String.valueOf(e.getMessage()));
    }
  }

  private static LoadWatch.RunEnd end(RunResult result, List<String> faults, boolean whole) {
    List<String> leftOut = new ArrayList<>(faults);
    leftOut.addAll(result.unreadable());
    return new LoadWatch.RunEnd(result.loads(), leftOut, whole);
  }

  /** Where the database went away in mid-run, what came of the files is still to be told. */
  private static Report report(RunResult result, List<String> faults, Endpoint there) {
    try {
      return report(result, faults, Optional.of(Ask.holdings(there)), issues(result, there));
    } catch (RuntimeException unreachable) {
      if (result.loads().stream().allMatch(load -> load.outcome().isGood())) {
        throw unreachable;
      }
      LOG.log(System.Logger.Level.WARNING, "What the warehouse holds can't be read", unreachable);
      return report(result, faults, Optional.empty(), List.of());
    }
  }

  private static Report report(
      RunResult result,
      List<String> faults,
      Optional<List<Holding>> holdings,
      List<DeliveryIssues> issues) {
    return new Report(
        result.loads(),
        result.known(),
        result.standing(),
        result.unreadable(),
        result.unclaimed(),
        result.fileless(),
        faults,
        holdings.orElse(List.of()),
        holdings.isPresent(),
        issues);
  }

  private static List<DeliveryIssues> issues(RunResult result, Endpoint there) {
    List<Long> deliveries =
        result.loads().stream()
            .filter(load -> !load.issues().isEmpty())
            .flatMap(load -> load.delivery().stream())
            .map(Delivery::id)
            .toList();
    List<List<IssueGroup>> groups = Look.issues(there).ofEach(deliveries, EXAMPLES);
    return IntStream.range(0, deliveries.size())
        .mapToObj(n -> new DeliveryIssues(deliveries.get(n), groups.get(n)))
        .toList();
  }
}
