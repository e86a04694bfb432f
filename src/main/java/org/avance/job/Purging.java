package org.avance.job;

import java.time.Instant;
import javax.sql.DataSource;
import org.avance.load.Archive;
import org.avance.load.Purge;
import org.avance.load.Schema;
import org.avance.model.PurgeCounts;

/** A purge of a warehouse and its archive. */
public final class Purging {
  private final Database database;
  private final Purge purge;
  private final boolean withFiles;
  private final Archive archive;

  /**
   * A purge of what ended before an instant.
   *
   * @param withFiles whether archived files of rejected deliveries go, too
   */
  public Purging(LoadSettings settings, Instant before, boolean withFiles) {
    this.database = settings.database();
    this.purge = new Purge(database.single(), database.warehouse(), before);
    this.withFiles = withFiles;
    this.archive = new Archive(settings.archive());
  }

  /** What there is to remove; nothing where there are no tables yet. */
  public PurgeCounts count() {
    DataSource owner = database.migrating();
    return Schema.state(owner, database.warehouse(), database.readers()) == Schema.State.ABSENT
        ? PurgeCounts.NOTHING
        : purge.count(withFiles, archive);
  }

  /**
   * Removes it, in small commits; returns what was removed.
   *
   * @throws CannotLoad where it broke off; what it had committed is removed
   */
  public PurgeCounts perform() {
    try {
      return purge.perform(withFiles, archive);
    } catch (IllegalStateException brokenOff) {
      throw new CannotLoad(brokenOff);
    }
  }
}
