package org.avance.operate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.avance.issue.Issue;
import org.avance.issue.IssueKind;
import org.avance.job.Trial;
import org.avance.model.TrialResult;

/** Shows what a descriptor makes of a file, without a database and without writing anything. */
public final class FeedTrial {
  private FeedTrial() {}

  /**
   * What came of it.
   *
   * @param faults what is wrong with the descriptor; then nothing was tried
   * @param tried the trial; none where the descriptor is wrong
   * @param issues the kinds of issue met, the worst first
   */
  public record Report(List<String> faults, List<TrialResult> tried, List<IssueKind> issues) {
    public Report {
      faults = List.copyOf(faults);
      tried = List.copyOf(tried);
      issues = List.copyOf(issues);
    }

    /** True where nothing in the file speaks against it. */
    public boolean wouldLoad() {
      return !tried.isEmpty() && tried.stream().allMatch(each -> each.reasons().isEmpty());
    }
  }

  /**
   * Maps a file.
   *
   * @param examples how many issues of each kind the report has
   * @param each told of every issue as it is met
   * @throws Refusal where there is no such descriptor or file
   */
  public static Report perform(
      Workplace place, String feed, Path file, int examples, Consumer<Issue> each) {
    List<String> faults = FeedActs.check(place, List.of(feed)).faults();
    mustBeReadable(file);
    if (!faults.isEmpty()) {
      return new Report(faults, List.of(), List.of());
    }
    try {
      Trial.Outcome outcome =
          Trial.of(new Trial.Folders(place.jobs(), place.inbox()), feed, file, examples, each);
      return new Report(List.of(), List.of(outcome.result()), outcome.issues());
    } catch (IOException e) {
      throw new Refusal("%s can't be read: %s".formatted(file, e.getMessage()));
    }
  }

  static void mustBeReadable(Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new Refusal(
          "expected a file that can be read at %s, found %s"
              .formatted(file, Files.exists(file) ? "something else" : "none"));
    }
  }
}
