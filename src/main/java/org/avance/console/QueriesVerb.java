package org.avance.console;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.avance.operate.Ask;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code avance queries}. */
@Command(
    name = "queries",
    description = {
      "Lists the questions that come with Avance; needs no database.",
      "Ask one: ./avance query --named NAME"
    })
final class QueriesVerb implements Callable<Integer> {
  @ParentCommand private Console console = Parents.unset();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<Ask.Question> questions = Ask.ready();
    if (console.options().json()) {
      Json.print(questions, out);
    } else {
      for (Ask.Question question : questions) {
        out.printf("%s%n    %s%n    %s%n", question.name(), question.es(), question.en());
      }
    }
    out.flush();
    return ExitCode.DONE;
  }
}
