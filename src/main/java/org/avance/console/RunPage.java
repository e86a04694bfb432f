package org.avance.console;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.avance.model.Delivery;
import org.avance.model.DeliveryCounts;
import org.avance.model.LoadResult;
import org.avance.operate.Run;

/** What a run prints. */
final class RunPage {
  private static final DeliveryCounts NOTHING =
      new DeliveryCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  private static final String INDENT = "    ";
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
      printLoads(out);
    }
    printTroubles(out);
    printHoldings(out);
  }

  private void printLoads(PrintWriter out) {
    Table table =
        new Table(
            "feed", "~file", "#read", "#staged", "#quarantined", "#skipped", "outcome", "#seconds");
    for (LoadResult load : report.loads()) {
      DeliveryCounts counts = load.delivery().map(Delivery::counts).orElse(NOTHING);
      table.row(
          load.feed(),
          load.fileName(),
          counts.read(),
          counts.staged(),
          counts.quarantined(),
          counts.skipped(),
          load.outcome(),
          String.format(Locale.ROOT, "%.1f", load.seconds()));
    }
    List<String> lines = table.lines();
    out.println(lines.get(0));
    for (int i = 0; i < report.loads().size(); i++) {
      out.println(lines.get(i + 1));
      printDetails(report.loads().get(i), out);
    }
  }

  private static void printDetails(LoadResult load, PrintWriter out) {
    if (!load.issues().isEmpty()) {
      String issues =
          new TreeMap<>(load.issues())
              .entrySet().stream()
                  .map(issue -> issue.getKey() + " " + issue.getValue())
                  .collect(Collectors.joining(", "));
      say(INDENT + "issues: ", issues, out);
    }
    load.reasons().forEach(reason -> say(BECAUSE, reason, out));
  }

  private static void say(String label, String text, PrintWriter out) {
    Text.paragraph(label, Text.safe(text)).forEach(out::println);
  }

  private void printTroubles(PrintWriter out) {
    for (Delivery standing : report.standing()) {
      out.printf("Still rejected: %s  %s%n", standing.feed(), Text.safe(standing.fileName()));
      standing.reasons().forEach(reason -> say(BECAUSE, reason, out));
    }
    if (!report.standing().isEmpty()) {
      out.println(
          INDENT
              + "Due again when descriptor, rulebook or a side file changes; or send a corrected file.");
    }
    report.unreadable().forEach(file -> say("Unreadable: ", file, out));
    if (!report.unclaimed().isEmpty()) {
      String who =
          report.descriptorFaults().isEmpty() ? "No feed" : "No feed with a sound descriptor";
      String left = "%s takes %d of the inbox's files: ".formatted(who, report.unclaimed().size());
      say(left, firstOf(report.unclaimed()), out);
    }
    report.fileless().forEach(feed -> say("No file has come yet for ", feed, out));
  }

  private static String firstOf(List<String> names) {
    String first = names.stream().limit(3).collect(Collectors.joining(", "));
    return names.size() > 3 ? first + ", …" : first;
  }

  private void printHoldings(PrintWriter out) {
    out.println();
    if (report.holdings().isEmpty()) {
      out.println(
          report.loads().stream().noneMatch(load -> load.outcome() == LoadResult.Outcome.FAILED)
              ? "The warehouse holds no facts yet."
              : "The warehouse holds no facts yet, or can't be asked now.");
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
