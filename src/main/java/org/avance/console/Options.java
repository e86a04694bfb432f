package org.avance.console;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.avance.operate.Refusal;
import org.avance.operate.Workplace;
import org.jspecify.annotations.Nullable;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The options that every verb takes. What the command line does not say the environment does, else
 * the checkout.
 */
final class Options {
  private final Map<String, String> environment;
  private static final List<String> LOG_FORMS = List.of("text", "json");

  @Option(
      names = "--home",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "State and embedded database (AVANCE_HOME; else var/ in the checkout).")
  private @Nullable Path home;

  @Option(
      names = "--jobs",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Descriptors and rulebook (AVANCE_JOBS; else jobs/).")
  private @Nullable Path jobs;

  @Option(
      names = "--inbox",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Root of the descriptors' file patterns (AVANCE_INBOX; else sample-input/).")
  private @Nullable Path inbox;

  @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print the result as JSON.")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Print this help and exit.")
  @SuppressWarnings("unused") // picocli acts on it
  private boolean help;

  Options(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  boolean json() {
    return json;
  }

  /** Also says where the log goes, before anything is logged. */
  Workplace place() {
    Workplace place =
        new Workplace(
            folder(home, "AVANCE_HOME", "var"),
            folder(jobs, "AVANCE_JOBS", "jobs"),
            folder(inbox, "AVANCE_INBOX", "sample-input"),
            environment);
    System.setProperty("avance.log.form", logForm(environment.getOrDefault("AVANCE_LOG", "")));
    System.setProperty("avance.log", place.home().resolve("log").resolve("avance.log").toString());
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    return place;
  }

  /** What the command line says, else the environment, else this. */
  static String chosen(@Nullable String option, String variable, String otherwise) {
    return option != null
        ? option
        : Optional.ofNullable(System.getenv(variable))
            .filter(value -> !value.isBlank())
            .orElse(otherwise);
  }

  /** Names the appender of {@code logback.xml} that the log goes to. */
  static String logForm(String said) {
    String form = said.strip().toLowerCase(Locale.ROOT);
    if (form.isEmpty()) {
      return "text";
    }
    if (!LOG_FORMS.contains(form)) {
      throw new Refusal(
          "AVANCE_LOG: expected text (the default) or json; found: " + Text.safe(said));
    }
    return form;
  }

  private Path folder(@Nullable Path option, String variable, String folder) {
    if (option != null) {
      return option;
    }
    Path checkout = Path.of(System.getProperty("avance.checkout", ""));
    return Optional.ofNullable(environment.get(variable))
        .filter(value -> !value.isBlank())
        .map(Path::of)
        .orElse(checkout.resolve(folder));
  }
}
