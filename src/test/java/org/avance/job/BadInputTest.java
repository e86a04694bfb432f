package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.avance.load.TestWarehouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One run over an inbox of files that are wrong in every way known, good ones among them: what is
 * said of each, that nothing is lost, and that the good ones are loaded.
 */
class BadInputTest {
  private static final String HEADER = TestLoads.COVERAGE_HEADER;
  private static final String GOOD = "E001,Uno,Personas,100,90";
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** As many records as a real file had when one stray quote swallowed 68 of them. */
  private static final int MANY = 21_692;

  private static final int SWALLOWED = 68;
  private static final int LONG_LINE_MEGABYTES = 50;

  @TempDir private static Path folder;
  private static TestLoads loads;
  private static RunResult result;

  @BeforeAll
  static void run() throws Exception {
    loads = new TestLoads(folder, TestWarehouse.migrated("bad_input"));
    descriptors();
    filesThatAreNone();
    filesReadWrongly();
    filesOfBrokenRecords();
    filesOfWrongCells();
    loads.file("bad/z-2099.csv", HEADER, GOOD, "E002,Niñas y niños,Personas,200,180");
    result = loads.result();
  }

  @AfterAll
  static void close() {
    loads.close();
  }

  private static void descriptors() {
    loads
        .feed("bad", TestLoads.COVERAGE, "tolerances: {quarantined: 2}")
        .feed("windows", TestLoads.COVERAGE, "dialect: {encoding: windows-1252}")
        .feed("found", TestLoads.COVERAGE, "dialect: {header: {containing: [Clave, Meta]}}")
        .feed(
            "dated",
            TestLoads.COVERAGE.replace("  unit:", "  year: Año\n  unit:"),
            "tolerances: {quarantined: 1}")
        .feed("nothing", TestLoads.COVERAGE);
  }

  private static void filesThatAreNone() throws IOException {
    loads
        .file("bad/a-2001.csv", new byte[0])
        .file("bad/b-2002.csv", "", " ", "")
        .file("bad/c-2003.csv", HEADER)
        .file("bad/d-2004.csv", GOOD, "E002,Dos,Personas,2,1")
        .file("bad/e-2005.csv", HEADER.replace("Atendida", "Atendidas"), GOOD)
        .file("bad/f-2006.csv", HEADER + ",Meta", GOOD + ",7")
        .file("bad/g-2007.csv", HEADER.replace(',', ';'), GOOD.replace(',', ';'))
        .file("found/a-2007.csv", "Título", HEADER.replace(',', '\t'), GOOD.replace(',', '\t'))
        .file("bad/no-year.csv", HEADER, GOOD);
    Files.createDirectories(folder.resolve("inbox/bad/y-2097.csv"));
    Files.createSymbolicLink(folder.resolve("inbox/bad/x-2098.csv"), Path.of("nowhere.csv"));
  }

  private static void filesReadWrongly() {
    String accents = HEADER + "\n" + GOOD + "\nE002,Niñas y niños,Personas,200,180\n";
    byte[] utf8 = accents.getBytes(StandardCharsets.UTF_8);
    loads
        .file("bad/h-2008.csv", accents.getBytes(WINDOWS))
        .file("bad/i-2009.csv", accents.getBytes(StandardCharsets.UTF_16LE))
        .file("bad/j-2010.csv", new String(utf8, WINDOWS).getBytes(StandardCharsets.UTF_8))
        .file("bad/k-2011.csv", accents.replace('ñ', '\uFFFD').getBytes(StandardCharsets.UTF_8))
        .file("windows/a-2008.csv", utf8)
        .file(
            "windows/b-2009.csv", accents.replace("Uno", "Álamo").getBytes(StandardCharsets.UTF_8))
        .file("windows/c-2010.csv", accents.getBytes(WINDOWS));
  }

