package org.avance.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.avance.classify.Rulebook;
import org.avance.extract.yaml.YamlFault;
import org.avance.load.JudgedFeeds;
import org.avance.load.Ownership;
import org.avance.load.Rejudging;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Judges what the warehouse holds anew, by the rulebook of now or by another: a feed at a time,
 * each in the hands of one process, read series by series. What has been judged so already is left
 * as it is.
 */
public final class Reclassifier implements AutoCloseable {
  private final LoadSettings settings;
  private final Rulebook rulebook;
  private final Progress progress;
  private final BatchContext batch;

  private Reclassifier(LoadSettings settings, Rulebook rulebook, Progress progress) {
    this.settings = settings;
    this.rulebook = rulebook;
    this.progress = progress;
    this.batch = new BatchContext(settings.database(), 1, execution -> {});
  }

  /**
   * Brings the warehouse's schema up to this build, and reads the rulebook.
   *
   * @param rules folder of the rulebook's files
   * @throws WrongRulebook where the rulebook is wrong, or its version stands for other numbers
   * @throws CannotLoad where the server or its schema is not fit
   */
  public static Reclassifier open(LoadSettings settings, Path rules, Progress progress)
      throws IOException, WrongRulebook {
    Rulebook rulebook = read(rules, settings.jobs());
    Loader.bringUp(settings.database());
    new KnownRulebooks(settings.database().single()).require(rulebook);
    return new Reclassifier(settings, rulebook, progress);
  }

  private static Rulebook read(Path rules, Path jobs) throws IOException, WrongRulebook {
    try {
      return RulebookFile.read(rules, jobs);
    } catch (YamlFault fault) {
      throw new WrongRulebook(fault);
    }
  }

  /**
   * The rulebooks that stand below a folder of descriptors, by version: {@code rules}, and folders
   * in it that hold another one.
   */
  public static Map<String, Path> rulebooks(Path jobs) throws IOException {
    Path own = jobs.resolve(RulebookFile.RULES);
    Map<String, Path> found = new TreeMap<>();
    try (Stream<Path> below = Files.list(own)) {
      for (Path folder : Stream.concat(below.filter(Files::isDirectory), Stream.of(own)).toList()) {
        if (Files.isRegularFile(folder.resolve(RulebookFile.RULEBOOK))) {
          found.put(version(folder, jobs), folder);
        }
      }
    }
    return found;
  }

  /** A wrong one bears the name of its folder; reading it says what is wrong. */
  private static String version(Path folder, Path jobs) throws IOException {
    try {
      return RulebookFile.read(folder, jobs).version();
    } catch (YamlFault fault) {
      return String.valueOf(folder.getFileName());
    }
  }

  public String version() {
    return rulebook.version();
  }

  /** True where loads judge by another rulebook than this. */
  public boolean isOtherThanOfLoads() throws IOException {
    try {
      return !RulebookFile.read(settings.jobs()).digest().equals(rulebook.digest());
    } catch (YamlFault fault) {
      return true;
    }
  }

  /**
   * A feed that has figures to be judged.
   *
   * @param figures published ones that a rulebook judges
   * @param rulebooks versions by which they stand judged
   */
  public record Scope(String feed, int feedId, long figures, List<String> rulebooks) {
    public Scope {
      rulebooks = List.copyOf(rulebooks);
    }
  }

  /** The feeds that have any, by name. */
  public List<Scope> feeds() {
    return new JudgedFeeds(batch.pool())
        .list().stream()
            .map(f -> new Scope(f.feed(), f.feedId(), f.figures(), f.rulebooks()))
            .toList();
  }

  /**
   * What came of a feed.
   *
   * @param reason why it could not be judged, in words; empty where it was
   */
  public record Outcome(String feed, long looked, long changed, long renewed, String reason) {
    private static Outcome not(String feed, String reason) {
      return new Outcome(feed, 0, 0, 0, reason);
    }
  }

  /** Judges a feed's history; what goes wrong with it is its outcome, and stops no other. */
  public Outcome reclassify(Scope feed) {
    Database database = settings.database();
    try {
      Optional<Ownership> claimed =
          Ownership.claim(
              database.single(), database.warehouse(), feed.feed(), settings.patience());
      if (claimed.isEmpty()) {
        return Outcome.not(feed.feed(), new FeedHolders(database).inWords(feed.feed()));
      }
      try (Ownership ownership = claimed.get()) {
        ownership.onWait(whose -> progress.at(feed.feed(), Held.TURN + whose, "wait", 0));
        return outcome(feed.feed(), owned(feed, ownership));
      }
    } catch (SQLException | RuntimeException e) {
      return Outcome.not(feed.feed(), Causes.inWords(e));
    }
  }

  private static Outcome outcome(String feed, Rejudging.Done done) {
    return new Outcome(feed, done.looked(), done.changed() + done.ended(), done.renewed(), "");
  }

  private Rejudging.Done owned(Scope feed, Ownership ownership) {
    new KnownRulebooks(batch.pool()).enter(rulebook);
    try (Rejudging anew =
        new Rejudging(
            batch.pool(),
            ownership.connection(),
            settings.database().staging(),
            feed.feed(),
            feed.feedId())) {
      anew.begin();
      anew.layOutAll();
      new Rejudge(rulebook, progress, feed.feed()).run(anew);
      progress.at(feed.feed(), "", "publish", 0);
      return Objects.requireNonNull(
          new TransactionTemplate(new JdbcTransactionManager(ownership.connection()))
              .execute(
                  running -> anew.reclassify(ownership, rulebook.version(), rulebook.digest())));
    } finally {
      ownership.donePublishing();
    }
  }

  @Override
  public void close() {
    batch.close();
  }
}
