package org.avance.extract.xlsx;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.avance.issue.RefusedFile;

/** An open workbook of either kind. */
sealed interface Workbook extends Closeable permits OoxmlWorkbook, BiffWorkbook {

  /** In the order of their tabs; sheets that are no worksheets are left out. */
  List<Worksheet> worksheets();

  /**
   * The rows of one of them; whoever asked closes them.
   *
   * @param maxRecordChars longest row that is believed
   */
  SheetRows rows(Worksheet worksheet, int maxRecordChars) throws IOException, RefusedFile;

  /** Its merged cells that begin in these first rows; they stand behind all its rows. */
  List<CellRangeAddress> merged(Worksheet worksheet, int firstRows) throws IOException, RefusedFile;
}
