package org.avance.extract.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.avance.extract.HeaderPlace;
import org.avance.extract.RawRow;
import org.avance.issue.RefusedFile;

/**
 * Any bytes in any dialect, for a fuzzer and for {@link CsvFuzzTest}: a file is refused by an issue
 * of ours, or every line of it is in exactly one record, to the letter.
 */
public final class CsvFuzz {
  private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\r|\\n");
  private static final char[] DELIMITERS = {',', ';', '\t', '|'};
  private static final char[] QUOTES = {'"', '"', '\'', Dialect.NONE};
  private static final List<Charset> ENCODINGS =
      List.of(
          StandardCharsets.UTF_8,
          Charset.forName("windows-1252"),
          StandardCharsets.ISO_8859_1,
          StandardCharsets.UTF_16LE);
  private static final List<HeaderPlace> HEADERS =
      List.of(
          new HeaderPlace.Rows(1, 1),
          new HeaderPlace.Rows(2, 3),
          new HeaderPlace.Containing(List.of("a", "b")),
          new HeaderPlace.None(List.of("a", "b", "c")));
  private static final int CHOICES = 2;

  private final Dialect dialect;
  private final byte[] file;
  private final List<String> lines;

  private CsvFuzz(Dialect dialect, byte[] file) {
    this.dialect = dialect;
    this.file = file;
    this.lines = lines(text(file, dialect.encoding()));
  }

  /** The first two bytes choose the dialect; the file is what follows. Jazzer calls this. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    if (input.length >= CHOICES) {
      Dialect dialect = dialect(input[0], input[1]);
      new CsvFuzz(dialect, Arrays.copyOfRange(input, CHOICES, input.length)).check();
    }
  }

  private static Dialect dialect(int cells, int rows) {
    return new Dialect(
        ENCODINGS.get(cells >> 4 & 3),
        DELIMITERS[cells & 3],
        QUOTES[cells >> 2 & 3],
        (rows & 4) == 0 ? Dialect.NONE : '#',
        Set.of(),
        HEADERS.get(rows & 3),
        (rows & 8) == 0 ? 1_000 : 50);
  }

  private void check() throws IOException {
    try {
      List<RawRow> records = records();
      everyLineIsInOneRecord(records);
      records.forEach(this::cellsHoldAllThatIsPrinted);
      tableHasWhatStandsUnderTheHeader(records);
    } catch (RefusedFile refused) {
      assertThat(refused.issue().where().line()).isBetween(0L, lines.size() + 1L);
      assertThat(refused.issue().message()).isNotBlank();
    }
  }

  private List<RawRow> records() throws IOException, RefusedFile {
    List<RawRow> read = new ArrayList<>();
    try (Records records = Records.open(() -> new ByteArrayInputStream(file), dialect)) {
      Optional<RawRow> row = records.next();
      while (row.isPresent()) {
        read.add(row.get());
        row = records.next();
      }
    }
    return read;
  }

  private void everyLineIsInOneRecord(List<RawRow> records) {
    long next = 1;
    for (RawRow record : records) {
      linesAreComments(next, record.firstLine());
      List<String> own = lines.subList((int) record.firstLine() - 1, (int) record.lastLine());
      assertThat(record.raw()).isEqualTo(withoutLastEnd(String.join("", own)));
      next = record.lastLine() + 1;
    }
    linesAreComments(next, lines.size() + 1L);
  }

  private void linesAreComments(long from, long until) {
    assertThat(until).isGreaterThanOrEqualTo(from);
    assertThat(lines.subList((int) from - 1, (int) until - 1))
        .allMatch(line -> line.charAt(0) == dialect.commentChar());
  }

  private void cellsHoldAllThatIsPrinted(RawRow record) {
    assertThat(letters(String.join("", record.cells()))).isEqualTo(letters(record.raw()));
  }

  /** All but what a dialect may take away: quotes, delimiters, white space behind a quote. */
  private String letters(String text) {
    StringBuilder letters = new StringBuilder();
    text.chars()
        .filter(c -> c > ' ' && c != dialect.delimiter() && c != dialect.quoteChar())
        .forEach(c -> letters.append((char) c));
    return letters.toString();
  }

  private void tableHasWhatStandsUnderTheHeader(List<RawRow> records)
      throws IOException, RefusedFile {
    try (CsvTable table = CsvTable.open(() -> new ByteArrayInputStream(file), dialect)) {
      int above = table.preamble().size() + dialect.header().height();
      assertThat(table.preamble()).isEqualTo(records.subList(0, table.preamble().size()));
      for (RawRow expected : records.subList(above, records.size())) {
        RawRow row = table.next().orElseThrow();
        assertThat(row.raw()).isEqualTo(expected.raw());
        assertThat(row.number()).isEqualTo(expected.number() - above);
        assertThat(row.firstLine()).isEqualTo(expected.firstLine());
      }
      assertThat(table.next()).isEmpty();
    }
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    Matcher end = LINE_END.matcher(text);
    int start = 0;
    while (end.find()) {
      lines.add(text.substring(start, end.end()));
      start = end.end();
    }
    if (start < text.length()) {
      lines.add(text.substring(start));
    }
    return lines;
  }

  private static String withoutLastEnd(String text) {
    return text.replaceFirst("(?s)(\\r\\n|\\r|\\n)\\z", "");
  }

  private static String text(byte[] file, Charset declared) {
    String hex = java.util.HexFormat.of().formatHex(file, 0, Math.min(3, file.length));
    if (hex.equals("efbbbf")) {
      return new String(file, 3, file.length - 3, StandardCharsets.UTF_8);
    }
    if (hex.startsWith("feff")) {
      return new String(file, 2, file.length - 2, StandardCharsets.UTF_16BE);
    }
    return hex.startsWith("fffe")
        ? new String(file, 2, file.length - 2, StandardCharsets.UTF_16LE)
        : new String(file, declared);
  }
}
