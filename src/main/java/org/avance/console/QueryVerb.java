package org.avance.console;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
      "What there is to read: ./avance query \"SELECT * FROM v_dictionary\"",
      "Questions that come with Avance: ./avance queries"
    })
final class QueryVerb implements Callable<Integer> {
  /** Forms of an answer. */
  enum Format {
    TABLE,
    LIST,
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

  @Option(
      names = "--named",
      paramLabel = "NAME",
      description = "Take the statement of a question that comes with Avance, by name or number.")
  private @Nullable String named;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table (default), list, csv or json.")
  private Format format = Format.TABLE;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    AnswerPage page =
        switch (console.options().json() ? Format.JSON : format) {
          case TABLE -> new TableAnswer(out);
          case LIST -> new ListAnswer(out);
          case CSV -> new CsvAnswer(out);
          case JSON -> new JsonAnswer(out);
        };
    Ask.perform(console.options().place(), sql(), page);
    page.end();
    out.flush();
    return ExitCode.DONE;
  }

  private String sql() {
    long given = Stream.of(statement, file, named).filter(Objects::nonNull).count();
    if (given != 1) {
      throw new Refusal(
          "expected one statement, as an argument, by --file or by --named; found "
              + (given == 0 ? "none" : given));
    }
    if (file != null) {
      return Ask.read(file);
    }
    return named != null ? Ask.ready(named) : String.valueOf(statement);
  }
}
