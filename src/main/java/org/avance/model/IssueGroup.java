package org.avance.model;

import java.util.List;

/**
 * Issues of one code in one column of a delivery: said once, however many there are.
 *
 * @param severity ERROR, WARNING or INFO
 * @param column empty for issues of whole records or of the file
 * @param count how many there are
 * @param first the first of them, in the order of the file
 */
public record IssueGroup(
    String code, String severity, String column, long count, List<Example> first) {

  /**
   * One issue.
   *
   * @param line of the file; 0 for the file as a whole
   * @param found the printed text
   * @param message what was expected and what was found
   * @param accepted what would have been accepted
   */
  public record Example(long line, String found, String message, String accepted) {}

  public IssueGroup {
    first = List.copyOf(first);
  }
}
