package org.avance.extract.xlsx;

import java.util.ArrayList;
import java.util.List;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;
import org.avance.issue.RefusedFile;

/** The cells of the row being read. Keeps nothing of cells that hold nothing. */
final class RowCells {
  private static final int MAX_COLUMNS = 16_384;
  private static final int MAX_ROWS = 1_048_576;

  private final String worksheet;
  private final int maxChars;
  private List<String> cells = new ArrayList<>();
  private List<Integer> uncomputed = new ArrayList<>();
  private long number;
  private long chars;

  RowCells(String worksheet, int maxChars) {
    this.worksheet = worksheet;
    this.maxChars = maxChars;
  }

  /** Begins another row, 1-based. */
  void begin(long row) throws RefusedFile {
    if (row < 1 || row > MAX_ROWS) {
      throw Refusals.damaged(
          "expected rows 1 to %d in worksheet %s, found row %d"
              .formatted(MAX_ROWS, worksheet, row));
    }
    number = row;
    clear();
  }

  void clear() {
    cells = new ArrayList<>();
    uncomputed = new ArrayList<>();
    chars = 0;
  }

  long number() {
    return number;
  }

  /** Keeps a cell's text, by its 0-based column. */
  void set(int column, String text) throws RefusedFile {
    refuseBeyond(column);
    if (text.isBlank()) {
      return;
    }
    chars += text.length();
    if (chars > maxChars) {
      throw tooLong();
    }
    while (cells.size() <= column) {
      cells.add("");
    }
    cells.set(column, text);
  }

  void uncomputed(int column) throws RefusedFile {
    refuseBeyond(column);
    uncomputed.add(column);
  }

  private void refuseBeyond(int column) throws RefusedFile {
    if (column < 0 || column >= MAX_COLUMNS) {
      throw Refusals.damaged(
          "expected columns 1 to %d in row %d of worksheet %s, found column %d"
              .formatted(MAX_COLUMNS, number, worksheet, column + 1));
    }
  }

  private RefusedFile tooLong() {
    String message =
        "line %d: expected a record of at most %d characters, found a longer one in worksheet %s"
            .formatted(number, maxChars, worksheet);
    return new RefusedFile(
        new Issue(
            IssueCode.RECORD_TOO_LONG,
            Location.line(number),
            "",
            message,
            "at most " + maxChars + " characters"));
  }

  /** Whether anything is to be told of the row. */
  boolean isFilled() {
    return !cells.isEmpty() || !uncomputed.isEmpty();
  }

  SheetRow row() {
    return new SheetRow(number, cells, uncomputed);
  }
}
