package org.avance.job;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.avance.classify.Rulebook;
import org.avance.extract.yaml.YamlFault;
import org.avance.feed.Feed;
import org.avance.feed.FeedCatalogue;
import org.avance.load.Archive;
import org.avance.load.BulkLoad;
import org.avance.load.FeedExpectations;
import org.avance.load.Schema;
import org.avance.load.SchemaFailure;
import org.avance.load.StagingSweep;
import org.avance.model.Delivery;
import org.avance.model.LoadResult;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Loads what is due; the room's door. One feed is in the hands of one process at a time, and its
 * deliveries are loaded one after the other in their order; several feeds are loaded at once. One
 * broken file never stops the others.
 */
public final class Loader implements AutoCloseable {
  private final LoadSettings settings;
  private final FeedCatalogue catalogue;
  private final Rulebook rulebook;
  private final Progress progress;
  private final DataSource single;
  private final LazyBatch batch;

  private Loader(
      LoadSettings settings, FeedCatalogue catalogue, Rulebook rulebook, Progress progress) {
    this.settings = settings;
    this.catalogue = catalogue;
    this.rulebook = rulebook;
    this.progress = progress;
    this.single = settings.database().single();
    this.batch = new LazyBatch(settings, rulebook);
  }

  /**
   * Brings the warehouse's schema up to this build; reads descriptors and rulebook.
   *
   * @throws WrongRulebook where the rulebook is wrong, or its version stands for other numbers; a
   *     wrong descriptor only takes its own feed out
   * @throws CannotLoad where the server or its schema is not fit to be loaded
   */
  public static Loader open(LoadSettings settings, Progress progress)
      throws IOException, WrongRulebook {
    Database database = settings.database();
    bringUp(database);
    FeedCatalogue feeds = FeedCatalogue.read(settings.jobs());
    try {
      Rulebook rulebook = RulebookFile.read(settings.jobs());
      new KnownRulebooks(database.single()).require(rulebook);
      return new Loader(settings, feeds, rulebook, progress);
    } catch (YamlFault fault) {
      throw new WrongRulebook(fault);
    }
  }

  /**
   * Brings the warehouse's schema up to this build, and does no more.
   *
   * @throws CannotLoad where the server or its schema is not fit to be loaded
   */
  public static void bringUp(Database database) {
    try {
      BulkLoad.requireAllowed(database.migrating());
      Schema.migrate(database.migrating(), database.warehouse(), database.readers());
    } catch (SchemaFailure unfit) {
      throw new CannotLoad(unfit);
    }
  }

  /**
   * Loads all that is due.
   *
   * @param feeds names of the feeds to look at; all where empty
   */
  public RunResult run(Set<String> feeds) {
    return load(Selection.due(feeds));
  }

  /** Loads what is selected. */
  public RunResult load(Selection selection) {
    try (Connection connection = single.getConnection()) {
      return load(selection, new SingleConnectionDataSource(connection, true));
    } catch (SQLException | DataAccessException e) {
      throw new CannotLoad("The warehouse can't be looked at: " + Causes.inWords(e), e);
    }
  }

