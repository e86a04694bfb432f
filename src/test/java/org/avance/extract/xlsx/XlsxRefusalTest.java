package org.avance.extract.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.avance.extract.HeaderPlace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no workbook of the feed, or none that can be trusted; whole messages. */
class XlsxRefusalTest {
  private static final String ROW = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>";

  @TempDir Path folder;

  private String refusal(Map<String, String> parts) throws Exception {
    return Workbooks.refusal(Workbooks.zipped(folder, parts), Workbooks.FIRST_ROW);
  }

  private String refusalOf(String text) throws Exception {
    Path file = folder.resolve("x.xls");
    Files.writeString(file, text, StandardCharsets.ISO_8859_1);
    return Workbooks.refusal(file, Workbooks.FIRST_ROW);
  }

  @Test
  void a_file_that_is_no_workbook_is_told_by_what_it_is() throws Exception {
    String expected = "FORMAT_UNEXPECTED expected an XLSX or XLS workbook, found ";
    assertThat(refusalOf("")).isEqualTo(expected + "a file without bytes");
    assertThat(refusalOf("%PDF-1.7\n")).isEqualTo(expected + "a PDF document");
    assertThat(refusalOf("\n <HTML><table>")).isEqualTo(expected + "an HTML page");
    assertThat(refusalOf("<?xml version=\"1.0\"?><Workbook/>")).isEqualTo(expected + "an XML file");
    assertThat(refusalOf("\u001f\u008b\b")).isEqualTo(expected + "a gzip archive");
    assertThat(refusalOf("\0\u0001\u0002")).isEqualTo(expected + "bytes that are no text");
    assertThat(refusalOf("Clave,Monto\na,1\n"))
        .isEqualTo(expected + "text; if it is delimited text, say `format: csv`");
  }

