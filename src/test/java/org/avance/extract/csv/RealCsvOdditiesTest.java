package org.avance.extract.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.avance.RealFiles;
import org.avance.extract.HeaderPlace;
import org.avance.extract.Mojibake;
import org.avance.extract.csv.CsvFiles.Table;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The files of csv-spectrum and csvkit, where they are at hand; they are not part of this tree. */
class RealCsvOdditiesTest {
  /** Its JSON states another telephone number than its CSV, and one record outside a list. */
  private static final String MISTAKEN = "location_coordinates.csv";

  @TempDir Path folder;
  private Path oddities = Path.of("");

  @BeforeEach
  void findFiles() {
    oddities = RealFiles.folder().resolve("csv-oddities");
  }

  @Test
  void every_csv_of_the_spectrum_reads_as_its_json_says() throws Exception {
    List<Path> files = files(oddities.resolve("csvs"));
    assertThat(files).hasSize(11);
    for (Path csv : files) {
      String json = csv.getFileName().toString().replace(".csv", ".json");
      Object expected =
          JsonMapper.shared().readValue(oddities.resolve("json").resolve(json), Object.class);
      assertThat(records(CsvFiles.read(named(csv), CsvFiles.UTF8))).as(json).isEqualTo(expected);
    }
  }

  @Test
  void encodings_line_ends_and_ragged_rows_read_as_they_are() throws Exception {
    Charset latin1 = StandardCharsets.ISO_8859_1;
    List<List<String>> plain = List.of(List.of("1", "2", "3"), List.of("4", "5", "ʤ"));
    assertThat(cells("test_utf8_bom.csv", latin1)).isEqualTo(plain);
    assertThat(cells("test_utf16_big.csv", latin1)).isEqualTo(plain);
    assertThat(cells("test_utf16_little.csv", latin1)).isEqualTo(plain);
    assertThat(cells("test_latin1.csv", latin1))
        .containsExactly(List.of("1", "2", "3"), List.of("4", "5", "©"));
    assertThat(cells("mac_newlines.csv", latin1))
        .containsExactly(List.of("1", "2", "3"), List.of("Once upon\ra time", "5", "6"));
    assertThat(cells("test_empty_columns_long_row.csv", latin1))
        .containsExactly(List.of("", "", "", ""));
    assertThat(cells("test_empty_columns_short_row.csv", latin1)).containsExactly(List.of("", ""));
    assertThat(cells("test_locale.csv", latin1)).containsExactly(List.of("1,7", "200.000.000", ""));
    assertThat(cells("csvs/" + MISTAKEN, StandardCharsets.UTF_8))
        .containsExactly(
            List.of(
                "2095257564", "37\uFFFD36'37.8\"N 121\uFFFD2'17.9\"W", "Modesto", "Stanislaus"));
    HeaderPlace none = new HeaderPlace.None(List.of("a", "b", "c"));
    assertThat(CsvFiles.read(oddities.resolve("no_header_row.csv"), CsvFiles.with(none)).cells())
        .containsExactly(List.of("1", "2", "3"));
  }

  /** Degrees that were lost before the file came. */
  @Test
  void what_another_encoding_left_is_noticed() throws Exception {
    Table table = CsvFiles.read(oddities.resolve("csvs/" + MISTAKEN), CsvFiles.UTF8);
    Mojibake mojibake = new Mojibake(table.header());
    table.rows().forEach(mojibake::look);
    String found = "37\uFFFD36'37.8\"N 121\uFFFD2'17.9\"W";
    assertThat(mojibake.issue())
        .contains(
            new Issue(
                IssueCode.MOJIBAKE,
                Location.cell(2, table.header().get(1)),
                found,
                "expected text of one encoding, found 1 cell with signs of another; the first is in line 2: \""
                    + found
                    + "\"",
                ""));
  }

  @Test
  void a_nul_and_a_wrong_encoding_are_refused() {
    CsvFiles.refuses(
        oddities.resolve("null_byte.csv"),
        CsvFiles.UTF8,
        new Issue(
            IssueCode.NUL_BYTE,
            Location.line(2),
            "NUL",
            "line 2: expected text, found a NUL character",
            "text"));
    CsvFiles.refuses(
        oddities.resolve("test_latin1.csv"),
        CsvFiles.UTF8,
        new Issue(
            IssueCode.ENCODING_MISMATCH,
            Location.line(3),
            "0xA9",
            "line 3: byte 0xA9 at offset 16 can't be UTF-8; the file may be windows-1252",
            "text in UTF-8"));
  }

  /** The file with the line ends its name states; a checkout may have changed them. */
  private Path named(Path csv) throws IOException {
    if (!csv.toString().contains("crlf")) {
      return csv;
    }
    return new CsvFiles(folder).file(Files.readString(csv).replaceAll("\r?\n", "\r\n"));
  }

  private List<List<String>> cells(String name, Charset encoding) throws Exception {
    return CsvFiles.read(oddities.resolve(name), CsvFiles.dialect(encoding)).cells();
  }

  private static List<Map<String, String>> records(Table table) {
    List<Map<String, String>> records = new ArrayList<>();
    for (List<String> cells : table.cells()) {
      Map<String, String> record = new LinkedHashMap<>();
      for (int i = 0; i < cells.size(); i++) {
        record.put(table.header().get(i), cells.get(i));
      }
      records.add(record);
    }
    return records;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.endsWith(MISTAKEN)).sorted().toList();
    }
  }
}
