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
import org.avance.load.Preparation;
import org.avance.load.PreparedChunk;
import org.avance.load.SeriesJudge;
import org.avance.load.StagedRecord;
import org.avance.load.Staging;
import org.avance.load.Waiver;
import org.avance.model.Delivery;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Step 2: the records of a file, mapped on one thread, put into rows on another and staged chunk by
 * chunk. How far it came stands in the delivery, written with each chunk; so a restart needs no
 * execution context: it skips what is counted.
 */
final class RecordSource implements ItemStreamReader<PreparedChunk> {
  static final Issue NO_RECORD =
      new Issue(
          IssueCode.FILE_EMPTY,
          Location.FILE,
          "",
          "The file has no record under its header.",
          "at least one record");

  private static final int RECORDS_AT_ONCE = 200;
  private static final int RECORDS_MAPPED = 1_000;
  private static final int CHUNKS_AHEAD = 1;

  private final Load load;
  private final Supplier<Delivery> delivery;
  private final Optional<SeriesJudge> judge;
  private @Nullable OpenFile file;
  private @Nullable ReadAhead<StagedRecord> records;
  private @Nullable ReadAhead<PreparedChunk> prepared;
  private @Nullable Staging staging;
  private Mojibake mojibake = new Mojibake(List.of());
  private @Nullable RefusedFile refused;
  private long staged;
  private long read;
  private long written;

  RecordSource(Load load) {
    this(load, load::delivery, Optional.of(load::judge));
  }

  /**
   * All that a file states, whatever is known of it.
   *
   * @param delivery as which the file's records are staged
   * @param judge of series, where they may be judged on the way; without one all that the file
   *     states is staged, whatever the feed's last delivery said
   */
  RecordSource(Load load, Supplier<Delivery> delivery, Optional<SeriesJudge> judge) {
    this.load = load;
    this.delivery = delivery;
    this.judge = judge;
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
      Set<Long> waived = new Waiver(load.batch().pool()).waived(staging.id());
      ReadAhead<StagedRecord> mapped =
          new ReadAhead<>(() -> next(opened, waived), RECORDS_AT_ONCE, RECORDS_MAPPED);
      records = mapped;
      Preparation rows = here.preparation(LoadJob.RECORDS_PER_CHUNK, judge);
      prepared = new ReadAhead<>(() -> chunk(mapped, rows), 1, CHUNKS_AHEAD);
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

  /** On the thread that prepares. Where a file can't be read on, what was read before is staged. */
  private Optional<PreparedChunk> chunk(ReadAhead<StagedRecord> mapped, Preparation rows)
      throws Exception {
    if (refused != null) {
      throw refused;
    }
    try {
      Optional<StagedRecord> record = mapped.next();
      while (record.isPresent()) {
        Optional<PreparedChunk> full = rows.add(record.get());
        if (full.isPresent()) {
          return full;
        }
        record = mapped.next();
      }
    } catch (RefusedFile e) {
      refused = e;
    }
    Optional<PreparedChunk> rest = rows.rest();
    if (rest.isEmpty() && refused != null) {
      throw refused;
    }
    return rest;
  }

  @Override
  public @Nullable PreparedChunk read() throws Exception {
    ReadAhead<PreparedChunk> ahead = prepared;
    if (ahead == null) {
      return null;
    }
    try {
      Optional<PreparedChunk> chunk = ahead.next();
      if (chunk.isEmpty()) {
        ended();
        return null;
      }
      staged += chunk.get().records().size();
      read += chunk.get().records().size();
      return chunk.get();
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

  /** Counts records, where Spring Batch would count chunks of them. */
  StepExecutionListener count() {
    return new StepExecutionListener() {
      @Override
      public ExitStatus afterStep(StepExecution step) {
        step.setReadCount(read);
        step.setWriteCount(written);
        return step.getExitStatus();
      }
    };
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

  void stage(Chunk<? extends PreparedChunk> chunk) {
    if (staging != null) {
      load.ownership().requireHeld();
      for (PreparedChunk prepared : chunk) {
        staging.write(prepared);
        written += prepared.records().size();
      }
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
