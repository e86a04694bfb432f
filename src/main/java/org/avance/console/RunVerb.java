package org.avance.console;

import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.avance.operate.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code avance run}. */
@Command(
    name = "run",
    description = {
      "Loads whatever is new in all feeds, or in those named, and prints what happened.",
      "What a killed or failed run left unfinished is recovered and finished first."
    })
final class RunVerb implements Callable<Integer> {
  @ParentCommand private Console console = Parents.unset();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--feed", paramLabel = "NAME", description = "Only this feed; may be repeated.")
  private List<String> feeds = List.of();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    ProgressLine progress = new ProgressLine(!console.options().json());
    Run.Report report =
        Run.perform(console.options().place(), new LinkedHashSet<>(feeds), progress::at);
    progress.clear();
    if (console.options().json()) {
      Json.print(report, out);
    } else {
      new RunPage(report).print(out);
    }
    return report.allLoaded() ? ExitCode.DONE : ExitCode.NEEDS_ATTENTION;
  }
}
