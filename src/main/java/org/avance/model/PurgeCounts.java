package org.avance.model;

/**
 * What a purge removes.
 *
 * @param executions executions that ended before the day, each with its steps
 * @param metadataRows rows of job metadata that they are
 * @param deliveries rejected and superseded deliveries whose issues and quarantine go; they
 *     themselves stay
 * @param issues their issues
 * @param quarantined their records in quarantine
 * @param alerts alerts that were over before the day
 * @param serveRows processes that served last before the day, and last runs of feeds without a time
 *     to come
 * @param files archived files of rejected deliveries; 0 unless asked for
 */
public record PurgeCounts(
    long executions,
    long metadataRows,
    long deliveries,
    long issues,
    long quarantined,
    long alerts,
    long serveRows,
    long files) {

  public static final PurgeCounts NOTHING = new PurgeCounts(0, 0, 0, 0, 0, 0, 0, 0);

  /** True where there is nothing to remove. */
  public boolean areNothing() {
    return equals(NOTHING);
  }
}
