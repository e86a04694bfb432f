package org.avance.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.avance.classify.Rulebook;
import org.avance.extract.yaml.YamlFault;
import org.avance.feed.Feed;
import org.avance.feed.FeedCatalogue;
import org.avance.load.Archive;
import org.avance.load.Deliveries;
import org.avance.load.Ownership;
import org.avance.load.Rejudging;
import org.avance.load.RetractedKeys;
import org.avance.load.Retraction;
import org.avance.load.SideRegister;
import org.avance.load.StagingLease;
import org.avance.load.StandingDeliveries;
import org.avance.model.Delivery;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes published deliveries back. The deliveries that remain are staged once more from the
 * archive, one after the other, and nothing of the warehouse changes until all of them have said
 * what they state: then all of it changes at once.
 */
public final class Retractor implements AutoCloseable {
  private final LoadSettings settings;
  private final FeedCatalogue catalogue;
  private final Rulebook rulebook;
  private final Progress progress;
  private final Archive archive;
  private final BatchContext batch;

  private Retractor(
      LoadSettings settings, FeedCatalogue catalogue, Rulebook rulebook, Progress progress) {
    this.settings = settings;
    this.catalogue = catalogue;
    this.rulebook = rulebook;
    this.progress = progress;
    this.archive = new Archive(settings.archive());
    this.batch = new BatchContext(settings.database(), 1, execution -> {});
  }

  /**
   * Brings the warehouse's schema up to this build; reads descriptors and rulebook.
   *
   * @throws WrongRulebook where the rulebook is wrong
   * @throws CannotLoad where the server or its schema is not fit
   */
  public static Retractor open(LoadSettings settings, Progress progress)
      throws IOException, WrongRulebook {
    Loader.bringUp(settings.database());
    try {
      Rulebook rulebook = RulebookFile.read(settings.jobs());
      new KnownRulebooks(settings.database().single()).require(rulebook);
      return new Retractor(settings, FeedCatalogue.read(settings.jobs()), rulebook, progress);
    } catch (YamlFault fault) {
      throw new WrongRulebook(fault);
    }
  }

  public Optional<Delivery> find(long id) {
    return new Deliveries(batch.pool()).find(id);
  }

  /** How many facts of the warehouse are a delivery's now. */
  public long factsOf(Delivery delivery) {
    return new StandingDeliveries(batch.pool()).factsOf(delivery.id());
  }

  /**
   * What taking a delivery back would be about.
   *
   * @param ended facts of its scope that have ended since it came
   * @param remaining deliveries that would be staged again, since they may state what it stated
   */
  public record Scope(long facts, long ended, List<Delivery> remaining) {
    public Scope {
      remaining = List.copyOf(remaining);
    }
  }

  /** Looks what taking a delivery back would be about; others may go on at it meanwhile. */
  public Scope look(Delivery delivery) {
    progress.at(delivery.feed(), delivery.fileName(), "look", 0);
    try (Connection connection = settings.database().single().getConnection()) {
      RetractedKeys keys =
          new RetractedKeys(new SingleConnectionDataSource(connection, true), delivery);
      keys.find();
      return new Scope(factsOf(delivery), keys.ended(), keys.remaining());
    } catch (SQLException e) {
      throw new CannotLoad("The warehouse can't be looked at: " + Causes.inWords(e), e);
    }
  }

  /**
   * What taking a delivery back did.
   *
   * @param loadedAgain deliveries that were staged again, since they may state what it stated
   * @param taken facts that were the delivery's and are no longer
   * @param restored facts that remaining deliveries state instead, or again
   * @param judgements that changed with them
   * @param superseded deliveries that it had superseded, and that nothing supersedes now
   * @param reason why it could not be taken back, in words; empty where it was
   */
  public record Outcome(
      List<Delivery> loadedAgain,
      long taken,
      long restored,
      long judgements,
      List<Delivery> superseded,
      String reason) {
    public Outcome {
      loadedAgain = List.copyOf(loadedAgain);
      superseded = List.copyOf(superseded);
    }

    private static Outcome not(String reason) {
      return new Outcome(List.of(), 0, 0, 0, List.of(), reason);
    }
  }

