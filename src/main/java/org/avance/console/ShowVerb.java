package org.avance.console;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.avance.operate.RunDetails;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code avance show}. */
@Command(
    name = "show",
    description = {
      "Shows one run: steps, counts, issues, why it failed, what can be done now.",
      "Ends with exit code 3 where something is to be done. Changes nothing."
    })
final class ShowVerb implements Callable<Integer> {
  @ParentCommand private Console console = Parents.unset();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "RUN", description = "Its number, as `runs` prints it.")
  private long run;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    RunDetails.Report report = RunDetails.perform(console.options().place(), run);
    if (console.options().json()) {
      Json.print(report, out);
    } else {
      new ShowPage(report, out).print();
    }
    return report.run().endedWell() ? ExitCode.DONE : ExitCode.NEEDS_ATTENTION;
  }
}
