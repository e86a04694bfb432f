package org.avance.console;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.avance.model.Delivery;
import org.avance.operate.Run;

/** What a run prints. */
final class RunPage {
  private static final String INDENT = "    ";
  private static final int STANDING_TOLD = 3;
  private static final int REASON_LINES = 3;
  private static final String BECAUSE = INDENT + "because: ";

  private final Run.Report report;

  RunPage(Run.Report report) {
    this.report = report;
  }

  void print(PrintWriter out) {
    report
        .descriptorFaults()
        .forEach(fault -> say("Wrong descriptor, feed left out: ", fault, out));
    if (report.loads().isEmpty()) {
      out.printf(
          "Nothing new: %d %s in the inbox, all loaded before or judged.%n",
          report.known(), report.known() == 1 ? "file" : "files");
    } else {
      new LoadLines(report.loads(), report::issuesOf).print(out);
    }
    printTroubles(out);
    printHoldings(out);
  }

  private static void say(String label, String text, PrintWriter out) {
    Text.paragraph(label, Text.safe(text)).forEach(out::println);
  }

  private void printTroubles(PrintWriter out) {
    printStanding(out);
    report.unreadable().forEach(file -> say("Unreadable: ", file, out));
    if (!report.unclaimed().isEmpty()) {
      String who =
          report.descriptorFaults().isEmpty() ? "No feed" : "No feed with a sound descriptor";
      String left = "%s takes %d of the inbox's files: ".formatted(who, report.unclaimed().size());
      say(left, firstOf(report.unclaimed()), out);
    }
    report.fileless().forEach(feed -> say("No file has come yet for ", feed, out));
  }

  /** They were told in full by the run that rejected them. */
  private void printStanding(PrintWriter out) {
    List<Delivery> standing = report.standing();
    for (Delivery each : standing.subList(0, Math.min(STANDING_TOLD, standing.size()))) {
      out.printf(
          "Still rejected: %s  %s (delivery %d)%n",
          each.feed(), Text.safe(each.fileName()), each.id());
      if (!each.reasons().isEmpty()) {
        Text.beginning(BECAUSE, Text.safe(each.reasons().get(0)), REASON_LINES)
            .forEach(out::println);
      }
    }
    if (standing.size() > STANDING_TOLD) {
      out.printf("Still rejected: %d more.%n", standing.size() - STANDING_TOLD);
    }
    if (!standing.isEmpty()) {
      out.println(
          INDENT
              + "Due again when descriptor, rulebook or a side file changes; or send a corrected file.");
      out.println(INDENT + "All of them: ./avance runs --failed");
    }
  }

  private static String firstOf(List<String> names) {
    String first = names.stream().limit(3).collect(Collectors.joining(", "));
    return names.size() > 3 ? first + ", …" : first;
  }

  private void printHoldings(PrintWriter out) {
    out.println();
    if (report.holdings().isEmpty()) {
      out.println(
          report.holdingsKnown()
              ? "The warehouse holds no facts yet."
              : "What the warehouse holds now can't be told: its database can't be reached.");
      return;
    }
    out.println("The warehouse now holds");
    Table table = new Table("feed", "kind", "#programmes", "years", "#facts");
    report
        .holdings()
        .forEach(h -> table.row(h.feed(), h.kind(), h.programmes(), h.years(), h.facts()));
    table.lines().forEach(line -> out.println(INDENT + line));
  }
}