  private static void filesOfBrokenRecords() throws IOException {
    loads
        .file("bad/l-2012.csv", withStrayQuote().toArray(String[]::new))
        .file("bad/m-2013.csv", HEADER, GOOD, "E002,\"Dos,Personas,2,1", "E003,Tres,Personas,3,2")
        .file("bad/n-2014.csv", HEADER, GOOD, "E0\0002,Dos,Personas,2,1")
        .file("bad/o-2015.csv", HEADER, GOOD, "E002,Dos,Personas", "E003,Tres,Personas,3,2,1");
    Path file = folder.resolve("inbox/bad/p-2016.csv");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write((HEADER + "\n" + GOOD + "\n").getBytes(StandardCharsets.UTF_8));
      byte[] megabyte = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < LONG_LINE_MEGABYTES; i++) {
        out.write(megabyte);
      }
    }
  }

  private static List<String> withStrayQuote() {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    for (int i = 1; i <= MANY; i++) {
      lines.add("E%05d,Programa,Personas,%d,%d".formatted(i, i, i));
    }
    lines.set(34, lines.get(34).replace("Programa", "\"Programa"));
    lines.set(34 + SWALLOWED, lines.get(34 + SWALLOWED).replace("Programa", "Programa\""));
    return lines;
  }

  private static void filesOfWrongCells() {
    String dated = "Clave,Programa,Año,Unidad,Meta,Atendida";
    loads
        .file("bad/q-2017.csv", HEADER, GOOD, "E002,Dos,Personas,52311 viviendas,1")
        .file("bad/r-2018.csv", HEADER, GOOD, GOOD, "E002,Dos,Personas,2,1")
        .file("bad/s-2019.csv", HEADER, GOOD, "E002,Dos,Personas,2,1", "E002,Dos,Personas,3,1")
        .file(
            "bad/t-2020.csv",
            HEADER,
            GOOD,
            "E002,Dos,Personas,dos,1",
            "E003,Tres,Personas,3,tres",
            "E004,Cuatro,Personas,cuatro,cuatro",
            "E005,Cinco,Personas,5,-5")
        .file(
            "dated/a-2018.csv",
            dated,
            "E001,Uno,2017,Personas,100,90",
            "E002,Dos,20177,Personas,2,1");
  }

  @Test
  void each_file_is_told_by_its_name_and_what_is_wrong_with_it() {
    assertThat(TestLoads.shown(result))
        .containsExactly(
            "bad/no-year.csv REJECTED; expected a file name that states its edition ([a-z-]*(?<edition>\\d{4}(-\\d\\d)?)\\.csv), found \"no-year.csv\"",
            "bad/a-2001.csv REJECTED; expected a table, found a file without text",
            "bad/b-2002.csv REJECTED; expected a table, found a file without text",
            "bad/c-2003.csv REJECTED; The file has no record under its header.",
            "bad/d-2004.csv REJECTED; expected a column \"Atendida\", \"Clave\", \"Meta\", \"Programa\", \"Unidad\", found the header \"E001\", \"Uno\", \"Personas\", \"100\", \"90\"",
            "bad/e-2005.csv REJECTED; expected a column \"Atendida\", found the header \"Clave\", \"Programa\", \"Unidad\", \"Meta\", \"Atendidas\"; for \"Atendida\", is it \"Atendidas\"?",
            "bad/f-2006.csv REJECTED; expected each column once, found more than one \"Meta\" in the header \"Clave\", \"Programa\", \"Unidad\", \"Meta\", \"Atendida\", \"Meta\"",
            "bad/g-2007.csv REJECTED; expected a column \"Atendida\", \"Clave\", \"Meta\", \"Programa\", \"Unidad\", found the header \"Clave;Programa;Unidad;Meta;Atendida\"; is the `delimiter` \";\"?",
            "bad/h-2008.csv REJECTED; line 3: byte 0xF1 at offset 68 can't be UTF-8; the file may be windows-1252",
            "bad/i-2009.csv REJECTED; line 1: expected text, found a NUL character",
            "bad/j-2010.csv PUBLISHED",
            "bad/k-2011.csv PUBLISHED",
            "bad/l-2012.csv REJECTED; line 35: a quote opens a cell here and closes at line 103; a line of it reads as a record of 5 cells",
            "bad/m-2013.csv REJECTED; line 3: a quote opens a cell here and is never closed",
            "bad/n-2014.csv REJECTED; line 3: expected text, found a NUL character",
            "bad/o-2015.csv PUBLISHED",
            "bad/p-2016.csv REJECTED; line 3: expected a record of at most 1000000 characters, found a longer one",
            "bad/q-2017.csv PUBLISHED",
            "bad/r-2018.csv PUBLISHED",
            "bad/s-2019.csv PUBLISHED",
            "bad/t-2020.csv REJECTED; 4 of 5 records are in quarantine, more than the descriptor bears (`tolerances: {quarantined: 2}`); the first: line 3: Meta: expected a number such as 1,234.5 but found \"dos\"; line 4: Atendida: expected a number such as 1,234.5 but found \"tres\"; line 5: Meta: expected a number such as 1,234.5 but found \"cuatro\"",
            "bad/z-2099.csv PUBLISHED",
            "dated/a-2018.csv PUBLISHED",
            "found/a-2007.csv REJECTED; expected a row that holds the columns `Clave`, `Meta`, found 3 rows without it: line 1: Título; line 2: Clave\tPrograma\tUnidad\tMeta\tAte…; line 3: E001\tUno\tPersonas\t100\t90; is the `delimiter` \"\\t\"?",
            "windows/a-2008.csv PUBLISHED",
            "windows/b-2009.csv REJECTED; line 2: byte 0x81 at offset 42 can't be windows-1252; the file may be UTF-8",
            "windows/c-2010.csv PUBLISHED");
  }

  @Test
  void what_is_no_file_is_told_by_its_name() {
    assertThat(result.unreadable())
        .containsExactly(
            "bad/x-2098.csv: can't be read (the link leads nowhere)",
            "bad/y-2097.csv: can't be read (a folder, not a file)");
  }

  @Test
  void a_feed_without_a_file_is_told_with_the_names_its_files_would_have() {
    assertThat(result.fileless()).containsExactly("nothing (nothing/*.csv)");
  }

  @Test
  void every_fault_is_an_issue_with_its_line_and_column() {
    assertThat(
            loads.rows(
                """
                SELECT file_name, code, severity, record_no, line, column_name, found, message, accepted
                FROM v_issues ORDER BY file_name, record_no, line, code, message
                """))
        .containsExactly(
            "bad/a-2001.csv | FILE_EMPTY | ERROR | 0 | 0 |  |  | expected a table, found a file without text | a header and records",
            "bad/b-2002.csv | FILE_EMPTY | ERROR | 0 | 0 |  |  | expected a table, found a file without text | a header and records",
            "bad/c-2003.csv | FILE_EMPTY | ERROR | 0 | 0 |  |  | The file has no record under its header. | at least one record",
            "bad/d-2004.csv | HEADER_NOT_FOUND | ERROR | 0 | 0 |  |  | expected a column \"Atendida\", \"Clave\", \"Meta\", \"Programa\", \"Unidad\", found the header \"E001\", \"Uno\", \"Personas\", \"100\", \"90\" | ",
            "bad/e-2005.csv | HEADER_NOT_FOUND | ERROR | 0 | 0 |  |  | expected a column \"Atendida\", found the header \"Clave\", \"Programa\", \"Unidad\", \"Meta\", \"Atendidas\"; for \"Atendida\", is it \"Atendidas\"? | ",
            "bad/f-2006.csv | HEADER_DUPLICATE | ERROR | 0 | 0 |  |  | expected each column once, found more than one \"Meta\" in the header \"Clave\", \"Programa\", \"Unidad\", \"Meta\", \"Atendida\", \"Meta\" | ",
            "bad/g-2007.csv | HEADER_NOT_FOUND | ERROR | 0 | 0 |  |  | expected a column \"Atendida\", \"Clave\", \"Meta\", \"Programa\", \"Unidad\", found the header \"Clave;Programa;Unidad;Meta;Atendida\"; is the `delimiter` \";\"? | ",
            "bad/h-2008.csv | ENCODING_MISMATCH | ERROR | 0 | 3 |  | 0xF1 | line 3: byte 0xF1 at offset 68 can't be UTF-8; the file may be windows-1252 | text in UTF-8",
            "bad/i-2009.csv | NUL_BYTE | ERROR | 0 | 1 |  | NUL | line 1: expected text, found a NUL character | text",
            "bad/j-2010.csv | MOJIBAKE | WARNING | 0 | 3 | Programa | NiÃ±as y niÃ±os | expected text of one encoding, found 1 cell with signs of another; the first is in line 3: \"NiÃ±as y niÃ±os\", in UTF-8 \"Niñas y niños\" | Niñas y niños",
            "bad/k-2011.csv | MOJIBAKE | WARNING | 0 | 3 | Programa | Ni\uFFFDas y ni\uFFFDos | expected text of one encoding, found 1 cell with signs of another; the first is in line 3: \"Ni\uFFFDas y ni\uFFFDos\" | ",
            "bad/l-2012.csv | QUOTE_UNBALANCED | ERROR | 0 | 35 |  | Programa,Personas,34,34\nE00035,Programa,Personas,35,35\nE0003… | line 35: a quote opens a cell here and closes at line 103; a line of it reads as a record of 5 cells | a quote inside a cell doubled, or `quoteChar` as the file has it",
            "bad/m-2013.csv | QUOTE_UNBALANCED | ERROR | 0 | 3 |  | Dos,Personas,2,1\nE003,Tres,Personas,3,2\n | line 3: a quote opens a cell here and is never closed | a quote inside a cell doubled, or `quoteChar` as the file has it",
            "bad/n-2014.csv | NUL_BYTE | ERROR | 0 | 3 |  | NUL | line 3: expected text, found a NUL character | text",
            "bad/no-year.csv | FILE_NAME_UNREADABLE | ERROR | 0 | 0 |  |  | expected a file name that states its edition ([a-z-]*(?<edition>\\d{4}(-\\d\\d)?)\\.csv), found \"no-year.csv\" | [a-z-]*(?<edition>\\d{4}(-\\d\\d)?)\\.csv",
            "bad/o-2015.csv | COLUMN_COUNT | ERROR | 2 | 3 |  |  | expected 5 cells as in the header but found 3 | 5 cells",
            "bad/o-2015.csv | COLUMN_COUNT | ERROR | 3 | 4 |  |  | expected 5 cells as in the header but found 6 | 5 cells",
            "bad/p-2016.csv | RECORD_TOO_LONG | ERROR | 0 | 3 |  | xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx… | line 3: expected a record of at most 1000000 characters, found a longer one | `maxRecordChars` of more than 1000000",
            "bad/q-2017.csv | NUMBER_UNREADABLE | ERROR | 2 | 3 | Meta | 52311 viviendas | Meta: expected a number such as 1,234.5 but found \"52311 viviendas\" | a number such as 1,234.5, or a missing word: NA, ND, NR",
            "bad/r-2018.csv | DUPLICATE_MERGED | INFO | 2 | 3 |  |  | The record repeats an earlier one to the letter. | ",
            "bad/s-2019.csv | KEY_CONFLICT | ERROR | 2 | 3 |  |  | The record states another value than line 4 for the same key (99 E002, 2019, target, MX). | one value for each key",
            "bad/s-2019.csv | KEY_CONFLICT | ERROR | 3 | 4 |  |  | The record states another value than line 3 for the same key (99 E002, 2019, target, MX). | one value for each key",
            "bad/t-2020.csv | NUMBER_UNREADABLE | ERROR | 2 | 3 | Meta | dos | Meta: expected a number such as 1,234.5 but found \"dos\" | a number such as 1,234.5, or a missing word: NA, ND, NR",
            "bad/t-2020.csv | NUMBER_UNREADABLE | ERROR | 3 | 4 | Atendida | tres | Atendida: expected a number such as 1,234.5 but found \"tres\" | a number such as 1,234.5, or a missing word: NA, ND, NR",
            "bad/t-2020.csv | NUMBER_UNREADABLE | ERROR | 4 | 5 | Atendida | cuatro | Atendida: expected a number such as 1,234.5 but found \"cuatro\" | a number such as 1,234.5, or a missing word: NA, ND, NR",
            "bad/t-2020.csv | NUMBER_UNREADABLE | ERROR | 4 | 5 | Meta | cuatro | Meta: expected a number such as 1,234.5 but found \"cuatro\" | a number such as 1,234.5, or a missing word: NA, ND, NR",
            "bad/t-2020.csv | NEGATIVE_COUNT | ERROR | 5 | 6 | Atendida | -5 | Atendida: expected a population of 0 or more but found \"-5\" | a number of 0 or more",
            "dated/a-2018.csv | YEAR_IMPLAUSIBLE | ERROR | 2 | 3 | Año | 20177 | Año: expected a year from 1900 to 2100 for year but found \"20177\" | a year from 1900 to 2100",
            "found/a-2007.csv | HEADER_NOT_FOUND | ERROR | 0 | 0 |  | line 1: Título; line 2: Clave\tPrograma\tUnidad\tMeta\tAte…; line 3: E001\tUno\tPersonas\t100\t90 | expected a row that holds the columns `Clave`, `Meta`, found 3 rows without it: line 1: Título; line 2: Clave\tPrograma\tUnidad\tMeta\tAte…; line 3: E001\tUno\tPersonas\t100\t90; is the `delimiter` \"\\t\"? | a row that holds the columns `Clave`, `Meta`",
            "windows/a-2008.csv | MOJIBAKE | WARNING | 0 | 3 | Programa | NiÃ±as y niÃ±os | expected text of one encoding, found 1 cell with signs of another; the first is in line 3: \"NiÃ±as y niÃ±os\", in UTF-8 \"Niñas y niños\" | Niñas y niños",
            "windows/b-2009.csv | ENCODING_MISMATCH | ERROR | 0 | 2 |  | 0x81 | line 2: byte 0x81 at offset 42 can't be windows-1252; the file may be UTF-8 | text in windows-1252");
  }

  @Test
  void every_record_read_has_one_fate() {
    assertThat(
            loads.rows(
                """
                SELECT file_name, records_read, records_staged, records_quarantined, records_blank, records_totals,
                  records_filtered, records_merged,
                  CAST(records_read AS INT) - records_staged - records_quarantined - records_blank - records_totals
                    - records_filtered - records_merged
                FROM v_delivery WHERE records_read > 0 ORDER BY file_name
                """))
        .containsExactly(
            "bad/h-2008.csv | 1 | 1 | 0 | 0 | 0 | 0 | 0 | 0",
            "bad/j-2010.csv | 2 | 2 | 0 | 0 | 0 | 0 | 0 | 0",
            "bad/k-2011.csv | 2 | 2 | 0 | 0 | 0 | 0 | 0 | 0",
            "bad/l-2012.csv | 33 | 33 | 0 | 0 | 0 | 0 | 0 | 0",
            "bad/m-2013.csv | 1 | 1 | 0 | 0 | 0 | 0 | 0 | 0",
            "bad/o-2015.csv | 3 | 1 | 2 | 0 | 0 | 0 | 0 | 0",
            "bad/p-2016.csv | 1 | 1 | 0 | 0 | 0 | 0 | 0 | 0",
            "bad/q-2017.csv | 2 | 1 | 1 | 0 | 0 | 0 | 0 | 0",
            "bad/r-2018.csv | 3 | 2 | 0 | 0 | 0 | 0 | 1 | 0",
            "bad/s-2019.csv | 3 | 1 | 2 | 0 | 0 | 0 | 0 | 0",
            "bad/t-2020.csv | 5 | 1 | 4 | 0 | 0 | 0 | 0 | 0",
            "bad/z-2099.csv | 2 | 2 | 0 | 0 | 0 | 0 | 0 | 0",
            "dated/a-2018.csv | 2 | 1 | 1 | 0 | 0 | 0 | 0 | 0",
            "windows/a-2008.csv | 2 | 2 | 0 | 0 | 0 | 0 | 0 | 0",
            "windows/c-2010.csv | 2 | 2 | 0 | 0 | 0 | 0 | 0 | 0");
    assertThat(
            loads.rows(
                "SELECT delivery_id, column_name FROM v_delivery_columns JOIN v_delivery USING (delivery_id) WHERE unaccounted <> 0 AND status = 'PUBLISHED'"))
        .isEmpty();
  }

  @Test
  void what_is_set_aside_is_kept_as_it_came() {
    assertThat(
            loads.rows(
                """
                SELECT file_name, record_no, first_line, raw FROM quarantine JOIN v_delivery USING (delivery_id)
                ORDER BY file_name, record_no
                """))
        .containsExactly(
            "bad/o-2015.csv | 2 | 3 | E002,Dos,Personas",
            "bad/o-2015.csv | 3 | 4 | E003,Tres,Personas,3,2,1",
            "bad/q-2017.csv | 2 | 3 | E002,Dos,Personas,52311 viviendas,1",
            "bad/s-2019.csv | 2 | 3 | E002,Dos,Personas,2,1",
            "bad/s-2019.csv | 3 | 4 | E002,Dos,Personas,3,1",
            "bad/t-2020.csv | 2 | 3 | E002,Dos,Personas,dos,1",
            "bad/t-2020.csv | 3 | 4 | E003,Tres,Personas,3,tres",
            "bad/t-2020.csv | 4 | 5 | E004,Cuatro,Personas,cuatro,cuatro",
            "bad/t-2020.csv | 5 | 6 | E005,Cinco,Personas,5,-5",
            "dated/a-2018.csv | 2 | 3 | E002,Dos,20177,Personas,2,1");
  }

  @Test
  void the_good_files_and_the_good_records_of_others_are_loaded() {
    assertThat(
            loads.rows(
                """
                SELECT feed, year, programme_code, programme_name, SUM(figure) FROM v_coverage_history
                GROUP BY feed, year, programme_code, programme_name ORDER BY feed, year, programme_code
                """))
        .containsExactly(
            "bad | 2010 | E001 | Uno | 190",
            "bad | 2010 | E002 | NiÃ±as y niÃ±os | 380",
            "bad | 2011 | E001 | Uno | 190",
            "bad | 2011 | E002 | Ni\uFFFDas y ni\uFFFDos | 380",
            "bad | 2015 | E001 | Uno | 190",
            "bad | 2017 | E001 | Uno | 190",
            "bad | 2018 | E001 | Uno | 190",
            "bad | 2018 | E002 | Dos | 3",
            "bad | 2019 | E001 | Uno | 190",
            "bad | 2099 | E001 | Uno | 190",
            "bad | 2099 | E002 | Niñas y niños | 380",
            "dated | 2017 | E001 | Uno | 190",
            "windows | 2008 | E001 | Uno | 190",
            "windows | 2008 | E002 | NiÃ±as y niÃ±os | 380",
            "windows | 2010 | E001 | Uno | 190",
            "windows | 2010 | E002 | Niñas y niños | 380");
  }

  @Test
  void a_second_run_loads_nothing_and_says_what_stands() {
    RunResult again = loads.result();
    assertThat(again.loads()).isEmpty();
    assertThat(again.unreadable()).isEqualTo(result.unreadable());
    assertThat(again.standing().stream().map(d -> d.fileName()).collect(Collectors.toSet()))
        .isEqualTo(
            result.loads().stream()
                .filter(load -> !load.outcome().isGood())
                .map(load -> load.fileName())
                .collect(Collectors.toSet()));
  }
}
