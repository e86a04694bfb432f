package org.avance.console;

import java.io.PrintWriter;
import java.util.List;
import org.avance.operate.FeedActs;
import org.avance.operate.Workplace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code avance feed list|check|new|try|schema}. */
@Command(
    name = "feed",
    synopsisSubcommandLabel = "list|check|new|try|schema",
    subcommands = {FeedNewVerb.class, FeedTryVerb.class},
    description = "Makes, checks and tries the feeds' descriptors; needs no database.")
final class FeedVerb implements Runnable {
  @ParentCommand private Console console = Parents.unset();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw Parents.verbMissing(spec);
  }

  Workplace place() {
    return console.options().place();
  }

  boolean json() {
    return console.options().json();
  }

  @Command(name = "list", description = "Lists the feeds.")
  int list() {
    FeedActs.Report feeds = FeedActs.list(console.options().place());
    PrintWriter out = spec.commandLine().getOut();
    if (console.options().json()) {
      Json.print(feeds, out);
    } else {
      Table table = new Table("feed", "~kind", "~files", "~title");
      feeds.sound().forEach(f -> table.row(f.feed(), f.kinds(), f.files(), f.title()));
      table.lines().forEach(out::println);
      feeds.faults().forEach(fault -> out.println("wrong: " + fault));
    }
    return feeds.faults().isEmpty() ? ExitCode.DONE : ExitCode.NEEDS_ATTENTION;
  }

  @Command(
      name = "check",
      description = {
        "Checks all descriptors and the rulebook, or the named descriptors.",
        "`feed try NAME FILE` compares one with a file."
      })
  int check(
      @Parameters(
              arity = "0..*",
              paramLabel = "NAME",
              description = "Feeds to check; all where none is named.")
          List<String> names) {
    FeedActs.Report feeds =
        FeedActs.check(console.options().place(), names == null ? List.of() : names);
    PrintWriter out = spec.commandLine().getOut();
    if (console.options().json()) {
      Json.print(feeds, out);
    } else {
      feeds.faults().forEach(fault -> out.println(fault));
      feeds.sound().forEach(feed -> printSound(feed.feed(), feeds, out));
    }
    return feeds.faults().isEmpty() ? ExitCode.DONE : ExitCode.NEEDS_ATTENTION;
  }

  private static void printSound(String feed, FeedActs.Report feeds, PrintWriter out) {
    out.println(feed + ": right");
    feeds.notes().stream()
        .filter(note -> note.feed().equals(feed))
        .flatMap(note -> Text.paragraph("    note: ", Text.safe(note.note())).stream())
        .forEach(out::println);
  }

  @Command(
      name = "schema",
      description = {
        "Prints the JSON Schema of descriptors, for editors to complete them by.",
        "`./avance feed schema > jobs/descriptor.schema.json` writes it where descriptors look for it."
      })
  int schema() {
    Json.print(FeedActs.schema(), spec.commandLine().getOut());
    return ExitCode.DONE;
  }
}
