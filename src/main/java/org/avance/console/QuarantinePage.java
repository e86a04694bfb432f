package org.avance.console;

import java.io.PrintWriter;
import java.util.Locale;
import org.avance.operate.QuarantineActs;
import org.avance.warehouse.Quarantined;
import org.avance.warehouse.Quarantined.Kind;
import org.avance.warehouse.Quarantined.OfDelivery;
import org.avance.warehouse.RecordIssue;

/** What {@code quarantine} prints. */
final class QuarantinePage {
  private static final String INDENT = "    ";

  private QuarantinePage() {}

  static void print(QuarantineActs.Listing listing, PrintWriter out) {
    if (listing.deliveries().isEmpty() && listing.unsettled().isEmpty()) {
      out.println("No such record is open in quarantine.");
    }
    listing.deliveries().forEach(each -> print(each, out));
    for (Quarantined.Unsettled each : listing.unsettled()) {
      String loading =
          String.format(
              Locale.ROOT,
              "delivery %d, %s, %s: its load has not come to its end, and only that settles its quarantine; records there before: %,d",
              each.delivery(),
              each.feed(),
              each.fileName(),
              each.before());
      say("", loading, out);
    }
    if (listing.leftOff() > 0) {
      out.printf("%d older deliveries left off; --limit N shows more.%n", listing.leftOff());
    }
  }

  private static void print(OfDelivery delivery, PrintWriter out) {
    String overtaken =
        delivery.overtaken() == 0
            ? ""
            : counted(", %,d overtaken: nothing has to be done", delivery.overtaken());
    String closed =
        delivery.replayed() + delivery.waived() == 0
            ? ""
            : counted(", %,d replayed, %,d waived", delivery.replayed(), delivery.waived());
    String title =
        counted(
            "delivery %d, %s, %s: %,d of %,d records open%s%s; the delivery is %s",
            delivery.delivery(),
            delivery.feed(),
            delivery.fileName(),
            delivery.open(),
            delivery.read(),
            overtaken,
            closed,
            delivery.status());
    say("", title, out);
    for (Kind kind : delivery.kinds()) {
      String column = kind.column().isEmpty() ? "" : " in " + kind.column();
      String records = kind.records() == 1 ? "record" : "records";
      String line = counted("%s%s: %,d %s", kind.code(), column, kind.records(), records);
      say(INDENT, line, out);
      for (Quarantined.Example each : kind.first()) {
        String place = "record %d, line %d: ".formatted(each.record(), each.line());
        say(INDENT + INDENT, place + each.message(), out);
      }
    }
  }

  static void print(Quarantined.OneRecord record, PrintWriter out) {
    String lines =
        record.firstLine() == record.lastLine()
            ? "line " + record.firstLine()
            : "lines " + record.firstLine() + " to " + record.lastLine();
    String title =
        "record %d of delivery %d, %s, %s, %s: %s"
            .formatted(
                record.record(),
                record.delivery(),
                record.feed(),
                record.fileName(),
                lines,
                record.status());
    say("", title, out);
    if (!record.closedAt().isEmpty()) {
      String closed = "closed %s (UTC) by %s: %s";
      say(
          INDENT,
          closed.formatted(Times.seconds(record.closedAt()), record.closedBy(), record.reason()),
          out);
    }
    Text.cut(INDENT + "text: ", Text.safe(record.raw())).forEach(out::println);
    for (RecordIssue issue : record.issues()) {
      String column = issue.column().isEmpty() ? "" : " in " + issue.column();
      say(INDENT, issue.code() + column + " (" + issue.severity() + "): " + issue.message(), out);
      if (!issue.accepted().isEmpty()) {
        say(INDENT + INDENT, "would be accepted: " + issue.accepted(), out);
      }
    }
  }

  static void print(QuarantineActs.Waived waived, PrintWriter out) {
    String done = "%,d %s of delivery %d (%s) waived by %s: %s";
    say(
        "",
        counted(
            done,
            waived.waived(),
            waived.waived() == 1 ? "record" : "records",
            waived.delivery(),
            waived.feed(),
            waived.by(),
            waived.reason()),
        out);
  }

  private static String counted(String form, Object... counts) {
    return String.format(Locale.ROOT, form, counts);
  }

  private static void say(String label, String text, PrintWriter out) {
    Text.paragraph(label, Text.safe(text)).forEach(out::println);
  }
}
