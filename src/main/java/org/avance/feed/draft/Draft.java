package org.avance.feed.draft;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.avance.extract.FileForm;
import org.avance.extract.HeaderPlace;
import org.avance.extract.RawRow;
import org.avance.extract.RawTable;
import org.avance.extract.container.Limits;
import org.avance.extract.container.Packing;
import org.avance.extract.container.Unpacked;
import org.avance.extract.csv.Dialect;
import org.avance.feed.descriptor.TableFormat;
import org.avance.feed.text.Texts;
import org.avance.issue.RefusedFile;

/**
 * A descriptor drafted from a file. It is right as a descriptor; what it says of the file is
 * guessed.
 *
 * @param text YAML, each guess under a comment with its evidence
 * @param guesses how many there are
 */
public record Draft(String text, int guesses) {
  private static final String TOTAL = "(?i)(gran |sub)?total(es)?( general)?:?";

  /**
   * Drafts a descriptor.
   *
   * @param file read to its end, in constant memory
   * @param feed the feed's name
   * @param folder folder of such files below the inbox; empty for the inbox itself
   * @throws RefusedFile where the file holds no table
   */
  public static Draft of(Path file, String feed, String folder) throws IOException, RefusedFile {
    try (Unpacked unpacked = Unpacked.of(file, Packing.USUAL)) {
      String fileName = Unpacked.name(String.valueOf(file.getFileName()));
      return of(unpacked.file(), fileName, feed, folder);
    }
  }

  private static Draft of(Path file, String fileName, String feed, String folder)
      throws IOException, RefusedFile {
    FileForm content = FileForm.of(file);
    boolean isWorkbook = content == FileForm.XLSX || content == FileForm.OLE2;
    Encoding encoding = Encoding.of(file);
    TableForm form =
        isWorkbook ? TableForm.ofWorkbook(file) : TableForm.of(file, encoding.charset());
    Reading reading = read(file, form);
    Columns columns = Columns.of(reading.columns());
    Page page = new Page();
    writeTop(page, fileName, feed, reading);
    FileYear year = FileYear.of(fileName);
    FactDraft facts = new FactDraft(columns, page);
    writeFiles(page, year, folder);
    facts.writeKind();
    writeEdition(page, year);
    writeDialect(page, encoding, form);
    RecordDraft record = new RecordDraft(columns, page);
    record.writeNumbers();
    facts.writeMelt();
    boolean yearKnown = !year.pattern().isEmpty() || facts.namesYears();
    record.writeRecord(facts.kind(), !yearKnown);
    facts.writeFacts();
    writeTotals(page, columns);
    page.blank().comment("", "One bad record rejects a delivery, unless some are borne:");
    page.comment("", "tolerances: {quarantined: 5%}");
    page.comment(
        "",
        "Where `feed try` shows KEY_CONFLICT, name what tells the records apart, or see sameKey and aggregate.");
    return new Draft(page.toString(), page.guesses());
  }

  /**
   * What the table holds.
   *
   * @param stop why the rest could not be read; empty where all was
   */
  private record Reading(List<Profile> columns, long records, String stop) {}

