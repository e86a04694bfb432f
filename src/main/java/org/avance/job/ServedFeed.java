package org.avance.job;

import java.time.ZoneId;
import org.avance.feed.Feed;
import org.avance.model.CatchUp;

/** A feed, as the schedule sees it: when it is loaded, and which files make it so. */
public final class ServedFeed {
  private final Feed feed;

  ServedFeed(Feed feed) {
    this.feed = feed;
  }

  public String name() {
    return feed.name();
  }

  public boolean hasSchedule() {
    return feed.trust().schedule().isSaid();
  }

  /** The schedule as the descriptor has it; empty where it has none. */
  public String schedule() {
    return feed.trust().schedule().written();
  }

  /** The same as a cron expression of six fields. */
  public String cron() {
    return feed.trust().schedule().cron();
  }

  public ZoneId zone() {
    return feed.trust().zone();
  }

  public CatchUp catchUp() {
    return feed.trust().schedule().catchUp();
  }

  public String descriptorDigest() {
    return feed.descriptorDigest();
  }

  /** Whether a file is a delivery or a side file of it, by its path below the inbox. */
  public boolean uses(String fileName) {
    return feed.takes(fileName) || feed.findSideFile(fileName).isPresent();
  }

  @Override
  public String toString() {
    return feed.toString();
  }
}
