package org.avance.feed;

/**
 * What a delivery says of itself before its records are read.
 *
 * @param scope name of what it states completely, the same for all deliveries that state the same;
 *     empty where it only adds and corrects
 */
public record Arrival(Edition edition, String scope) {
  /** Of a file that can't say what it is. */
  public static final Arrival UNKNOWN = new Arrival(Edition.BY_ARRIVAL, "");
}
