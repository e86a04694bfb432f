package org.avance.extract.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.avance.extract.HeaderPlace;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;
import org.avance.issue.RefusedFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvRefusalTest {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final String QUOTES_ACCEPTED =
      "a quote inside a cell doubled, or `quoteChar` as the file has it";

  @TempDir Path folder;
  private CsvFiles files;

  @BeforeEach
  void setUp() {
    files = new CsvFiles(folder);
  }

  @Test
  void a_byte_the_encoding_cannot_hold_is_refused_by_line_and_offset() {
    CsvFiles.refuses(
        files.file("a,b\r\n1,2\r\n3,Querétaro\r\n".getBytes(WINDOWS)),
        CsvFiles.UTF8,
        encoding(
            3,
            "byte 0xE9 at offset 16 can't be UTF-8; the file may be windows-1252",
            "0xE9",
            "UTF-8"));
    CsvFiles.refuses(
        files.file("a,b\n1,Álamo\n".getBytes(StandardCharsets.UTF_8)),
        CsvFiles.dialect(WINDOWS),
        encoding(
            2,
            "byte 0x81 at offset 7 can't be windows-1252; the file may be UTF-8",
            "0x81",
            "windows-1252"));
    CsvFiles.refuses(
        files.file(new byte[] {'a', '\n', (byte) 0xC3, (byte) 0x28, (byte) 0x81}),
        CsvFiles.UTF8,
        encoding(2, "byte 0xC3 at offset 2 can't be UTF-8", "0xC3", "UTF-8"));
  }

  @Test
  void the_offset_and_the_line_hold_far_into_the_file() throws Exception {
    String rows = "1,ñandú\n".repeat(100_000);
    byte[] good = ("a,b\n" + rows).getBytes(StandardCharsets.UTF_8);
    byte[] bytes = Arrays.copyOf(good, good.length + 1);
    bytes[good.length] = (byte) 0xC3;
    CsvFiles.refuses(
        files.file(bytes),
        CsvFiles.UTF8,
        encoding(
            100_002,
            "byte 0xC3 at offset 1000004 can't be UTF-8; the file may be windows-1252",
            "0xC3",
            "UTF-8"));
  }

  @Test
  void a_nul_character_is_refused_by_its_line() {
    CsvFiles.refuses(
        files.file("a,b,c\n\0,2,3\n"),
        CsvFiles.UTF8,
        new Issue(
            IssueCode.NUL_BYTE,
            Location.line(2),
            "NUL",
            "line 2: expected text, found a NUL character",
            "text"));
  }

  @Test
  void a_quote_never_closed_is_refused_by_the_line_it_opens_on() {
    String rows = "x,y\n".repeat(33);
    CsvFiles.refuses(
        files.file("a,b\n" + rows + "1,\"two\n" + rows),
        CsvFiles.UTF8,
        quote(
            35,
            "a quote opens a cell here and is never closed",
            ("two\n" + rows).substring(0, 60) + "…"));
  }

  @Test
  void the_quote_named_is_the_one_that_opens_not_the_line_its_record_begins_on() {
    CsvFiles.refuses(
        files.file("a,b\n\"one\ntwo\",\"three\nfour"),
        CsvFiles.UTF8,
        quote(3, "a quote opens a cell here and is never closed", "three\nfour"));
  }

  @Test
  void a_quote_closed_in_mid_cell_is_refused_by_the_line_it_opens_on() {
    CsvFiles.refuses(
        files.file("a,b\r\n1,\"two\r\n3,\"four\"\r\n5,6\r\n"),
        CsvFiles.UTF8,
        quote(2, "a quote opens a cell here and closes in mid-cell at line 3", "two\r\n3,"));
    CsvFiles.refuses(
        files.file("a,b\n1,\"two\" three\n"),
        CsvFiles.UTF8,
        quote(2, "a quote opens a cell here and closes in mid-cell at line 2", "two"));
  }

  @Test
  void a_stray_quote_that_changes_the_count_of_cells_is_refused() {
    CsvFiles.refuses(
        files.file("a,b,c\n1,\"2,3\n4,5\",6,7\n"),
        CsvFiles.UTF8,
        quote(
            2,
            "a quote opens a cell here and closes at line 3; the record then has 4 cells, the header 3",
            "2,3\n4,5"));
  }

  @Test
  void a_stray_quote_that_swallows_whole_rows_is_refused_though_the_count_is_right() {
    CsvFiles.refuses(
        files.file("a,b,c\n1,2,\"x\n3,4,y\n5,6,z\"\n7,8,w\n"),
        CsvFiles.UTF8,
        quote(
            2,
            "a quote opens a cell here and closes at line 4; a line of it reads as a record of 3 cells",
            "x\n3,4,y\n5,6,z"));
  }

  @Test
  void a_record_beyond_the_limit_is_refused_by_its_line() {
    CsvFiles.refuses(
        files.file("a,b\n1,2\n3,45678901\n"),
        CsvFiles.limitedTo(9),
        new Issue(
            IssueCode.RECORD_TOO_LONG,
            Location.line(3),
            "3,45678901",
            "line 3: expected a record of at most 9 characters, found a longer one",
            "`maxRecordChars` of more than 9"));
  }

  @Test
  void a_line_of_many_megabytes_is_refused_without_being_held() throws Exception {
    Path file = folder.resolve("long.csv");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
      byte[] block = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 50; i++) {
        out.write(block);
      }
    }
    CsvFiles.refuses(
        file,
        CsvFiles.UTF8,
        new Issue(
            IssueCode.RECORD_TOO_LONG,
            Location.line(3),
            "x".repeat(60) + "…",
            "line 3: expected a record of at most 1000000 characters, found a longer one",
            "`maxRecordChars` of more than 1000000"));
    AtomicLong read = new AtomicLong();
    Reader counted =
        new FilterReader(new DecodedText(Files.newInputStream(file), StandardCharsets.UTF_8)) {
          @Override
          public int read(char[] target, int offset, int length) throws IOException {
            int count = in.read(target, offset, length);
            read.addAndGet(count);
            return count;
          }
        };
    try (Records records = new Records(counted, CsvFiles.UTF8)) {
      records.next();
      records.next();
      assertThatThrownBy(records::next).isInstanceOf(RefusedFile.class);
    }
    assertThat(read.get()).isLessThan(1_020_000);
  }

  @Test
  void a_quote_open_beyond_the_limit_is_refused_as_a_quote() {
    CsvFiles.refuses(
        files.file("a,b\n1,\"two\n" + "3,4\n".repeat(5_000)),
        CsvFiles.limitedTo(100),
        quote(
            2,
            "a quote opens a cell here and is not closed within 100 characters",
            ("two\n" + "3,4\n".repeat(14)) + "…"));
  }

  @Test
  void a_file_without_text_is_refused_as_empty() {
    Issue empty =
        new Issue(
            IssueCode.FILE_EMPTY,
            Location.FILE,
            "",
            "expected a table, found a file without text",
            "a header and records");
    for (String text : List.of("", "\uFEFF", " \r\n\t\n", " ".repeat(5_000))) {
      CsvFiles.refuses(files.file(text), CsvFiles.UTF8, empty);
    }
    HeaderPlace none = new HeaderPlace.None(List.of("a"));
    CsvFiles.refuses(files.file("\n\n"), CsvFiles.with(none), empty);
  }

  @Test
  void a_header_that_is_not_there_is_refused_with_the_rows_found() {
    Path file =
        files.file("Programa presupuestario y población objetivo,x\n\n1,2,3,4,5,6,7\n8\n9\n");
    String found =
        "line 1: Programa presupuestario y pobl… | x; line 3: 1 | 2 | 3 | 4 | 5 | 6 | …; line 4: 8";
    missing(
        file,
        new HeaderPlace.Containing(List.of("Ramo", "Clave")),
        "a row that holds the columns `Ramo`, `Clave`",
        found);
    missing(
        file,
        new HeaderPlace.Matching(Pattern.compile("Ramo.*")),
        "a row with a cell that matches `Ramo.*`",
        found);
    missing(file, new HeaderPlace.Rows(6, 7), "a header in rows 6-7", found);
  }

  @Test
  void a_blank_row_is_no_header() {
    CsvFiles.refuses(
        files.file("Title\n,,\n1,2,3\n"),
        CsvFiles.with(new HeaderPlace.Rows(2, 2)),
        new Issue(
            IssueCode.HEADER_NOT_FOUND,
            Location.FILE,
            "line 1: Title",
            "expected a header in row 2, found 2 rows without it: line 1: Title",
            "a header in row 2"));
  }

  @Test
  void a_delimiter_that_is_another_one_is_guessed_from_the_header() {
    Path plain = files.file("Clave; Año;Monto\n1;2;3\n");
    String found = "line 1: Clave; Año;Monto; line 2: 1;2;3";
    CsvFiles.refuses(
        plain,
        CsvFiles.with(new HeaderPlace.Containing(List.of("Año", "Clave"))),
        new Issue(
            IssueCode.HEADER_NOT_FOUND,
            Location.FILE,
            found,
            "expected a row that holds the columns `Año`, `Clave`, found 2 rows without it: "
                + found
                + "; is the `delimiter` \";\"?",
            "a row that holds the columns `Año`, `Clave`"));
    CsvFiles.refuses(
        files.file("\"Clave\"\t\"Año\"\n1\t2\n"),
        CsvFiles.UTF8,
        quote(
            1,
            "a quote opens a cell here and closes in mid-cell at line 1; is the `delimiter` \"\\t\"?",
            "Clave"));
  }

  @Test
  void a_header_read_in_the_wrong_encoding_is_told() {
    String found = "line 1: Clave | AÃ±o; line 2: 1 | 2";
    CsvFiles.refuses(
        files.file("Clave,Año\n1,2\n"),
        Dialect.of(WINDOWS, ',', new HeaderPlace.Containing(List.of("Año"))),
        new Issue(
            IssueCode.HEADER_NOT_FOUND,
            Location.FILE,
            found,
            "expected a row that holds the columns `Año`, found 2 rows without it: "
                + found
                + "; is `encoding` right? It reads \"AÃ±o\", in UTF-8 \"Año\"",
            "a row that holds the columns `Año`"));
  }

  private static void missing(Path file, HeaderPlace place, String expected, String found) {
    CsvFiles.refuses(
        file,
        CsvFiles.with(place),
        new Issue(
            IssueCode.HEADER_NOT_FOUND,
            Location.FILE,
            found,
            "expected " + expected + ", found 5 rows without it: " + found,
            expected));
  }

  private static Issue encoding(long line, String sentence, String hex, String name) {
    return new Issue(
        IssueCode.ENCODING_MISMATCH,
        Location.line(line),
        hex,
        "line " + line + ": " + sentence,
        "text in " + name);
  }

  private static Issue quote(long line, String sentence, String found) {
    return new Issue(
        IssueCode.QUOTE_UNBALANCED,
        Location.line(line),
        found,
        "line " + line + ": " + sentence,
        QUOTES_ACCEPTED);
  }
}
