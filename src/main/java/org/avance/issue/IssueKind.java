package org.avance.issue;

import java.util.List;

/**
 * Issues of one code in one column.
 *
 * @param column name of the column; empty for issues of whole records or of the file
 * @param count how many there are
 * @param first the first of them, in the order of the file
 */
public record IssueKind(IssueCode code, String column, long count, List<Issue> first) {
  public IssueKind {
    first = List.copyOf(first);
  }
}
