package org.avance.extract.xlsx;

import java.io.IOException;
import java.util.Optional;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.FormulaError;
import org.avance.issue.RefusedFile;

/** The rows of a binary worksheet. Its cells stand row by row; a chart among them is left out. */
final class BiffRows implements SheetRows {
  private final BiffRecords records;
  private final BiffGlobals globals;
  private final RowCells row;
  private int depth;
  private int awaitingText = -1;
  private boolean ended;

  BiffRows(BiffRecords records, BiffGlobals globals, RowCells row) {
    this.records = records;
    this.globals = globals;
    this.row = row;
  }

  @Override
  public Optional<SheetRow> next() throws IOException, RefusedFile {
    while (!ended) {
      Optional<Record> record = records.next();
      depth += record.map(BiffRows::step).orElse(0);
      ended = record.isEmpty() || depth == 0;
      Optional<SheetRow> complete =
          ended || depth > 1 ? Optional.empty() : take(record.orElseThrow());
      if (complete.isPresent()) {
        return complete;
      }
    }
    return taken();
  }

  private static int step(Record record) {
    return record instanceof BOFRecord ? 1 : record instanceof EOFRecord ? -1 : 0;
  }

  /** Keeps what a record says; the row before it, where it begins another. */
  private Optional<SheetRow> take(Record record) throws RefusedFile {
    if (record instanceof StringRecord text && awaitingText >= 0) {
      row.set(awaitingText, text.getString());
      awaitingText = -1;
      return Optional.empty();
    }
    if (!(record instanceof CellValueRecordInterface cell)) {
      return Optional.empty();
    }
    boolean another = cell.getRow() + 1L != row.number();
    Optional<SheetRow> complete = another ? taken() : Optional.empty();
    if (another) {
      row.begin(cell.getRow() + 1L);
    }
    keep(cell);
    return complete;
  }

  private Optional<SheetRow> taken() throws RefusedFile {
    Optional<SheetRow> complete = row.isFilled() ? Optional.of(row.row()) : Optional.empty();
    row.clear();
    return complete;
  }

  private void keep(CellValueRecordInterface cell) throws RefusedFile {
    int column = cell.getColumn();
    int style = cell.getXFIndex();
    if (cell instanceof NumberRecord number) {
      row.set(column, globals.formats().text(number.getValue(), style));
    } else if (cell instanceof LabelSSTRecord label) {
      row.set(column, shared(label.getSSTIndex()));
    } else if (cell instanceof LabelRecord label) {
      row.set(column, label.getValue());
    } else if (cell instanceof BoolErrRecord value) {
      row.set(
          column, value.isBoolean() ? bool(value.getBooleanValue()) : error(value.getErrorValue()));
    } else if (cell instanceof FormulaRecord formula) {
      keep(formula, column, style);
    }
  }

  private void keep(FormulaRecord formula, int column, int style) throws RefusedFile {
    awaitingText = formula.hasCachedResultString() ? column : -1;
    switch (formula.getCachedResultTypeEnum()) {
      case NUMERIC -> row.set(column, globals.formats().text(formula.getValue(), style));
      case BOOLEAN -> row.set(column, bool(formula.getCachedBooleanValue()));
      case ERROR -> row.set(column, error(formula.getCachedErrorValue()));
      case STRING, BLANK, FORMULA, _NONE -> {}
    }
  }

  private String shared(int index) throws RefusedFile {
    if (index < 0 || index >= globals.strings().getNumUniqueStrings()) {
      throw Refusals.damaged(
          "expected the number of a shared text in row %d, found %d"
              .formatted(row.number(), index));
    }
    return globals.strings().getString(index).getString();
  }

  private static String bool(boolean value) {
    return value ? "TRUE" : "FALSE";
  }

  private static String error(int code) {
    return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#ERROR!";
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
