package org.avance.console;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.avance.operate.Schedules;

/** What {@code avance schedule} prints: times in the zone of each feed. */
final class SchedulePage {
  private static final DateTimeFormatter WALL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
  private static final String INDENT = "    ";

  private final Schedules.Report report;

  SchedulePage(Schedules.Report report) {
    this.report = report;
  }

  void print(PrintWriter out) {
    report.faults().forEach(fault -> say("Wrong, and not loaded until mended: ", fault, out));
    Table table = new Table("feed", "schedule", "zone", "next run", "last run");
    for (Schedules.Feed feed : report.feeds()) {
      boolean scheduled = !feed.schedule().isEmpty();
      table.row(
          feed.feed(),
          scheduled ? feed.schedule() : "as files arrive",
          feed.zone(),
          nextRun(feed),
          wall(feed.lastEnded(), feed));
    }
    List<String> lines = table.lines();
    out.println(lines.get(0));
    for (int i = 0; i < report.feeds().size(); i++) {
      out.println(lines.get(i + 1));
      details(report.feeds().get(i)).forEach(line -> say(INDENT, line, out));
    }
    out.println();
    out.println(servers());
  }

  /** The agenda's time where it has one: it may be a second try. */
  private static String nextRun(Schedules.Feed feed) {
    if (!feed.running().isEmpty()) {
      return "now";
    }
    String next = feed.next().isEmpty() ? "" : feed.next().get(0);
    return wall(feed.due().isEmpty() ? next : feed.due(), feed);
  }

  private static List<String> details(Schedules.Feed feed) {
    List<String> details = new ArrayList<>();
    if (!feed.running().isEmpty()) {
      details.add("is being loaded by " + feed.running());
    }
    if (feed.next().size() > 1) {
      details.add(
          feed.next().stream()
              .skip(1)
              .map(time -> wall(time, feed))
              .collect(Collectors.joining(", ", "then ", "")));
    }
    if (!feed.lastResult().isEmpty()) {
      details.add("last: " + feed.lastResult());
    }
    return details;
  }

  private static String wall(String instant, Schedules.Feed feed) {
    return instant.isEmpty()
        ? ""
        : WALL.format(Instant.parse(instant).atZone(ZoneId.of(feed.zone())));
  }

  private String servers() {
    if (report.servers().isEmpty()) {
      return "No process serves now: nothing is loaded by itself until `./avance serve` runs.";
    }
    return report.servers().stream()
        .map(server -> "%s since %s".formatted(server.process(), server.startedAt()))
        .collect(Collectors.joining("; ", "Served by ", "."));
  }

  private static void say(String label, String text, PrintWriter out) {
    Text.paragraph(label, Text.safe(text)).forEach(out::println);
  }
}
