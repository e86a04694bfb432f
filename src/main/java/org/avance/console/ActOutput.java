package org.avance.console;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Consumer;
import org.avance.model.LoadResult;
import picocli.CommandLine;

/**
 * What an act that loads says: on a terminal its scope, a question and what came of it; as JSON the
 * report alone, while scope and question go where messages go.
 */
final class ActOutput {
  private final boolean json;
  private final PrintWriter out;
  private final PrintWriter talk;

  ActOutput(boolean json, CommandLine command) {
    this.json = json;
    this.out = command.getOut();
    this.talk = json ? command.getErr() : command.getOut();
  }

  ProgressLine progress() {
    return new ProgressLine(!json);
  }

  /** Where it talks with whoever gave the order. */
  PrintWriter talk() {
    return talk;
  }

  /** Prints the scope of an act and asks. */
  boolean agreed(Confirmation confirmation, Runnable scope) {
    scope.run();
    talk.flush();
    boolean agreed = confirmation.given(talk);
    talk.flush();
    return agreed;
  }

  void print(Object report, Consumer<PrintWriter> page) {
    if (json) {
      Json.print(report, out);
    } else {
      page.accept(out);
    }
    out.flush();
  }

  static void loads(List<LoadResult> loads, List<String> unreadable, PrintWriter out) {
    if (!loads.isEmpty()) {
      new LoadLines(loads, id -> List.of()).print(out);
    }
    unreadable.forEach(file -> say("Unreadable: ", file, out));
  }

  static void say(String label, String text, PrintWriter out) {
    Text.paragraph(label, Text.safe(text)).forEach(out::println);
  }
}
