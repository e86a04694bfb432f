package org.avance.extract.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.avance.extract.FileForm;
import org.avance.extract.RawRow;
import org.avance.extract.RawTable;
import org.avance.extract.TableTop;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;
import org.avance.issue.RefusedFile;

/** A delimited text file, read in constant memory whatever its size. */
public final class CsvTable implements RawTable {
  private static final int SNIFFED_CHARS = 1024;

  private final Dialect dialect;
  private final Records records;
  private final TableTop top;
  private long number;

  private CsvTable(Dialect dialect, Records records) throws IOException, RefusedFile {
    this.dialect = dialect;
    this.records = records;
    this.top = TableTop.read(dialect.header(), records::next);
  }

  /**
   * Opens a file and reads up to its header.
   *
   * @throws RefusedFile where it holds nothing but white space, has no such header, or can't be
   *     trusted up to there
   */
  public static CsvTable open(Path file, Dialect dialect) throws IOException, RefusedFile {
    return open(() -> Files.newInputStream(file), dialect);
  }

  static CsvTable open(Bytes bytes, Dialect dialect) throws IOException, RefusedFile {
    refuseOther(bytes);
    refuseEmpty(bytes, dialect.encoding());
    Records records = Records.open(bytes, dialect);
    try {
      return new CsvTable(dialect, records);
    } catch (IOException | RefusedFile | RuntimeException e) {
      records.close();
      throw e;
    }
  }

  /**
   * The cells of a file's first rows, to tell its layout by {@link
   * org.avance.extract.HeaderPlace#standsIn} before it is opened; the dialect's header is not
   * looked for. Fewer where the file ends.
   */
  public static List<List<String>> firstRows(Path file, Dialect dialect, int count)
      throws IOException, RefusedFile {
    List<List<String>> rows = new ArrayList<>();
    try (Records records = Records.open(() -> Files.newInputStream(file), dialect)) {
      Optional<RawRow> row = records.next();
      while (row.isPresent() && rows.size() < count) {
        rows.add(row.get().cells());
        row = records.next();
      }
    }
    return rows;
  }

  private static void refuseOther(Bytes bytes) throws IOException, RefusedFile {
    try (InputStream in = bytes.open()) {
      FileForm form = FileForm.of(in);
      boolean workbook = form == FileForm.XLSX || form == FileForm.OLE2;
      if (workbook || form == FileForm.ZIP || form == FileForm.GZIP || form == FileForm.PDF) {
        String hint = workbook ? "; say `format: xlsx`" : "";
        throw new RefusedFile(
            new Issue(
                IssueCode.FORMAT_UNEXPECTED,
                Location.FILE,
                "",
                "expected delimited text, found " + form.describe() + hint,
                "delimited text"));
      }
    }
  }

  private static void refuseEmpty(Bytes bytes, Charset encoding) throws IOException, RefusedFile {
    try (InputStream in = bytes.open();
        Reader text = new DecodedText(in, encoding)) {
      char[] some = new char[SNIFFED_CHARS];
      int count = text.read(some);
      while (count >= 0 && new String(some, 0, count).isBlank()) {
        count = text.read(some);
      }
      if (count < 0) {
        throw new RefusedFile(
            new Issue(
                IssueCode.FILE_EMPTY,
                Location.FILE,
                "",
                "expected a table, found a file without text",
                "a header and records"));
      }
    } catch (Refusal e) {
      throw e.refused();
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
    Optional<RawRow> record = records.next();
    if (record.isEmpty()) {
      return record;
    }
    RawRow read = record.get();
    number++;
    List<String> cells = top.fitted(read.cells());
    RawRow row = new RawRow(number, read.firstLine(), read.lastLine(), cells, read.raw());
    if (row.lastLine() > row.firstLine()) {
      refuseSwallowedRows(row);
    }
    return Optional.of(row);
  }

  private void refuseSwallowedRows(RawRow row) throws RefusedFile {
    int columns = row.cells().size() == top.width() ? top.width() : top.header().size();
    Optional<RefusedFile> fault = BrokenRecord.swallowedRows(row, columns, dialect);
    if (fault.isPresent()) {
      throw fault.get();
    }
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
