package org.avance.console;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.avance.model.IssueGroup;

/** Issues once for each kind, with their number and the first of them. */
final class IssueLines {
  private static final int MOST_KINDS = 20;

  private IssueLines() {}

  /**
   * Prints them.
   *
   * @param indent before each kind; its examples are set in further
   */
  static void print(List<IssueGroup> kinds, String indent, PrintWriter out) {
    for (IssueGroup kind : kinds.subList(0, Math.min(MOST_KINDS, kinds.size()))) {
      String column = kind.column().isEmpty() ? "" : " in " + kind.column();
      String title = String.format(Locale.ROOT, "%s%s: %,d", kind.code(), column, kind.count());
      say(indent, title, out);
      for (IssueGroup.Example each : kind.first()) {
        String place = each.line() == 0 ? "file" : "line " + each.line();
        say(indent + "    ", place + ": " + each.message(), out);
      }
      long more = kind.count() - kind.first().size();
      if (more > 0 && !kind.first().isEmpty()) {
        out.printf(Locale.ROOT, "%s    … and %,d more%n", indent, more);
      }
    }
    if (kinds.size() > MOST_KINDS) {
      out.printf("%s… and %d more kinds%n", indent, kinds.size() - MOST_KINDS);
    }
  }

  private static void say(String label, String text, PrintWriter out) {
    Text.paragraph(label, Text.safe(text)).forEach(out::println);
  }
}
