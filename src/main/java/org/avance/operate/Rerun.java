package org.avance.operate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.avance.job.Executions;
import org.avance.job.Loader;
import org.avance.job.RunResult;
import org.avance.job.Selection;
import org.avance.model.Delivery;
import org.avance.model.LoadExecution;
import org.avance.model.LoadResult;

/**
 * Loads an accepted delivery again on purpose, from the archive, under descriptor, rulebook and
 * side files of now.
 */
public final class Rerun {
  private Rerun() {}

  /**
   * What a rerun is about, and what came of it.
   *
   * @param delivery the delivery as it stood before
   * @param newer which newer delivery it takes the place of, in words; empty where none
   * @param done false where whoever was asked did not agree, and nothing was done
   * @param loads what came of it
   * @param unreadable its file, where that can't be read, with the reason
   */
  public record Report(
      Delivery delivery,
      String newer,
      boolean done,
      List<LoadResult> loads,
      List<String> unreadable) {
    public Report {
      loads = List.copyOf(loads);
      unreadable = List.copyOf(unreadable);
    }

    private Report with(RunResult result) {
      return new Report(delivery, newer, true, result.loads(), result.unreadable());
    }

    /** Whether nothing is left for an operator to do. */
    public boolean allLoaded() {
      return done
          && unreadable.isEmpty()
          && loads.stream().allMatch(load -> load.outcome().isGood());
    }
  }

  /**
   * The delivery of a run.
   *
   * @param approval asked before a newer delivery loses its place
   * @throws Refusal where there is none of this number, or it can't be rerun
   */
  public static Report ofRun(
      Workplace place, long number, Approval<Report> approval, Run.Watcher watcher) {
    return Loading.perform(
        place,
        watcher,
        loader -> {
          LoadExecution run =
              loader
                  .executions()
                  .find(number)
                  .orElseThrow(() -> RunState.unknownRun("rerun", number));
          Delivery delivery =
              loader
                  .executions()
                  .findDelivery(run)
                  .orElseThrow(
                      () ->
                          new Refusal(
                              "rerun %d: %s died before its delivery was registered; `restart %d` goes on with it"
                                  .formatted(number, run.inWords(), number)));
          return rerun(place, "rerun " + number, delivery, approval, loader);
        });
  }

  /**
   * A delivery by its own number.
   *
   * @param approval asked before a newer delivery loses its place
   * @throws Refusal where there is none of this number, or it can't be rerun
   */
  public static Report ofDelivery(
      Workplace place, long number, Approval<Report> approval, Run.Watcher watcher) {
    return Loading.perform(
        place,
        watcher,
        loader -> {
          Delivery delivery =
              loader
                  .executions()
                  .findDelivery(number)
                  .orElseThrow(() -> RunState.unknownDelivery("rerun", number));
          return rerun(place, "rerun --delivery " + number, delivery, approval, loader);
        });
  }

  private static Report rerun(
      Workplace place, String asked, Delivery delivery, Approval<Report> approval, Loader loader) {
    Executions executions = loader.executions();
    Optional<String> refused = RunState.noRerun(delivery, executions.findLast(delivery));
    if (refused.isPresent()) {
      throw new Refusal(asked + ": " + refused.get());
    }
    Loading.mustHaveSound(place, Set.of(delivery.feed()));
    Optional<String> newer = executions.newerThan(delivery);
    Report scope = new Report(delivery, newer.orElse(""), false, List.of(), List.of());
    if (newer.isPresent() && !approval.given(scope)) {
      return scope;
    }
    Selection.Chosen chosen =
        newer.isPresent() ? Selection.Chosen.byName(delivery) : Selection.Chosen.again(delivery);
    return scope.with(loader.load(Selection.of(List.of(chosen))));
  }
}
