package org.avance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes the workbooks of {@code sample-input} of the texts in {@code src/test/resources/samples}:
 * the same text is always the same workbook. {@link SampleSheet} says how the texts are written.
 */
final class SampleWorkbooks {
  /** From the workbook to its text. */
  static final Map<Path, Path> TEXTS =
      Map.of(
          Path.of("sample-input/inventory/IE_2018.xlsx"),
          text("IE_2018"),
          Path.of("sample-input/federal-funds/GastoFederalizado_Proyectos_CDMX_Q1_2016.xlsx"),
          text("GastoFederalizado_Proyectos_CDMX_Q1_2016"));

  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String TYPES = "http://schemas.openxmlformats.org/package/2006/";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String CONTENT =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final LocalDateTime ANY_TIME = LocalDateTime.of(2020, 1, 1, 0, 0);

  private SampleWorkbooks() {}

  /** Writes them all, from the project's folder. */
  public static void main(String[] arguments) throws IOException {
    for (Map.Entry<Path, Path> each : TEXTS.entrySet()) {
      Files.write(each.getKey(), zipped(parts(Files.readString(each.getValue()))));
    }
  }

  /** The parts of a workbook by their names. */
  static Map<String, String> parts(String text) {
    Map<String, String> parts = new LinkedHashMap<>();
    StringBuilder types = new StringBuilder(type("/xl/workbook.xml", "sheet.main+xml"));
    StringBuilder sheets = new StringBuilder();
    StringBuilder relations = new StringBuilder();
    int number = 0;
    for (SampleSheet sheet : SampleSheet.of(text)) {
      number++;
      String name = "worksheets/sheet" + number + ".xml";
      parts.put("xl/" + name, sheet(sheet));
      types.append(type("/xl/" + name, "worksheet+xml"));
      relations.append(relation(number, "worksheet", name));
      sheets.append(
          "<sheet name=\"%s\" sheetId=\"%d\"%s r:id=\"r%d\"/>"
              .formatted(sheet.name(), number, sheet.hidden() ? " state=\"hidden\"" : "", number));
    }
    parts.put("[Content_Types].xml", types(types));
    parts.put("_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml")));
    parts.put("xl/_rels/workbook.xml.rels", relations(relations));
    parts.put(
        "xl/workbook.xml",
        "%s<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>%s</sheets></workbook>"
            .formatted(XML, MAIN, OFFICE, sheets));
    return parts;
  }

  private static String sheet(SampleSheet sheet) {
    return "%s<worksheet xmlns=\"%s\"><sheetData>%s</sheetData>%s</worksheet>"
        .formatted(XML, MAIN, sheet.rows(), sheet.merged());
  }

  private static String types(CharSequence types) {
    return ("%s<Types xmlns=\"%scontent-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>%s</Types>")
        .formatted(XML, TYPES, types);
  }

  private static String type(String part, String type) {
    return "<Override PartName=\"%s\" ContentType=\"%s%s\"/>".formatted(part, CONTENT, type);
  }

  private static String relations(CharSequence relations) {
    return "%s<Relationships xmlns=\"%srelationships\">%s</Relationships>"
        .formatted(XML, TYPES, relations);
  }

  private static String relation(int number, String type, String target) {
    return "<Relationship Id=\"r%d\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(number, OFFICE, type, target);
  }

  private static byte[] zipped(Map<String, String> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey());
        entry.setTimeLocal(ANY_TIME);
        zip.putNextEntry(entry);
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static Path text(String name) {
    return Path.of("src/test/resources/samples", name + ".txt");
  }
}
