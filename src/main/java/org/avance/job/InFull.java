package org.avance.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.avance.extract.RawRow;
import org.avance.feed.OpenFile;
import org.avance.issue.RefusedFile;
import org.avance.load.Preparation;
import org.avance.load.StagedRecord;
import org.avance.load.Staging;
import org.avance.load.Waiver;
import org.avance.model.FactKind;

/**
 * Stages the facts of series that were only counted, since the feed's last delivery had said the
 * same, and that are wanted after all. They are read once more from the file.
 */
final class InFull {
  private final Load load;

  InFull(Load load) {
    this.load = load;
  }

  /** In one transaction of the caller's. */
  void stage(Staging staging) {
    if (!load.feed().kinds().contains(FactKind.INDICATOR)) {
      return;
    }
    Set<Long> wanted = new HashSet<>(staging.inFull().firstRecords());
    if (wanted.isEmpty()) {
      return;
    }
    Set<Long> waived = new Waiver(load.batch().pool()).waived(load.delivery().id());
    Preparation rows = staging.inFullPreparation(LoadJob.RECORDS_PER_CHUNK, wanted);
    try (OpenFile file = load.open()) {
      Optional<RawRow> row = file.next();
      while (row.isPresent()) {
        StagedRecord record = RecordSource.staged(file.map(row.get()));
        StagedRecord taken = waived.contains(record.number()) ? record.leftOut() : record;
        rows.add(taken).ifPresent(staging::writeCounted);
        row = file.next();
      }
      rows.rest().ifPresent(staging::writeCounted);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RefusedFile e) {
      throw new IllegalStateException(
          "a file that was staged can't be read again: " + e.getMessage(), e);
    }
    staging.inFull().done();
  }
}
