package org.avance.schedule;

import org.avance.job.LoadSettings;
import org.avance.job.Progress;

/** Where a serving process loads to; it may move when its server is started again. */
public interface Warehouse {
  /** Where it is, as far as is known. */
  LoadSettings settings();

  /** Told how loads into it go. */
  default Progress progress() {
    return Progress.NONE;
  }

  /**
   * Makes sure that it answers: a server of our own that has died is started again.
   *
   * @throws RuntimeException where it does not answer; the message says what was found
   */
  void restore();
}
