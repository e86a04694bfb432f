package org.avance.console;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.avance.operate.RunList;
import org.avance.warehouse.Execution;
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
      "avance show RUN tells more of one. Changes nothing."
    })
final class RunsVerb implements Callable<Integer> {
  @ParentCommand private Console console = Parents.unset();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--failed",
      description = {
        "Only what still needs somebody: failed, stopped, left behind or rejected, and not put",
        "right by a later run."
      })
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
    RunList.Report report =
        RunList.perform(console.options().place(), failed, feed, since, limit);
    if (console.options().json()) {
      Json.print(report, out);
    } else {
      page(report, out);
    }
    return ExitCode.DONE;
  }

  private void page(RunList.Report report, PrintWriter out) {
    if (report.runs().isEmpty()) {
      out.println(failed ? "No run needs anybody." : "No run is known.");
      return;
    }
    Table table =
        new Table(
            "#run",
            "~feed",
            "~file",
            "started (UTC)",
            "#seconds",
            "outcome",
            "#records",
            "#facts");
    report.runs().forEach(run -> table.row(cells(run)));
    table.lines().forEach(out::println);
    out.println("(facts: new/changed/ended)");
    if (report.leftOff() > 0) {
      out.printf(
          Locale.ROOT,
          "%,d older %s left off; --limit N shows more.%n",
          report.leftOff(),
          report.leftOff() == 1 ? "run" : "runs");
    }
  }

  /** The feed says the folder. */
  private static String plainName(String file) {
    return file.substring(file.lastIndexOf('/') + 1);
  }

  private static Object[] cells(Execution run) {
    String facts = "%d/%d/%d".formatted(run.factsNew(), run.factsChanged(), run.factsEnded());
    return new Object[] {
      run.run(),
      run.feed(),
      run.fileName().isEmpty() ? "–" : plainName(run.fileName()),
      Times.minutes(run.started()),
      run.outcome().equals(Execution.LEFT_BEHIND) ? "–" : Times.took(run.seconds()),
      run.outcome(),
      run.records(),
      facts
    };
  }
}
