package org.avance.console;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.avance.model.Delivery;
import org.avance.model.DeliveryCounts;
import org.avance.operate.Approval;
import org.avance.operate.Rerun;
import org.avance.operate.Workplace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code avance rerun}. */
@Command(
    name = "rerun",
    description = {
      "Loads a published or superseded delivery again on purpose, all of it.",
      "From the archive, under descriptor, rulebook and side files of now. Facts that stay as they",
      "are get no new version. An older edition takes the place of a newer one only so: asks first."
    })
final class RerunVerb implements Callable<Integer> {
  @ParentCommand private Console console = Parents.unset();
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Confirmation confirmation = new Confirmation();

  @Parameters(
      paramLabel = "RUN",
      arity = "0..1",
      description = "The delivery of this run, by its number as `runs` says it.")
  private @Nullable Long run;

  @Option(
      names = "--delivery",
      paramLabel = "NUMBER",
      description = "The delivery of this number, as `files` says it.")
  private @Nullable Long delivery;

  @Override
  public Integer call() {
    Long ofRun = run;
    Long number = delivery;
    if ((ofRun == null) == (number == null)) {
      throw new ParameterException(
          spec.commandLine(),
          "expected the number of a run or --delivery with that of a delivery, found "
              + (ofRun == null ? "neither" : "both"));
    }
    return perform(ofRun, number);
  }

  private int perform(@Nullable Long ofRun, @Nullable Long number) {
    ActOutput output = new ActOutput(console.options().json(), spec.commandLine());
    ProgressLine progress = output.progress();
    Workplace place = console.options().place();
    Approval<Rerun.Report> approval =
        scope -> output.agreed(confirmation, () -> printScope(scope, output.talk()));
    Rerun.Report report =
        ofRun != null
            ? Rerun.ofRun(place, ofRun, approval, progress::at)
            : Rerun.ofDelivery(place, Objects.requireNonNull(number), approval, progress::at);
    progress.clear();
    output.print(report, out -> print(report, out));
    return report.allLoaded() ? ExitCode.DONE : ExitCode.NEEDS_ATTENTION;
  }

  private static void printScope(Rerun.Report scope, PrintWriter out) {
    Delivery delivery = scope.delivery();
    ActOutput.say(
        "",
        "Loads delivery %d again (%s, %s), %s. But %s: what both state will be as this one states it."
            .formatted(
                delivery.id(),
                delivery.feed(),
                delivery.fileName(),
                delivery.edition().isEmpty() ? "by arrival" : "edition " + delivery.edition(),
                scope.newer()),
        out);
  }

  private static void print(Rerun.Report report, PrintWriter out) {
    ActOutput.loads(report.loads(), report.unreadable(), out);
    report.loads().stream()
        .flatMap(load -> load.delivery().stream())
        .forEach(
            loaded -> {
              DeliveryCounts counts = loaded.counts();
              out.printf(
                  "Load %d of delivery %d: %d facts new, %d changed, %d unchanged, %d ended.%n",
                  loaded.rerun() + 1,
                  loaded.id(),
                  counts.factsNew(),
                  counts.factsChanged(),
                  counts.factsUnchanged(),
                  counts.factsEnded());
            });
  }
}
