package org.avance.console;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.avance.model.Delivery;
import org.avance.operate.Retract;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code avance retract}. */
@Command(
    name = "retract",
    description = {
      "Takes a wrongly published delivery back, as if it had never come.",
      "The deliveries that remain are asked, from the archive, what they state of its figures;",
      "readers see all of that at one instant. The wrong figures stay readable as of their time.",
      "`run` does not load the file again; `rerun` does. Broken off, it has changed nothing: say",
      "it again."
    })
final class RetractVerb implements Callable<Integer> {
  @ParentCommand private Console console = Parents.unset();
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Confirmation confirmation = new Confirmation();

  @Parameters(paramLabel = "DELIVERY", description = "Number of the delivery, as `files` says it.")
  private long delivery;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "Why; kept in the register of deliveries.")
  private String reason = "";

  @Override
  public Integer call() {
    ActOutput output = new ActOutput(console.options().json(), spec.commandLine());
    ProgressLine progress = output.progress();
    Retract.Report report =
        Retract.perform(
            console.options().place(),
            delivery,
            reason,
            scope -> {
              progress.clear();
              return output.agreed(confirmation, () -> printScope(scope, output.talk()));
            },
            progress::at);
    progress.clear();
    output.print(report, out -> print(report, out));
    return report.allWell() ? ExitCode.DONE : ExitCode.NEEDS_ATTENTION;
  }

  private static void printScope(Retract.Report scope, PrintWriter out) {
    Delivery delivery = scope.delivery();
    ActOutput.say(
        "",
        "Takes delivery %d back (%s, %s, %s): %s of the warehouse %s its own%s."
            .formatted(
                delivery.id(),
                delivery.feed(),
                delivery.fileName(),
                delivery.edition().isEmpty() ? "by arrival" : "edition " + delivery.edition(),
                facts(scope.facts()),
                scope.facts() == 1 ? "is" : "are",
                scope.endedSince() == 0
                    ? ""
                    : ", and %s of its scope that ended since it came may come back"
                        .formatted(facts(scope.endedSince()))),
        out);
    if (!scope.loadedAgain().isEmpty()) {
      ActOutput.say(
          "    ",
          scope.loadedAgain().stream()
              .map(RetractVerb::withRecords)
              .collect(
                  Collectors.joining(
                      ", ",
                      "asked what they state, from the archive: ",
                      "; takes about as long as loading that did")),
          out);
    }
  }

  private static String facts(long number) {
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? "fact" : "facts");
  }

  private static String withRecords(Delivery delivery) {
    return String.format(
        Locale.ROOT,
        "delivery %d (%s, %,d %s)",
        delivery.id(),
        delivery.fileName(),
        delivery.counts().read(),
        delivery.counts().read() == 1 ? "record" : "records");
  }

  private static void print(Retract.Report report, PrintWriter out) {
    Delivery delivery = report.delivery();
    String name = "Delivery %d (%s)".formatted(delivery.id(), delivery.fileName());
    if (report.wasBefore()) {
      ActOutput.say(
          "",
          "%s was taken back before, because: %s. Nothing to do; `rerun --delivery %d` loads it again."
              .formatted(name, String.join(" ", delivery.reasons()), delivery.id()),
          out);
    } else if (!report.refused().isEmpty()) {
      ActOutput.say("", name + " is not taken back: " + report.refused() + ".", out);
    } else if (report.done()) {
      printDone(report, name, out);
    }
  }

  private static void printDone(Retract.Report report, String name, PrintWriter out) {
    ActOutput.say(
        "",
        String.format(
            Locale.ROOT,
            "%s is taken back: of %,d facts that were its own or that it had ended, %,d are stated by others now, %,d by none. %,d judgements changed with them.",
            name,
            report.restored() + report.ended(),
            report.restored(),
            report.ended(),
            report.judgements()),
        out);
    if (!report.loadedAgain().isEmpty()) {
      ActOutput.say(
          "    asked again: ",
          report.loadedAgain().stream()
              .map(each -> "delivery %d (%s)".formatted(each.id(), each.fileName()))
              .collect(Collectors.joining(", ")),
          out);
    }
    for (Delivery each : report.superseded()) {
      ActOutput.say(
          "    superseded by it: ",
          "delivery %d (%s); `rerun --delivery %d` loads it"
              .formatted(each.id(), each.fileName(), each.id()),
          out);
    }
  }
}
