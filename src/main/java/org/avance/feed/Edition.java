package org.avance.feed;

/**
 * Which issue of a feed a delivery is.
 *
 * @param text sorts as the editions follow each other; empty where they are ordered by arrival
 * @param year the year reported on; 0 where the edition names none
 */
public record Edition(String text, int year) {
  public static final Edition BY_ARRIVAL = new Edition("", 0);
}
