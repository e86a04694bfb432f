package org.avance.issue;

/**
 * Where in a file an issue stands.
 *
 * @param line 1-based line of the file; 0 for the file as a whole
 * @param column name of the column as the header prints it; empty for the record as a whole
 */
public record Location(long line, String column) {
  public static final Location FILE = new Location(0, "");

  public static Location line(long line) {
    return new Location(line, "");
  }

  public static Location cell(long line, String column) {
    return new Location(line, column);
  }
}
