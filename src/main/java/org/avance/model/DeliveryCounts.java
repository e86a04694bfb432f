package org.avance.model;

/**
 * What became of a delivery's records and facts. Records read = staged + quarantined + blank +
 * totals + filtered + merged.
 *
 * @param factsStaged facts that the staged records state
 * @param factsNew facts the warehouse did not hold
 * @param factsChanged facts it held with other values
 * @param factsUnchanged facts it held just so
 * @param factsEnded facts of the scope that are no longer stated
 */
public record DeliveryCounts(
    long read,
    long staged,
    long quarantined,
    long blank,
    long totals,
    long filtered,
    long merged,
    long factsStaged,
    long factsNew,
    long factsChanged,
    long factsUnchanged,
    long factsEnded) {

  /** Records that were read and, rightly, not loaded. */
  public long skipped() {
    return blank + totals + filtered + merged;
  }
}
