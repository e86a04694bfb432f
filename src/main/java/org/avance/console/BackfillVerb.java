package org.avance.console;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.avance.model.BackfillItem;
import org.avance.operate.Backfill;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code avance backfill}. */
@Command(
    name = "backfill",
    description = {
      "Loads a range of a feed's editions: new, failed and published ones.",
      "From inbox and archive; what is published is loaded once more, as a rerun. Said again after",
      "it was broken off, it goes on: what it has done is not done twice."
    })
final class BackfillVerb implements Callable<Integer> {
  private static final int MOST_LISTED = 40;

  @ParentCommand private Console console = Parents.unset();
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Confirmation confirmation = new Confirmation();

  @Option(names = "--feed", paramLabel = "NAME", required = true, description = "The feed.")
  private String feed = "";

  @Option(
      names = "--years",
      paramLabel = "YEARS",
      required = true,
      description = "Years of editions, as 2016..2021 or 2019.")
  private String years = "";

  @Option(names = "--only-missing", description = "Leave what is published as it is.")
  private boolean onlyMissing;

  @Option(names = "--dry-run", description = "Say what would be done, and do nothing.")
  private boolean dryRun;

  @Override
  public Integer call() {
    ActOutput output = new ActOutput(console.options().json(), spec.commandLine());
    ProgressLine progress = output.progress();
    Backfill.Order order = new Backfill.Order(feed, Backfill.Years.of(years), onlyMissing, dryRun);
    Backfill.Report report =
        Backfill.perform(
            console.options().place(),
            order,
            scope -> output.agreed(confirmation, () -> printScope(scope, output.talk())),
            progress::at);
    progress.clear();
    output.print(report, out -> print(report, out));
    boolean refused = !report.done() && !dryRun && report.toLoad() > 0;
    return report.allLoaded() && !refused ? ExitCode.DONE : ExitCode.NEEDS_ATTENTION;
  }

  private static void printScope(Backfill.Report scope, PrintWriter out) {
    if (!scope.brokenOff().isEmpty()) {
      out.printf(
          "Goes on with the backfill begun at %s UTC, which was broken off.%n", scope.brokenOff());
    }
    printItems(scope.items(), out);
    if (!scope.yearsWithout().isEmpty()) {
      String none =
          scope.yearsWithout().stream().map(String::valueOf).collect(Collectors.joining(", "));
      ActOutput.say("No file: ", none, out);
    }
    out.println(counted(scope));
  }

  private static void printItems(List<BackfillItem> items, PrintWriter out) {
    Table table = new Table("edition", "~file", "#delivery", "status", "act");
    List<BackfillItem> first = items.stream().limit(MOST_LISTED).toList();
    for (BackfillItem item : first) {
      table.row(
          item.edition(),
          item.fileName(),
          item.delivery() == 0 ? "" : item.delivery(),
          item.status(),
          item.act().name().toLowerCase(Locale.ROOT));
    }
    List<String> lines = table.lines();
    for (int i = 0; i < first.size(); i++) {
      if (i == 0) {
        out.println(lines.get(0));
      }
      out.println(lines.get(i + 1));
      if (first.get(i).act() == BackfillItem.Act.LEAVE) {
        ActOutput.say("    because: ", first.get(i).why(), out);
      }
    }
    if (items.size() > MOST_LISTED) {
      out.printf("… and %d more; --json lists them.%n", items.size() - MOST_LISTED);
    }
  }

  private static String counted(Backfill.Report scope) {
    List<String> counts = new ArrayList<>();
    for (BackfillItem.Act act : BackfillItem.Act.values()) {
      if (scope.count(act) > 0) {
        counts.add(scope.count(act) + " " + inWords(act));
      }
    }
    String years =
        scope.firstYear() == scope.lastYear()
            ? String.valueOf(scope.firstYear())
            : scope.firstYear() + " to " + scope.lastYear();
    String what = counts.isEmpty() ? "nothing there" : String.join(", ", counts);
    return "%s, editions of %s: %s.".formatted(scope.feed(), years, what);
  }

  private static String inWords(BackfillItem.Act act) {
    return switch (act) {
      case LOAD -> "to load";
      case RESTART -> "to restart";
      case RERUN -> "to rerun";
      case DONE -> "done";
      case LEAVE -> "to leave";
    };
  }

  private void print(Backfill.Report report, PrintWriter out) {
    if (dryRun || report.toLoad() == 0) {
      printScope(report, out);
      out.println(dryRun ? "Nothing was done: --dry-run." : "Nothing to do.");
    }
    ActOutput.loads(report.loads(), report.unreadable(), out);
  }
}
