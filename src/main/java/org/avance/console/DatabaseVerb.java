package org.avance.console;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.avance.operate.DatabaseActs;
import org.avance.operate.DatabaseActs.BackupFile;
import org.avance.operate.DatabaseActs.Status;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code avance db status|init|grant|start|stop|backup|restore}. */
@Command(
    name = "db",
    synopsisSubcommandLabel = "status|init|grant|start|stop|backup|restore",
    description = "The database's life.")
final class DatabaseVerb implements Runnable {
  @ParentCommand private Console console = Parents.unset();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw Parents.verbMissing(spec);
  }

  @Command(
      name = "status",
      description = "Says where the database is and how to reach it; starts nothing.")
  int status() {
    return print(DatabaseActs.status(console.options().place()));
  }

  @Command(
      name = "start",
      description = "Starts the embedded server and keeps it up, so that other programs can read.")
  int start() {
    return print(DatabaseActs.start(console.options().place()));
  }

  @Command(
      name = "stop",
      description = "Stops the embedded server, unless another process uses it.")
  int stop() {
    return print(DatabaseActs.stop(console.options().place()));
  }

  @Command(
      name = "backup",
      description = "Writes the warehouse with its history to a file; loads may go on meanwhile.")
  int backup(
      @Parameters(
              paramLabel = "FILE",
              description = "A new file; compressed when its name ends in .gz.")
          Path file) {
    return print(DatabaseActs.backup(console.options().place(), file), "Backed up to");
  }

  @Command(name = "restore", description = "Fills an empty warehouse from what db backup wrote.")
  int restore(
      @Parameters(paramLabel = "FILE", description = "What db backup wrote.") Path file,
      @Option(names = "--replace", description = "Also where the warehouse is not empty.")
          boolean replace) {
    return print(DatabaseActs.restore(console.options().place(), file, replace), "Restored from");
  }

  @Command(
      name = "init",
      description = {
        "Makes schemas and the accounts owner, etl and bi on a server of your own; again and again",
        "does no harm. The administrator's password: AVANCE_ADMIN_PASSWORD (or _FILE)."
      })
  int init(
      @Option(
              names = "--admin-url",
              required = true,
              paramLabel = "URL",
              description = "jdbc:mariadb://host:port/warehouse")
          String adminUrl,
      @Option(
              names = "--admin-user",
              paramLabel = "USER",
              description = "The administrator (AVANCE_ADMIN_USER; else root).")
          @Nullable String adminUser,
      @Option(
              names = "--account-host",
              paramLabel = "HOST",
              defaultValue = "%",
              description = "From where the accounts may log in (default: %%, anywhere).")
          String host,
      @Option(
              names = "--new-passwords",
              description = "Also for accounts that are there: what logs in as them must be told.")
          boolean newPasswords) {
    String admin = Options.chosen(adminUser, "AVANCE_ADMIN_USER", "root");
    DatabaseActs.Init made =
        DatabaseActs.init(
            console.options().place(),
            new DatabaseActs.InitRequest(adminUrl, admin, host, newPasswords));
    PrintWriter out = spec.commandLine().getOut();
    if (console.options().json()) {
      Json.print(made, out);
    } else {
      InitPage.print(made, out);
    }
    return ExitCode.DONE;
  }

  @Command(
      name = "grant",
      description = "Gives readers their rights on dimensions, facts and views anew.")
  int grant() {
    DatabaseActs.Readers granted = DatabaseActs.grant(console.options().place());
    PrintWriter out = spec.commandLine().getOut();
    if (console.options().json()) {
      Json.print(granted, out);
    } else {
      out.println("May read dimensions, facts and views: " + String.join(", ", granted.readers()));
    }
    return ExitCode.DONE;
  }

  private int print(BackupFile backup, String done) {
    PrintWriter out = spec.commandLine().getOut();
    if (console.options().json()) {
      Json.print(backup, out);
    } else {
      out.println(done + " " + backup.file() + ".");
    }
    return ExitCode.DONE;
  }

  private int print(Status status) {
    PrintWriter out = spec.commandLine().getOut();
    if (console.options().json()) {
      Json.print(status, out);
    } else {
      lines(status, out);
    }
    return ExitCode.DONE;
  }

  private static void lines(Status status, PrintWriter out) {
    out.printf("server:   %s, %s%n", status.embedded() ? "embedded" : "your own", state(status));
    if (!status.dataDirectory().isEmpty()) {
      out.printf(
          Locale.ROOT,
          "data:     %s (%,d MB)%n",
          status.dataDirectory(),
          status.dataBytes() / 1_000_000);
    }
    if (!status.jdbcUrl().isEmpty()) {
      out.printf("JDBC:     %s%n", status.jdbcUrl());
    }
    if (!status.client().isEmpty()) {
      out.printf("client:   %s%n", status.client());
    }
    if (!status.usedBy().isEmpty()) {
      out.printf(
          "used by:  %s%n",
          status.usedBy().stream().map(pid -> "process " + pid).collect(Collectors.joining(", ")));
    }
  }

  private static String state(Status status) {
    if (!status.running()) {
      return "not running";
    }
    String kept =
        status.keptUp() ? "kept up until `./avance db stop`" : "stops when the last process leaves";
    return status.embedded() ? "running on port %d, %s".formatted(status.port(), kept) : "reached";
  }
}
