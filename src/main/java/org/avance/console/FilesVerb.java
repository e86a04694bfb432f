package org.avance.console;

import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.avance.operate.InboxList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code avance files}. */
@Command(
    name = "files",
    description = {
      "Lists what lies in the inbox, and what the next run would make of each file.",
      "Changes nothing."
    })
final class FilesVerb implements Callable<Integer> {
  @ParentCommand private Console console = Parents.unset();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--feed", paramLabel = "NAME", description = "Only what this feed takes.")
  private String feed = "";

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    InboxList.Report report = InboxList.perform(console.options().place(), feed);
    if (console.options().json()) {
      Json.print(report, out);
    } else {
      page(report, out);
    }
    return report.descriptorFaults().isEmpty() ? ExitCode.DONE : ExitCode.NEEDS_ATTENTION;
  }

  private static void page(InboxList.Report report, PrintWriter out) {
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
    var lines = table.lines();
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
