package org.avance.console;

import java.io.PrintWriter;
import java.util.Locale;
import org.avance.operate.Serve;

/** What {@code avance serve} prints: a line for each event, whole and at once. */
final class ServePage {
  private final PrintWriter out;
  private final boolean json;

  ServePage(PrintWriter out, boolean json) {
    this.out = out;
    this.json = json;
  }

  synchronized void print(Serve.Event event) {
    if (json) {
      Json.printLine(event, out);
    } else {
      out.println(line(event));
    }
    out.flush();
  }

  private static String line(Serve.Event event) {
    String feed = event.feed().isEmpty() ? "" : event.feed() + ": ";
    String took =
        event.outcome().isEmpty() ? "" : String.format(Locale.ROOT, " (%.1f s)", event.seconds());
    return "%s  %-13s  %s"
        .formatted(event.at(), event.event(), Text.safe(feed + event.message() + took));
  }
}
