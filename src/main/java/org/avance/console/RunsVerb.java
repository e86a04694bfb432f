package org.avance.console;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.avance.operate.RunList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code avance runs}. */
@Command(
    name = "runs",
    description = {
      "Lists what was run, a line for each execution, the newest first.",
      "./avance show RUN tells more of one. Changes nothing."
    })
final class RunsVerb implements Callable<Integer> {
  @ParentCommand private Console console = Parents.unset();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--failed",
      description =
          "Only what still needs somebody: failed, stopped, left at work, left behind or rejected, "
              + "and not put right by a later run.")
  private boolean failed;

  @Option(names = "--feed", paramLabel = "NAME", description = "Only of this feed.")
  private String feed = "";

  @Option(
      names = "--since",
      paramLabel = "DATE|7d",
      description = "Only what began since a day (UTC), or in the last hours, days or weeks.")
  private String since = "";

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "How many at most; 50 where it is not said.")
  private int limit;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    RunList.Report report = RunList.perform(console.options().place(), failed, feed, since, limit);
    if (console.options().json()) {
      Json.print(report, out);
    } else {
      RunsPage.print(report, failed, out);
    }
    return ExitCode.DONE;
  }
}
