package org.avance.warehouse;

/**
 * One execution of a job, as the job repository and the register of deliveries tell of it. Texts
 * are empty and numbers 0 where there is nothing to say.
 *
 * @param run its number
 * @param job name of its job, such as {@code load-people}
 * @param fileName path of the delivery's file below the inbox
 * @param delivery key of the delivery
 * @param rerun which load of these bytes it was, from 0
 * @param started when it began, ISO 8601, UTC
 * @param ended when it ended
 * @param seconds how long it took, or has taken by now
 * @param outcome PUBLISHED, REJECTED, SUPERSEDED, FAILED, STOPPED, RUNNING, LEFT AT WORK or LEFT
 *     BEHIND (its process is gone)
 * @param records read
 * @param quarantined records set aside
 * @param factsNew facts that the warehouse did not hold
 * @param factsChanged facts it held with other values
 * @param factsEnded facts that the delivery no longer states
 */
public record Execution(
    long run,
    String job,
    String feed,
    String fileName,
    String edition,
    long delivery,
    long rerun,
    String started,
    String ended,
    double seconds,
    String outcome,
    long records,
    long quarantined,
    long factsNew,
    long factsChanged,
    long factsEnded) {

  /** An execution that has begun and not ended, though a process holds its feed. */
  public static final String RUNNING = "RUNNING";

  /** One whose process is gone, while the server is still at its last statement. */
  public static final String LEFT_AT_WORK = "LEFT AT WORK";

  /** One whose process is gone, and the feed is free. */
  public static final String LEFT_BEHIND = "LEFT BEHIND";

  /** True where nothing is left for an operator to do. */
  public boolean endedWell() {
    return switch (outcome) {
      case "FAILED", "STOPPED", "REJECTED", LEFT_AT_WORK, LEFT_BEHIND -> false;
      default -> true;
    };
  }
}
