package org.avance.console;

import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.avance.model.Delivery;
import org.avance.model.ReplayItem;
import org.avance.operate.Replay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code avance replay}. */
@Command(
    name = "replay",
    description = {
      "Loads quarantined records once what kept them out is mended.",
      "Their deliveries are loaded again from the archive, under descriptor, rulebook and side",
      "files of now: published ones with open records of which one of these has changed. Facts",
      "that stay as they are get no new version; records that fail again stay open, once; those",
      "that were waived stay out."
    })
final class ReplayVerb implements Callable<Integer> {
  @ParentCommand private Console console = Parents.unset();
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Confirmation confirmation = new Confirmation();

  @Parameters(
      paramLabel = "DELIVERY",
      arity = "0..*",
      description = "Only deliveries of these numbers, as `files` says them.")
  private List<Long> deliveries = List.of();

  @Option(names = "--feed", paramLabel = "NAME", description = "Only this feed; may be repeated.")
  private List<String> feeds = List.of();

  @Option(
      names = "--even-unchanged",
      description =
          "Also deliveries of which neither descriptor nor rulebook nor side file changed.")
  private boolean evenUnchanged;

  @Override
  public Integer call() {
    ActOutput output = new ActOutput(console.options().json(), spec.commandLine());
    ProgressLine progress = output.progress();
    Replay.Report report =
        Replay.perform(
            console.options().place(),
            new Replay.Wish(Set.copyOf(feeds), Set.copyOf(deliveries), evenUnchanged),
            scope -> output.agreed(confirmation, () -> printScope(scope, output.talk())),
            progress::at);
    progress.clear();
    output.print(report, out -> print(report, out));
    return report.allWell() ? ExitCode.DONE : ExitCode.NEEDS_ATTENTION;
  }

  private static void printScope(Replay.Report scope, PrintWriter out) {
    List<ReplayItem> replayed = scope.replayed();
    long records = replayed.stream().mapToLong(ReplayItem::open).sum();
    out.printf(
        "Loads %d %s again for %d open %s in quarantine:%n",
        replayed.size(), deliveries(replayed.size()), records, records == 1 ? "record" : "records");
    Table table = new Table("delivery", "feed", "~file", "#open", "because");
    for (ReplayItem item : replayed) {
      Delivery delivery = item.delivery();
      table.row(delivery.id(), delivery.feed(), delivery.fileName(), item.open(), item.why());
    }
    table.lines().forEach(out::println);
  }

  private static String deliveries(int count) {
    return count == 1 ? "delivery" : "deliveries";
  }

  private static void print(Replay.Report report, PrintWriter out) {
    if (report.replayed().isEmpty()) {
      out.println(
          report.items().isEmpty()
              ? "Nothing to replay: no delivery has open records in quarantine."
              : "Nothing to replay.");
    }
    if (report.done() || report.replayed().isEmpty()) {
      report.items().stream()
          .filter(item -> !item.isReplayed())
          .forEach(
              item ->
                  ActOutput.say(
                      "    left: ",
                      "delivery %d (%s), %d open: %s"
                          .formatted(
                              item.delivery().id(),
                              item.delivery().fileName(),
                              item.open(),
                              item.why()),
                      out));
    }
    ActOutput.loads(report.loads(), report.unreadable(), out);
    for (Replay.Outcome outcome : report.outcomes()) {
      out.printf(
          "Delivery %d: %d replayed, %d still open.%n",
          outcome.delivery(), outcome.replayed(), outcome.stillOpen());
    }
  }
}
