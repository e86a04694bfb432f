package org.avance.console;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.avance.model.Delivery;
import org.avance.model.DeliveryCounts;
import org.avance.model.IssueGroup;
import org.avance.model.LoadResult;

/** A line for each load and what is to be said of it; then what came of the facts. */
final class LoadLines {
  private static final DeliveryCounts NOTHING =
      new DeliveryCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  private static final String INDENT = "    ";
  private static final String BECAUSE = INDENT + "because: ";

  private final List<LoadResult> loads;
  private final LongFunction<List<IssueGroup>> issues;

  /**
   * @param issues of a delivery, by kind
   */
  LoadLines(List<LoadResult> loads, LongFunction<List<IssueGroup>> issues) {
    this.loads = List.copyOf(loads);
    this.issues = issues;
  }

  void print(PrintWriter out) {
    Table table = table(LoadResult::fileName);
    if (table.hasTwins(1)) {
      table = table(LoadLines::numbered);
    }
    List<String> lines = table.lines();
    out.println(lines.get(0));
    for (int i = 0; i < loads.size(); i++) {
      out.println(lines.get(i + 1));
      printDetails(loads.get(i), out);
    }
    printFacts(out);
  }

  private Table table(Function<LoadResult, String> file) {
    Table table =
        new Table(
            "feed", "~file", "#read", "#staged", "#quarantined", "#skipped", "outcome", "#seconds");
    for (LoadResult load : loads) {
      DeliveryCounts counts = load.delivery().map(Delivery::counts).orElse(NOTHING);
      table.row(
          load.feed(),
          file.apply(load),
          counts.read(),
          counts.staged(),
          counts.quarantined(),
          counts.skipped(),
          load.outcome(),
          String.format(Locale.ROOT, "%.1f", load.seconds()));
    }
    return table;
  }

  /** Where names alone don't tell two loads apart: one file that came with other bytes, or cut. */
  private static String numbered(LoadResult load) {
    return load.delivery().map(it -> "delivery " + it.id() + ": ").orElse("") + load.fileName();
  }

  private void printFacts(PrintWriter out) {
    List<LoadResult> published =
        loads.stream().filter(load -> load.outcome() == LoadResult.Outcome.PUBLISHED).toList();
    if (published.isEmpty()) {
      return;
    }
    out.println();
    out.println("Facts published");
    Table table = new Table("feed", "~file", "#new", "#changed", "#unchanged", "#ended");
    for (LoadResult load : published) {
      DeliveryCounts counts = load.delivery().map(Delivery::counts).orElse(NOTHING);
      table.row(
          load.feed(),
          load.fileName(),
          counts.factsNew(),
          counts.factsChanged(),
          counts.factsUnchanged(),
          counts.factsEnded());
    }
    table.lines().forEach(out::println);
  }

  private void printDetails(LoadResult load, PrintWriter out) {
    if (!load.issues().isEmpty()) {
      String said =
          new TreeMap<>(load.issues())
              .entrySet().stream()
                  .map(issue -> issue.getKey() + " " + issue.getValue())
                  .collect(Collectors.joining(", "));
      say(INDENT + "issues: ", said, out);
    }
    load.delivery().ifPresent(delivery -> printFaults(load, delivery, out));
    load.reasons().forEach(reason -> say(BECAUSE, reason, out));
  }

  /**
   * What keeps records out is shown by its first examples, unless the reasons have them; all else
   * is counted.
   */
  private void printFaults(LoadResult load, Delivery delivery, PrintWriter out) {
    List<IssueGroup> faults =
        issues.apply(delivery.id()).stream()
            .filter(kind -> kind.severity().equals("ERROR"))
            .filter(kind -> kind.first().stream().noneMatch(each -> isSaid(each.message(), load)))
            .toList();
    IssueLines.print(faults, INDENT, out);
    if (delivery.counts().quarantined() > 0) {
      out.printf("%sall of them: ./avance quarantine list --delivery %d%n", INDENT, delivery.id());
    }
  }

  private static void say(String label, String text, PrintWriter out) {
    Text.paragraph(label, Text.safe(text)).forEach(out::println);
  }

  private static boolean isSaid(String message, LoadResult load) {
    String bare = message.replaceFirst("\\.$", "");
    return load.reasons().stream().anyMatch(reason -> reason.contains(bare));
  }
}
