package org.avance.schedule;

import java.time.Instant;
import java.util.Optional;
import org.avance.model.LoadResult;

/**
 * One thing that happened while serving.
 *
 * @param feed the feed it concerns; empty where it concerns all
 * @param message what happened, in words
 * @param due when the feed is due next, where that is what is told
 * @param load the load that ended, where one did
 */
public record ServeEvent(
    Instant at,
    Kind kind,
    String feed,
    String message,
    Optional<Instant> due,
    Optional<LoadResult> load) {

  /** What can happen. */
  public enum Kind {
    /** This process serves. */
    STARTED,
    /** A feed will be loaded at a time. */
    NEXT_DUE,
    /** A feed's files are being loaded. */
    RUN_BEGAN,
    /** A load of one file has ended, see its outcome. */
    LOADED,
    /** A run of a feed has ended. */
    RUN_ENDED,
    /** Runs that fell due while nothing served are left out. */
    MISSED,
    /** A descriptor was added, changed or removed. */
    FEEDS_CHANGED,
    /** A descriptor, the rulebook or a file is wrong; all else goes on. */
    FAULT,
    /** The database does not answer; it is tried until it does. */
    DATABASE_GONE,
    /** It answers again. */
    DATABASE_BACK,
    /** Loads under way stop at their next chunk. */
    STOPPING,
    /** This process no longer serves. */
    STOPPED
  }

  static ServeEvent of(Instant at, Kind kind, String feed, String message) {
    return new ServeEvent(at, kind, feed, message, Optional.empty(), Optional.empty());
  }
}
