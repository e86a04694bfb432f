package org.avance.feed.descriptor;

import java.io.IOException;
import java.nio.file.Path;
import org.avance.extract.HeaderPlace;
import org.avance.extract.RawTable;
import org.avance.extract.container.Limits;
import org.avance.extract.csv.CsvTable;
import org.avance.extract.csv.Dialect;
import org.avance.extract.xlsx.WorkbookDialect;
import org.avance.extract.xlsx.XlsxTable;
import org.avance.issue.RefusedFile;

/** What the table of a layout stands in, and how it is opened. */
public sealed interface TableFormat {

  /** Where the header stands. */
  HeaderPlace header();

  /**
   * Opens a file and reads up to its header.
   *
   * @param limits what a file that is itself an archive may unpack to
   * @throws RefusedFile where it holds no such table
   */
  RawTable open(Path file, Limits limits) throws IOException, RefusedFile;

  /** Delimited text. */
  record Delimited(Dialect dialect) implements TableFormat {
    @Override
    public HeaderPlace header() {
      return dialect.header();
    }

    @Override
    public RawTable open(Path file, Limits limits) throws IOException, RefusedFile {
      return CsvTable.open(file, dialect);
    }
  }

  /** A worksheet of a workbook, XLSX or XLS. */
  record Workbook(WorkbookDialect dialect) implements TableFormat {
    @Override
    public HeaderPlace header() {
      return dialect.header();
    }

    @Override
    public RawTable open(Path file, Limits limits) throws IOException, RefusedFile {
      return XlsxTable.open(file, dialect, limits);
    }
  }
}
