package org.avance.job;

import org.avance.load.Schema;

/** The rights of those who read. */
public final class ReaderGrant {
  private ReaderGrant() {}

  /** Gives readers dimensions, facts and views to read, and takes away what they have beyond. */
  public static void renew(Database database) {
    Schema.grant(database.migrating(), database.warehouse(), database.readers());
  }
}
