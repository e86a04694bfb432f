package org.avance.feed.descriptor;

import java.io.IOException;
import java.nio.file.Path;
import org.avance.extract.RawTable;
import org.avance.extract.csv.CsvTable;
import org.avance.extract.csv.Dialect;
import org.avance.extract.xlsx.WorkbookDialect;
import org.avance.extract.xlsx.XlsxTable;
import org.avance.issue.RefusedFile;

/** What the table of a layout stands in, and how it is opened. */
public sealed interface TableFormat {

  /**
   * Opens a file and reads up to its header.
   *
   * @throws RefusedFile where it holds no such table
   */
  RawTable open(Path file) throws IOException, RefusedFile;

  /** Delimited text. */
  record Delimited(Dialect dialect) implements TableFormat {
    @Override
    public RawTable open(Path file) throws IOException, RefusedFile {
      return CsvTable.open(file, dialect);
    }
  }

  /** A worksheet of a workbook, XLSX or XLS. */
  record Workbook(WorkbookDialect dialect) implements TableFormat {
    @Override
    public RawTable open(Path file) throws IOException, RefusedFile {
      return XlsxTable.open(file, dialect);
    }
  }
}
