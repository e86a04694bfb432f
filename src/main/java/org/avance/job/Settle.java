package org.avance.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.avance.classify.IndicatorIdentities;
import org.avance.extract.RawRow;
import org.avance.feed.OpenFile;
import org.avance.feed.mapping.MappedRecord;
import org.avance.issue.RefusedFile;
import org.avance.load.IndicatorRegister;
import org.avance.load.SameKeys;
import org.avance.load.StagedRecord;
import org.avance.load.Staging;
import org.avance.model.Delivery;
import org.avance.model.RecordFate;
import org.avance.model.SameKey;

/**
 * Settles which facts share a key; records that may not are set aside, raw, as the file has them.
 * Then which indicator each of the rest is of. In one transaction of the caller's.
 */
final class Settle {
  private static final int AT_ONCE = 100;

  private final Load load;

  Settle(Load load) {
    this.load = load;
  }

  /** True where it set records aside that were counted as staged. */
  boolean run(Delivery delivery) {
    Staging staging = load.staging(delivery);
    new InFull(load).stage(staging);
    SameKeys keys = staging.sameKeys();
    keys.settle();
    List<Long> conflicting =
        load.feed().trust().sameKey() == SameKey.QUARANTINE ? keys.conflictingRecords() : List.of();
    if (conflicting.isEmpty()) {
      gather(staging, delivery);
      return false;
    }
    setAside(staging, conflicting, () -> gather(staging, delivery));
    return true;
  }

  private void gather(Staging staging, Delivery delivery) {
    staging.gather();
    if (IndicatorRegister.isNeededFor(load.feed().kinds())) {
      identify(delivery);
    }
  }

  private void identify(Delivery delivery) {
    new IndicatorRegister(
            load.batch().pool(), load.database().staging(), delivery, load.feed().kinds())
        .settle(IndicatorIdentities::settle);
  }

  /** To read what the file has of them takes as long as the file is, and so goes on meanwhile. */
  private void setAside(Staging staging, List<Long> conflicting, Runnable meanwhile) {
    staging.unstage(conflicting);
    try (OpenFile file = load.open();
        ReadAhead<StagedRecord> again =
            new ReadAhead<>(
                new Again(file, conflicting)::next, AT_ONCE, LoadJob.RECORDS_PER_CHUNK)) {
      meanwhile.run();
      staging.setAsideUnstaged(all(again));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RefusedFile e) {
      throw new IllegalStateException(
          "a file that was staged can't be read again: " + e.getMessage(), e);
    }
  }

  private static List<StagedRecord> all(ReadAhead<StagedRecord> again)
      throws IOException, RefusedFile {
    List<StagedRecord> records = new ArrayList<>();
    try {
      for (var next = again.next(); next.isPresent(); next = again.next()) {
        records.add(next.get());
      }
    } catch (IOException | RefusedFile | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("reading again was interrupted", e);
    }
    return records;
  }

  /** Records of a file that was staged, as far as the last one that is wanted. */
  private static final class Again {
    private final OpenFile file;
    private final Set<Long> wanted;

    private Again(OpenFile file, List<Long> wanted) {
      this.file = file;
      this.wanted = new HashSet<>(wanted);
    }

    private Optional<StagedRecord> next() throws IOException, RefusedFile {
      while (!wanted.isEmpty()) {
        Optional<RawRow> row = file.next();
        if (row.isEmpty()) {
          return Optional.empty();
        }
        if (wanted.remove(row.get().number())) {
          return Optional.of(quarantined(file.map(row.get())));
        }
      }
      return Optional.empty();
    }
  }

  /** Its issues are noted already: those of its cells while staging, that of its key just now. */
  private static StagedRecord quarantined(MappedRecord record) {
    StagedRecord staged = RecordSource.staged(record);
    return new StagedRecord(
        staged.number(),
        staged.firstLine(),
        staged.lastLine(),
        staged.raw(),
        RecordFate.QUARANTINED,
        List.of(),
        Set.of(),
        List.of(),
        staged.cells(),
        staged.footing());
  }
}
