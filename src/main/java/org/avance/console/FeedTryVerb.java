package org.avance.console;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.avance.operate.FeedTrial;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code avance feed try}. */
@Command(
    name = "try",
    description = {
      "Shows what a descriptor makes of a file: layout, columns, the first records as facts,",
      "issues, accounting, verdict. Needs no database and writes nothing."
    })
final class FeedTryVerb implements Callable<Integer> {
  @ParentCommand private FeedVerb feed = Parents.unset();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "NAME", description = "The feed.")
  private String name = "";

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = "The file; its name decides edition and layout.")
  private Path file = Path.of("");

  @Option(
      names = "--examples",
      paramLabel = "N",
      defaultValue = "3",
      description = "How many issues of each kind are shown; 3 where it is not said.")
  private int examples;

  @Option(names = "--all", description = "Print every issue, a line each, before all else.")
  private boolean all;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    FeedTrial.Report report = feed.json() ? json(out) : page(out);
    return report.wouldLoad() ? ExitCode.DONE : ExitCode.NEEDS_ATTENTION;
  }

  private FeedTrial.Report page(PrintWriter out) {
    FeedTrial.Report report =
        FeedTrial.perform(
            feed.place(),
            name,
            file,
            examples,
            issue -> {
              if (all) {
                out.println(TrialPage.line(issue));
              }
            });
    TrialPage.print(report, out);
    return report;
  }

  /** Every issue is written as it is met: a million of them need no memory. */
  private FeedTrial.Report json(PrintWriter out) {
    JsonStream stream = new JsonStream(out, "everyIssue");
    FeedTrial.Report report =
        FeedTrial.perform(
            feed.place(),
            name,
            file,
            examples,
            issue -> {
              if (all) {
                stream.item(issue);
              }
            });
    stream.end(report);
    return report;
  }
}
