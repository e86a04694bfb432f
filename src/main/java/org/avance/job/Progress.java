package org.avance.job;

import org.avance.model.LoadResult;
import org.avance.model.LoadStart;

/** Told how far loads have come; called from the threads that load. */
@FunctionalInterface
public interface Progress {
  Progress NONE = (feed, fileName, step, records) -> {};

  /**
   * A load has come this far.
   *
   * @param step the step at work
   * @param records records staged so far
   */
  void at(String feed, String fileName, String step, long records);

  /** An execution has begun. */
  default void began(LoadStart start) {}

  /** A step of the execution at work for the feed has ended, well or not. */
  default void stepEnded(String feed, String step, double seconds) {}

  /** A file's turn is over, also of one that never came to an execution. */
  default void ended(LoadResult result) {}
}
