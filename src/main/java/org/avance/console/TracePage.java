package org.avance.console;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.avance.operate.TraceCell;
import org.avance.operate.TraceCell.Choice;
import org.avance.operate.TraceCell.Origin;
import org.avance.operate.TraceCell.PrintedClass;
import org.avance.operate.TraceCell.Traced;
import org.avance.warehouse.FactVersions.Version;
import org.avance.warehouse.RecordIssue;
import org.avance.warehouse.Trace;

/** What {@code trace} prints. */
final class TracePage {
  private static final String INDENT = "    ";
  private static final int COUNTED = 1_000;
  private static final int LONGEST_VALUE = 70;
  private static final int DIFFERENCE_LINES = 3;

  private final TraceCell.Report report;
  private final PrintWriter out;

  TracePage(TraceCell.Report report, PrintWriter out) {
    this.report = report;
    this.out = out;
  }

  void print() {
    if (report.traced().isEmpty()) {
      printChoices();
    }
    report.traced().forEach(this::print);
  }

  private void printChoices() {
    if (report.matching() == 0) {
      printNone();
      return;
    }
    String count =
        report.matching() >= COUNTED ? "1,000 rows or more" : report.matching() + " rows";
    out.printf(
        "%s of %s match; say which, by what tells them apart or by key:%n", count, report.view());
    for (Choice choice : report.choices()) {
      out.println(INDENT + Text.safe(report.keyColumn() + "=" + choice.key()));
      String differing =
          choice.differing().entrySet().stream()
              .filter(each -> !each.getValue().isEmpty())
              .map(each -> each.getKey() + "=" + Text.begun(each.getValue(), LONGEST_VALUE))
              .collect(Collectors.joining(", "));
      Text.beginning(INDENT + INDENT, Text.safe(differing), DIFFERENCE_LINES).forEach(out::println);
    }
    long more = report.matching() - report.choices().size();
    if (more > 0) {
      out.printf(Locale.ROOT, "%s… and %,d more%n", INDENT, more);
    }
  }

  private void printNone() {
    out.printf("No row of %s matches.%n", report.view());
    for (Trace.Unmet each : report.unmet()) {
      String alike =
          each.alike().isEmpty() ? "" : "; columns named alike: " + String.join(", ", each.alike());
      String value = each.value().isEmpty() ? "no value" : Text.begun(each.value(), LONGEST_VALUE);
      say(INDENT, "none has %s=%s%s".formatted(each.column(), value, alike));
    }
    if (report.unmet().isEmpty()) {
      say(INDENT, "each of these is met by some row, and all of them by none");
    }
    if (!report.formerly().isEmpty()) {
      out.println();
      out.println("There was one, and it has been ended or taken back since.");
      printVersions(report.formerly());
    }
  }

  private void print(Traced traced) {
    say("", report.view() + " " + traced.key());
    String row =
        traced.row().entrySet().stream()
            .filter(each -> !each.getKey().equals(report.keyColumn()) && isOfTheRow(each.getKey()))
            .filter(each -> !each.getValue().isEmpty())
            .map(each -> each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining(", "));
    say(INDENT, row);
    if (traced.origins().isEmpty()) {
      out.println();
      out.println("This row was read from no line: it is counted from others.");
    }
    traced.origins().forEach(this::print);
    printClasses(traced);
    printVersions(traced.versions());
  }

  /** Labels repeat their codes; where it comes from is told below. */
  private static boolean isOfTheRow(String column) {
    return !column.matches(".*_(es|en)|.*delivery.*|line.*|file_.*|published_at|printed_.*|page");
  }

  private void print(Origin origin) {
    out.println();
    String which = origin.which().isEmpty() ? "" : origin.which() + ": ";
    String line =
        origin.firstLine() == 0
            ? "as a whole"
            : origin.firstLine() == origin.lastLine()
                ? "line " + origin.firstLine()
                : "lines " + origin.firstLine() + " to " + origin.lastLine();
    String page = origin.page() == 0 ? "" : "page " + origin.page() + ", ";
    String sheet = origin.sheet().isEmpty() ? "" : "sheet " + origin.sheet() + ", ";
    say("", "%s%s, %s%s%s".formatted(which, origin.delivery().fileName(), sheet, page, line));
    if (!origin.header().isEmpty() && !origin.lines().isEmpty()) {
      say(INDENT + "columns: ", Text.begun(String.join(" | ", origin.header()), 400));
    }
    for (TraceCell.Line each : origin.lines()) {
      Text.cut(INDENT + each.firstLine() + ": ", Text.safe(each.raw())).forEach(out::println);
    }
    if (!origin.note().isEmpty()) {
      say(INDENT, "no text of it: " + origin.note());
    }
    for (RecordIssue issue : origin.issues()) {
      String column = issue.column().isEmpty() ? "" : " in " + issue.column();
      say(INDENT + "issue: ", issue.code() + column + ": " + issue.message());
    }
    out.println();
    say("", "delivery %d of %s".formatted(origin.delivery().delivery(), origin.delivery().feed()));
    DeliveryLines.print(origin.delivery(), origin.asNow(), out);
    if (!origin.archived().isEmpty()) {
      out.println(INDENT + "kept as " + Text.safe(origin.archived()));
    }
  }

  private void printClasses(Traced traced) {
    if (!traced.classes().isEmpty()) {
      out.println();
      Table table = new Table("class", "~printed", "as", "computed", "~or because", "rule");
      for (PrintedClass each : traced.classes()) {
        table.row(
            each.axis(),
            dash(each.printed()),
            dash(each.printedCode()),
            dash(each.computedCode()),
            dash(each.reason().equals("NONE") ? "" : each.reason()),
            dash(each.ruleStatus()));
      }
      table.lines().forEach(out::println);
    }
    if (!traced.rulebookVersion().isEmpty()) {
      say("", "computed by rulebook " + traced.rulebookVersion());
    }
  }

  private void printVersions(List<Version> versions) {
    if (versions.isEmpty()) {
      return;
    }
    out.println();
    out.println("what the figure was (UTC)");
    boolean parts = versions.stream().anyMatch(each -> !each.part().isEmpty());
    Table table =
        parts
            ? new Table("stage", "#figure", "from", "to", "#delivery", "#line", "~file")
            : new Table("#figure", "from", "to", "#delivery", "#line", "~file");
    for (Version each : versions) {
      String figure = each.figure().isEmpty() ? "– " + each.missing() : each.figure();
      String from = Times.seconds(each.from());
      String to = each.to().isEmpty() ? "now" : Times.seconds(each.to());
      if (parts) {
        table.row(each.part(), figure, from, to, each.delivery(), each.line(), each.fileName());
      } else {
        table.row(figure, from, to, each.delivery(), each.line(), each.fileName());
      }
    }
    table.lines().forEach(out::println);
  }

  private static String dash(String text) {
    return text.isEmpty() ? "–" : text;
  }

  private void say(String label, String text) {
    Text.paragraph(label, Text.safe(text)).forEach(out::println);
  }
}
