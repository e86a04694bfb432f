package org.avance.console;

import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.avance.operate.Restart;
import org.avance.warehouse.Execution;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code avance restart}. */
@Command(
    name = "restart",
    description = {
      "Goes on with a run that failed or was stopped, from the step it came to.",
      "One that a dead process left is recovered first. What has come to its end is not restarted:",
      "see rerun and replay."
    })
final class RestartVerb implements Callable<Integer> {
  @ParentCommand private Console console = Parents.unset();
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Confirmation confirmation = new Confirmation();

  @Parameters(
      paramLabel = "RUN",
      arity = "0..1",
      description = "Its number, as `runs` and messages say it.")
  private @Nullable Long run;

  @Option(names = "--failed", description = "All that did not come to their end.")
  private boolean failed;

  @Option(
      names = "--feed",
      paramLabel = "NAME",
      description = "With --failed: only of this feed; may be repeated.")
  private List<String> feeds = List.of();

  @Override
  public Integer call() {
    Long one = run;
    if ((one == null) != failed) {
      throw new ParameterException(
          spec.commandLine(),
          "expected the number of a run or --failed, found " + (failed ? "both" : "neither"));
    }
    if (one != null && !feeds.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "expected --feed with --failed only, found it with run " + one);
    }
    ActOutput output = new ActOutput(console.options().json(), spec.commandLine());
    ProgressLine progress = output.progress();
    Restart.Report report =
        one != null
            ? Restart.one(console.options().place(), one, progress::at)
            : Restart.failed(
                console.options().place(),
                new LinkedHashSet<>(feeds),
                scope -> output.agreed(confirmation, () -> printScope(scope, output.talk())),
                progress::at);
    progress.clear();
    output.print(report, out -> print(report, out));
    return report.allLoaded() ? ExitCode.DONE : ExitCode.NEEDS_ATTENTION;
  }

  private static void printScope(Restart.Report scope, PrintWriter out) {
    int runs = scope.runs().size();
    out.printf(
        "Goes on with %d %s that did not come to %s end:%n",
        runs, runs == 1 ? "run" : "runs", runs == 1 ? "its" : "their");
    Table table = new Table("#run", "feed", "~file", "status", "step", "ended");
    scope
        .runs()
        .forEach(
            each ->
                table.row(
                    each.run(),
                    each.feed(),
                    each.fileName(),
                    each.mayBeRunning() ? Execution.LEFT_BEHIND : each.status(),
                    each.step(),
                    each.ended().isEmpty() ? "unknown" : each.ended()));
    table.lines().forEach(line -> out.println("  " + line));
  }

  private static void print(Restart.Report report, PrintWriter out) {
    report.left().forEach(each -> ActOutput.say("Left alone: ", each, out));
    if (report.runs().isEmpty() && report.left().isEmpty()) {
      out.println("Nothing to restart: every run came to its end.");
    }
    ActOutput.loads(report.loads(), report.unreadable(), out);
  }
}
