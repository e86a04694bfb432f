package org.avance.console;

/** What a verb's exit code means; a public contract. */
final class ExitCode {
  /** All was done, or there was nothing to do. */
  static final int DONE = 0;

  /** Avance could not work: no database, no disk, a fault of ours. The message says which. */
  static final int UNABLE = 1;

  /** Wrong use: the message says what was asked and what would be allowed. */
  static final int WRONG_USE = 2;

  /**
   * What was found needs a person: a delivery rejected, failed or waiting, a descriptor or the
   * rulebook wrong.
   */
  static final int NEEDS_ATTENTION = 3;

  private ExitCode() {}
}
