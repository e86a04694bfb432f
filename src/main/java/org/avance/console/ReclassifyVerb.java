package org.avance.console;

import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.avance.operate.Reclassify;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code avance reclassify}. */
@Command(
    name = "reclassify",
    description = {
      "Judges all published figures anew, by the rulebook of now or by another.",
      "Classes that come out otherwise get a new version; the old ones stay readable as of their",
      "time. No figure is touched, no file is loaded. Said twice, the second time changes nothing."
    })
final class ReclassifyVerb implements Callable<Integer> {
  @ParentCommand private Console console = Parents.unset();
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Confirmation confirmation = new Confirmation();

  @Option(
      names = "--rulebook",
      paramLabel = "FOLDER|VERSION",
      description =
          "A rulebook's folder, or its version below jobs/rules; else the one that loads judge by.")
  private String rulebook = "";

  @Option(names = "--feed", paramLabel = "NAME", description = "Only this feed; may be repeated.")
  private List<String> feeds = List.of();

  @Override
  public Integer call() {
    ActOutput output = new ActOutput(console.options().json(), spec.commandLine());
    ProgressLine progress = output.progress();
    Reclassify.Report report =
        Reclassify.perform(
            console.options().place(),
            rulebook,
            Set.copyOf(feeds),
            scope -> output.agreed(confirmation, () -> printScope(scope, output.talk())),
            progress::at);
    progress.clear();
    output.print(report, out -> print(report, out));
    return report.allWell() ? ExitCode.DONE : ExitCode.NEEDS_ATTENTION;
  }

  private static void printScope(Reclassify.Report scope, PrintWriter out) {
    out.printf(
        "Judges %d figures of %d %s anew, by rulebook %s:%n",
        scope.feeds().stream().mapToLong(Reclassify.Scope::figures).sum(),
        scope.feeds().size(),
        scope.feeds().size() == 1 ? "feed" : "feeds",
        Text.safe(scope.rulebook()));
    Table table = new Table("feed", "#figures", "~judged by");
    scope
        .feeds()
        .forEach(
            feed -> table.row(feed.feed(), feed.figures(), String.join(", ", feed.rulebooks())));
    table.lines().forEach(out::println);
    if (!scope.isOfLoads()) {
      ActOutput.say(
          "",
          "Loads judge by the rulebook in jobs/rules, which is another one: what they touch is judged by that again. Put this one there for it to stand.",
          out);
    }
  }

  private static void print(Reclassify.Report report, PrintWriter out) {
    if (report.feeds().isEmpty()) {
      out.println("Nothing to reclassify: the warehouse holds no figures that a rulebook judges.");
    }
    if (!report.done()) {
      return;
    }
    Table table = new Table("feed", "#looked at", "#changed", "#same, new version");
    report
        .outcomes()
        .forEach(one -> table.row(one.feed(), one.looked(), one.changed(), one.renewed()));
    List<String> lines = table.lines();
    out.println(lines.get(0));
    for (int i = 0; i < report.outcomes().size(); i++) {
      out.println(lines.get(i + 1));
      String reason = report.outcomes().get(i).reason();
      if (!reason.isEmpty()) {
        ActOutput.say("    not judged: ", reason, out);
      }
    }
  }
}
