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
        .file("bad/f-2006.csv", HEADER + ",meta", GOOD + ",7")
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
    assertThat(TestLoads.shown(result)).containsExactly("?");
  }

  @Test
  void what_is_no_file_is_told_by_its_name() {
    assertThat(result.unreadable()).containsExactly("?");
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
        .containsExactly("?");
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
        .containsExactly("?");
    assertThat(
            loads.rows(
                "SELECT column_name FROM v_delivery_columns JOIN v_delivery USING (delivery_id) WHERE unaccounted <> 0 AND status = 'PUBLISHED'"))
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
        .containsExactly("?");
  }

  @Test
  void the_good_files_and_the_good_records_of_others_are_loaded() {
    assertThat(
            loads.rows(
                """
                SELECT feed, year, programme_code, programme_name, SUM(figure) FROM v_coverage_history
                GROUP BY feed, year, programme_code, programme_name ORDER BY feed, year, programme_code
                """))
        .containsExactly("?");
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
