package org.avance.extract.xlsx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.avance.extract.FileForm;
import org.avance.extract.RawRow;
import org.avance.extract.RawTable;
import org.avance.extract.TableTop;
import org.avance.extract.container.Limits;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.RefusedFile;

/**
 * A worksheet of a workbook, XLSX or XLS by its content. Lines are the worksheet's row numbers. A
 * row in which nothing stands is no record, be it formatted or not; a record has as many cells as
 * the header, and more only where something stands in them. {@code raw} is the cells with tabs
 * between them.
 */
public final class XlsxTable implements RawTable {
  private final Workbook workbook;
  private final NumberedRows rows;
  private final TableTop top;
  private final WorkbookNotes notes;
  private final String sheet;
  private long number;

  private XlsxTable(
      Workbook workbook, NumberedRows rows, TableTop top, WorkbookNotes notes, String sheet) {
    this.workbook = workbook;
    this.sheet = sheet;
    this.rows = rows;
    this.top = top;
    this.notes = notes;
  }

  /**
   * Opens a workbook, chooses the worksheet and reads up to its header.
   *
   * @param limits what the archive that an XLSX workbook is may unpack to
   * @throws RefusedFile where it is no workbook, is encrypted or damaged, or has no such worksheet
   *     or header
   */
  public static XlsxTable open(Path file, WorkbookDialect dialect, Limits limits)
      throws IOException, RefusedFile {
    Workbook workbook = openWorkbook(file, limits);
    try {
      return new WorksheetSearch(workbook, dialect).open();
    } catch (IOException | RefusedFile | RuntimeException e) {
      workbook.close();
      throw e;
    }
  }

  private static Workbook openWorkbook(Path file, Limits limits) throws IOException, RefusedFile {
    FileForm form = FileForm.of(file);
    return switch (form) {
      case XLSX, ZIP -> OoxmlWorkbook.open(file, limits);
      case OLE2 -> BiffWorkbook.open(file);
      case EMPTY, PDF, GZIP, HTML, XML, TEXT, BINARY -> throw other(form);
    };
  }

  private static RefusedFile other(FileForm form) {
    String hint = form == FileForm.TEXT ? "; if it is delimited text, say `format: csv`" : "";
    return Refusals.of(
        IssueCode.FORMAT_UNEXPECTED,
        "expected an XLSX or XLS workbook, found " + form.describe() + hint,
        "an XLSX or XLS workbook");
  }

  /** Reads the top of a worksheet; the table closes the workbook, the caller where this throws. */
  static XlsxTable of(Workbook workbook, Worksheet worksheet, WorkbookDialect dialect)
      throws IOException, RefusedFile {
    NumberedRows rows = new NumberedRows(workbook, worksheet, dialect);
    try {
      TableTop top = TableTop.read(dialect.header(), rows::nextOfTop);
      WorkbookNotes notes = new WorkbookNotes(workbook.worksheets(), worksheet, top.header());
      return new XlsxTable(workbook, rows, top, notes, worksheet.name());
    } catch (IOException | RefusedFile | RuntimeException e) {
      rows.close();
      throw e;
    }
  }

  @Override
  public List<String> header() {
    return top.header();
  }

  @Override
  public List<RawRow> preamble() {
    return top.preamble();
  }

  @Override
  public Optional<RawRow> next() throws IOException, RefusedFile {
    Optional<SheetRow> row = rows.next();
    row.ifPresent(notes::look);
    while (row.isPresent() && row.get().isBlank()) {
      row = rows.next();
      row.ifPresent(notes::look);
    }
    return row.map(this::record);
  }

  private RawRow record(SheetRow row) {
    List<String> cells = new ArrayList<>(row.cells());
    while (cells.size() < top.header().size()) {
      cells.add("");
    }
    number++;
    return new RawRow(number, row.number(), row.number(), cells, String.join("\t", cells));
  }

  @Override
  public String sheet() {
    return sheet;
  }

  @Override
  public List<Issue> notes() {
    return notes.issues();
  }

  @Override
  public void close() throws IOException {
    try {
      rows.close();
    } finally {
      workbook.close();
    }
  }
}
