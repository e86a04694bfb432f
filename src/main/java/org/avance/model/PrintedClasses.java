package org.avance.model;

/**
 * Classes as the agency prints them; each empty where it prints none. They stand beside the
 * computed ones and are never overwritten.
 *
 * @param progress of the six-year target
 * @param interim of the intermediate goal
 * @param trend of the series
 * @param light traffic light
 * @param status any other status
 */
public record PrintedClasses(
    String progress, String interim, String trend, String light, String status) {
  public static final PrintedClasses NONE = new PrintedClasses("", "", "", "", "");
}
