package org.avance.console;

import java.util.List;
import java.util.concurrent.Callable;
import org.avance.operate.Serve;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code avance serve}. */
@Command(
    name = "serve",
    description = {
      "Stays up and loads feeds, by their schedules and as files arrive.",
      "Prints one line for each event; with --json, one object on a line. Several processes may serve",
      "one warehouse: they share the work. Ctrl-C or SIGTERM ends it in good order, within 30 s."
    })
final class ServeVerb implements Callable<Integer> {
  @ParentCommand private Console console = Parents.unset();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    ServePage page = new ServePage(spec.commandLine().getOut(), console.options().json());
    Serve.perform(console.options().place(), page::print, List.of());
    return ExitCode.DONE;
  }
}