  /** A remaining delivery that can't be staged again; nothing has changed. */
  private static final class Unstageable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unstageable(String message) {
      super(message);
    }
  }

  /** Takes a published delivery back; what goes wrong is the outcome, and then nothing changed. */
  public Outcome retract(Delivery delivery, String reason) {
    Database database = settings.database();
    try {
      Optional<Ownership> claimed =
          Ownership.claim(
              database.single(), database.warehouse(), delivery.feed(), settings.patience());
      if (claimed.isEmpty()) {
        return Outcome.not(new FeedHolders(database).inWords(delivery.feed()));
      }
      try (Ownership ownership = claimed.get()) {
        ownership.onWait(whose -> progress.at(delivery.feed(), Held.TURN + whose, "wait", 0));
        Delivery now = new Deliveries(batch.pool()).get(delivery.id());
        return isAsLookedAt(delivery, now) ? owned(delivery, reason, ownership) : changed(now);
      }
    } catch (Unstageable refused) {
      return Outcome.not(String.valueOf(refused.getMessage()));
    } catch (SQLException | RuntimeException e) {
      return Outcome.not(Causes.inWords(e) + "; nothing was changed");
    }
  }

  /** Between the look and the claim another process may have taken it back, or loaded it again. */
  private static boolean isAsLookedAt(Delivery before, Delivery now) {
    return now.status() == before.status() && now.rerun() == before.rerun();
  }

  private static Outcome changed(Delivery now) {
    return Outcome.not(
        "another process has changed it meanwhile: it is %s now; say it again"
            .formatted(now.status()));
  }

  private Outcome owned(Delivery delivery, String reason, Ownership ownership) {
    Retraction retraction = new Retraction(ownership, settings.database().staging(), delivery);
    progress.at(delivery.feed(), delivery.fileName(), "look", 0);
    retraction.begin();
    List<Delivery> remaining = retraction.remaining();
    remaining.forEach(this::mustBeKept);
    hold(remaining, retraction, ownership);
    try (Rejudging anew =
        new Rejudging(
            batch.pool(),
            ownership.connection(),
            settings.database().staging(),
            delivery.feed(),
            retraction.feedId())) {
      anew.begin();
      progress.at(delivery.feed(), delivery.fileName(), "publish", 0);
      Rejudge rules = new Rejudge(rulebook, progress, delivery.feed());
      Retraction.Done done =
          Objects.requireNonNull(
              onOwning(ownership).execute(running -> retraction.publish(reason, anew, rules::run)));
      return new Outcome(
          remaining,
          done.taken(),
          done.restored(),
          done.judged().changed() + done.judged().ended(),
          new StandingDeliveries(batch.pool())
              .listSupersededByNone(delivery.feed(), delivery.scope()),
          "");
    } finally {
      ownership.donePublishing();
    }
  }

  private static TransactionTemplate onOwning(Ownership ownership) {
    return new TransactionTemplate(new JdbcTransactionManager(ownership.connection()));
  }

  private void mustBeKept(Delivery delivery) {
    if (!Files.isRegularFile(archive.file(delivery.digest()))) {
      throw new Unstageable(
          "delivery %d (%s) may state what it stated and is to be loaded again, but its bytes are not in the archive at %s; nothing was changed"
              .formatted(delivery.id(), delivery.fileName(), archive.file(delivery.digest())));
    }
  }

  private void hold(List<Delivery> remaining, Retraction retraction, Ownership ownership) {
    if (remaining.isEmpty()) {
      return;
    }
    Feed feed = feed(remaining.get(0).feed());
    try (StagingLease lease =
        new StagingLease(
            batch.pool(), settings.database().staging(), feed.name(), ownership::isHeld)) {
      for (Delivery each : remaining) {
        Load load = load(each, feed, ownership, lease);
        long records = new Restaging(load, each).run(Retractor::unstageable);
        progress.at(feed.name(), each.fileName(), "hold", 0);
        onOwning(ownership)
            .executeWithoutResult(
                running -> retraction.hold(each, feed.kinds(), feed.trust().sameKey()));
        ownership.donePublishing();
        lease.done(records);
      }
    }
  }

  private static RuntimeException unstageable(Delivery delivery, List<String> reasons) {
    return new Unstageable(
        "delivery %d (%s) may state what it stated, but can't be loaded again under the descriptor of now: %s; nothing was changed"
            .formatted(delivery.id(), delivery.fileName(), String.join("; ", reasons)));
  }

  private Feed feed(String name) {
    return catalogue.feeds().stream()
        .filter(feed -> feed.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new Unstageable(
                    "other deliveries of the feed %s may state what it stated and are to be loaded again, but %s has no sound descriptor for it (./avance feed check %s says why); nothing was changed"
                        .formatted(name, settings.jobs(), name)));
  }

  /** The delivery as the archive has it, with the side files that it was staged with. */
  private Load load(Delivery delivery, Feed feed, Ownership ownership, StagingLease lease) {
    Path kept = archive.file(delivery.digest());
    List<Side> sides = new ArrayList<>();
    for (SideRegister.Entry entry : new SideRegister(batch.pool()).of(delivery.id()).values()) {
      sides.add(new Side(archive.file(entry.digest()), entry));
    }
    String name = delivery.fileName();
    Due due =
        new Due(
            feed,
            kept,
            name,
            name.substring(name.lastIndexOf('/') + 1),
            delivery.digest(),
            kept.toFile().length(),
            delivery.edition(),
            sides);
    return new Load(
        due,
        delivery.rerun(),
        rulebook,
        ownership,
        lease,
        batch,
        settings.database(),
        archive,
        progress);
  }

  @Override
  public void close() {
    batch.close();
  }
}
