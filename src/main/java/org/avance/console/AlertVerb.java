package org.avance.console;

import java.io.PrintWriter;
import org.avance.operate.Watching;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code avance alert test}. */
@Command(
    name = "alert",
    synopsisSubcommandLabel = "test",
    description = "Tries whether alerts arrive; needs no database.")
final class AlertVerb implements Runnable {
  @ParentCommand private Console console = Parents.unset();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw Parents.verbMissing(spec);
  }

  @Command(
      name = "test",
      description = {
        "Sends a test message through each channel that is set, and says what came of it.",
        "Mail: AVANCE_SMTP_URL, AVANCE_MAIL_FROM, AVANCE_MAIL_TO. Webhook: AVANCE_WEBHOOK_URL."
      })
  int test() {
    Watching.Trial trial = Watching.of(console.options().place()).test();
    PrintWriter out = spec.commandLine().getOut();
    if (console.options().json()) {
      Json.print(trial, out);
    } else {
      print(trial, out);
    }
    return trial.allTaken() ? ExitCode.DONE : ExitCode.NEEDS_ATTENTION;
  }

  static void print(Watching.Trial trial, PrintWriter out) {
    for (Watching.Tried each : trial.channels()) {
      String outcome = each.taken() ? "taken" : "not taken: " + each.said();
      Text.paragraph(each.channel() + ": ", Text.safe(each.target() + ": " + outcome))
          .forEach(out::println);
    }
  }
}
