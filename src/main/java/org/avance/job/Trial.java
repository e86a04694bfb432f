package org.avance.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.avance.extract.Mojibake;
import org.avance.extract.RawRow;
import org.avance.feed.Edition;
import org.avance.feed.Feed;
import org.avance.feed.FeedCatalogue;
import org.avance.feed.OpenFile;
import org.avance.feed.SideFiles;
import org.avance.feed.mapping.Bindings;
import org.avance.feed.trust.Trust;
import org.avance.issue.Issue;
import org.avance.issue.IssueKind;
import org.avance.issue.IssueTally;
import org.avance.issue.RefusedFile;
import org.avance.issue.Severity;
import org.avance.load.StagedRecord;
import org.avance.model.DeliveryCounts;
import org.avance.model.FactKind;
import org.avance.model.TrialResult;
import org.avance.model.TrialResult.Binding;

/**
 * What a descriptor makes of one file: it is mapped as a load would map it, in memory, and judged
 * as far as that goes without a warehouse. Nothing is written.
 */
public final class Trial {
  private final Feed feed;
  private final SideFiles sides;
  private final Path file;
  private final String fileName;
  private final IssueTally issues;
  private final Consumer<Issue> each;
  private final TrialTally tally;
  private final TrialFootings footings = new TrialFootings();
  private final List<String> reasons = new ArrayList<>();
  private final List<Binding> bindings = new ArrayList<>();
  private final List<String> unused = new ArrayList<>();
  private Edition edition = Edition.BY_ARRIVAL;
  private String layout = "";

  private Trial(Feed feed, SideFiles sides, Path file, int examples, Consumer<Issue> each) {
    this.feed = feed;
    this.sides = sides;
    this.file = file;
    this.fileName = String.valueOf(file.getFileName());
    this.issues = new IssueTally(examples);
    this.each = each;
    this.tally = new TrialTally(feed.trust().sameKey());
  }

  /**
   * Where a trial looks.
   *
   * @param jobs the descriptors
   * @param inbox where side files lie by their paths
   */
  public record Folders(Path jobs, Path inbox) {}

  /** The trial and the kinds of issue met. */
  public record Outcome(TrialResult result, List<IssueKind> issues) {
    public Outcome {
      issues = List.copyOf(issues);
    }
  }

  /**
   * Maps a file by the sound descriptor of a folder that bears a name.
   *
   * @param examples how many issues of each kind are kept
   * @param each told of every issue as it is met
   * @throws IOException where file or folder can't be read
   */
  public static Outcome of(
      Folders folders, String feed, Path file, int examples, Consumer<Issue> each)
      throws IOException {
    Feed known =
        FeedCatalogue.read(folders.jobs()).feeds().stream()
            .filter(one -> one.name().equals(feed))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no sound descriptor of " + feed));
    return new Trial(known, SideFiles.below(folders.inbox()), file, examples, each).run();
  }

  private Outcome run() throws IOException {
    feed.sideFiles().stream()
        .filter(name -> sides.find(name).isEmpty())
        .map(Due::waitsFor)
        .forEach(reasons::add);
    if (reasons.isEmpty()) {
      read();
    }
    KeyCensus.Settled settled = tally.settle();
    tally.keys().issues(settled).forEach(this::note);
    return new Outcome(result(settled), issues.kinds());
  }

  private void read() throws IOException {
    try {
      edition = feed.arrival(file, fileName).edition();
      try (OpenFile open = feed.open(file, fileName, sides)) {
        layout = open.layout();
        bind(open);
        map(open);
      }
    } catch (RefusedFile refused) {
      refuse(refused.issue());
    }
  }

  private void bind(OpenFile open) {
    Bindings found = open.bindings();
    found.words().forEach((word, from) -> bindings.add(new Binding(word, List.copyOf(from))));
    unused.addAll(open.header());
    unused.removeAll(found.columns());
    unused.removeIf(String::isBlank);
    tally.expect(open.valueColumns());
    footings.expect(open);
  }

  private void map(OpenFile open) throws IOException, RefusedFile {
    Mojibake mojibake = new Mojibake(open.header());
    Optional<RawRow> row = open.next();
    if (row.isEmpty()) {
      refuse(RecordSource.NO_RECORD);
    }
    while (row.isPresent()) {
      StagedRecord record = RecordSource.staged(open.map(row.get()));
      tally.add(record);
      footings.add(record);
      record.issues().forEach(this::note);
      mojibake.look(row.get());
      row = open.next();
    }
    open.notes().forEach(this::noteOfFile);
    mojibake.issue().ifPresent(this::note);
  }

  /** Of the file as a whole, an ERROR is a reason to reject it. */
  private void noteOfFile(Issue issue) {
    if (issue.severity() == Severity.ERROR) {
      refuse(issue);
    } else {
      note(issue);
    }
  }

  private void note(Issue issue) {
    issues.add(issue);
    each.accept(issue);
  }

  /** Notes an issue for which the file as a whole is rejected. */
  private void refuse(Issue issue) {
    note(issue);
    reasons.add(issue.message());
  }

  private TrialResult result(KeyCensus.Settled settled) {
    judge(settled);
    return new TrialResult(
        feed.name(),
        fileName,
        layout,
        edition.text(),
        edition.year(),
        feed.scope().name().toLowerCase(Locale.ROOT),
        bindings,
        unused,
        tally.first(),
        tally.counts(settled),
        tally.columns(),
        settled.conflicting().size(),
        reasons,
        notes());
  }

  /** As the step of that name does; but a file that was refused is not judged any further. */
  private void judge(KeyCensus.Settled settled) {
    if (!reasons.isEmpty()) {
      return;
    }
    Trust trust = feed.trust();
    DeliveryCounts counts = tally.counts(settled);
    Reasons.quarantine(counts, trust.tolerances().quarantined(), this::firstFaults)
        .ifPresent(reasons::add);
    reasons.addAll(
        Reasons.crossFoot(
            footings.totals(counts, tally.columns()), trust.tolerances().crossFoot()));
    reasons.addAll(Reasons.lacking(footings.lacking()));
    Reasons.sameKeys(
            trust.sameKey(), () -> List.copyOf(settled.conflicting().keySet()), this::firstFaults)
        .ifPresent(reasons::add);
    Reasons.nothing(counts.factsStaged(), counts.read()).ifPresent(reasons::add);
  }

  private String firstFaults() {
    return issues.kinds().stream()
        .limit(1)
        .flatMap(kind -> kind.first().stream())
        .limit(3)
        .map(
            issue ->
                "line " + issue.where().line() + ": " + issue.message().replaceFirst("\\.$", ""))
        .collect(Collectors.joining("; "));
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (!feed.takesName(fileName)) {
      notes.add(
          "the descriptor's files (%s) take no file named %s: a run would leave it out"
              .formatted(String.join(", ", feed.filePatterns()), fileName));
    }
    if (!tally.keys().isWhole()) {
      notes.add("same keys were not judged: there are too many facts to compare in memory");
    }
    if (feed.kinds().contains(FactKind.INDICATOR)) {
      notes.add("classes are computed in a run only, beside what the warehouse holds");
    }
    return notes;
  }
}
