package org.avance.console;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.avance.operate.FeedDraft;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code avance feed new}. */
@Command(
    name = "new",
    description = {
      "Drafts a descriptor from a file: encoding, table, numbers and columns are guessed,",
      "each guess under a comment with its evidence. Overwrites nothing; needs no database."
    })
final class FeedNewVerb implements Callable<Integer> {
  @ParentCommand private FeedVerb feed = Parents.unset();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "FILE", description = "A file of the feed.")
  private Path file = Path.of("");

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The feed's name; else made of the file's.")
  private String name = "";

  @Option(
      names = "--print",
      description = "Print the draft instead of writing it to the jobs folder.")
  private boolean print;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    FeedDraft.Report draft =
        print
            ? FeedDraft.preview(feed.place(), file, name)
            : FeedDraft.write(feed.place(), file, name);
    if (feed.json()) {
      Json.print(draft, out);
    } else if (print) {
      out.print(draft.text());
    } else {
      out.printf("%s: a draft with %d guesses to confirm.%n", draft.path(), draft.guesses());
      out.printf(
          "Mend it, then: ./avance feed check %s; ./avance feed try %s %s%n",
          draft.feed(), draft.feed(), file);
    }
    return ExitCode.DONE;
  }
}
