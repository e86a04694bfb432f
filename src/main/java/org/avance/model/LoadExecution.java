package org.avance.model;

/**
 * One execution of a load: what the verbs call a run.
 *
 * @param run its number
 * @param digest SHA-256 of the file's bytes
 * @param fileName path below the inbox; empty where it died before the delivery was registered
 * @param delivery number of the delivery; 0 where it was never registered
 * @param rerun which load of the delivery it is: 0 the first
 * @param status STARTING, STARTED, STOPPING, STOPPED, FAILED, COMPLETED or UNKNOWN
 * @param step the step that it came to; empty where it came to none
 * @param began when it began, by the clock of the machine that ran it
 * @param ended when it ended; empty where that is not known
 * @param lastRun the last execution of the same load: this one, unless it was restarted since
 * @param process that began it, as {@code machine:4711}; empty where that was not noted yet
 */
public record LoadExecution(
    long run,
    String feed,
    String digest,
    String fileName,
    long delivery,
    int rerun,
    String status,
    String step,
    String began,
    String ended,
    long lastRun,
    String process) {

  /** Whether its process has not said how it ended: it is at work, or has died. */
  public boolean mayBeRunning() {
    return switch (status) {
      case "STARTING", "STARTED", "STOPPING", "UNKNOWN" -> true;
      default -> false;
    };
  }

  /** Whether it ended before its last step did. */
  public boolean brokeOff() {
    return status.equals("FAILED") || status.equals("STOPPED");
  }

  /** By number, delivery and file, as messages name it. */
  public String inWords() {
    return delivery == 0
        ? "run %d of %s".formatted(run, feed)
        : "run %d of %s (delivery %d, %s)".formatted(run, feed, delivery, fileName);
  }
}
