package org.avance.console;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.avance.operate.Schedules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code avance schedule}. */
@Command(
    name = "schedule",
    description = {
      "Lists each feed's schedule, next times and last run, and who serves.",
      "Times are in the zone of each feed; with --json, in UTC."
    })
final class ScheduleVerb implements Callable<Integer> {
  @ParentCommand private Console console = Parents.unset();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Schedules.Report report = Schedules.look(console.options().place());
    if (console.options().json()) {
      Json.print(report, out);
    } else {
      new SchedulePage(report).print(out);
    }
    return report.faults().isEmpty() ? ExitCode.DONE : ExitCode.NEEDS_ATTENTION;
  }
}
