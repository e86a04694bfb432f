package org.avance.console;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.avance.operate.InboxList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code avance files}. */
@Command(
    name = "files",
    description = {
      "Lists what lies in the inbox, and what the next run would make of each file.",
      "Changes nothing."
    })
final class FilesVerb implements Callable<Integer> {
  @ParentCommand private Console console = Parents.unset();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--feed", paramLabel = "NAME", description = "Only what this feed takes.")
  private String feed = "";

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    InboxList.Report report = InboxList.perform(console.options().place(), feed);
    if (console.options().json()) {
      Json.print(report, out);
    } else {
      FilesPage.print(report, out);
    }
    return report.descriptorFaults().isEmpty() ? ExitCode.DONE : ExitCode.NEEDS_ATTENTION;
  }
}
