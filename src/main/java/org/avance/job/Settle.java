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
    setAside(staging, conflicting);
    staging.gather();
    if (IndicatorRegister.isNeededFor(load.feed().kinds())) {
      identify(delivery);
    }
    return !conflicting.isEmpty();
  }

  private void identify(Delivery delivery) {
    new IndicatorRegister(
            load.batch().pool(), load.database().staging(), delivery, load.feed().kinds())
        .settle(IndicatorIdentities::settle);
  }

  private void setAside(Staging staging, List<Long> conflicting) {
    if (!conflicting.isEmpty()) {
      staging.setAsideStaged(readAgain(new HashSet<>(conflicting)));
    }
  }

  private List<StagedRecord> readAgain(Set<Long> numbers) {
    List<StagedRecord> records = new ArrayList<>();
    try (OpenFile file = load.open()) {
      Optional<RawRow> row = file.next();
      while (row.isPresent()) {
        if (numbers.contains(row.get().number())) {
          records.add(quarantined(file.map(row.get())));
        }
        row = file.next();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RefusedFile e) {
      throw new IllegalStateException(
          "a file that was staged can't be read again: " + e.getMessage(), e);
    }
    return records;
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
