package org.avance.operate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.avance.job.Standing;
import org.avance.model.Delivery;
import org.avance.model.DeliveryStatus;
import org.avance.model.FeedHolder;
import org.avance.operate.RunDetails.Advice;
import org.avance.warehouse.Execution;

/**
 * What can be done about an execution in the state it is in: the commands, as they are to be typed,
 * and none that would be refused now.
 *
 * @param others other executions of the same load
 * @param standing what the verbs look at before they act
 * @param file the delivery's file where it still lies in the inbox
 */
record NextSteps(Execution run, List<Long> others, Standing standing, Optional<Path> file) {

  List<Advice> list() {
    Optional<Long> later = others.stream().filter(other -> other > run.run()).findFirst();
    if (later.isPresent() && !run.outcome().equals(Execution.RUNNING)) {
      return List.of(
          new Advice(
              "./avance show " + later.get(), "a later run went on with this load: see there"));
    }
    return switch (run.outcome()) {
      case Execution.RUNNING ->
          List.of(new Advice("./avance show " + run.run(), "look again: it is still at work"));
      case Execution.LEFT_AT_WORK -> leftAtWork();
      case Execution.LEFT_BEHIND -> leftBehind();
      default -> standing.holder().map(this::held).orElseGet(this::ended);
    };
  }

  /** Whatever is asked of a feed waits for the one who holds it. */
  private List<Advice> held(FeedHolder holder) {
    String who =
        standing.atWork().map(open -> "run %d".formatted(open.run())).orElse(holder.inWords());
    long look = standing.atWork().map(open -> open.run()).orElse(run.run());
    return List.of(
        new Advice(
            "./avance show " + look,
            "%s is at work on this feed: look again when it has ended".formatted(who)));
  }

  private List<Advice> ended() {
    return switch (run.outcome()) {
      case "FAILED", "STOPPED" -> broken();
      case "PUBLISHED", "REJECTED", "SUPERSEDED" ->
          standing.delivery().map(this::loaded).orElse(List.of());
      default -> List.of();
    };
  }

  private List<Advice> leftAtWork() {
    return List.of(
        goOn("waits two minutes at the most until the server lets go, then goes on"),
        new Advice(
            "./avance recover %d --kill-owner".formatted(run.run()),
            "ends that connection; what it was at is undone"));
  }

  private List<Advice> leftBehind() {
    return List.of(
        goOn("recovers it and goes on from the step it had reached"),
        new Advice(
            "./avance recover " + run.run(), "only marks it as failed, for a restart later"));
  }

  private List<Advice> broken() {
    Optional<String> refused =
        standing
            .run()
            .flatMap(
                it ->
                    RunState.noRestart(
                        it, standing.delivery(), standing.holder(), standing.atWork()));
    if (refused.isPresent()) {
      return List.of(runs(refused.get()));
    }
    List<Advice> steps = new ArrayList<>();
    standing
        .run()
        .ifPresent(
            it ->
                steps.add(
                    new Advice(
                        "./avance restart " + run.run(),
                        "goes on from the failed step, once the cause is mended")));
    steps.add(goOn("loads all that is due of the feed, and goes on with what broke off"));
    return steps;
  }

  private Advice goOn(String effect) {
    return new Advice("./avance run --feed " + ShellWord.of(run.feed()), effect);
  }

  private Advice runs(String effect) {
    return new Advice("./avance runs --feed " + ShellWord.of(run.feed()), effect);
  }

  /** A run that came to its end: what is allowed goes by how its delivery stands now. */
  private List<Advice> loaded(Delivery delivery) {
    if (run.outcome().equals("REJECTED") && delivery.status() != DeliveryStatus.REJECTED) {
      return List.of(runs("it was loaded again since and is %s now".formatted(delivery.status())));
    }
    return switch (delivery.status()) {
      case PUBLISHED -> published();
      case REJECTED -> rejected();
      case SUPERSEDED ->
          List.of(
              rerun(
                  "nothing has to be done, a newer edition stands; this would load it all the same"));
      case RETRACTED -> List.of(rerun("it was taken back; this alone loads it again"));
      case RECEIVED, STAGED, JUDGED ->
          standing
              .last()
              .map(it -> new Advice("./avance show " + it.run(), "loads it again: see there"))
              .stream()
              .toList();
    };
  }

  private List<Advice> rejected() {
    List<Advice> steps = new ArrayList<>();
    if (standing.quarantined() > 0) {
      steps.add(quarantine("shows the records that were set aside"));
    }
    file.ifPresent(
        found ->
            steps.add(
                new Advice(
                    "./avance feed try %s %s"
                        .formatted(ShellWord.of(run.feed()), ShellWord.of(found.toString())),
                    "shows what the descriptor makes of the file, while you mend it")));
    steps.add(
        goOn(
            "loads it again, once descriptor, rulebook or side files are mended, or a corrected file is in the inbox"));
    return steps;
  }

  private List<Advice> published() {
    List<Advice> steps = new ArrayList<>();
    if (standing.quarantined() > 0) {
      steps.addAll(keptOut());
    }
    steps.add(rerun("loads the whole file again on purpose, by the descriptor of now"));
    steps.add(
        new Advice(
            "./avance retract %d --reason WHY".formatted(run.delivery()),
            "takes it back, where it should not have been published: what it changed or ended stands again"));
    return steps;
  }

  private List<Advice> keptOut() {
    String open =
        standing.quarantined() == 1
            ? "the 1 record that stayed out"
            : String.format(Locale.ROOT, "the %,d records that stayed out", standing.quarantined());
    return standing
        .overtaken()
        .map(
            newer ->
                List.of(quarantine("shows %s; nothing has to be done: %s".formatted(open, newer))))
        .orElseGet(
            () ->
                List.of(
                    quarantine("shows " + open),
                    new Advice(
                        "./avance replay " + run.delivery(),
                        "loads %s, once descriptor, rulebook or side files are mended"
                            .formatted(open))));
  }

  private Advice rerun(String effect) {
    return new Advice("./avance rerun " + run.run(), effect);
  }

  private Advice quarantine(String effect) {
    return new Advice("./avance quarantine list --delivery " + run.delivery(), effect);
  }
}
