package org.avance.console;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.avance.operate.FreshnessCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code avance freshness}. */
@Command(
    name = "freshness",
    description = {
      "Says how old each feed's last good delivery is and what is late.",
      "Ends with exit code 3 where something is late. Changes nothing."
    })
final class FreshnessVerb implements Callable<Integer> {
  @ParentCommand private Console console = Parents.unset();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--feed", paramLabel = "NAME", description = "Only this feed.")
  private String feed = "";

  @Option(names = "--all", description = "Name every edition that is missing.")
  private boolean all;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    FreshnessCheck.Report report = FreshnessCheck.perform(console.options().place(), feed);
    if (console.options().json()) {
      Json.print(report, out);
    } else {
      FreshnessPage.print(report, all, out);
    }
    return report.anyLate() ? ExitCode.NEEDS_ATTENTION : ExitCode.DONE;
  }
}
