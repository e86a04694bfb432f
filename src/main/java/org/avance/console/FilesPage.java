package org.avance.console;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.avance.operate.InboxList;

/** What {@code files} prints. */
final class FilesPage {
  private FilesPage() {}

  static void print(InboxList.Report report, PrintWriter out) {
    report
        .descriptorFaults()
        .forEach(
            fault ->
                Text.paragraph("Wrong descriptor, its files are nobody's: ", Text.safe(fault))
                    .forEach(out::println));
    if (report.files().isEmpty()) {
      out.println("The inbox has no such files.");
      return;
    }
    Table table = new Table("~file", "~feed", "state", "#delivery", "status", "edition");
    for (InboxList.FileState file : report.files()) {
      table.row(
          file.file(),
          file.feed().isEmpty() ? "–" : file.feed(),
          file.state(),
          file.delivery() == 0 ? "–" : file.delivery(),
          file.status().isEmpty() ? "–" : file.status(),
          file.edition().isEmpty() ? "–" : file.edition());
    }
    List<String> lines = table.lines();
    out.println(lines.get(0));
    Map<String, Long> counts = new TreeMap<>();
    for (int i = 0; i < report.files().size(); i++) {
      InboxList.FileState file = report.files().get(i);
      out.println(lines.get(i + 1));
      if (!file.note().isEmpty() && !file.state().equals("unclaimed")) {
        Text.paragraph("    ", Text.safe(file.note())).forEach(out::println);
      }
      counts.merge(file.state(), 1L, Long::sum);
    }
    String counted =
        counts.entrySet().stream()
            .map(each -> each.getValue() + " " + each.getKey())
            .collect(Collectors.joining(", "));
    out.println("(" + counted + ")");
  }
}
