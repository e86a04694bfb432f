package org.avance.extract.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.avance.extract.RawRow;
import org.avance.extract.csv.CsvFiles.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random tables, written in random dialects, read back as they were. */
class CsvPropertyTest {
  private static final int TABLES = 300;
  private static final List<Charset> ENCODINGS =
      List.of(
          Charset.forName("UTF-8"),
          Charset.forName("windows-1252"),
          Charset.forName("UTF-16"),
          Charset.forName("UTF-16LE"));
  private static final List<String> PIECES =
      List.of(
          "a", "Ñ", "7", " ", "\"", "'", ",", ";", "|", "\t", "#", "\n", "\r", "\r\n", "é", "–");

  @TempDir Path folder;

  @Test
  void a_table_reads_back_with_its_cells_lines_and_raw_text() throws Exception {
    for (int seed = 0; seed < TABLES; seed++) {
      Written written = new Written(new Random(seed));
      CsvFiles files = new CsvFiles(folder);
      Path file = files.file(written.text.toString().getBytes(written.dialect.encoding()));
      Table table = CsvFiles.read(file, written.dialect);
      assertThat(table.header()).as("seed %d", seed).isEqualTo(written.header);
      assertThat(table.rows()).as("seed %d", seed).isEqualTo(written.rows);
      for (RawRow row : table.rows()) {
        assertThat(readAlone(row.raw(), written.dialect))
            .as("seed %d", seed)
            .isEqualTo(row.cells());
      }
    }
  }

  private static List<String> readAlone(String raw, Dialect dialect) throws Exception {
    try (Records records = new Records(new StringReader(raw + "\n"), dialect)) {
      return records.next().orElseThrow().cells();
    }
  }

  /** A random table in a random dialect: its text, and the rows it must read as. */
  private static final class Written {
    final Dialect dialect;
    final List<String> header;
    final List<RawRow> rows = new ArrayList<>();
    final StringBuilder text = new StringBuilder();
    private final Random random;
    private final String lineEnd;
    private long line = 1;

    Written(Random random) {
      this.random = random;
      this.dialect = dialect();
      this.lineEnd = pick(List.of("\n", "\r\n", "\r"));
      int columns = 1 + random.nextInt(6);
      this.header = IntStream.range(0, columns).mapToObj(i -> "c" + i).toList();
      append(header.stream().map(this::quoted).toList());
      int count = random.nextInt(12);
      for (int number = 1; number <= count; number++) {
        comments();
        rows.add(row(number, columns));
      }
      if (rows.isEmpty() || random.nextBoolean() || rows.get(rows.size() - 1).raw().isEmpty()) {
        lineEnd();
      }
    }

    private Dialect dialect() {
      char delimiter = pick(List.of(',', ';', '|', '\t'));
      char quote = pick(List.of('"', '\''));
      char comment = pick(List.of('#', Dialect.NONE));
      Charset encoding = pick(ENCODINGS);
      return new Dialect(
          encoding, delimiter, quote, comment, Set.of(), CsvFiles.FIRST_ROW, 100_000);
    }

    private RawRow row(int number, int columns) {
      List<String> cells = IntStream.range(0, columns).mapToObj(i -> cell()).toList();
      lineEnd();
      long first = line;
      String raw = append(cells.stream().map(this::quoted).toList());
      return new RawRow(number, first, line, cells, raw);
    }

    /** Without delimiters in cells over several lines, which might look like swallowed records. */
    private String cell() {
      StringBuilder cell = new StringBuilder();
      int length = random.nextInt(random.nextInt(20) == 0 ? 3_000 : 8);
      for (int i = 0; i < length; i++) {
        cell.append(pick(PIECES));
      }
      String made = cell.toString();
      boolean overLines = made.contains("\n") || made.contains("\r");
      return overLines ? made.replace(String.valueOf(dialect.delimiter()), "") : made;
    }

    private String quoted(String cell) {
      String quote = String.valueOf(dialect.quoteChar());
      boolean needed =
          cell.startsWith(quote)
              || cell.indexOf(dialect.delimiter()) >= 0
              || cell.indexOf(dialect.commentChar()) >= 0
              || cell.contains("\n")
              || cell.contains("\r");
      return needed || random.nextInt(3) == 0
          ? quote + cell.replace(quote, quote + quote) + quote
          : cell;
    }

    private String append(List<String> cells) {
      String raw = String.join(String.valueOf(dialect.delimiter()), cells);
      text.append(raw);
      line += raw.split("\r\n|\r|\n", -1).length - 1;
      return raw;
    }

    private void comments() {
      while (dialect.commentChar() != Dialect.NONE && random.nextInt(4) == 0) {
        lineEnd();
        text.append(dialect.commentChar())
            .append(" says ")
            .append(dialect.delimiter())
            .append("\"");
      }
    }

    private void lineEnd() {
      text.append(lineEnd);
      line++;
    }

    private <T> T pick(List<T> choices) {
      return choices.get(random.nextInt(choices.size()));
    }
  }
}
