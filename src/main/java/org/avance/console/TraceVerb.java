package org.avance.console;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.avance.operate.TraceCell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code avance trace}. */
@Command(
    name = "trace",
    description = {
      "Follows a row of a view back to the lines of the file that it was read from.",
      "Prints their text, the delivery, the issues, printed and computed classes, and what the",
      "figure was before. Changes nothing.",
      "",
      "./avance trace v_coverage_history year=2020 programme_code=E036 population_code=TARGET"
    })
final class TraceVerb implements Callable<Integer> {
  @ParentCommand private Console console = Parents.unset();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "VIEW", description = "The view.")
  private String view = "";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "COLUMN=VALUE",
      description =
          "What tells the row; nothing after = means no value. A value alone is that of the view's "
              + "key, its first column.")
  private List<String> words = List.of();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    TraceCell.Report report = TraceCell.perform(console.options().place(), view, words);
    if (console.options().json()) {
      Json.print(report, out);
    } else {
      new TracePage(report, out).print();
    }
    return report.traced().isEmpty() ? ExitCode.WRONG_USE : ExitCode.DONE;
  }
}
