package org.avance.operate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.avance.operate.RunDetails.Advice;
import org.avance.warehouse.DeliveryDetails;
import org.avance.warehouse.Execution;

/**
 * What can be done about an execution in the state it is in: the commands, as they are to be typed.
 *
 * @param others other executions of the same load
 * @param file the delivery's file where it still lies in the inbox
 */
record NextSteps(
    Execution run, List<Long> others, Optional<DeliveryDetails> delivery, Optional<Path> file) {

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
      case "FAILED", "STOPPED" -> broken();
      case "REJECTED" -> rejected();
      case "PUBLISHED" -> published();
      case "SUPERSEDED" ->
          List.of(
              new Advice(
                  "./avance rerun " + run.run(),
                  "nothing has to be done, a newer edition stands; this would load it all the same"));
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
    return List.of(
        new Advice(
            "./avance restart " + run.run(),
            "goes on from the failed step, once the cause is mended"),
        goOn("the same, with all else that is due of the feed"));
  }

  private Advice goOn(String effect) {
    return new Advice("./avance run --feed " + ShellWord.of(run.feed()), effect);
  }

  private List<Advice> rejected() {
    if (delivery.isPresent() && !delivery.get().status().equals("REJECTED")) {
      return List.of(
          new Advice(
              "./avance runs --feed " + ShellWord.of(run.feed()),
              "it was loaded again since and is %s now".formatted(delivery.get().status())));
    }
    List<Advice> steps = new ArrayList<>();
    steps.add(quarantine("shows the records that were set aside"));
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
    if (run.quarantined() > 0) {
      steps.add(quarantine("shows the %d records that stayed out".formatted(run.quarantined())));
      steps.add(
          new Advice(
              "./avance replay " + run.delivery(),
              "loads those records, once descriptor or rulebook is mended"));
    }
    steps.add(
        new Advice(
            "./avance rerun " + run.run(),
            "loads the whole file again on purpose, by the descriptor of now"));
    return steps;
  }

  private Advice quarantine(String effect) {
    return new Advice("./avance quarantine list --delivery " + run.delivery(), effect);
  }
}
