package org.avance.extract.xlsx;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.util.CellRangeAddress;
import org.avance.extract.HeaderPlace;
import org.avance.extract.RawRow;
import org.avance.issue.RefusedFile;

/**
 * The rows of a worksheet, in two ways: above and in the header each row by its number, blank ones
 * too, because a header may be known by its number; under it only those in which something stands.
 */
final class NumberedRows implements Closeable {
  private final Workbook workbook;
  private final Worksheet worksheet;
  private final WorkbookDialect dialect;
  private final SheetRows rows;
  private Optional<SheetRow> ahead = Optional.empty();
  private final List<List<String>> top = new ArrayList<>();
  private long number;

  NumberedRows(Workbook workbook, Worksheet worksheet, WorkbookDialect dialect)
      throws IOException, RefusedFile {
    this.workbook = workbook;
    this.worksheet = worksheet;
    this.dialect = dialect;
    this.rows = workbook.rows(worksheet, dialect.maxRecordChars());
  }

  /** The next row under the header in which something stands. */
  Optional<SheetRow> next() throws IOException, RefusedFile {
    Optional<SheetRow> next = ahead.isPresent() ? ahead : rows.next();
    ahead = Optional.empty();
    while (next.isPresent() && isComment(next.get().number())) {
      next = rows.next();
    }
    return next;
  }

  /** The next row by number, down to the header. */
  Optional<RawRow> nextOfTop() throws IOException, RefusedFile {
    ahead = next();
    if (ahead.isEmpty()) {
      return Optional.empty();
    }
    do {
      number++;
    } while (isComment(number));
    boolean blank = ahead.get().number() > number && number <= dialect.header().lastCandidate();
    if (!blank) {
      number = ahead.get().number();
    }
    List<String> cells = blank ? List.of() : withMerged(ahead.get().cells());
    ahead = blank ? ahead : Optional.empty();
    top.add(cells);
    return Optional.of(new RawRow(number, number, number, cells, String.join("\t", cells)));
  }

  private boolean isComment(long row) {
    return !dialect.commentRows().isEmpty() && dialect.commentRows().contains((int) row);
  }

  /**
   * A header of one row with the names of cells that are merged with those above it. What is merged
   * stands behind all rows and costs a second look, which is taken where a name may be missing.
   */
  private List<String> withMerged(List<String> cells) throws IOException, RefusedFile {
    HeaderPlace place = dialect.header();
    if (place.height() != 1 || !place.endsAt(number, cells) || !lacksNames(cells)) {
      return cells;
    }
    List<String> filled = new ArrayList<>(cells);
    for (CellRangeAddress range : workbook.merged(worksheet, (int) number)) {
      fill(filled, range);
    }
    return filled;
  }

  private boolean lacksNames(List<String> cells) {
    for (List<String> above : top) {
      for (int i = 0; i < above.size(); i++) {
        if (!cell(above, i).isEmpty() && cell(cells, i).isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }

  private static String cell(List<String> cells, int column) {
    return column < cells.size() ? cells.get(column) : "";
  }

  /** Takes the name from above where a range begins there and reaches down to this row. */
  private void fill(List<String> cells, CellRangeAddress range) {
    int column = range.getFirstColumn();
    boolean fromAbove = range.getFirstRow() < top.size() && range.getLastRow() >= top.size();
    if (!fromAbove || !cell(cells, column).isEmpty()) {
      return;
    }
    while (cells.size() <= column) {
      cells.add("");
    }
    cells.set(column, cell(top.get(range.getFirstRow()), column));
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
