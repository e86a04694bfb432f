package org.avance.console;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.avance.operate.FreshnessCheck;
import org.avance.warehouse.Freshness.FeedAge;
import org.avance.warehouse.Freshness.Missing;

/** What {@code freshness} prints. */
final class FreshnessPage {
  private static final int MISSING_TOLD = 3;

  private FreshnessPage() {}

  /**
   * @param all whether each edition that is missing is told, not the last ones only
   */
  static void print(FreshnessCheck.Report report, boolean all, PrintWriter out) {
    if (report.feeds().isEmpty()) {
      out.println("No feed is known yet: a run makes them known.");
      return;
    }
    Table table =
        new Table(
            "~feed",
            "last edition",
            "#delivery",
            "published (UTC)",
            "#days old",
            "due every",
            "next due",
            "late");
    report.feeds().forEach(each -> table.row(cells(each)));
    List<String> lines = table.lines();
    out.println(lines.get(0));
    for (int i = 0; i < report.feeds().size(); i++) {
      out.println(lines.get(i + 1));
      printMissing(report.feeds().get(i).missing(), all, out);
    }
  }

  private static Object[] cells(FeedAge feed) {
    boolean published = !feed.publishedAt().isEmpty();
    return new Object[] {
      feed.feed(),
      feed.edition().isEmpty() ? "–" : feed.edition(),
      published ? feed.delivery() : "–",
      Times.minutes(feed.publishedAt()),
      published ? feed.ageDays() : "–",
      every(feed),
      feed.nextDueOn().isEmpty() ? "–" : feed.nextDueOn(),
      feed.late() ? "LATE" : "no"
    };
  }

  private static String every(FeedAge feed) {
    if (!feed.inCatalogue()) {
      return "no descriptor";
    }
    return feed.every().equals("UNSTATED") ? "not said" : feed.every().toLowerCase(Locale.ROOT);
  }

  /** What came and was not published is always told: somebody can do something about it. */
  private static void printMissing(List<Missing> missing, boolean all, PrintWriter out) {
    List<Missing> last = missing.subList(0, Math.min(MISSING_TOLD, missing.size()));
    List<Missing> told =
        missing.stream().filter(it -> all || it.delivery() != 0 || last.contains(it)).toList();
    for (Missing each : told) {
      String came =
          each.delivery() == 0
              ? "nothing came"
              : "delivery %d came (%s) and is %s"
                  .formatted(each.delivery(), each.fileName(), each.status());
      String said =
          String.format(
              Locale.ROOT,
              "%s was due on %s, %,d days ago: %s",
              each.edition(),
              each.dueOn(),
              each.daysLate(),
              came);
      Text.paragraph("    ", Text.safe(said)).forEach(out::println);
    }
    if (missing.size() > told.size()) {
      out.printf(
          "    … and %d more of which nothing came; --all names them%n",
          missing.size() - told.size());
    }
  }
}
