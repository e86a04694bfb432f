package org.avance.extract.xlsx;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.avance.issue.RefusedFile;

/** The records of one substream of a binary workbook: its globals, or a sheet of it. */
final class BiffRecords implements Closeable {
  private final InputStream in;
  private final RecordFactoryInputStream records;

  private BiffRecords(InputStream in, RecordFactoryInputStream records) {
    this.in = in;
    this.records = records;
  }

  /**
   * @param in stands at a record that begins a substream; closed with the records, and where they
   *     can't be opened
   */
  static BiffRecords open(InputStream in) throws IOException, RefusedFile {
    try {
      return new BiffRecords(in, new RecordFactoryInputStream(in, true));
    } catch (RuntimeException e) {
      in.close();
      throw refused(e);
    }
  }

  /** The next record; empty at the end. */
  Optional<Record> next() throws RefusedFile {
    try {
      Record record = records.nextRecord();
      if (record instanceof FilePassRecord) {
        throw Refusals.encrypted();
      }
      return Optional.ofNullable(record);
    } catch (RuntimeException e) {
      throw refused(e);
    }
  }

  private static RefusedFile refused(RuntimeException e) {
    return e instanceof EncryptedDocumentException
        ? Refusals.encrypted()
        : Refusals.damaged(
            "expected an XLS workbook, found one that is damaged: " + e.getMessage());
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
