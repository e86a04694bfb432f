package org.avance.extract.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Workbook;
import org.avance.extract.HeaderPlace;
import org.avance.extract.RawRow;
import org.avance.extract.container.Limits;
import org.avance.issue.Issue;
import org.avance.issue.RefusedFile;

/** Workbooks as tests need them, and what is read from them, written as lines. */
final class Workbooks {
  static final WorkbookDialect FIRST_ROW = WorkbookDialect.of(new HeaderPlace.Rows(1, 1));

  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  private static final String MAIN =
      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
          + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
  private static final String TYPE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  private Workbooks() {}

  /** The parts of a workbook with one worksheet, {@code Hoja1}, of these rows. */
  static Map<String, String> parts(String... rows) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", XML + "<Types/>");
    parts.put("_rels/.rels", relations(relation("a", "officeDocument", "xl/workbook.xml")));
    parts.put(
        "xl/workbook.xml",
        "%s<workbook %s><sheets><sheet name=\"Hoja1\" sheetId=\"1\" r:id=\"s1\"/></sheets></workbook>"
            .formatted(XML, MAIN));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        relations(
            relation("s1", "worksheet", "worksheets/sheet1.xml"),
            relation("t", "sharedStrings", "sharedStrings.xml"),
            relation("f", "styles", "/xl/styles.xml")));
    parts.put("xl/worksheets/sheet1.xml", worksheet(String.join("", rows), ""));
    parts.put(
        "xl/sharedStrings.xml",
        "%s<sst %s><si><t>Clave</t></si><si><r><t>Ri</t></r><r><t>co</t></r><rPh><t>x</t></rPh></si></sst>"
            .formatted(XML, MAIN));
    parts.put(
        "xl/styles.xml",
        "%s<styleSheet %s><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
            .formatted(XML, MAIN));
    return parts;
  }

  /** A worksheet's part: its rows, and what stands behind them. */
  static String worksheet(String rows, String behind) {
    return "%s<worksheet %s><sheetData>%s</sheetData>%s</worksheet>"
        .formatted(XML, MAIN, rows, behind);
  }

  static String relations(String... relations) {
    return "%s<Relationships>%s</Relationships>".formatted(XML, String.join("", relations));
  }

  static String relation(String id, String type, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s%s\" Target=\"%s\"/>"
        .formatted(id, TYPE, type, target);
  }

  static Path zipped(Path folder, Map<String, String> parts) throws IOException {
    Path file = Files.createTempFile(folder, "book", ".xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  /** As POI writes it, which is closed. */
  static Path written(Path folder, Workbook workbook) throws IOException {
    Path file = Files.createTempFile(folder, "book", ".bin");
    try (workbook;
        OutputStream out = Files.newOutputStream(file)) {
      workbook.write(out);
    }
    return file;
  }

  /** Header, then each record with its number and line; then the codes and messages of notes. */
  static List<String> read(Path file, WorkbookDialect dialect) throws IOException, RefusedFile {
    List<String> lines = new ArrayList<>();
    try (XlsxTable table = XlsxTable.open(file, dialect, Limits.USUAL)) {
      lines.add(String.join(" | ", table.header()));
      Optional<RawRow> row = table.next();
      while (row.isPresent()) {
        lines.add(shown(row.get()));
        row = table.next();
      }
      table.notes().forEach(note -> lines.add(note.code() + " " + note.message()));
    }
    return lines;
  }

  private static String shown(RawRow row) {
    assertThat(row.lastLine()).isEqualTo(row.firstLine());
    assertThat(row.raw()).isEqualTo(String.join("\t", row.cells()));
    return row.number() + "@" + row.firstLine() + ": " + String.join(" | ", row.cells());
  }

  /** Code and message of a refusal, met at any row. */
  static String refusal(Path file, WorkbookDialect dialect) {
    RefusedFile refused = catchThrowableOfType(RefusedFile.class, () -> read(file, dialect));
    assertThat(refused).as("refused").isNotNull();
    Issue issue = refused.issue();
    return issue.code() + " " + issue.message();
  }
}
