package org.avance.job;

import java.sql.SQLException;
import java.util.Optional;
import org.avance.load.Ownership;

/** Tells which feeds are in the hands of a process now. */
public final class FeedHolders {
  private final Database database;

  public FeedHolders(LoadSettings settings) {
    this(settings.database());
  }

  FeedHolders(Database database) {
    this.database = database;
  }

  /** The connection that holds a feed, in words; empty where none does. */
  public Optional<String> find(String feed) {
    try {
      return Ownership.holder(database.single(), database.warehouse(), feed);
    } catch (SQLException e) {
      throw new IllegalStateException("the named locks can't be looked at: " + e.getMessage(), e);
    }
  }
}
