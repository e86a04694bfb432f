package org.avance.job;

import java.util.Optional;
import org.avance.load.LockHolder;

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
    return LockHolder.ofFeed(database.single(), database.warehouse(), feed)
        .map(LockHolder::inWords);
  }
}
