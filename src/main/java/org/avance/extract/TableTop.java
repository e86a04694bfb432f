package org.avance.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;
import org.avance.issue.RefusedFile;

/**
 * What stands above a table's first record.
 *
 * @param header the columns' names as printed, trimmed; trailing unnamed columns are left out
 * @param preamble rows above the header, numbered from the top of the file
 * @param width columns that the header rows print, unnamed ones too
 */
public record TableTop(List<String> header, List<RawRow> preamble, int width) {
  private static final int ROWS_SHOWN = 3;
  private static final int CELLS_SHOWN = 6;
  private static final int CHARS_SHOWN = 30;

  public TableTop {
    header = List.copyOf(header);
    preamble = List.copyOf(preamble);
  }

  /** The rows of a file from its top, numbered from 1. */
  @FunctionalInterface
  public interface Rows {
    Optional<RawRow> next() throws IOException, RefusedFile;
  }

  /**
   * Reads up to and with the header.
   *
   * @throws RefusedFile where no row that may be the header is
   */
  public static TableTop read(HeaderPlace place, Rows rows) throws IOException, RefusedFile {
    if (place instanceof HeaderPlace.None none) {
      return new TableTop(none.names(), List.of(), none.names().size());
    }
    List<RawRow> read = new ArrayList<>();
    Optional<RawRow> row = rows.next();
    while (row.isPresent() && row.get().number() <= place.lastCandidate()) {
      read.add(row.get());
      if (place.endsAt(row.get().number(), row.get().cells())) {
        return split(place, read);
      }
      row = rows.next();
    }
    throw notFound(place, read);
  }

  private static TableTop split(HeaderPlace place, List<RawRow> read) throws RefusedFile {
    long lastAbove = read.get(read.size() - 1).number() - place.height();
    List<RawRow> above = read.stream().filter(row -> row.number() <= lastAbove).toList();
    List<List<String>> printed = read.stream().skip(above.size()).map(RawRow::cells).toList();
    List<String> names = new HeaderNames(printed).joined();
    if (names.isEmpty()) {
      throw notFound(place, read);
    }
    int width = printed.stream().mapToInt(List::size).max().orElse(0);
    return new TableTop(names, above, width);
  }

  /**
   * A record's cells without the blank ones under unnamed trailing columns. Where one of them holds
   * text all are kept, so that the count of cells shows it.
   */
  public List<String> fitted(List<String> cells) {
    int named = header.size();
    if (cells.size() <= named || cells.size() > width) {
      return cells;
    }
    boolean unnamedAreBlank = cells.subList(named, cells.size()).stream().allMatch(String::isBlank);
    return unnamedAreBlank ? cells.subList(0, named) : cells;
  }

  private static RefusedFile notFound(HeaderPlace place, List<RawRow> read) {
    String found =
        read.stream()
            .filter(row -> !row.isBlank())
            .limit(ROWS_SHOWN)
            .map(row -> "line " + row.firstLine() + ": " + shortened(row.cells()))
            .collect(Collectors.joining("; "));
    String message =
        "expected %s, found %d rows without it%s%s%s"
            .formatted(
                place.describe(),
                read.size(),
                found.isEmpty() ? "" : ": " + found,
                otherDelimiter(place, read),
                Mojibake.hint(read.stream().flatMap(row -> row.cells().stream()).toList()));
    return new RefusedFile(
        new Issue(IssueCode.HEADER_NOT_FOUND, Location.FILE, found, message, place.describe()));
  }

  private static String otherDelimiter(HeaderPlace place, List<RawRow> read) {
    return place instanceof HeaderPlace.Rows
        ? ""
        : read.stream()
            .map(row -> OtherDelimiter.hint(row.raw(), names -> place.endsAt(row.number(), names)))
            .filter(hint -> !hint.isEmpty())
            .findFirst()
            .orElse("");
  }

  private static String shortened(List<String> cells) {
    String shown =
        cells.stream()
            .limit(CELLS_SHOWN)
            .map(TableTop::shortened)
            .collect(Collectors.joining(" | "));
    return cells.size() > CELLS_SHOWN ? shown + " | …" : shown;
  }

  private static String shortened(String cell) {
    String stripped = cell.strip();
    return stripped.length() > CHARS_SHOWN ? stripped.substring(0, CHARS_SHOWN) + "…" : stripped;
  }
}