  @Test
  void an_archive_that_is_no_workbook_is_refused() throws Exception {
    assertThat(refusal(Map.of("a.txt", "a")))
        .isEqualTo("WORKBOOK_DAMAGED expected a workbook, found an archive without _rels/.rels");
    assertThat(refusal(Map.of("_rels/.rels", Workbooks.relations())))
        .isEqualTo("WORKBOOK_DAMAGED expected a workbook, found an archive without");
    assertThat(refusalOf("PK\u0003\u0004 and no more"))
        .isEqualTo(
            "WORKBOOK_DAMAGED expected the workbook to be whole, found it cut off or damaged");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "_rels/.rels",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/worksheets/sheet1.xml",
        "xl/sharedStrings.xml",
        "xl/styles.xml"
      })
  void a_doctype_is_refused_in_every_part_before_it_means_anything(String part) throws Exception {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
    Map<String, String> parts = Workbooks.parts(ROW);
    String doctype =
        "?><!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\"><!ENTITY c SYSTEM \"%s\">]>"
            .formatted(secret.toUri());
    parts.compute(part, (name, xml) -> xml.replace("?>", doctype));
    assertThat(refusal(parts))
        .isEqualTo(
            "DOCTYPE_REFUSED expected XML without a document type, found a DOCTYPE in " + part);
  }

  @Test
  void a_part_that_is_no_xml_or_is_cut_off_is_refused() throws Exception {
    Map<String, String> parts = Workbooks.parts(ROW);
    parts.put("xl/worksheets/sheet1.xml", "<worksheet>\n<sheetData><row>");
    assertThat(refusal(parts))
        .isEqualTo(
            "WORKBOOK_DAMAGED expected XML in xl/worksheets/sheet1.xml, found what is none in its"
                + " line 2");
  }

  @Test
  void a_workbook_that_unpacks_to_more_than_the_feed_allows_is_refused_by_the_part()
      throws Exception {
    Map<String, String> parts = Workbooks.parts(ROW, " ".repeat(3 << 20));
    long packed = Files.size(Workbooks.zipped(folder, parts));
    assertThat(packed).isLessThan(10_000);
    assertThat(refusal(parts))
        .startsWith(
            "CONTAINER_TOO_LARGE expected entry \"xl/worksheets/sheet1.xml\" to unpack to at most"
                + " 200 times its packed size, found ");
  }

  @Test
  void a_part_that_is_damaged_within_the_archive_is_refused_by_its_name() throws Exception {
    Path file =
        Workbooks.zipped(
            folder, Workbooks.parts("<row><c><v>" + "1".repeat(99_999) + "</v></c></row>"));
    byte[] bytes = Files.readAllBytes(file);
    byte[] name = "xl/worksheets/sheet1.xml".getBytes(StandardCharsets.UTF_8);
    int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("xl/worksheets/sheet1.xml");
    bytes[at + name.length] = (byte) 0xFF;
    Files.write(file, bytes);
    assertThat(Workbooks.refusal(file, Workbooks.FIRST_ROW))
        .isEqualTo(
            "CONTAINER_BROKEN expected entry \"xl/worksheets/sheet1.xml\" to be whole, found it cut"
                + " off or damaged");
  }

  @Test
  void a_cell_or_row_beyond_what_a_worksheet_has_is_refused() throws Exception {
    assertThat(refusal(Workbooks.parts("<row r=\"1\"><c r=\"ZZZZ1\"><v>1</v></c></row>")))
        .isEqualTo(
            "WORKBOOK_DAMAGED expected columns 1 to 16384 in row 1 of worksheet Hoja1, found column"
                + " 475254");
    assertThat(refusal(Workbooks.parts("<row r=\"1048577\"/>")))
        .isEqualTo(
            "WORKBOOK_DAMAGED expected rows 1 to 1048576 in worksheet Hoja1, found row 1048577");
    assertThat(refusal(Workbooks.parts("<row r=\"uno\"/>")))
        .isEqualTo(
            "WORKBOOK_DAMAGED expected a whole number as the attribute r in"
                + " xl/worksheets/sheet1.xml, found \"uno\"");
    assertThat(refusal(Workbooks.parts("<row><c r=\"1A\"/></row>")))
        .isEqualTo(
            "WORKBOOK_DAMAGED expected a cell's place such as AB12 in xl/worksheets/sheet1.xml,"
                + " found \"1A\"");
    assertThat(refusal(Workbooks.parts("<row><c t=\"s\"><v>7</v></c></row>")))
        .isEqualTo(
            "WORKBOOK_DAMAGED expected the number of a shared text in xl/worksheets/sheet1.xml,"
                + " found \"7\"");
  }

  @Test
  void a_record_that_grows_by_referring_to_one_text_many_times_is_refused() throws Exception {
    Map<String, String> parts =
        Workbooks.parts(ROW, "<row>" + "<c t=\"s\"><v>0</v></c>".repeat(5) + "</row>");
    WorkbookDialect short24 =
        new WorkbookDialect(
            new WorksheetChoice.Visible(), Set.of(), new HeaderPlace.Rows(1, 1), 24);
    assertThat(Workbooks.refusal(Workbooks.zipped(folder, parts), short24))
        .isEqualTo(
            "RECORD_TOO_LONG line 2: expected a record of at most 24 characters, found a longer one"
                + " in worksheet Hoja1");
  }

  @Test
  void an_absent_worksheet_or_header_is_told_with_the_worksheets_found() throws Exception {
    XSSFWorkbook workbook = new XSSFWorkbook();
    workbook.createSheet("Uno");
    workbook.createSheet("Dos");
    workbook.setSheetHidden(1, true);
    workbook.createSheet("Tres");
    Path file = Workbooks.written(folder, workbook);
    HeaderPlace clave = new HeaderPlace.Containing(List.of("Clave"));
    assertThat(Workbooks.refusal(file, WorkbookDialect.of(clave)))
        .isEqualTo(
            "WORKSHEET_NOT_FOUND expected a visible worksheet that has a row that holds the columns"
                + " `Clave`, found the worksheets `Uno`, `Dos` (hidden), `Tres`");
    assertThat(Workbooks.refusal(file, choosing(new WorksheetChoice.Named("Cuatro"))))
        .isEqualTo(
            "WORKSHEET_NOT_FOUND expected the worksheet `Cuatro`, found the worksheets `Uno`, `Dos`"
                + " (hidden), `Tres`");
    assertThat(
            Workbooks.refusal(
                file, choosing(new WorksheetChoice.Matching(Pattern.compile("\\d+")))))
        .isEqualTo(
            "WORKSHEET_NOT_FOUND expected a worksheet whose name matches `\\d+`, found the"
                + " worksheets `Uno`, `Dos` (hidden), `Tres`");
  }

  private static WorkbookDialect choosing(WorksheetChoice choice) {
    return new WorkbookDialect(choice, Set.of(), new HeaderPlace.Rows(1, 1), 1000);
  }

  @Test
  void the_header_of_the_only_worksheet_is_told_with_the_rows_found() throws Exception {
    Path file = Workbooks.zipped(folder, Workbooks.parts(ROW));
    assertThat(
            Workbooks.refusal(
                file, WorkbookDialect.of(new HeaderPlace.Containing(List.of("Monto")))))
        .isEqualTo(
            "HEADER_NOT_FOUND expected a row that holds the columns `Monto`, found 1 rows without"
                + " it: line 1: Clave");
  }

  private static final String ENCRYPTED =
      "WORKBOOK_ENCRYPTED expected a workbook that opens without a password, found that the"
          + " workbook is encrypted";

  @ParameterizedTest
  @ValueSource(strings = {"secreto", "VelvetSweatshop"})
  void an_encrypted_xlsx_workbook_is_refused_by_name(String password) throws Exception {
    Path file = folder.resolve("locked.xlsx");
    Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
    encryptor.confirmPassword(password);
    try (POIFSFileSystem locked = new POIFSFileSystem();
        OutputStream out = Files.newOutputStream(file)) {
      try (OutputStream content = encryptor.getDataStream(locked);
          XSSFWorkbook workbook = new XSSFWorkbook()) {
        workbook.createSheet("Hoja1");
        workbook.write(content);
      }
      locked.writeFilesystem(out);
    }
    assertThat(Workbooks.refusal(file, Workbooks.FIRST_ROW)).isEqualTo(ENCRYPTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"secreto", "VelvetSweatshop"})
  void an_encrypted_xls_workbook_is_refused_by_name(String password) throws Exception {
    HSSFWorkbook workbook = new HSSFWorkbook();
    workbook.createSheet("Hoja1").createRow(0).createCell(0).setCellValue("Clave");
    Biff8EncryptionKey.setCurrentUserPassword(password);
    Path file;
    try {
      file = Workbooks.written(folder, workbook);
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
    assertThat(Workbooks.refusal(file, Workbooks.FIRST_ROW)).isEqualTo(ENCRYPTED);
  }

  @Test
  void another_document_of_the_same_container_is_refused() throws Exception {
    Path file = folder.resolve("other.xls");
    try (POIFSFileSystem other = new POIFSFileSystem();
        OutputStream out = Files.newOutputStream(file)) {
      other.createDocument(new java.io.ByteArrayInputStream(new byte[9]), "WordDocument");
      other.writeFilesystem(out);
    }
    assertThat(Workbooks.refusal(file, Workbooks.FIRST_ROW))
        .isEqualTo(
            "WORKBOOK_DAMAGED expected a workbook of Excel 97 or later, found another document of"
                + " the same container: [WordDocument]");
  }

  @Test
  void a_damaged_xls_workbook_is_refused_wherever_it_is_cut() throws Exception {
    HSSFWorkbook workbook = new HSSFWorkbook();
    for (int i = 0; i < 200; i++) {
      workbook.createSheet("S" + i).createRow(0).createCell(0).setCellValue("Clave" + i);
    }
    byte[] whole = Files.readAllBytes(Workbooks.written(folder, workbook));
    Path file = folder.resolve("cut.xls");
    for (int length : List.of(9, 600, 4000, whole.length / 2)) {
      Files.write(file, java.util.Arrays.copyOf(whole, length));
      assertThat(Workbooks.refusal(file, Workbooks.FIRST_ROW))
          .startsWith("WORKBOOK_DAMAGED expected an XLS workbook, found one that is damaged: ");
    }
  }

  @Test
  void links_out_of_the_workbook_and_macros_are_left_alone() throws Exception {
    Map<String, String> parts = Workbooks.parts(ROW, "<row><c><f>[1]Hoja!A1</f><v>5</v></c></row>");
    parts.put(
        "xl/_rels/workbook.xml.rels",
        parts
            .get("xl/_rels/workbook.xml.rels")
            .replace(
                "</Relationships>",
                Workbooks.relation("e", "externalLink", "externalLinks/externalLink1.xml")
                    + Workbooks.relation("m", "vbaProject", "vbaProject.bin")
                    + Workbooks.relation("w", "worksheet", "http://127.0.0.1:9/sheet.xml")
                        .replace("/>", " TargetMode=\"External\"/>")
                    + "</Relationships>"));
    parts.put("xl/externalLinks/externalLink1.xml", "<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/\">");
    parts.put("xl/vbaProject.bin", "Shell");
    parts.compute(
        "xl/workbook.xml",
        (name, xml) ->
            xml.replace("</sheets>", "<sheet name=\"Lejos\" sheetId=\"2\" r:id=\"w\"/></sheets>"));
    assertThat(Workbooks.read(Workbooks.zipped(folder, parts), Workbooks.FIRST_ROW))
        .containsExactly("Clave", "1@2: 5");
  }
}
