package org.avance.job;

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
}
