package org.avance.monitor;

import java.util.List;
import org.avance.model.LoadResult;
import org.avance.model.LoadStart;

/** Told how loads go; called from the threads that load, of several feeds at once. */
public interface LoadWatch extends AutoCloseable {
  LoadWatch NONE = new LoadWatch() {};

  /**
   * What a run came to.
   *
   * @param loads one for each file that was due
   * @param leftOut what the run could not look at: wrong descriptors, files that can't be read
   * @param whole whether all feeds were looked at, not some by name
   */
  record RunEnd(List<LoadResult> loads, List<String> leftOut, boolean whole) {
    public RunEnd {
      loads = List.copyOf(loads);
      leftOut = List.copyOf(leftOut);
    }
  }

  /** An execution has begun. */
  default void began(LoadStart start) {}

  /** A step of the execution at work for the feed has ended, well or not. */
  default void stepEnded(String feed, String step, double seconds) {}

  /** A file's turn is over, also of one that never came to an execution. */
  default void ended(LoadResult result) {}

  /** A run is over. */
  default void runEnded(RunEnd end) {}

  /**
   * Time to look at what no load tells: feeds that are late, messages that are still to be told.
   * May be called as often as one likes.
   */
  default void checksDue() {}

  /**
   * Nothing can be loaded at all, and has not been for a while. May be said as long as it lasts.
   *
   * @param cause in words
   */
  default void unable(String cause) {}

  /** Loading works; may be said although it always did. */
  default void able() {}

  /** Finishes what is under way, within seconds. */
  @Override
  default void close() {}
}