  private static Reading read(Path file, TableForm form) throws IOException, RefusedFile {
    long records = 0;
    String stop = "";
    List<Profile> columns;
    try (RawTable table = form.format().open(file, Limits.USUAL)) {
      List<String> names = table.header().stream().map(Texts::folded).toList();
      columns = names.stream().map(Profile::new).toList();
      try {
        Optional<RawRow> row = table.next();
        while (row.isPresent()) {
          records++;
          List<String> cells = row.get().cells();
          for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
            columns.get(i).add(cells.get(i));
          }
          row = table.next();
        }
      } catch (RefusedFile refused) {
        stop = refused.issue().message();
      }
    }
    return new Reading(usable(columns), records, stop);
  }

  /** Columns that can be named: not those without a name, nor those that share one. */
  private static List<Profile> usable(List<Profile> columns) {
    List<String> names = columns.stream().map(Profile::name).toList();
    List<Profile> usable = new ArrayList<>(columns);
    usable.removeIf(c -> c.name().isEmpty() || Collections.frequency(names, c.name()) > 1);
    return usable.isEmpty() ? columns : usable;
  }

  private static void writeTop(Page page, String fileName, String feed, Reading reading) {
    page.line("# yaml-language-server: $schema=descriptor.schema.json");
    page.comment(
        "",
        String.format(
            Locale.ROOT,
            "Drafted from %s: %,d records, %d columns. Mend or confirm each guess and delete its comment.",
            fileName,
            reading.records(),
            reading.columns().size()));
    if (!reading.stop().isEmpty()) {
      page.comment("", "The file could not be read to its end: " + reading.stop());
    }
    page.line("feed: " + Page.scalar(feed));
    page.guess(
        "",
        "the file's name; write for people what the files are",
        "title: " + Page.scalar(fileName.replaceFirst("\\.\\w+$", "")));
    page.guess("", "write who sends the files", "agency: unknown");
  }

  private static void writeFiles(Page page, FileYear year, String folder) {
    page.guess(
        "",
        "where the files lie below the inbox, and how they are named",
        "files: '%s%s'".formatted(folder.isEmpty() ? "" : folder + "/", year.glob()));
  }

  private static void writeEdition(Page page, FileYear year) {
    page.blank();
    if (year.pattern().isEmpty()) {
      page.comment(
          "",
          "The file's name states no year: deliveries are ordered by arrival, and only add and correct.");
      return;
    }
    page.guess(
        "",
        "the year in the file's name is the one reported on, and a file states all of it",
        "edition: {fileName: '%s'%s}"
            .formatted(year.pattern().replace("'", "''"), year.isRange() ? ", yearEnd: last" : ""));
  }

  private static void writeDialect(Page page, Encoding encoding, TableForm form) {
    List<String> words = new ArrayList<>();
    if (!(form.format() instanceof TableFormat.Delimited text)) {
      writeWorkbook(page, form);
      return;
    }
    if (!encoding.charset().equals(StandardCharsets.UTF_8)) {
      words.add("encoding: " + encoding.charset().name().toLowerCase(Locale.ROOT));
    }
    Dialect dialect = text.dialect();
    if (dialect.delimiter() != ',') {
      words.add(
          "delimiter: "
              + (dialect.delimiter() == '\t' ? "tab" : "\"" + dialect.delimiter() + "\""));
    }
    if (dialect.quoteChar() == Dialect.NONE) {
      words.add("quoteChar: none");
    }
    header(form).ifPresent(words::add);
    page.blank();
    String why = encoding.evidence() + "; " + form.evidence();
    String usual = "utf-8, commas, header in row 1";
    if (words.isEmpty()) {
      page.comment("", "guess: %s, as is usual: %s; please confirm".formatted(usual, why));
    } else {
      page.guess("", why, "dialect: {%s}".formatted(String.join(", ", words)));
    }
  }

  private static void writeWorkbook(Page page, TableForm form) {
    page.blank();
    page.line("format: xlsx");
    String why = "of the first visible worksheet, " + form.evidence();
    header(form)
        .ifPresentOrElse(
            header -> page.guess("", why, "dialect: {%s}".formatted(header)),
            () -> page.comment("", "guess: header in row 1: " + why + "; please confirm"));
  }

  private static Optional<String> header(TableForm form) {
    if (form.headerRow() == 1) {
      return Optional.empty();
    }
    return Optional.of(
        form.format().header() instanceof HeaderPlace.Containing place
            ? "header: {containing: [%s]}".formatted(listed(place.columns()))
            : "header: {names: [%s]}".formatted(listed(form.names())));
  }

  private static String listed(List<String> names) {
    return names.stream().map(Page::scalar).collect(Collectors.joining(", "));
  }

  /** A row that says Total in some column. */
  private static void writeTotals(Page page, Columns columns) {
    for (Profile column : columns.all()) {
      long totals = column.count(text -> text.matches(TOTAL));
      if (totals > 0 && totals <= 3 && column.filled() > totals) {
        page.blank()
            .guess(
                "",
                column.evidence(totals, "totals") + "; such a row is compared and not loaded",
                "totals: {when: {column: %s, matching: '%s'}}"
                    .formatted(Page.scalar(column.name()), TOTAL));
        return;
      }
    }
  }
}