  private RunResult load(Selection selection, DataSource looking) throws SQLException {
    Database database = settings.database();
    new StagingSweep(single, database.warehouse(), database.staging()).run();
    Expected.publish(catalogue, rulebook.feedOrder(), new FeedExpectations(looking));
    Inbox inbox = new Inbox(settings.inbox());
    Archive archive = new Archive(settings.archive());
    Surveyor surveyor = new Surveyor(inbox, archive, looking, rulebook.digest());
    List<FeedLoads> work = new ArrayList<>();
    List<LoadResult> waiting = new ArrayList<>();
    List<Delivery> standing = new ArrayList<>();
    Set<String> unreadable = new LinkedHashSet<>();
    List<String> fileless = new ArrayList<>();
    long known = 0;
    for (Feed feed : catalogue.feeds()) {
      if (selection.takes(feed.name())) {
        Survey survey = surveyor.survey(feed, selection);
        known += survey.known();
        survey.waiting().forEach(due -> waiting.add(due.waiting()));
        standing.addAll(survey.standing());
        unreadable.addAll(survey.unreadable());
        if (selection.isWhatIsDue() && surveyor.neverCame(feed, survey)) {
          fileless.add(feed.name() + " (" + String.join(", ", feed.filePatterns()) + ")");
        }
        if (!survey.due().isEmpty()) {
          work.add(
              new FeedLoads(
                  feed,
                  selection,
                  surveyor,
                  settings.database(),
                  batch,
                  archive,
                  rulebook,
                  settings.watch(),
                  progress));
        }
      }
    }
    List<LoadResult> loads = loadAll(work);
    loads.addAll(waiting);
    loads.sort(Comparator.comparing(LoadResult::feed));
    List<String> unclaimed = Inbox.unclaimed(inbox.list().files(), catalogue.feeds());
    return new RunResult(loads, known, standing, List.copyOf(unreadable), unclaimed, fileless);
  }

  /** Feeds that another process holds are tried again at the end, with patience. */
  private List<LoadResult> loadAll(List<FeedLoads> work) {
    List<LoadResult> results = new ArrayList<>();
    List<FeedLoads> busy = new ArrayList<>();
    for (FeedLoads.Outcome outcome : inParallel(work, feed -> feed.load(Duration.ZERO))) {
      results.addAll(outcome.results());
      outcome.busy().ifPresent(busy::add);
    }
    busy.forEach(this::sayThatItWaits);
    for (FeedLoads.Outcome outcome : inParallel(busy, feed -> feed.load(settings.patience()))) {
      results.addAll(outcome.results());
      outcome.busy().ifPresent(feed -> results.add(feed.stillBusy()));
    }
    return results;
  }

  private void sayThatItWaits(FeedLoads feed) {
    String words =
        "%s; waits for it up to %d s".formatted(feed.holder(), settings.patience().toSeconds());
    progress.at(feed.feedName(), words, "wait", 0);
  }

  private interface FeedAct {
    FeedLoads.Outcome on(FeedLoads feed);
  }

  private List<FeedLoads.Outcome> inParallel(List<FeedLoads> feeds, FeedAct act) {
    if (feeds.isEmpty()) {
      return List.of();
    }
    ExecutorService threads =
        Executors.newFixedThreadPool(Math.min(feeds.size(), settings.loads()));
    try {
      List<Callable<FeedLoads.Outcome>> tasks = new ArrayList<>();
      feeds.forEach(feed -> tasks.add(() -> act.on(feed)));
      List<FeedLoads.Outcome> outcomes = new ArrayList<>();
      for (Future<FeedLoads.Outcome> future : threads.invokeAll(tasks)) {
        outcomes.add(future.get());
      }
      return outcomes;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while loading", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      threads.shutdown();
    }
  }

  /** What was executed before, for acts that choose. */
  public Executions executions() {
    return new Executions(settings.database(), batch);
  }

  /** What may be loaded again for its records in quarantine. */
  public Replays replays() {
    return new Replays(
        catalogue.feeds(),
        new Inbox(settings.inbox()),
        new Archive(settings.archive()),
        rulebook.digest(),
        settings.database().single());
  }

  /**
   * What there is of a feed's editions.
   *
   * @param first first edition year
   * @param last last edition year
   * @return empty where the feed has no sound descriptor
   */
  public Optional<EditionRange> editions(String feed, int first, int last) {
    return catalogue.feeds().stream()
        .filter(each -> each.name().equals(feed))
        .findFirst()
        .map(found -> new EditionRange(found, first, last, settings, rulebook.digest()));
  }

  /** Asks running loads to stop at their next chunk, and waits for them, half a minute at most. */
  public void stop() {
    stop(LazyBatch.UNTIL_BROKEN_OFF);
  }

  /**
   * @param untilBrokenOff how long a publish may go on
   */
  void stop(Duration untilBrokenOff) {
    batch.stop(untilBrokenOff);
  }

  @Override
  public void close() {
    batch.close();
  }
}
