package org.avance.feed.trust;

import org.avance.model.CatchUp;

/**
 * When a feed is loaded by itself.
 *
 * @param written as the descriptor has it; empty where the feed has no schedule
 * @param cron the same as a cron expression of six fields, seconds first
 */
public record Schedule(String written, String cron, CatchUp catchUp) {
  /** Loaded when a file arrives. */
  public static final Schedule NONE = new Schedule("", "", CatchUp.LAST);

  public boolean isSaid() {
    return !cron.isEmpty();
  }

  public Schedule with(CatchUp said) {
    return new Schedule(written, cron, said);
  }
}
