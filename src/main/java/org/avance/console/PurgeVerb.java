package org.avance.console;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.avance.model.PurgeCounts;
import org.avance.operate.PurgeActs;
import org.avance.operate.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code avance purge}. */
@Command(
    name = "purge",
    description = {
      "Removes job metadata, issues, quarantine and alerts that nobody needs any more.",
      "Those of executions, and of rejected or superseded deliveries, that ended long ago, with what",
      "`serve` noted then; deliveries and facts stay. Loads may go on meanwhile."
    })
final class PurgeVerb implements Callable<Integer> {
  @ParentCommand private Console console = Parents.unset();
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private final Confirmation confirmation = new Confirmation();

  @Option(
      names = "--older-than",
      required = true,
      paramLabel = "AGE",
      description = "What ended longer ago than this, in days: 180d.")
  private String olderThan = "";

  @Option(names = "--dry-run", description = "Count, and remove nothing.")
  private boolean dryRun;

  @Option(
      names = "--files",
      description =
          "Also archived files of rejected deliveries: when a descriptor is "
              + "mended, those are loaded again only from the inbox.")
  private boolean files;

  @Override
  public Integer call() {
    boolean json = console.options().json();
    if (json && !dryRun && !confirmation.isForegone()) {
      throw new Refusal("purge --json asks nothing: say --yes or --dry-run with it");
    }
    PrintWriter out = spec.commandLine().getOut();
    PurgeActs.Report report =
        PurgeActs.perform(
            console.options().place(),
            new PurgeActs.Request(olderThan, files, dryRun),
            Clock.systemUTC(),
            found -> json || agreed(found, out));
    if (json) {
      Json.print(report, out);
    } else {
      print(report, out);
    }
    boolean nothingDone = !dryRun && !report.found().areNothing() && report.removed().areNothing();
    return nothingDone ? ExitCode.NEEDS_ATTENTION : ExitCode.DONE;
  }

  private boolean agreed(PurgeActs.Report found, PrintWriter out) {
    print("To be removed", found.before(), found.found(), out);
    return confirmation.given(out);
  }

  private void print(PurgeActs.Report report, PrintWriter out) {
    if (report.found().areNothing()) {
      out.println("Nothing to remove: nothing ended before " + day(report.before()) + ".");
    } else if (report.dryRun()) {
      print("Would be removed", report.before(), report.found(), out);
    } else if (!report.removed().areNothing()) {
      print("Removed", report.before(), report.removed(), out);
    }
  }

  private void print(String what, String before, PurgeCounts counts, PrintWriter out) {
    out.printf("%s, of what ended before %s:%n", what, day(before));
    line(counts.executions(), "executions, with their steps", counts.metadataRows(), out);
    line(counts.deliveries(), "deliveries' issues", counts.issues(), out);
    line(counts.deliveries(), "deliveries' quarantine", counts.quarantined(), out);
    out.printf(Locale.ROOT, "    alerts that are over: %,d rows%n", counts.alerts());
    out.printf(
        Locale.ROOT,
        "    what serve noted of its processes and runs: %,d rows%n",
        counts.serveRows());
    if (files) {
      out.printf(Locale.ROOT, "    %,d archived files of rejected deliveries%n", counts.files());
    }
    out.flush();
  }

  private static void line(long count, String what, long rows, PrintWriter out) {
    out.printf(Locale.ROOT, "    %,d %s: %,d rows%n", count, what, rows);
  }

  private static String day(String instant) {
    return instant.substring(0, 10);
  }
}
