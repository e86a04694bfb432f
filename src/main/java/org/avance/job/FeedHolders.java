package org.avance.job;

import java.util.Optional;
import org.avance.load.FeedHold;
import org.avance.load.LoadExecutions;
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

  /** Who holds a feed, and what is known of its process; empty where nobody does. */
  public Optional<FeedHolder> look(String feed) {
    return new FeedHold(database.single(), database.warehouse()).find(feed);
  }

  /** The connection that holds a feed, in words; empty where none does. */
  public Optional<String> find(String feed) {
    return look(feed).map(FeedHolder::inWords);
  }

  /** What a load of this feed that has come to its last step waits for; empty where it works. */
  public Optional<String> turnOfAnother(String feed) {
    FeedHold hold = new FeedHold(database.single(), database.warehouse());
    boolean isItsOwn =
        hold.findPublishing()
            .map(FeedHolder::connection)
            .equals(hold.find(feed).map(FeedHolder::connection));
    return isItsOwn ? Optional.empty() : hold.publishing().map(Held.TURN::concat);
  }

  /** Who holds a feed now, what for, and what becomes of it, in a sentence. */
  String inWords(String feed) {
    try {
      return look(feed)
          .map(held -> Held.inWords(held, new LoadExecutions(database.single()).findOpen(feed)))
          .orElse("a process that has just let go was loading this feed");
    } catch (RuntimeException e) {
      return "another process is loading this feed; who can't be seen: " + Causes.inWords(e);
    }
  }
}
