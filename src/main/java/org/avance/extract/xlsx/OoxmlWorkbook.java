package org.avance.extract.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.util.CellRangeAddress;
import org.avance.extract.container.Limits;
import org.avance.issue.RefusedFile;

/** A workbook of XML parts in a zip archive: {@code .xlsx}, or {@code .xlsm} without its macros. */
final class OoxmlWorkbook implements Workbook {
  private final Zip zip;
  private final List<Worksheet> worksheets = new ArrayList<>();
  private final Relations relations;
  private final boolean since1904;

  private OoxmlWorkbook(Zip zip) throws IOException, RefusedFile {
    this.zip = zip;
    String workbook =
        relations("_rels/.rels", "")
            .findPart("officeDocument")
            .orElseThrow(() -> Refusals.damaged("expected a workbook, found an archive without"));
    String folder = workbook.replaceFirst("/?[^/]*$", "");
    String name = workbook.substring(folder.isEmpty() ? 0 : folder.length() + 1);
    this.relations =
        relations((folder.isEmpty() ? "" : folder + "/") + "_rels/" + name + ".rels", folder);
    this.since1904 = readWorkbook(workbook);
  }

  static OoxmlWorkbook open(Path file, Limits limits) throws IOException, RefusedFile {
    Zip zip = Zip.open(file, limits);
    try {
      return new OoxmlWorkbook(zip);
    } catch (IOException | RefusedFile | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private Relations relations(String part, String folder) throws IOException, RefusedFile {
    try (XmlPart xml = part(part)) {
      return Relations.read(xml, folder);
    }
  }

  private XmlPart part(String name) throws IOException, RefusedFile {
    Optional<InputStream> found = zip.find(name);
    if (found.isEmpty()) {
      throw Refusals.damaged("expected a workbook, found an archive without " + name);
    }
    return XmlPart.open(name, found.get());
  }

  /** Notes the worksheets; returns whether days are counted from 1904. */
  private boolean readWorkbook(String name) throws IOException, RefusedFile {
    boolean from1904 = false;
    boolean listed = false;
    try (XmlPart part = part(name)) {
      while (part.next()) {
        if (part.starts("workbookPr")) {
          from1904 = part.attribute("date1904").filter(OoxmlWorkbook::isTrue).isPresent();
        } else if (part.starts("sheets") || part.ends("sheets")) {
          listed = part.starts("sheets");
        } else if (listed && part.starts("sheet")) {
          noteSheet(part);
        }
      }
    }
    return from1904;
  }

  private void noteSheet(XmlPart part) {
    boolean hidden = !part.attribute("state").orElse("visible").equals("visible");
    String name = part.attribute("name").orElse("");
    part.attribute("id")
        .flatMap(relations::find)
        .filter(relation -> relation.type().equals("worksheet"))
        .ifPresent(relation -> worksheets.add(new Worksheet(name, hidden, relation.part())));
  }

  private static boolean isTrue(String text) {
    return text.equals("1") || text.equals("true");
  }

  @Override
  public List<Worksheet> worksheets() {
    return List.copyOf(worksheets);
  }

  @Override
  public SheetRows rows(Worksheet worksheet, int maxRecordChars) throws IOException, RefusedFile {
    SharedStrings strings = strings();
    Styles styles = styles();
    CellFormats formats = new CellFormats(since1904, styles.formatIds(), styles.codes());
    RowCells cells = new RowCells(worksheet.name(), maxRecordChars);
    return new OoxmlRows(part(worksheet.place()), new OoxmlCells(strings, formats), cells);
  }

  private SharedStrings strings() throws IOException, RefusedFile {
    Optional<String> name = relations.findPart("sharedStrings");
    if (name.isEmpty()) {
      return new SharedStrings();
    }
    try (XmlPart part = part(name.get())) {
      return SharedStrings.read(part);
    }
  }

  private Styles styles() throws IOException, RefusedFile {
    Optional<String> name = relations.findPart("styles");
    if (name.isEmpty()) {
      return Styles.NONE;
    }
    try (XmlPart part = part(name.get())) {
      return Styles.read(part);
    }
  }

  @Override
  public List<CellRangeAddress> merged(Worksheet worksheet, int firstRows)
      throws IOException, RefusedFile {
    List<CellRangeAddress> merged = new ArrayList<>();
    try (XmlPart part = part(worksheet.place())) {
      while (part.next()) {
        if (part.starts("mergeCell")) {
          CellRangeAddress range = range(part);
          if (range.getFirstRow() < firstRows) {
            merged.add(range);
          }
        }
      }
    }
    return merged;
  }

  private static CellRangeAddress range(XmlPart part) throws RefusedFile {
    String ref = part.attribute("ref").orElse("");
    try {
      return CellRangeAddress.valueOf(ref);
    } catch (IllegalArgumentException e) {
      throw part.damaged("a range of merged cells such as A1:C1", "\"" + ref + "\"");
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
