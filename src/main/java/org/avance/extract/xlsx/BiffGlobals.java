package org.avance.extract.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.avance.issue.RefusedFile;

/**
 * What the sheets of a binary workbook share.
 *
 * @param strings the texts that cells refer to by number
 */
record BiffGlobals(List<BoundSheetRecord> sheets, SSTRecord strings, CellFormats formats) {
  BiffGlobals {
    sheets = List.copyOf(sheets);
  }

  static BiffGlobals read(BiffRecords records) throws IOException, RefusedFile {
    List<BoundSheetRecord> sheets = new ArrayList<>();
    List<Integer> formatIds = new ArrayList<>();
    Map<Integer, String> codes = new HashMap<>();
    SSTRecord strings = new SSTRecord();
    boolean since1904 = false;
    Optional<Record> next = records.next();
    while (next.isPresent() && !(next.get() instanceof EOFRecord)) {
      Record record = next.get();
      if (record instanceof BoundSheetRecord sheet) {
        sheets.add(sheet);
      } else if (record instanceof ExtendedFormatRecord style) {
        formatIds.add((int) style.getFormatIndex());
      } else if (record instanceof FormatRecord format) {
        codes.put(format.getIndexCode(), format.getFormatString());
      } else if (record instanceof SSTRecord texts) {
        strings = texts;
      } else if (record instanceof DateWindow1904Record window) {
        since1904 = window.getWindowing() == 1;
      }
      next = records.next();
    }
    return new BiffGlobals(sheets, strings, new CellFormats(since1904, formatIds, codes));
  }
}
