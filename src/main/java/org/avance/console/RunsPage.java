package org.avance.console;

import java.io.PrintWriter;
import java.util.Locale;
import org.avance.operate.RunList;
import org.avance.warehouse.Execution;

/** What {@code runs} prints. */
final class RunsPage {
  private RunsPage() {}

  static void print(RunList.Report report, boolean failed, PrintWriter out) {
    if (report.runs().isEmpty()) {
      out.println(failed ? "No run needs anybody." : "No run is known.");
      return;
    }
    Table table =
        new Table(
            "#run", "~feed", "~file", "started (UTC)", "#seconds", "outcome", "#records", "#facts");
    report.runs().forEach(run -> table.row(cells(run)));
    table.lines().forEach(out::println);
    out.println("(facts: new/changed/ended)");
    if (report.leftOff() > 0) {
      out.printf(
          Locale.ROOT,
          "%,d older %s left off; --limit N shows more.%n",
          report.leftOff(),
          report.leftOff() == 1 ? "run" : "runs");
    }
  }

  /** The feed says the folder. */
  private static String plainName(String file) {
    return file.substring(file.lastIndexOf('/') + 1);
  }

  private static Object[] cells(Execution run) {
    String facts = "%d/%d/%d".formatted(run.factsNew(), run.factsChanged(), run.factsEnded());
    return new Object[] {
      run.run(),
      run.feed(),
      run.fileName().isEmpty() ? "–" : plainName(run.fileName()),
      Times.minutes(run.started()),
      run.outcome().equals(Execution.LEFT_BEHIND) ? "–" : Times.took(run.seconds()),
      run.outcome(),
      run.records(),
      facts
    };
  }
}
