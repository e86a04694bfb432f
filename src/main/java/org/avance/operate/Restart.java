package org.avance.operate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.avance.job.Executions;
import org.avance.job.Loader;
import org.avance.job.RunResult;
import org.avance.job.Selection;
import org.avance.model.LoadExecution;
import org.avance.model.LoadResult;

/** Goes on with runs that failed, were stopped or were left by a dead process. */
public final class Restart {
  private Restart() {}

  /**
   * What a restart is about, and what came of it.
   *
   * @param runs the runs that are gone on with, from the step that each failed at
   * @param left runs that can't be gone on with now, with the reason
   * @param done false where whoever was asked did not agree, and nothing was done
   * @param loads what came of each, by feed
   * @param unreadable files that could not be read, with the reason
   */
  public record Report(
      List<LoadExecution> runs,
      List<String> left,
      boolean done,
      List<LoadResult> loads,
      List<String> unreadable) {
    public Report {
      runs = List.copyOf(runs);
      left = List.copyOf(left);
      loads = List.copyOf(loads);
      unreadable = List.copyOf(unreadable);
    }

    private Report with(RunResult result) {
      return new Report(runs, left, true, result.loads(), result.unreadable());
    }

    /** Whether nothing is left for an operator to do. */
    public boolean allLoaded() {
      return done
          && left.isEmpty()
          && unreadable.isEmpty()
          && loads.stream().allMatch(load -> load.outcome().isGood());
    }
  }

  /**
   * One run.
   *
   * @throws Refusal where there is none of this number, or it can't be restarted
   */
  public static Report one(Workplace place, long number, Run.Watcher watcher) {
    return Loading.perform(
        place,
        watcher,
        loader -> {
          Executions executions = loader.executions();
          LoadExecution run =
              executions.find(number).orElseThrow(() -> RunState.unknownRun("restart", number));
          Optional<String> refused = refusal(run, executions);
          if (refused.isPresent()) {
            throw new Refusal("restart %d: %s".formatted(number, refused.get()));
          }
          Report scope = new Report(List.of(run), List.of(), true, List.of(), List.of());
          return load(place, scope, loader);
        });
  }

  /**
   * All that did not come to their end.
   *
   * @param feeds names of feeds; all where empty
   * @param approval asked before anything is loaded
   */
  public static Report failed(
      Workplace place, Set<String> feeds, Approval<Report> approval, Run.Watcher watcher) {
    FeedActs.check(place, List.copyOf(feeds));
    return Loading.perform(
        place,
        watcher,
        loader -> {
          Report scope = scope(feeds, loader.executions());
          if (scope.runs().isEmpty()) {
            return new Report(List.of(), scope.left(), true, List.of(), List.of());
          }
          return approval.given(scope) ? load(place, scope, loader) : scope;
        });
  }

  private static Report scope(Set<String> feeds, Executions executions) {
    List<LoadExecution> runs = new ArrayList<>();
    List<String> left = new ArrayList<>();
    for (LoadExecution run : executions.listUnfinished()) {
      if (feeds.isEmpty() || feeds.contains(run.feed())) {
        Optional<String> refused = refusal(run, executions);
        refused.ifPresentOrElse(left::add, () -> runs.add(run));
      }
    }
    return new Report(runs, left, false, List.of(), List.of());
  }

  private static Optional<String> refusal(LoadExecution run, Executions executions) {
    return RunState.noRestart(
        run,
        executions.findDelivery(run),
        executions.findHolder(run.feed()),
        executions.findOpen(run.feed()));
  }

  private static Report load(Workplace place, Report scope, Loader loader) {
    Loading.mustHaveSound(
        place, scope.runs().stream().map(LoadExecution::feed).collect(Collectors.toSet()));
    return scope.with(
        loader.load(
            Selection.of(
                scope.runs().stream()
                    .map(run -> Selection.Chosen.toItsEnd(run.feed(), run.digest(), run.rerun()))
                    .toList())));
  }
}
