package org.avance.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.avance.extract.yaml.YamlFault;
import org.avance.load.Archive;
import org.avance.load.CheckedRegister;
import org.avance.load.FeedHold;
import org.avance.load.OpenExecutions;
import org.avance.load.Schema;
import org.avance.load.StagingSweep;
import org.avance.model.FeedHolder;
import org.avance.model.Symptom;

/** Looks at what loads leave behind in the warehouse and the archive; changes nothing. */
public final class Checkup {
  /** An owner of ours is asked for a sign of life each minute. */
  private static final long LONGEST_SILENCE_SECONDS = 180;

  private static final int SAMPLE = 20;
  private static final int SHOWN = 3;
  private static final String TABLES = "tables";
  private static final String LOADS = "loads";
  private static final String LOCKS = "locks";
  private static final String STAGING = "staging";
  private static final String ARCHIVE = "archive";

  private final Database database;
  private final DataSource etl;
  private final CheckedRegister register;
  private final FeedHold hold;
  private final Archive archive;
  private final Path jobs;
  private final Overseer overseer;

  private Checkup(LoadSettings settings, Overseer overseer) {
    this.database = settings.database();
    this.etl = database.single();
    this.register = new CheckedRegister(etl);
    this.hold = new FeedHold(etl, database.warehouse());
    this.archive = new Archive(settings.archive());
    this.jobs = settings.jobs();
    this.overseer = overseer;
  }

  /** Who sees more of the server than the loading account. */
  public interface Overseer {
    /** Whose a connection is; empty where it can't be seen. */
    Optional<String> connection(long number);

    /** The command that ends it. */
    String ending(long number);
  }

  /**
   * Looks at all of it.
   *
   * @param wholeArchive whether each archived file is read; else the newest ones
   */
  public static List<Symptom> of(LoadSettings settings, Overseer overseer, boolean wholeArchive) {
    return new Checkup(settings, overseer).symptoms(wholeArchive);
  }

  /** What went wrong while looking, in words. */
  public static String cause(Throwable thrown) {
    return Causes.inWords(thrown);
  }

  private List<Symptom> symptoms(boolean wholeArchive) {
    List<Symptom> symptoms = new ArrayList<>();
    Schema.State state =
        Schema.state(database.migrating(), database.warehouse(), database.readers());
    symptoms.add(tables(state));
    if (state == Schema.State.CURRENT) {
      rulebook().ifPresent(symptoms::add);
    }
    if (state == Schema.State.CURRENT || state == Schema.State.DUE) {
      clock().ifPresent(symptoms::add);
      symptoms.addAll(loads());
      symptoms.addAll(locks());
      symptoms.addAll(staging());
      symptoms.add(archive(wholeArchive));
    }
    return symptoms;
  }

  private static Symptom tables(Schema.State state) {
    return switch (state) {
      case CURRENT -> Symptom.ok(TABLES, "as this build makes them");
      case ABSENT -> Symptom.note(TABLES, "none yet; the first run makes them", "./avance run");
      case DUE ->
          Symptom.note(
              TABLES, "of another build; the next run brings them up to this one", "./avance run");
      case BROKEN_OFF ->
          Symptom.act(TABLES, "a migration broke off; the next run completes it", "./avance run");
      case NEWER ->
          Symptom.act(
              TABLES,
              "made by a newer build than this one",
              "use that build, or a newer one, here too");
    };
  }

  /** A version published before its predecessor would be lost, so publishing goes by the last. */
  private Optional<Symptom> clock() {
    long ahead = register.secondsAhead();
    return ahead <= 0
        ? Optional.empty()
        : Optional.of(
            Symptom.act(
                "clock",
                "the last publication lies %d s ahead of the database's clock, which has stepped back; nothing is lost, but what is published until then bears instants of the future"
                    .formatted(ahead),
                "set the clock of the database's machine: timedatectl set-ntp true"));
  }

  private Optional<Symptom> rulebook() {
    try {
      return new KnownRulebooks(etl)
          .against(RulebookFile.read(jobs))
          .map(
              against ->
                  Symptom.act("rulebook", against, "mend that, then ./avance reclassify or run"));
    } catch (IOException | YamlFault wrong) {
      return Optional.empty(); // Told where descriptors are looked at.
    }
  }

  private List<Symptom> loads() {
    List<Symptom> symptoms = new ArrayList<>();
    List<OpenExecutions.Open> open = new OpenExecutions(etl).list();
    for (OpenExecutions.Open each : open) {
      if (hold.find(each.feed()).isEmpty()) {
        symptoms.add(
            Symptom.act(
                LOADS,
                "run %d of %s is LEFT BEHIND: its process is gone"
                    .formatted(each.run(), each.feed()),
                "./avance run --feed %s (recovers it and goes on)".formatted(each.feed())));
      }
    }
    if (symptoms.isEmpty()) {
      symptoms.add(
          Symptom.ok(LOADS, open.isEmpty() ? "none is running" : open.size() + " running"));
    }
    return symptoms;
  }

