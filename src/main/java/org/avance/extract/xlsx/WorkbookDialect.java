package org.avance.extract.xlsx;

import java.util.Set;
import org.avance.extract.HeaderPlace;

/**
 * How a table stands in a workbook.
 *
 * @param worksheet which one holds it
 * @param commentRows numbers of rows to skip, as the worksheet numbers them
 * @param header where the header stands
 * @param maxRecordChars longest record that is believed: one text may be referred to by many cells
 */
public record WorkbookDialect(
    WorksheetChoice worksheet, Set<Integer> commentRows, HeaderPlace header, int maxRecordChars) {
  public static final int MAX_RECORD_CHARS = 1_000_000;

  public WorkbookDialect {
    commentRows = Set.copyOf(commentRows);
    if (maxRecordChars < 1) {
      throw new IllegalArgumentException("maxRecordChars must be positive: " + maxRecordChars);
    }
  }

  /** A visible worksheet, no comments, the usual limit. */
  public static WorkbookDialect of(HeaderPlace header) {
    return new WorkbookDialect(new WorksheetChoice.Visible(), Set.of(), header, MAX_RECORD_CHARS);
  }
}
