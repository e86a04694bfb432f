package org.avance.model;

/**
 * One delivery, or file that is none yet, in the range of a backfill.
 *
 * @param edition as its name or text states it
 * @param editionYear year that it reports on
 * @param delivery its number; 0 where it has never been loaded
 * @param status how far it had come before; empty where it has never been loaded
 * @param act what the backfill does with it
 * @param why the reason for that
 */
public record BackfillItem(
    String edition,
    int editionYear,
    String fileName,
    long delivery,
    String status,
    Act act,
    String why) {

  /** What a backfill does with a delivery. */
  public enum Act {
    /** Loads what is new, or was rejected and can be judged anew. */
    LOAD,
    /** Goes on with what failed or was stopped. */
    RESTART,
    /** Loads again what is published. */
    RERUN,
    /** Nothing: this backfill has done it already. */
    DONE,
    /** Nothing: a load would change nothing. */
    LEAVE;

    /** Whether it is loaded. */
    public boolean isLoad() {
      return this == LOAD || this == RESTART || this == RERUN;
    }
  }
}
