package org.avance.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.avance.operate.QuarantineActs;
import org.avance.operate.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code avance quarantine list|show|export|waive}. */
@Command(
    name = "quarantine",
    synopsisSubcommandLabel = "list|show|export|waive",
    description = "The records that were not loaded: looks at them, writes them out, closes them.")
final class QuarantineVerb implements Runnable {
  /** So many, or named one by one, are waived without asking. */
  private static final int FEW = 10;

  @ParentCommand private Console console = Parents.unset();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw Parents.verbMissing(spec);
  }

  /** Which records are asked for. */
  static final class Filter {
    @Option(names = "--feed", paramLabel = "NAME", description = "Only of this feed.")
    private String feed = "";

    @Option(names = "--delivery", paramLabel = "N", description = "Only of this delivery.")
    private long delivery;

    @Option(
        names = "--code",
        paramLabel = "CODE",
        description = "Only with this kind of fault, such as NUMBER_UNREADABLE.")
    private String code = "";

    private QuarantineActs.Which which() {
      return new QuarantineActs.Which(feed, delivery, code);
    }
  }

  @Command(
      name = "list",
      description = "Counts open records by delivery and kind of fault, with the first of each.")
  int list(
      @Mixin Filter filter,
      @Option(
              names = "--limit",
              paramLabel = "N",
              defaultValue = "20",
              description = "How many deliveries at most; 20 where it is not said.")
          int limit) {
    PrintWriter out = spec.commandLine().getOut();
    QuarantineActs.Listing listing =
        QuarantineActs.list(console.options().place(), filter.which(), limit);
    if (console.options().json()) {
      Json.print(listing, out);
    } else {
      QuarantinePage.print(listing, out);
    }
    return ExitCode.DONE;
  }

  @Command(name = "show", description = "Shows one record: its text as received, and its issues.")
  int show(
      @Parameters(paramLabel = "DELIVERY", description = "The delivery's number.") long delivery,
      @Parameters(paramLabel = "RECORD", description = "The record's number.") long record) {
    PrintWriter out = spec.commandLine().getOut();
    var found = QuarantineActs.show(console.options().place(), delivery, record);
    if (console.options().json()) {
      Json.print(found, out);
    } else {
      QuarantinePage.print(found, out);
    }
    return ExitCode.DONE;
  }

  /** What was written. */
  record Exported(String file, long records, long faults) {}

  @Command(
      name = "export",
      description = {
        "Writes all open records to a new CSV file, a row for each fault.",
        "Each has its place, what was found, what would be accepted, and the record's text. No cell",
        "can be taken for a formula; docs/query.md says how to read it back."
      })
  int export(
      @Parameters(paramLabel = "FILE", description = "A file that is not there yet.") Path file,
      @Mixin Filter filter) {
    Exported exported = exported(file, filter.which());
    PrintWriter out = spec.commandLine().getOut();
    if (console.options().json()) {
      Json.print(exported, out);
    } else {
      out.printf(
          "%d faults of %d records written to %s.%n",
          exported.faults(), exported.records(), exported.file());
    }
    return ExitCode.DONE;
  }

  /** Written to its end, or not there: half a file could be taken for a whole one. */
  private Exported exported(Path file, QuarantineActs.Which which) {
    try (PrintWriter writer = made(file)) {
      try {
        return write(file, which, writer);
      } catch (RuntimeException brokenOff) {
        Files.delete(file);
        throw brokenOff;
      }
    } catch (FileAlreadyExistsException e) {
      throw new Refusal("expected a file that is not there yet, found %s".formatted(file));
    } catch (NoSuchFileException e) {
      throw new Refusal("expected a file in a folder that is there, found %s".formatted(file));
    } catch (IOException e) {
      throw new Refusal("%s can't be written: %s".formatted(file, e.getMessage()));
    }
  }

  private static PrintWriter made(Path file) throws IOException {
    return new PrintWriter(
        Files.newBufferedWriter(
            file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
  }

  private Exported write(Path file, QuarantineActs.Which which, PrintWriter writer) {
    RecordCount page = new RecordCount(new CsvAnswer(writer));
    long faults = QuarantineActs.export(console.options().place(), which, page);
    page.end();
    if (writer.checkError()) {
      throw new Refusal("%s can't be written to its end; is the disk full?".formatted(file));
    }
    return new Exported(file.toAbsolutePath().toString(), page.records(), faults);
  }

  @Command(
      name = "waive",
      description = {
        "Closes open records that are to stay out of the warehouse for good; who and why is kept.",
        "Named are records, or a kind of fault, or else all of the delivery. Asks where they are",
        "not named and more than ten."
      })
  int waive(
      @Parameters(index = "0", paramLabel = "DELIVERY", description = "The delivery's number.")
          long delivery,
      @Parameters(
              index = "1..*",
              arity = "0..*",
              paramLabel = "RECORD",
              description = "The records' numbers.")
          List<Long> records,
      @Option(
              names = "--code",
              paramLabel = "CODE",
              defaultValue = "",
              description = "Only records with this kind of fault.")
          String code,
      @Option(
              names = "--reason",
              paramLabel = "TEXT",
              required = true,
              description = "Why they stay out.")
          String reason,
      @Mixin Confirmation confirmation) {
    PrintWriter out = spec.commandLine().getOut();
    // What is asked stands apart from what is printed as JSON.
    PrintWriter asking = console.options().json() ? spec.commandLine().getErr() : out;
    List<Long> named = records == null ? List.of() : records;
    Optional<QuarantineActs.Waived> waived =
        QuarantineActs.waive(
            console.options().place(),
            delivery,
            named,
            code,
            reason,
            scope -> isWanted(scope, named, confirmation, asking));
    if (waived.isEmpty()) {
      return ExitCode.NEEDS_ATTENTION;
    }
    if (console.options().json()) {
      Json.print(waived.get(), out);
    } else {
      QuarantinePage.print(waived.get(), out);
    }
    return ExitCode.DONE;
  }

  private static boolean isWanted(
      QuarantineActs.Waiver scope,
      List<Long> named,
      Confirmation confirmation,
      PrintWriter asking) {
    if (!named.isEmpty() || scope.records().size() <= FEW) {
      return true;
    }
    asking.printf(
        "%d open records of delivery %d (%s) are to be waived: they stay out of the warehouse.%n",
        scope.records().size(), scope.delivery(), scope.feed());
    return confirmation.given(asking);
  }
}
