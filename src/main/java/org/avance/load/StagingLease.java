package org.avance.load;

import java.util.List;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A feed's staging tables in the hands of its owner, who stages one delivery after the other in
 * them:
 *
 * <ul>
 *   <li>they are made for the first, emptied for each that follows, and dropped at the end: making
 *       and dropping thirteen tables takes more than half of what a delivery of twenty records
 *       takes (56 of 145 ms at the server, and over fifty fsyncs);
 *   <li>tables that an earlier process left are never emptied but made anew: another build may have
 *       made them otherwise;
 *   <li>those of a delivery that did not come to its end are left for its restart, and all of them
 *       once the feed may be another process's.
 * </ul>
 */
public final class StagingLease implements AutoCloseable {
  /** Deleting more rows than this takes longer than making the tables anew. */
  private static final long FEW = 20_000;

  private final JdbcClient sql;
  private final StagingTables tables;
  private final BooleanSupplier owned;
  private List<String> inUse = List.of();
  private List<String> idle = List.of();

  /**
   * @param owned whether the feed is still its owner's
   */
  public StagingLease(DataSource dataSource, String schema, String feed, BooleanSupplier owned) {
    this.sql = ParsedOnce.on(dataSource);
    this.tables = new StagingTables(schema, feed);
    this.owned = owned;
  }

  /** False where there are no tables to be emptied: they are to be made. */
  boolean empty() {
    inUse = idle;
    idle = List.of();
    if (inUse.isEmpty()) {
      return false;
    }
    StagingTables.empty(inUse, sql);
    return true;
  }

  /** Makes the tables, in place of any that are there. */
  void make(Runnable create) {
    StagingTables.drop(tables.listExisting(sql), sql);
    create.run();
    inUse = tables.listExisting(sql);
  }

  /** The delivery has come to its end, whichever that was: nobody needs what it staged any more. */
  public void done(long records) {
    if (inUse.isEmpty() || records > FEW) {
      StagingTables.drop(inUse.isEmpty() ? tables.listExisting(sql) : inUse, sql);
    } else {
      idle = inUse;
    }
    inUse = List.of();
  }

  /** Drops what lies idle. */
  @Override
  public void close() {
    if (!idle.isEmpty() && owned.getAsBoolean()) {
      StagingTables.drop(idle, sql);
    }
    idle = List.of();
  }
}
