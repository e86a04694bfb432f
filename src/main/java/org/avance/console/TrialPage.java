package org.avance.console;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import org.avance.issue.Issue;
import org.avance.issue.IssueKind;
import org.avance.model.DeliveryCounts;
import org.avance.model.TrialResult;
import org.avance.model.TrialResult.ColumnSums;
import org.avance.operate.FeedTrial;

/** What {@code feed try} prints. */
final class TrialPage {
  private static final String INDENT = "    ";

  private final TrialResult trial;
  private final List<IssueKind> issues;
  private final PrintWriter out;

  private TrialPage(TrialResult trial, List<IssueKind> issues, PrintWriter out) {
    this.trial = trial;
    this.issues = issues;
    this.out = out;
  }

  static void print(FeedTrial.Report report, PrintWriter out) {
    report.faults().forEach(out::println);
    report.tried().forEach(trial -> new TrialPage(trial, report.issues(), out).print());
  }

  /** One issue on a line of its own, as it is met. */
  static String line(Issue issue) {
    String column = issue.where().column();
    String where = column.isEmpty() ? place(issue) : place(issue) + ", " + column;
    return Text.safe("%s: %s: %s".formatted(where, issue.code(), issue.message()));
  }

  private void print() {
    printWhat();
    printBindings();
    printFacts();
    printIssues();
    printAccounting();
    printVerdict();
  }

  private void printWhat() {
    String layout = trial.layout().isEmpty() ? "" : ", layout " + trial.layout();
    say("", "%s as %s%s".formatted(trial.fileName(), trial.feed(), layout));
    String edition = trial.edition().isEmpty() ? "by arrival" : trial.edition();
    String year = trial.editionYear() == 0 ? "none" : String.valueOf(trial.editionYear());
    say("", "edition %s, year %s, scope %s".formatted(edition, year, trial.scope()));
  }

  private void printBindings() {
    if (trial.bindings().isEmpty()) {
      return;
    }
    out.println();
    Table table = new Table("word", "~takes");
    trial.bindings().forEach(each -> table.row(each.word(), String.join("; ", each.from())));
    table.lines().forEach(out::println);
    if (!trial.unusedColumns().isEmpty()) {
      say("columns not used: ", String.join(", ", trial.unusedColumns()));
    }
  }

  private void printFacts() {
    for (String kind : trial.first().stream().map(TrialResult.FactLine::kind).distinct().toList()) {
      out.println();
      out.printf("the first %s facts%n", kind);
      FactTable.lines(trial.first().stream().filter(f -> f.kind().equals(kind)).toList())
          .forEach(out::println);
    }
  }

  private void printIssues() {
    out.println();
    if (issues.isEmpty()) {
      out.println("no issues");
      return;
    }
    for (IssueKind kind : issues) {
      String column = kind.column().isEmpty() ? "" : " in " + kind.column();
      say("", "%s%s: %,d".formatted(kind.code(), column, kind.count()));
      for (Issue issue : kind.first()) {
        say(INDENT, place(issue) + ": " + issue.message());
      }
      if (kind.count() > kind.first().size()) {
        out.printf("%s… and %,d more%n", INDENT, kind.count() - kind.first().size());
      }
    }
    if (issues.stream().anyMatch(kind -> kind.count() > kind.first().size())) {
      out.println("(--examples N shows more of each kind, --all prints every issue)");
    }
  }

  private static String place(Issue issue) {
    return issue.where().line() == 0 ? "file" : "line " + issue.where().line();
  }

  private void printAccounting() {
    DeliveryCounts counts = trial.counts();
    out.println();
    say(
        "",
        "%,d records read = %,d staged + %,d quarantined + %,d blank + %,d totals + %,d filtered + %,d repeated"
            .formatted(
                counts.read(),
                counts.staged(),
                counts.quarantined(),
                counts.blank(),
                counts.totals(),
                counts.filtered(),
                counts.merged()));
    say(
        "",
        "%,d facts staged; %,d records share a key with another and differ"
            .formatted(counts.factsStaged(), trial.sameKeys()));
    if (!trial.columns().isEmpty()) {
      out.println();
      printColumns();
    }
  }

  private void printColumns() {
    Table table =
        new Table(
            "~value column", "#cells", "#read", "#staged", "#quarantined", "#totals", "#filtered");
    for (ColumnSums sums : trial.columns()) {
      table.row(
          sums.column(),
          sums.cells(),
          plain(sums.read()),
          plain(sums.staged()),
          plain(sums.quarantined()),
          plain(sums.totals()),
          plain(sums.filtered()));
    }
    table.lines().forEach(out::println);
  }

  private void printVerdict() {
    out.println();
    trial.notes().forEach(note -> say("note: ", note));
    long quarantined = trial.counts().quarantined();
    if (trial.reasons().isEmpty() && quarantined > 0) {
      out.printf(
          "A run would stage this file without %d of its %d records: the descriptor bears it.%n",
          quarantined, trial.counts().read());
    } else if (trial.reasons().isEmpty()) {
      out.println("A run would stage this file; nothing in it speaks against it.");
    } else {
      out.println("A run would not publish this file:");
      trial.reasons().forEach(reason -> say(INDENT + "because: ", reason));
    }
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private void say(String label, String text) {
    Text.paragraph(label, Text.safe(text)).forEach(out::println);
  }
}
