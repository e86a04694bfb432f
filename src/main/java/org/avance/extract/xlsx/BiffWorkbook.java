package org.avance.extract.xlsx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.util.CellRangeAddress;
import org.avance.issue.RefusedFile;

/** A binary workbook of Excel 97 to 2003: {@code .xls}. */
final class BiffWorkbook implements Workbook {
  private static final String STREAM = "Workbook";

  private final POIFSFileSystem file;
  private final BiffGlobals globals;
  private final List<Worksheet> worksheets = new ArrayList<>();

  private BiffWorkbook(POIFSFileSystem file) throws IOException, RefusedFile {
    this.file = file;
    refuseOther(file.getRoot());
    try (BiffRecords records = records(0)) {
      this.globals = BiffGlobals.read(records);
    }
    for (BoundSheetRecord sheet : globals.sheets()) {
      if (isWorksheet(sheet)) {
        boolean hidden = sheet.isHidden() || sheet.isVeryHidden();
        String place = String.valueOf(sheet.getPositionOfBof());
        worksheets.add(new Worksheet(sheet.getSheetname(), hidden, place));
      }
    }
  }

  static BiffWorkbook open(Path path) throws IOException, RefusedFile {
    POIFSFileSystem file;
    try {
      file = new POIFSFileSystem(path.toFile(), true);
    } catch (IOException | RuntimeException e) {
      throw Refusals.damaged(
          "expected an XLS workbook, found one that is damaged: " + e.getMessage());
    }
    try {
      return new BiffWorkbook(file);
    } catch (IOException | RefusedFile | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static void refuseOther(DirectoryNode root) throws RefusedFile {
    if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
      throw Refusals.encrypted();
    }
    if (root.hasEntryCaseInsensitive(STREAM)) {
      return;
    }
    String found =
        root.hasEntryCaseInsensitive("Book")
            ? "a workbook of Excel 5 or 95"
            : "another document of the same container: " + root.getEntryNames();
    throw Refusals.damaged("expected a workbook of Excel 97 or later, found " + found);
  }

  private BiffRecords records(long position) throws IOException, RefusedFile {
    DirectoryNode root = file.getRoot();
    DocumentInputStream in = root.createDocumentInputStream(root.getEntryCaseInsensitive(STREAM));
    in.skip(position);
    return BiffRecords.open(in);
  }

  private boolean isWorksheet(BoundSheetRecord sheet) throws IOException, RefusedFile {
    try (BiffRecords records = records(sheet.getPositionOfBof())) {
      Optional<Record> first = records.next();
      return first.isPresent()
          && first.get() instanceof BOFRecord begin
          && begin.getType() == BOFRecord.TYPE_WORKSHEET;
    }
  }

  @Override
  public List<Worksheet> worksheets() {
    return List.copyOf(worksheets);
  }

  @Override
  public SheetRows rows(Worksheet worksheet, int maxRecordChars) throws IOException, RefusedFile {
    BiffRecords records = records(Long.parseLong(worksheet.place()));
    return new BiffRows(records, globals, new RowCells(worksheet.name(), maxRecordChars));
  }

  @Override
  public List<CellRangeAddress> merged(Worksheet worksheet, int firstRows)
      throws IOException, RefusedFile {
    List<CellRangeAddress> merged = new ArrayList<>();
    try (BiffRecords records = records(Long.parseLong(worksheet.place()))) {
      Optional<Record> record = records.next();
      while (record.isPresent()) {
        if (record.get() instanceof MergeCellsRecord ranges) {
          for (int i = 0; i < ranges.getNumAreas(); i++) {
            merged.add(ranges.getAreaAt(i));
          }
        }
        record = records.next();
      }
    }
    merged.removeIf(range -> range.getFirstRow() >= firstRows);
    return merged;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
