package org.avance.console;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.avance.model.DeliveryCounts;
import org.avance.model.IssueGroup;
import org.avance.operate.RunDetails;
import org.avance.warehouse.DeliveryDetails;
import org.avance.warehouse.Execution;
import org.avance.warehouse.ExecutionDetails.Step;

/** What {@code show} prints. */
final class ShowPage {
  private static final String INDENT = "    ";

  private final RunDetails.Report report;
  private final PrintWriter out;

  ShowPage(RunDetails.Report report, PrintWriter out) {
    this.report = report;
    this.out = out;
  }

  void print() {
    printRun();
    printSteps();
    for (int i = 0; i < report.registered().size(); i++) {
      printDelivery(report.registered().get(i), report.asNow().get(i));
    }
    printIssues();
    printLog();
    printNext();
  }

  private void printRun() {
    Execution run = report.run();
    String took =
        switch (run.outcome()) {
          case Execution.LEFT_BEHIND -> "";
          case Execution.RUNNING, Execution.LEFT_AT_WORK ->
              " for " + Times.took(run.seconds()) + " s";
          default -> " after " + Times.took(run.seconds()) + " s";
        };
    say("", "run %d of %s: %s%s".formatted(run.run(), run.feed(), run.outcome(), took));
    String ended = run.ended().isEmpty() ? "" : ", ended " + Times.seconds(run.ended());
    say("", "started %s%s (UTC)".formatted(Times.seconds(run.started()), ended));
    if (run.rerun() > 0) {
      say("", "load number %d of these bytes (rerun %d)".formatted(run.rerun() + 1, run.rerun()));
    }
    if (!report.cause().isEmpty()) {
      say("because: ", report.cause());
    }
    if (!report.otherRuns().isEmpty()) {
      String others =
          report.otherRuns().stream().map(String::valueOf).collect(Collectors.joining(", "));
      say("", "other runs of the same load: " + others);
    }
  }

  private void printSteps() {
    if (report.steps().isEmpty()) {
      return;
    }
    out.println();
    Table table = new Table("step", "status", "#seconds", "#read", "#written", "#taken back");
    for (Step step : report.steps()) {
      table.row(
          step.step(),
          status(step),
          Times.took(step.seconds()),
          step.read(),
          step.written(),
          step.rollbacks());
    }
    table.lines().forEach(out::println);
  }

  /** A step without an end is at work, or was broken off. */
  private String status(Step step) {
    boolean open = step.status().equals("STARTING") || step.status().equals("STARTED");
    String outcome = report.run().outcome();
    boolean runs = outcome.equals(Execution.RUNNING) || outcome.equals(Execution.LEFT_AT_WORK);
    return open ? (runs ? "RUNNING" : "BROKEN OFF") : step.status();
  }

  private void printDelivery(DeliveryDetails delivery, RunDetails.AsNow asNow) {
    out.println();
    say("", "delivery %d: %s".formatted(delivery.delivery(), delivery.fileName()));
    DeliveryLines.print(delivery, asNow, out);
    if (delivery.rerun() != report.run().rerun()) {
      String later = "what follows was counted by its last load, rerun %d; this run was rerun %d";
      say(INDENT, later.formatted(delivery.rerun(), report.run().rerun()));
    }
    DeliveryCounts counts = delivery.counts();
    say(
        INDENT,
        number("%,d records read = ", counts.read())
            + number("%,d staged + ", counts.staged())
            + number("%,d quarantined + ", counts.quarantined())
            + number("%,d blank + ", counts.blank())
            + number("%,d totals + ", counts.totals())
            + number("%,d filtered + ", counts.filtered())
            + number("%,d repeated", counts.merged()));
    say(
        INDENT,
        number("%,d facts stated: ", counts.factsStaged())
            + number("%,d new, ", counts.factsNew())
            + number("%,d changed, ", counts.factsChanged())
            + number("%,d unchanged, ", counts.factsUnchanged())
            + number("%,d kept as newer; ", delivery.factsKept())
            + number("%,d ended", counts.factsEnded()));
    delivery.reasons().forEach(reason -> say(INDENT + "because: ", reason));
  }

  private static String number(String form, long count) {
    return String.format(Locale.ROOT, form, count);
  }

  private void printIssues() {
    if (!report.registered().isEmpty()) {
      out.println();
      out.println(report.issues().isEmpty() ? "no issues" : "issues of the delivery");
      IssueLines.print(report.issues().stream().map(this::notTwice).toList(), INDENT, out);
    }
  }

  /** What is a reason of the delivery was told in full above. */
  private IssueGroup notTwice(IssueGroup kind) {
    List<String> told =
        report.registered().stream().flatMap(each -> each.reasons().stream()).toList();
    boolean isTold = kind.first().stream().allMatch(each -> told.contains(each.message()));
    return isTold
        ? new IssueGroup(kind.code(), kind.severity(), kind.column(), kind.count(), List.of())
        : kind;
  }

  private void printLog() {
    out.println();
    say("log: ", report.log());
    if (report.logLines().isEmpty()) {
      out.println(INDENT + "no line of this run in it");
    }
    report.logLines().forEach(line -> say(INDENT, line));
  }

  private void printNext() {
    if (!report.next().isEmpty()) {
      out.println();
      out.println("what can be done now");
    }
    for (RunDetails.Advice advice : report.next()) {
      // Never broken: it is to be typed as it stands.
      out.println(INDENT + Text.safe(advice.command()));
      say(INDENT + INDENT, advice.effect());
    }
  }

  private void say(String label, String text) {
    Text.paragraph(label, Text.safe(text)).forEach(out::println);
  }
}
