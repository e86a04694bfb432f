package org.avance.job;

import java.util.Optional;
import org.avance.load.FeedHold;
import org.avance.model.FeedHolder;

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
    return new FeedHold(database.single(), database.warehouse())
        .find(feed)
        .map(FeedHolder::inWords);
  }
}
