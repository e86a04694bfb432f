package org.avance.console;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.avance.operate.Refusal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The verbs of Avance on a terminal. */
@Command(
    name = "avance",
    mixinStandardHelpOptions = true,
    version = "Avance 0.1.0",
    description = "Loads agencies' indicator reports into a MariaDB warehouse.",
    synopsisSubcommandLabel = "VERB",
    subcommands = {
      RunVerb.class,
      QueryVerb.class,
      FeedVerb.class,
      DatabaseVerb.class,
      CommandLine.HelpCommand.class
    },
    footer = {
      "",
      "Exit codes: 0 done, or nothing to do; 1 Avance could not work; 2 wrong use;",
      "3 something needs a person (a delivery rejected or failed, a descriptor wrong).",
      "A server of your own: AVANCE_DB_URL, AVANCE_DB_USER, AVANCE_DB_PASSWORD (or _FILE)."
    })
public final class Console implements Runnable {
  @Mixin private final Options options = new Options();
  @Spec private CommandSpec spec = CommandSpec.create();

  private Console() {}

  /**
   * Runs one verb.
   *
   * @return its exit code
   */
  public static int run(String[] arguments) {
    CommandLine commands = new CommandLine(new Console());
    commands.setOut(writer(System.out));
    commands.setErr(writer(System.err));
    commands.setUsageHelpWidth(100);
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    commands.setExecutionExceptionHandler(Console::explain);
    return commands.execute(arguments);
  }

  Options options() {
    return options;
  }

  /** No verb: what is there to be asked. */
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
    throw new CommandLine.ParameterException(spec.commandLine(), "expected a verb, found none");
  }

  private static int explain(
      Exception thrown, CommandLine command, CommandLine.ParseResult parsed) {
    command.getErr().println(Failures.inWords(thrown));
    command.getErr().flush();
    return thrown instanceof Refusal ? ExitCode.WRONG_USE : ExitCode.UNABLE;
  }

  private static PrintWriter writer(java.io.PrintStream stream) {
    return new PrintWriter(new java.io.OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }
}
