package org.avance.console;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.avance.operate.Refusal;
import org.avance.operate.Unsound;
import org.avance.warehouse.QueryRefused;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The verbs of Avance on a terminal. */
@Command(
    name = "avance",
    mixinStandardHelpOptions = true,
    version = "Avance 0.1.0",
    description = "Loads agencies' indicator reports into a MariaDB warehouse.",
    synopsisSubcommandLabel = "VERB",
    versionProvider = Version.class,
    subcommands = {
      RunVerb.class,
      ServeVerb.class,
      ScheduleVerb.class,
      RunsVerb.class,
      ShowVerb.class,
      FilesVerb.class,
      FreshnessVerb.class,
      TraceVerb.class,
      QuarantineVerb.class,
      RestartVerb.class,
      RecoverVerb.class,
      RerunVerb.class,
      BackfillVerb.class,
      ReplayVerb.class,
      RetractVerb.class,
      ReclassifyVerb.class,
      QueryVerb.class,
      QueriesVerb.class,
      FeedVerb.class,
      DatabaseVerb.class,
      DoctorVerb.class,
      PurgeVerb.class,
      AlertVerb.class
    },
    footer = {
      "",
      "Exit codes: 0 done, or nothing to do; 1 Avance could not work; 2 wrong use;",
      "3 something needs a person (a delivery rejected or failed, a descriptor wrong).",
      "A server of your own: AVANCE_DB_URL, AVANCE_DB_USER, AVANCE_DB_PASSWORD (or _FILE)."
    })
public final class Console implements Runnable {
  @Mixin private final Options options;
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Print the version and exit.")
  @SuppressWarnings("unused") // picocli acts on it
  private boolean version;

  private Console(Map<String, String> environment) {
    options = new Options(environment);
  }

  /**
   * Runs one verb.
   *
   * @return its exit code
   */
  public static int run(String[] arguments) {
    return run(writer(System.out), writer(System.err), arguments);
  }

  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return run(System.getenv(), out, err, arguments);
  }

  static int run(
      Map<String, String> environment, PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine commands = new CommandLine(new Console(environment));
    commands.setOut(out);
    commands.setErr(err);
    commands.setUsageHelpWidth(100);
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    commands.setParameterExceptionHandler(Console::refuse);
    commands.setExecutionExceptionHandler(Console::explain);
    int exitCode = commands.execute(arguments);
    commands.getOut().flush();
    return exitCode;
  }

  Options options() {
    return options;
  }

  /** No verb: what is there to be asked. */
  @Override
  public void run() {
    throw Parents.verbMissing(spec);
  }

  private static int refuse(CommandLine.ParameterException wrong, String[] arguments) {
    wrong.getCommandLine().getErr().println(WrongUse.inWords(wrong));
    return ExitCode.WRONG_USE;
  }

  private static int explain(
      Exception thrown, CommandLine command, CommandLine.ParseResult parsed) {
    command.getErr().println(Failures.inWords(thrown));
    command.getErr().flush();
    if (thrown instanceof Unsound) {
      return ExitCode.NEEDS_ATTENTION;
    }
    boolean wrong = thrown instanceof Refusal || thrown instanceof QueryRefused;
    return wrong ? ExitCode.WRONG_USE : ExitCode.UNABLE;
  }

  private static PrintWriter writer(java.io.PrintStream stream) {
    return new PrintWriter(new java.io.OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }
}
