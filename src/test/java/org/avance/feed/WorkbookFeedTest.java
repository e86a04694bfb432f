package org.avance.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.avance.extract.RawRow;
import org.avance.issue.RefusedFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feeds of workbooks, by the words that feeds of delimited text use, and two more. */
class WorkbookFeedTest {
  private static final String[] REST = {
    "kind: coverage",
    "edition: {constant: '2020'}",
    "record: {agency: Ramo, programme: Clave}",
    "facts: [{value: Total}]"
  };

  @TempDir Path folder;
  private FeedFixture fixture;

  @BeforeEach
  void fixture() {
    fixture = new FeedFixture(folder);
  }

  private static String[] with(String... lines) {
    List<String> all = new ArrayList<>(List.of(REST));
    all.addAll(List.of(lines));
    return all.toArray(String[]::new);
  }

  private Path workbook() throws Exception {
    Path file = folder.resolve("x_2020.xlsx");
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      workbook.createSheet("Portada").createRow(0).createCell(0).setCellValue("Informe");
      Sheet sheet = workbook.createSheet("Cobertura 2020");
      String[] names = {"Ramo", "Clave", "Total"};
      for (int i = 0; i < names.length; i++) {
        sheet.createRow(2 + i);
      }
      for (int i = 0; i < names.length; i++) {
        sheet.getRow(2).createCell(i).setCellValue(names[i]);
      }
      sheet.getRow(3).createCell(0).setCellValue(20);
      sheet.getRow(3).createCell(1).setCellValue("S-1");
      sheet.getRow(3).createCell(2).setCellValue(1234.5);
      sheet.getRow(4).createCell(0).setCellValue(20);
      sheet.getRow(4).createCell(1).setCellValue("S-2");
      workbook.write(out);
    }
    return file;
  }

  private List<String> records(Feed feed) throws Exception {
    List<String> records = new ArrayList<>();
    try (OpenFile open = feed.open(workbook(), "x_2020.xlsx")) {
      Optional<RawRow> row = open.next();
      while (row.isPresent()) {
        records.add(FeedFixture.shown(open.map(row.get())));
        row = open.next();
      }
    }
    return records;
  }

  @Test
  void a_worksheet_is_mapped_as_delimited_text_is() throws Exception {
    Feed byName =
        fixture.feed(
            with("format: xlsx", "dialect: {worksheet: cobertura 2020, header: {rows: 3}}"));
    List<String> expected = new ArrayList<>();
    expected.addAll(
        fixture.records(fixture.feed(REST), "Ramo,Clave,Total", "20,S-1,1234.5", "20,S-2,"));
    assertThat(records(byName)).isEqualTo(expected);
    assertThat(
            records(
                fixture.feed(
                    with(
                        "format: xlsx",
                        "dialect: {worksheet: {matching: 'Cobertura \\d+'}, headerRows: 3}"))))
        .isEqualTo(expected);
    assertThat(
            records(
                fixture.feed(
                    with("format: xlsx", "dialect: {header: {containing: [Clave, Total]}}"))))
        .isEqualTo(expected);
  }

  @Test
  void a_file_of_the_other_format_is_refused_by_name() throws Exception {
    Path file = workbook();
    RefusedFile refused =
        catchThrowableOfType(
            RefusedFile.class, () -> fixture.feed(REST).open(file, "x_2020.xlsx").close());
    assertThat(refused.issue().message())
        .isEqualTo("expected delimited text, found an XLSX workbook; say `format: xlsx`");
    assertThat(
            fixture.refusal(fixture.feed(with("format: xlsx")), "x_2020.csv", "Ramo,Clave,Total"))
        .isEqualTo(
            "FORMAT_UNEXPECTED expected an XLSX or XLS workbook, found text; if it is delimited"
                + " text, say `format: csv`");
  }

  @Test
  void a_word_that_means_nothing_in_the_format_is_refused() {
    assertThat(
            fixture.faults(
                with("format: xlsx", "dialect: {delimiter: ';', worksheet: A, raggedRows: pad}")))
        .containsExactly(
            "x.yaml:10: dialect: the word \"delimiter\" has no meaning in format xlsx; expected"
                + " words of worksheet, header, headerRows, commentRows, maxRecordChars",
            "x.yaml:10: dialect: the word \"raggedRows\" has no meaning in format xlsx; expected"
                + " words of worksheet, header, headerRows, commentRows, maxRecordChars");
    assertThat(fixture.faults(with("dialect: {worksheet: A}")))
        .containsExactly(
            "x.yaml:9: dialect: the word \"worksheet\" has no meaning in format csv; expected words"
                + " of encoding, delimiter, quoteChar, header, headerRows, commentChar, commentRows,"
                + " raggedRows, maxRecordChars");
  }

  @Test
  void a_format_or_a_worksheet_that_is_none_is_refused() {
    assertThat(fixture.faults(with("format: xls")))
        .containsExactly(
            "x.yaml:9: format: expected one of csv, xlsx but found \"xls\"; did you mean \"xlsx\"?");
    assertThat(fixture.faults(with("format: xlsx", "dialect: {worksheet: {named: A}}")))
        .containsExactly(
            "x.yaml:10: unknown word \"named\" in dialect.worksheet; expected one of matching",
            "x.yaml:10: dialect.worksheet: expected the word \"matching\" with a regular expression"
                + " but found none");
  }

  @Test
  void a_layout_may_have_a_format_of_its_own() throws Exception {
    Feed feed =
        fixture.feed(
            with(
                "layouts:",
                "  - {name: books, when: {fileName: '.*\\.xlsx'}, format: xlsx, dialect: {header: {rows: 3}, worksheet: Cobertura 2020}}",
                "  - {name: texts}"));
    assertThat(records(feed)).hasSize(2);
    assertThat(fixture.records(feed, "Ramo,Clave,Total", "20,S-1,1")).hasSize(1);
  }
}
