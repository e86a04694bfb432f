package org.avance.extract.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.avance.extract.RawRow;
import org.avance.issue.RefusedFile;
import org.junit.jupiter.api.Test;

/** Any text has the cells that commons-csv finds in it, or is refused where that refuses it. */
class RecordsAsCommonsCsvTest {
  private static final int TEXTS = 20_000;
  private static final List<String> PIECES =
      List.of(
          "a", "Ñ", " ", "\t", "\"", "\"", "\"\"", ",", ",", "#", "\n", "\n", "\r", "\r\n", "–");
  private static final String REFUSED = "refused";

  @Test
  void any_text_has_the_cells_that_commons_csv_finds() throws IOException {
    for (int seed = 0; seed < TEXTS; seed++) {
      Random random = new Random(seed);
      String text = text(random);
      boolean quoted = random.nextInt(5) > 0;
      boolean commented = random.nextInt(3) == 0;
      assertThat(ours(text, quoted, commented))
          .as("seed %d: %s", seed, text)
          .isEqualTo(theirs(text, quoted, commented));
    }
  }

  /** Some longer than what is read at a time. */
  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int filler = random.nextInt(20) == 0 ? 8_190 : 0;
    text.append("x".repeat(filler));
    for (int i = random.nextInt(30); i > 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private static List<List<String>> ours(String text, boolean quoted, boolean commented)
      throws IOException {
    Dialect dialect =
        new Dialect(
            StandardCharsets.UTF_8,
            ',',
            quoted ? '"' : Dialect.NONE,
            commented ? '#' : Dialect.NONE,
            Set.of(),
            CsvFiles.FIRST_ROW,
            100_000);
    List<List<String>> read = new ArrayList<>();
    try (Records records = new Records(new StringReader(text), dialect)) {
      for (Optional<RawRow> row = records.next(); row.isPresent(); row = records.next()) {
        read.add(row.get().cells());
      }
    } catch (RefusedFile refused) {
      read.add(List.of(REFUSED));
    }
    return read;
  }

  private static List<List<String>> theirs(String text, boolean quoted, boolean commented)
      throws IOException {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setQuote(quoted ? '"' : null)
            .setCommentMarker(commented ? '#' : null)
            .setIgnoreEmptyLines(false)
            .get();
    List<List<String>> read = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(text, format)) {
      for (CSVRecord each : parser) {
        read.add(each.toList());
      }
    } catch (UncheckedIOException refused) {
      read.add(List.of(REFUSED));
    }
    return read;
  }
}
