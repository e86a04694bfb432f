package org.avance.feed.draft;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.avance.extract.HeaderPlace;
import org.avance.extract.RawRow;
import org.avance.extract.RawTable;
import org.avance.extract.container.Limits;
import org.avance.extract.csv.CsvTable;
import org.avance.extract.csv.Dialect;
import org.avance.extract.xlsx.WorkbookDialect;
import org.avance.extract.xlsx.XlsxTable;
import org.avance.feed.descriptor.TableFormat;
import org.avance.feed.text.Texts;
import org.avance.issue.RefusedFile;

/**
 * How a file's table is most likely written.
 *
 * @param headerRow 1-based; 0 where the table has no header
 * @param names of the columns in the header; empty where it has none
 * @param evidence why
 */
record TableForm(TableFormat format, int headerRow, List<String> names, String evidence) {
  private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
  private static final int ROWS = 200;
  private static final HeaderPlace FIRST_ROW = new HeaderPlace.Rows(1, 1);

  /** Rows read in one way, and that way with the header anywhere. */
  private record Reading(Function<HeaderPlace, TableFormat> way, List<List<String>> rows) {
    /** Cells that most rows have. */
    int width() {
      Map<Integer, Integer> counts = new HashMap<>();
      filled().forEach(row -> counts.merge(row.size(), 1, Integer::sum));
      return counts.entrySet().stream()
          .max(
              Map.Entry.<Integer, Integer>comparingByValue()
                  .thenComparing(Map.Entry.comparingByKey()))
          .map(Map.Entry::getKey)
          .orElse(0);
    }

    long agreeing() {
      int width = width();
      return filled().stream().filter(row -> row.size() == width).count();
    }

    List<List<String>> filled() {
      return rows.stream().filter(row -> row.stream().anyMatch(cell -> !cell.isBlank())).toList();
    }

    /** Rows that agree on more than one cell count; a wider table wins among equals. */
    long worth() {
      return width() < 2 ? 0 : agreeing() * 1000 + width();
    }
  }

  /** How a workbook's first visible worksheet is. */
  static TableForm ofWorkbook(Path file) throws IOException, RefusedFile {
    List<List<String>> rows = new ArrayList<>();
    WorkbookDialect fromTheTop = WorkbookDialect.of(new HeaderPlace.None(List.of()));
    try (RawTable table = XlsxTable.open(file, fromTheTop, Limits.USUAL)) {
      Optional<RawRow> row = table.next();
      while (row.isPresent() && row.get().firstLine() <= ROWS) {
        while (rows.size() < row.get().firstLine() - 1) {
          rows.add(List.of());
        }
        rows.add(row.get().cells());
        row = table.next();
      }
    }
    return form(new Reading(at -> new TableFormat.Workbook(WorkbookDialect.of(at)), rows));
  }

  static TableForm of(Path file, Charset encoding) throws IOException {
    Reading best = new Reading(delimited(encoding, ',', '"'), List.of());
    for (char quote : new char[] {'"', Dialect.NONE}) {
      for (char delimiter : DELIMITERS) {
        Reading reading = read(file, encoding, delimiter, quote);
        best = reading.worth() > best.worth() ? reading : best;
      }
      if (best.worth() > 0) {
        break;
      }
    }
    return best.worth() > 0 ? form(best) : form(read(file, encoding, ',', '"'));
  }

  private static Dialect dialect(Charset encoding, char delimiter, char quote, HeaderPlace header) {
    return new Dialect(
        encoding, delimiter, quote, Dialect.NONE, Set.of(), header, Dialect.MAX_RECORD_CHARS);
  }

  private static Function<HeaderPlace, TableFormat> delimited(
      Charset encoding, char delimiter, char quote) {
    return at -> new TableFormat.Delimited(dialect(encoding, delimiter, quote, at));
  }

  /** No rows where the file can't be read so. */
  private static Reading read(Path file, Charset encoding, char delimiter, char quote)
      throws IOException {
    Function<HeaderPlace, TableFormat> way = delimited(encoding, delimiter, quote);
    Dialect dialect = dialect(encoding, delimiter, quote, FIRST_ROW);
    try {
      return new Reading(way, CsvTable.firstRows(file, dialect, ROWS));
    } catch (RefusedFile e) {
      return new Reading(way, List.of());
    }
  }

  private static TableForm form(Reading reading) {
    int width = reading.width();
    String evidence =
        "%d of the first %d rows have %d cells"
            .formatted(reading.agreeing(), reading.filled().size(), width);
    int header = headerRow(reading.rows(), width);
    if (header == 0) {
      List<String> names = IntStream.rangeClosed(1, width).mapToObj(i -> "Column " + i).toList();
      TableFormat format = reading.way().apply(new HeaderPlace.None(names));
      return new TableForm(format, 0, names, evidence);
    }
    List<String> names =
        reading.rows().get(header - 1).stream()
            .map(Texts::folded)
            .filter(n -> !n.isEmpty())
            .toList();
    HeaderPlace place = header == 1 ? FIRST_ROW : new HeaderPlace.Containing(telling(names));
    return new TableForm(reading.way().apply(place), header, names, evidence);
  }

  /** The first row of many texts that are no numbers; 0 where there is none. */
  private static int headerRow(List<List<String>> rows, int width) {
    for (int i = 0; i < rows.size(); i++) {
      List<String> cells =
          rows.get(i).stream().map(Texts::folded).filter(c -> !c.isEmpty()).toList();
      boolean wide =
          cells.size() >= Math.max(2, (width + 1) / 2) || (width == 1 && !cells.isEmpty());
      long numbers = cells.stream().filter(TableForm::isFigure).count();
      if (wide && numbers == 0) {
        return i + 1;
      }
      if (wide && numbers * 2 >= cells.size()) {
        return 0;
      }
    }
    return 0;
  }

  /** A number that is no year: years name columns. */
  private static boolean isFigure(String cell) {
    return cell.matches("[-+$]?[\\d.,' ]*\\d ?%?") && !cell.matches("(19|20)\\d{2}");
  }

  /** Names by which the header is found again: the first that stand once. */
  private static List<String> telling(List<String> names) {
    List<String> telling = new ArrayList<>();
    for (String name : names) {
      if (Collections.frequency(names, name) == 1 && telling.size() < 3) {
        telling.add(name);
      }
    }
    return telling.isEmpty() ? names.subList(0, 1) : telling;
  }
}
