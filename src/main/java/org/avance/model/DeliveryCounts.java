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

  /**
   * A column of the register of deliveries.
   *
   * @param <E> what reading it may throw
   */
  @FunctionalInterface
  public interface Column<E extends Exception> {
    long of(String name) throws E;
  }

  /** Counts as the register of deliveries has them. */
  public static <E extends Exception> DeliveryCounts read(Column<E> column) throws E {
    return new DeliveryCounts(
        column.of("records_read"),
        column.of("records_staged"),
        column.of("records_quarantined"),
        column.of("records_blank"),
        column.of("records_totals"),
        column.of("records_filtered"),
        column.of("records_merged"),
        column.of("facts_staged"),
        column.of("facts_new"),
        column.of("facts_changed"),
        column.of("facts_unchanged"),
        column.of("facts_ended"));
  }

  /** Records that were read and, rightly, not loaded. */
  public long skipped() {
    return blank + totals + filtered + merged;
  }
}
