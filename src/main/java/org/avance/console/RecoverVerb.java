package org.avance.console;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.avance.model.FeedHolder;
import org.avance.operate.Recover;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code avance recover}. */
@Command(
    name = "recover",
    description = {
      "Marks a run that a dead process left as failed, so that it can be restarted.",
      "`run` and `restart` do it by themselves; this says why where they can't, and what helps."
    })
final class RecoverVerb implements Callable<Integer> {
  @ParentCommand private Console console = Parents.unset();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "RUN", description = "Its number, as `runs` and messages say it.")
  private long run;

  @Option(
      names = "--kill-owner",
      description =
          "End the connection at which the server still works for the dead process; "
              + "that of a process that lives is never ended.")
  private boolean killOwner;

  @Override
  public Integer call() {
    Recover.Report report = Recover.perform(console.options().place(), run, killOwner);
    PrintWriter out = spec.commandLine().getOut();
    if (console.options().json()) {
      Json.print(report, out);
    } else {
      print(report, out);
    }
    return report.recovered() ? ExitCode.DONE : ExitCode.NEEDS_ATTENTION;
  }

  private static void print(Recover.Report report, PrintWriter out) {
    for (FeedHolder holder : report.ended()) {
      ActOutput.say("Ended: ", holder.inWords(), out);
    }
    String run = report.run().inWords();
    if (report.recovered()) {
      ActOutput.say(
          "",
          "%s is %s now. `restart %d` goes on with it; so does the next `run`."
              .formatted(run, report.run().status(), report.run().run()),
          out);
    } else {
      ActOutput.say(
          "",
          "%s is %s still: the server is undoing what the dead process was at. Say `recover %d` again later."
              .formatted(run, report.run().status(), report.run().run()),
          out);
    }
  }
}
