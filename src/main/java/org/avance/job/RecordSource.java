package org.avance.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.avance.extract.Mojibake;
import org.avance.extract.RawRow;
import org.avance.feed.OpenFile;
import org.avance.feed.mapping.MappedRecord;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;
import org.avance.issue.RefusedFile;
import org.avance.load.PreparedRecord;
import org.avance.load.StagedRecord;
import org.avance.load.Staging;
import org.avance.load.Waiver;
import org.avance.model.Delivery;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Step 2: the records of a file, mapped on one thread, put into rows on another and staged chunk by
 * chunk. How far it came stands in the delivery, written with each chunk; so a restart needs no
 * execution context: it skips what is counted.
 */
final class RecordSource implements ItemStreamReader<PreparedRecord> {
  static final Issue NO_RECORD =
      new Issue(
          IssueCode.FILE_EMPTY,
          Location.FILE,
          "",
          "The file has no record under its header.",
          "at least one record");

  private static final int RECORDS_AT_ONCE = 200;
  private static final int RECORDS_MAPPED = 1_000;

  private final Load load;
  private final Supplier<Delivery> delivery;
  private @Nullable OpenFile file;
  private @Nullable ReadAhead<StagedRecord> records;
  private @Nullable ReadAhead<PreparedRecord> prepared;
  private @Nullable Staging staging;
  private Mojibake mojibake = new Mojibake(List.of());
  private long staged;

  RecordSource(Load load) {
    this(load, load::delivery);
  }

  /**
   * @param delivery as which the file's records are staged
   */
  RecordSource(Load load, Supplier<Delivery> delivery) {
    this.load = load;
    this.delivery = delivery;
  }

  @Override
  public void open(ExecutionContext context) {
    Delivery staging = delivery.get();
    if (Load.ended(staging)) {
      return;
    }
    Staging here = load.staging(staging);
    this.staging = here;
    load.ownership().requireHeld();
    boolean afresh = !here.canResume();
    if (afresh) {
      here.begin(load.lease());
    }
    try {
      OpenFile opened = load.open();
      file = opened;
      mojibake = new Mojibake(opened.header());
      if (afresh) {
        new TransactionTemplate(load.batch().transactions())
            .executeWithoutResult(transaction -> begin(opened, staging.id(), here));
      }
      skip(opened, afresh ? 0 : here.recordsRead());
      Set<Long> waived = new Waiver(load.batch().pool()).waived(load.delivery().id());
      ReadAhead<StagedRecord> mapped =
          new ReadAhead<>(() -> next(opened, waived), RECORDS_AT_ONCE, RECORDS_MAPPED);
      records = mapped;
      prepared =
          new ReadAhead<>(
              () -> mapped.next().map(here::prepare), RECORDS_AT_ONCE, LoadJob.RECORDS_PER_CHUNK);
    } catch (RefusedFile refused) {
      here.note(refused.issue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Notes what is known of a file before its first record. */
  private void begin(OpenFile opened, long id, Staging here) {
    load.deliveries().opened(id, opened.layout(), opened.valueColumns());
    load.deliveries().pages(id, opened.pages());
    here.footings().expect(opened.printedAbove(), opened.awaited());
  }

  private void skip(OpenFile opened, long records) throws IOException, RefusedFile {
    staged = records;
    for (long i = 0; i < records; i++) {
      opened.next().ifPresent(mojibake::look);
    }
  }

  /** On the thread that reads ahead. What was waived stays out, though it could be read now. */
  private Optional<StagedRecord> next(OpenFile opened, Set<Long> waived)
      throws IOException, RefusedFile {
    Optional<RawRow> row = opened.next();
    row.ifPresent(mojibake::look);
    return row.map(each -> staged(opened.map(each)))
        .map(record -> waived.contains(record.number()) ? record.leftOut() : record);
  }

  @Override
  public @Nullable PreparedRecord read() throws Exception {
    ReadAhead<PreparedRecord> ahead = prepared;
    if (ahead == null) {
      return null;
    }
    try {
      Optional<PreparedRecord> record = ahead.next();
      if (record.isEmpty()) {
        ended();
        return null;
      }
      staged++;
      return record.get();
    } catch (RefusedFile refused) {
      note(refused.issue());
      return null;
    }
  }

  private void ended() {
    if (file != null) {
      file.notes().forEach(this::note);
    }
    mojibake.issue().ifPresent(this::note);
    if (staged == 0) {
      note(NO_RECORD);
    }
  }

  private void note(Issue issue) {
    if (staging != null) {
      staging.note(issue);
    }
  }

  static StagedRecord staged(MappedRecord record) {
    RawRow row = record.row();
    return new StagedRecord(
        row.number(),
        row.firstLine(),
        row.lastLine(),
        row.raw(),
        record.fate(),
        record.facts(),
        record.takenOnce(),
        record.issues(),
        record.cells().stream().map(c -> new StagedRecord.Amount(c.column(), c.value())).toList(),
        record.footing());
  }

  void stage(Chunk<? extends PreparedRecord> chunk) {
    if (staging != null) {
      load.ownership().requireHeld();
      staging.write(chunk.getItems());
      load.progress().at(load.feed().name(), load.due().fileName(), "stage", staged);
    }
  }

  @Override
  public void close() {
    try {
      if (prepared != null) {
        prepared.close();
      }
      if (records != null) {
        records.close();
      }
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      forget();
    }
  }

  /** The steps that follow need the room: which keys and statements were seen fills half of it. */
  private void forget() {
    prepared = null;
    records = null;
    file = null;
    staging = null;
  }
}