  private List<Symptom> locks() {
    List<Symptom> symptoms = new ArrayList<>();
    for (String feed : feeds()) {
      hold.find(feed).flatMap(held -> held("the feed " + feed, held)).ifPresent(symptoms::add);
    }
    hold.findPublishing()
        .flatMap(held -> held("the place to publish", held))
        .ifPresent(symptoms::add);
    return symptoms.isEmpty()
        ? List.of(Symptom.ok(LOCKS, "none is held without a load"))
        : symptoms;
  }

  /** Those that have descriptors, and those of which something came. */
  private Set<String> feeds() {
    Set<String> feeds = new TreeSet<>(register.listFeeds());
    try {
      feeds.addAll(Feeds.read(jobs).names());
    } catch (IOException unreadable) {
      // Told where descriptors are looked at.
    }
    return feeds;
  }

  private Optional<Symptom> held(String what, FeedHolder holder) {
    String whose =
        overseer.connection(holder.connection()).map(seen -> " (%s)".formatted(seen)).orElse("");
    if (holder.heldByStranger()) {
      return Optional.of(
          Symptom.act(
              LOCKS,
              "connection %d%s holds %s and is no process of Avance"
                  .formatted(holder.connection(), whose, what),
              overseer.ending(holder.connection())));
    }
    boolean isIdle = holder.statement().isEmpty();
    if (isIdle && holder.seconds() > LONGEST_SILENCE_SECONDS) {
      return Optional.of(
          Symptom.act(
              LOCKS,
              "connection %d%s holds %s and has been silent for %d s: its process hangs or is gone"
                  .formatted(holder.connection(), whose, what, holder.seconds()),
              overseer.ending(holder.connection())));
    }
    return isIdle
        ? Optional.empty()
        : Optional.of(
            Symptom.note(
                LOCKS,
                "connection %d%s holds %s and is at work; if its process was killed, the server rolls its work back, and then lets go"
                    .formatted(holder.connection(), whose, what),
                ""));
  }

  private List<Symptom> staging() {
    StagingSweep sweep = new StagingSweep(etl, database.warehouse(), database.staging());
    List<Symptom> symptoms = new ArrayList<>();
    List<String> idle = register.listFeeds().stream().filter(sweep::isIdle).toList();
    if (!idle.isEmpty()) {
      symptoms.add(
          Symptom.note(
              STAGING,
              "tables that nobody needs any more, of %s; the next run drops them"
                  .formatted(String.join(", ", idle)),
              "./avance run"));
    }
    List<String> unknown = sweep.listUnknown();
    if (!unknown.isEmpty()) {
      symptoms.add(
          Symptom.note(
              STAGING,
              "%d %s of no feed: %s"
                  .formatted(
                      unknown.size(),
                      unknown.size() == 1 ? "table" : "tables",
                      String.join(", ", unknown)),
              "as the loading account: DROP TABLE "
                  + unknown.stream()
                      .map(table -> "`%s`.`%s`".formatted(database.staging(), table))
                      .collect(Collectors.joining(", "))));
    }
    return symptoms.isEmpty() ? List.of(Symptom.ok(STAGING, "no table is left over")) : symptoms;
  }

  private Symptom archive(boolean whole) {
    List<CheckedRegister.Kept> all = register.listKept();
    List<CheckedRegister.Kept> missing =
        all.stream().filter(kept -> !archive.has(kept.digest())).toList();
    List<CheckedRegister.Kept> there =
        all.stream().filter(kept -> archive.has(kept.digest())).toList();
    List<CheckedRegister.Kept> read = whole ? there : there.stream().limit(SAMPLE).toList();
    List<CheckedRegister.Kept> changed = read.stream().filter(kept -> !isWhole(kept)).toList();
    if (missing.isEmpty() && changed.isEmpty()) {
      return Symptom.ok(
          ARCHIVE,
          "%d of %d published files are there, %d read and whole"
              .formatted(there.size(), all.size(), read.size()));
    }
    List<CheckedRegister.Kept> wrong = Stream.concat(missing.stream(), changed.stream()).toList();
    return Symptom.act(
        ARCHIVE,
        "%d published files are missing, %d are not what was received: %s"
            .formatted(
                missing.size(),
                changed.size(),
                first(wrong.stream().map(CheckedRegister.Kept::fileName).toList())),
        "from the archive's backup, or from the agency: "
            + wrong.stream()
                .limit(SHOWN)
                .map(kept -> "cp FILE '%s'".formatted(archive.file(kept.digest())))
                .collect(Collectors.joining("; ")));
  }

  private boolean isWhole(CheckedRegister.Kept kept) {
    try {
      return archive.isWhole(kept.digest());
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static String first(List<String> names) {
    String first = names.stream().limit(SHOWN).collect(Collectors.joining(", "));
    return names.size() > SHOWN ? first + ", …" : first;
  }
}
