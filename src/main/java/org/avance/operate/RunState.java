package org.avance.operate;

import java.util.Optional;
import org.avance.job.Held;
import org.avance.model.Delivery;
import org.avance.model.FeedHolder;
import org.avance.model.LoadExecution;

/**
 * What may be done with a run, and a delivery, as they stand. A refusal says what was asked, what
 * was found and what would be allowed.
 */
final class RunState {
  private RunState() {}

  static Refusal unknownRun(String verb, long run) {
    return new Refusal(
        "%s %d: there is no run of this number; `runs` lists them".formatted(verb, run));
  }

  static Refusal unknownDelivery(String verb, long delivery) {
    return new Refusal(
        "%s --delivery %d: there is no delivery of this number; `files` lists them"
            .formatted(verb, delivery));
  }

  /**
   * Why a run can't be restarted; empty where it can.
   *
   * @param delivery its delivery; empty where it died before that was registered
   * @param holder who holds its feed now
   * @param open what is being loaded of its feed now
   */
  static Optional<String> noRestart(
      LoadExecution run,
      Optional<Delivery> delivery,
      Optional<FeedHolder> holder,
      Optional<LoadExecution> open) {
    if (run.lastRun() != run.run()) {
      return Optional.of(
          "%s was restarted since, as run %d; `show %d` says what can be done now"
              .formatted(run.inWords(), run.lastRun(), run.lastRun()));
    }
    if (delivery.isPresent() && delivery.get().rerun() > run.rerun()) {
      return Optional.of(
          "%s is %s, and its delivery was loaded anew since (rerun %d); `files` says how it stands"
              .formatted(run.inWords(), run.status(), delivery.get().rerun()));
    }
    if (run.mayBeRunning()) {
      return holder.map(
          held ->
              "%s is %s and can't be restarted now: %s"
                  .formatted(run.inWords(), run.status(), Held.inWords(held, open)));
    }
    if (run.brokeOff()) {
      return Optional.empty();
    }
    return Optional.of(
        "%s is %s%s; only a run that failed or was stopped can be restarted"
            .formatted(run.inWords(), run.status(), delivery.map(RunState::ended).orElse("")));
  }

  /** How the delivery of a completed run stands, and what is allowed instead. */
  private static String ended(Delivery delivery) {
    String instead =
        switch (delivery.status()) {
          case PUBLISHED ->
              delivery.counts().quarantined() == 0
                  ? "`rerun` loads it again"
                  : "`rerun` loads it again, `replay` its quarantined records once what kept them out is mended";
          case REJECTED ->
              "`run` loads it again once its descriptor, the rulebook or a side file has changed";
          case SUPERSEDED -> "`rerun` loads it again, in the place of the newer one";
          case RETRACTED -> "it was taken back, and `rerun` alone loads it again";
          case RECEIVED, STAGED, JUDGED -> "`run` goes on with it";
        };
    return " and its delivery " + delivery.status() + ": " + instead;
  }

  /**
   * Why a delivery can't be rerun; empty where it can.
   *
   * @param last the last execution of the load that it is in
   */
  static Optional<String> noRerun(Delivery delivery, Optional<LoadExecution> last) {
    String what = "delivery %d (%s)".formatted(delivery.id(), delivery.fileName());
    return switch (delivery.status()) {
      case PUBLISHED, SUPERSEDED, RETRACTED -> Optional.empty();
      case REJECTED ->
          Optional.of(
              "%s is REJECTED: nothing was accepted that could be loaded again; `run` loads it once its descriptor, the rulebook or a side file has changed"
                  .formatted(what));
      case RECEIVED, STAGED, JUDGED ->
          Optional.of(
              "%s is %s: its load has not come to its end; %s"
                  .formatted(
                      what,
                      delivery.status(),
                      last.map(
                              run ->
                                  "`restart %d` goes on with it (run %d is %s)"
                                      .formatted(run.run(), run.run(), run.status()))
                          .orElse("`run` goes on with it")));
    };
  }

  /**
   * Why a run can't be recovered; empty where it can.
   *
   * @param holder who holds its feed now
   * @param open what is being loaded of its feed now
   * @param killOwner whether an owner that does not live may be ended
   */
  static Optional<String> noRecovery(
      LoadExecution run,
      Optional<FeedHolder> holder,
      Optional<LoadExecution> open,
      boolean killOwner) {
    if (!run.mayBeRunning()) {
      String instead =
          run.brokeOff()
              ? "`restart %d` goes on with it".formatted(run.run())
              : "`show %d` says what can be done now".formatted(run.run());
      return Optional.of(
          "%s is %s already: there is nothing to recover; %s"
              .formatted(run.inWords(), run.status(), instead));
    }
    return holder
        .filter(held -> !killOwner || !held.mayBeEnded())
        .map(held -> "%s is %s, and %s".formatted(run.inWords(), run.status(), held(held, open)));
  }

  private static String held(FeedHolder holder, Optional<LoadExecution> open) {
    if (holder.process() != FeedHolder.Life.LIVES) {
      return Held.inWords(holder, open);
    }
    return Held.inWords(holder, open)
        + "; wait for it, or stop that process (Ctrl-C, SIGTERM): a process that lives is not ended";
  }
}
