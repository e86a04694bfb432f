package org.avance.console;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.avance.operate.Ask;
import org.avance.operate.Refusal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code avance query}. */
@Command(
    name = "query",
    description = {
      "Runs one statement that reads, as the account that can't write.",
      "What there is to read: avance query \"SELECT * FROM v_dictionary\""
    })
final class QueryVerb implements Callable<Integer> {
  /** Forms of an answer. */
  enum Format {
    TABLE,
    CSV,
    JSON
  }

  @ParentCommand private Console console = Parents.unset();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "SQL",
      description = "The statement; quote it for the shell.")
  private @Nullable String statement;

  @Option(names = "--file", paramLabel = "FILE", description = "Take the statement from a file.")
  private @Nullable Path file;

  @Option(names = "--format", paramLabel = "FORMAT", description = "table (default), csv or json.")
  private Format format = Format.TABLE;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    AnswerPage page =
        switch (console.options().json() ? Format.JSON : format) {
          case TABLE -> new TableAnswer(out);
          case CSV -> new CsvAnswer(out);
          case JSON -> new JsonAnswer(out);
        };
    Ask.perform(console.options().place(), sql(), page);
    page.end();
    out.flush();
    return ExitCode.DONE;
  }

  private String sql() {
    if (statement != null && file == null) {
      return statement;
    }
    if (statement == null && file != null) {
      return Ask.read(file);
    }
    throw new Refusal(
        "expected one statement, as an argument or by --file; found "
            + (file == null ? "none" : "both"));
  }
}
